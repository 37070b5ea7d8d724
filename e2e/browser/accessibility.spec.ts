import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../fixtures';

const SCREENS = ['홈', '상품 찾기', '가져오기', '상품 초안', '등록 대기열', '감시', '알림', '설정'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen can be used by everybody (WCAG 2.2 AA, ${colorScheme})`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme });
    for (const screen of SCREENS) {
      await app.page.getByRole('link', { name: screen }).click();
      await app.page.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page: app.page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect([screen, found]).toEqual([screen, []]);
    }
    expect(app.pageFaults).toEqual([]);
  });
}
