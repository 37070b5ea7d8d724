import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { go, menu } from '../steps';

const SCREENS = ['홈', '상품 찾기', '가져오기', '상품 초안', '등록 대기열', '감시', '알림', '설정'];

/** Parts of screens that the main menu does not lead to. */
const PARTS = [
  '#/settings/store',
  '#/settings/data',
  '#/settings/system',
  '#/notifications/settings',
];

async function violationsOf(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen can be used by everybody (WCAG 2.2 AA, ${colorScheme})`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    for (const screen of SCREENS) {
      await menu(page, screen).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([screen, await violationsOf(page)]).toEqual([screen, []]);
    }
    for (const part of PARTS) {
      await go(page, part);
      expect([part, await violationsOf(page)]).toEqual([part, []]);
    }
    expect(app.pageFaults).toEqual([]);
  });
}
