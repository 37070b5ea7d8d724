import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { go } from '../steps';

const WORDS = {
  ko: { language: '한국어', themes: { light: '밝게', dark: '어둡게' } },
  en: { language: 'English', themes: { light: 'Light', dark: 'Dark' } },
} as const;

/** Rules broken on the screen shown, each with the elements that break it. */
async function violationsOf(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test('screens full of work can be used by everybody, in both languages and themes (WCAG 2.2 AA)', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  await go(page, '#/import');
  await page.getByLabel(/붙여넣으세요/).fill(`${sampleItemNos(24).join('\n')}\n아무 말`);
  await page.getByRole('button', { name: '목록 확인' }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '24개 등록 시작' }).click();
  await go(page, '#/queue');
  await expect(page.getByText('모든 작업이 끝났습니다')).toBeVisible({ timeout: 60_000 });
  await go(page, '#/watch');
  await page.getByRole('button', { name: '지금 모두 확인' }).click();
  await go(page, '#/watch?tab=products');
  const product = page.locator('tbody a').first();
  await expect(product).toBeVisible();
  const history = (await product.getAttribute('href')) ?? '';
  const itemNo = history.split('/').at(-1) ?? '';
  const watching = [
    '#/watch?tab=products',
    `#/watch?tab=policies&level=item&of=${itemNo}`,
    '#/notifications',
    history,
  ];
  await go(page, '#/drafts?state=needs-review');
  const editor = (await page.locator('tbody a').last().getAttribute('href')) ?? '';

  for (const [language, { language: name, themes }] of Object.entries(WORDS)) {
    for (const [theme, themeName] of Object.entries(themes)) {
      await go(page, '#/settings');
      await page.getByText(name, { exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page.getByText(themeName, { exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const screens = ['#/', '#/drafts', editor, '#/queue?state=needs-review', '#/settings'];
      // One language is enough for what looks the same in both.
      for (const screen of language === 'ko' ? [...screens, ...watching] : screens) {
        await go(page, screen);
        if (screen.startsWith('#/queue')) {
          await page.locator('tbody').getByRole('button').first().click();
          await page.getByRole('complementary').waitFor();
        }
        await page
          .getByRole('status')
          .filter({ hasText: /Loading|불러오는/ })
          .waitFor({ state: 'detached' });
        expect([language, theme, screen, await violationsOf(page)]).toEqual([
          language,
          theme,
          screen,
          [],
        ]);
      }
    }
  }
  expect(app.pageFaults).toEqual([]);
});
