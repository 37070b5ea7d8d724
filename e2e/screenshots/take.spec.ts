import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../fixtures';
import { ROOT } from '../ways/opened-app';

const FOLDER = process.env.STOREBRIDGE_SCREENSHOTS ?? join(ROOT, 'docs', 'screenshots');
/** Every screen in every language, theme and width, for looking at; else the few that the README shows. */
const TAKES_ALL = process.env.STOREBRIDGE_SCREENSHOTS_ALL === '1';
const LIST = join(ROOT, 'resources', 'practice', 'sample-items.csv');

const SIZES = { 1280: { width: 1280, height: 800 }, 1920: { width: 1920, height: 1080 } } as const;
const LANGUAGES = { ko: '한국어', en: 'English' } as const;
const THEMES = {
  light: { ko: '밝게', en: 'Light' },
  dark: { ko: '어둡게', en: 'Dark' },
} as const;
type Language = keyof typeof LANGUAGES;
type Theme = keyof typeof THEMES;

async function take(page: Page, name: string): Promise<void> {
  // Focus rings and half-loaded pictures do not belong into a picture of the app.
  await page.evaluate('document.activeElement?.blur()');
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  // What the screen showed before is still there for a moment while it is read anew.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(path)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function show(page: Page, language: Language, theme: Theme): Promise<void> {
  await go(page, '#/settings');
  await page.getByText(LANGUAGES[language], { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.getByText(THEMES[theme][language], { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

async function readSampleList(page: Page): Promise<void> {
  await go(page, '#/import');
  await page.locator('input[type=file]').setInputFiles(LIST);
  await page.getByRole('table').waitFor();
}

/** A draft that waits for its seller, found as the seller would. */
async function draftToReview(page: Page): Promise<string> {
  await go(page, '#/drafts?state=needs-review');
  const address = await page.locator('tbody a').last().getAttribute('href');
  return address ?? '#/drafts';
}

async function finishQueue({ page }: RunningApp): Promise<void> {
  await go(page, '#/queue');
  await expect(page.getByText('모든 작업이 끝났습니다')).toBeVisible({ timeout: 120_000 });
}

test('pictures of the screens with the practice market', async ({ app }) => {
  const { page } = app;
  mkdirSync(FOLDER, { recursive: true });
  await show(page, 'ko', 'light');
  await readSampleList(page);
  await take(page, 'import-ko');
  await page.getByRole('button', { name: /등록 시작/ }).click();
  await page.getByRole('button', { name: '대기열 보기' }).click();
  await expect(page.getByRole('row').filter({ hasText: '완료' })).not.toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: '완료' })).not.toHaveCount(3);
  await take(page, 'queue-ko');
  await finishQueue(app);

  const editor = await draftToReview(page);
  const screens = {
    home: '#/',
    sourcing: '#/sourcing?keyword=텀블러',
    import: '#/import',
    drafts: '#/drafts',
    editor,
    queue: '#/queue',
    settings: '#/settings',
  };
  for (const name of ['home', 'sourcing', 'drafts', 'editor', 'settings'] as const) {
    await go(page, screens[name]);
    await take(page, `${name}-ko`);
  }
  await show(page, 'ko', 'dark');
  await go(page, '#/queue?state=needs-review');
  await page.locator('tbody').getByRole('button').first().click();
  await take(page, 'queue-dark-ko');
  await go(page, screens.editor);
  await take(page, 'editor-dark-ko');
  await go(page, '#/queue');
  await page.getByRole('complementary').getByRole('button').first().click();
  await show(page, 'en', 'light');
  await go(page, '#/queue');
  await take(page, 'queue-en');
  if (!TAKES_ALL) return;

  for (const language of ['ko', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await show(page, language, theme);
      for (const [width, size] of Object.entries(SIZES)) {
        await page.setViewportSize(size);
        for (const [name, path] of Object.entries(screens)) {
          await go(page, path);
          await take(page, `all-${name}-${language}-${theme}-${width}`);
        }
      }
      await page.setViewportSize(SIZES[1280]);
    }
  }
});
