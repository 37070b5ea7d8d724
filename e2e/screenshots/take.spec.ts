import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from '../fixtures';
import { ask, askMarket, dropFiles, followPasted, go } from '../steps';
import { ROOT } from '../ways/opened-app';

const FOLDER = process.env.STOREBRIDGE_SCREENSHOTS ?? join(ROOT, 'docs', 'screenshots');
/** Only screens whose name fits this pattern, for looking at some of them again. */
const ONLY = new RegExp(process.env.STOREBRIDGE_SCREENSHOTS_ONLY ?? '');
const LIST = join(ROOT, 'resources', 'practice', 'sample-items.csv');
const WEBP_QUALITY = 82;

/** Two dimensions, several pictures, leaves nothing to decide. */
const SHIRT = '63110007';
/** Listed beside the sample list, so that there is more than a handful of everything. */
const MORE_ITEMS = 60;
/** Whose price moves while the pictures are taken, and how often. */
const MOVING_ITEMS = 5;
const MOVES = 4;

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const LOOKS = [
  { name: 'ko', language: 'ko', theme: 'light' },
  { name: 'ko-dark', language: 'ko', theme: 'dark' },
  { name: 'en', language: 'en', theme: 'light' },
] as const;
type Look = (typeof LOOKS)[number];

interface MarketItem {
  readonly itemNo: number;
  readonly status: string;
  readonly isDeleted: boolean;
  readonly supplyKrw: number | null;
}
interface Screen {
  readonly name: string;
  readonly path: string;
  /** What has to be done before the screen shows what it is for. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Also those that are loaded when they come into view, as far as they are in view. */
const ALL_PICTURES_LOADED = `[...document.images].every(
  (image) => image.complete || image.getBoundingClientRect().top > innerHeight,
)`;

/** A seller's folder in the place of the one that was made for taking the pictures. */
const SHOW_USUAL_FOLDER = `document.querySelectorAll('.font-mono').forEach((place) => {
  place.textContent = place.textContent.replace(/^.*\\/home/, '~/.local/share/storebridge');
})`;

/** Waits until nothing is being read any more, then keeps what the window shows. */
async function take(page: Page, look: Look, width: number, name: string): Promise<void> {
  // Focus rings and half-loaded pictures do not belong into a picture of the app.
  await page.evaluate('document.activeElement?.blur()');
  await page.mouse.move(0, 0);
  await expect(page.locator('[role=status].animate-pulse')).toHaveCount(0);
  await page.waitForTimeout(500);
  await expect(page.locator('[role=status].animate-pulse')).toHaveCount(0);
  await expect.poll(() => page.evaluate(ALL_PICTURES_LOADED)).toBe(true);
  const toast = page.getByRole('button', { name: /^(알림 닫기|Close notification)$/ }).first();
  while (await toast.isVisible()) await toast.click();
  const png = await page.screenshot({ animations: 'disabled' });
  const folder = join(FOLDER, look.name);
  mkdirSync(folder, { recursive: true });
  await sharp(png)
    .webp({ quality: WEBP_QUALITY, effort: 5 })
    .toFile(join(folder, `${name}-${width}.webp`));
}

async function show(page: Page, { language, theme }: Look): Promise<void> {
  await ask(page, 'settings.update', { change: { language, theme } });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/** A store in the middle of its day: most of a list registered, some waiting, some prices on the move. */
async function fillStore(page: Page): Promise<void> {
  await ask(page, 'settings.update', {
    change: {
      store: {
        afterServicePhone: '02-123-4567',
        detailHeader: '평일 오후 2시 이전 주문은 당일 발송합니다.',
        detailFooter: '교환·반품은 받으신 뒤 7일 안에 톡톡으로 알려 주세요.',
      },
    },
  });
  const items = await askMarket<readonly MarketItem[]>(page, { command: 'items' });
  const samples = [...new Set(readFileSync(LIST, 'utf8').match(/^\d{7,8}(?=,)/gm) ?? [])];
  const sold = items.filter(({ status, isDeleted }) => status === '판매중' && !isDeleted);
  const others = sold.map(({ itemNo }) => String(itemNo)).filter((no) => !samples.includes(no));
  await followPasted(page, [...samples, ...others.slice(0, MORE_ITEMS)]);
  const left = async (): Promise<number> => {
    const { counts } = await ask<{ counts: Record<string, number> }>(
      page,
      'registration.getStatus',
      {},
    );
    const running = ['queued', 'fetching', 'preparing', 'uploading', 'registering', 'verifying'];
    return running.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  };
  await expect.poll(left, { timeout: 300_000 }).toBe(0);
  const moving = sold.slice(0, MOVING_ITEMS);
  for (let move = 1; move <= MOVES; move += 1) {
    for (const [place, { itemNo, supplyKrw }] of moving.entries()) {
      const stepKrw = (place + 1) * 150 * (move % 2 === 0 ? -1 : 2);
      const priceKrw = (supplyKrw ?? 10_000) + move * stepKrw;
      await askMarket(page, { command: 'changePrice', itemNo, priceKrw });
    }
    await ask(page, 'watch.sweepNow', {});
    if (move < MOVES) await settle(page);
  }
  for (const { itemNo } of sold.slice(MOVING_ITEMS, MOVING_ITEMS + 2)) {
    await askMarket(page, { command: 'soldOut', itemNo });
  }
  await ask(page, 'watch.sweepNow', {});
  // More work under way, for the screens that show it.
  await ask(page, 'registration.enqueue', {
    itemNos: others.slice(MORE_ITEMS, MORE_ITEMS + 90),
    batchName: '가을 신상 후보.xlsx',
  });
}

/** Approves what waits, so that prices move in the store too. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(4000);
  const { approvals } = await ask<{ approvals: readonly { approvalId: number }[] }>(
    page,
    'watch.listApprovals',
    { limit: 50 },
  );
  const approvalIds = approvals.map(({ approvalId }) => approvalId);
  if (approvalIds.length > 0) await ask(page, 'watch.approve', { approvalIds });
  await page.waitForTimeout(2500);
}

async function draftToReview(page: Page): Promise<string> {
  const { drafts } = await ask<{ drafts: readonly { itemNo: string }[] }>(page, 'drafts.list', {
    offset: 0,
    limit: 50,
    reasonCode: 'DRAFT_CATEGORY_UNSURE',
  });
  return drafts[0]?.itemNo ?? SHIRT;
}

function screens(toReview: string): readonly Screen[] {
  return [
    { name: 'home', path: '#/' },
    {
      name: 'sourcing',
      path: '#/sourcing?keyword=셔츠',
      prepare: (page) => page.getByRole('article').first().waitFor(),
    },
    {
      name: 'sourcing-item',
      path: '#/sourcing?keyword=텀블러',
      prepare: async (page) => {
        await page.getByRole('article').first().getByRole('button').click();
        await page.getByRole('complementary').waitFor();
      },
    },
    {
      name: 'import',
      path: '#/import',
      prepare: async (page) => {
        // The lists of the passes before are still held; only a list that stands alone shows its lines.
        const { readings } = await ask<{ readings: readonly { readingId: string }[] }>(
          page,
          'intake.listReadings',
          {},
        );
        await ask(page, 'intake.forgetReadings', {
          readingIds: readings.map(({ readingId }) => readingId),
        });
        await dropFiles(page, [
          {
            name: '가을 신상 후보.csv',
            text: `${readFileSync(LIST, 'utf8')}\n아무 말\n${SHIRT}`,
          },
        ]);
        await page.getByRole('table').waitFor();
      },
    },
    { name: 'drafts', path: '#/drafts' },
    { name: 'editor', path: `#/drafts/${toReview}` },
    { name: 'options', path: `#/drafts/${SHIRT}/options` },
    { name: 'pictures', path: `#/drafts/${SHIRT}/pictures` },
    {
      name: 'bulk',
      path: '#/drafts/bulk?reason=DRAFT_CERTIFICATION_OPEN',
      prepare: async (page) => {
        await page.getByRole('main').getByRole('checkbox').first().check();
        await page.getByRole('main').getByRole('table').waitFor();
      },
    },
    { name: 'review', path: '#/drafts/review?state=needs-review' },
    {
      name: 'queue',
      path: '#/queue',
      prepare: async (page) => {
        const open = page.getByRole('complementary').getByRole('button').first();
        if (await open.isVisible()) await open.click();
      },
    },
    {
      name: 'queue-review',
      path: '#/queue?state=needs-review',
      prepare: async (page) => {
        await page.locator('tbody').getByRole('button').first().click();
        await page.getByRole('complementary').waitFor();
      },
    },
    { name: 'watch', path: '#/watch' },
    { name: 'watch-changes', path: '#/watch?tab=changes' },
    { name: 'watch-products', path: '#/watch?tab=products' },
    { name: 'history', path: `#/history/${SHIRT}` },
    { name: 'notifications', path: '#/notifications' },
    { name: 'settings', path: '#/settings/general' },
    { name: 'settings-keys', path: '#/settings/keys' },
    { name: 'settings-store', path: '#/settings/store' },
    {
      name: 'settings-templates',
      path: '#/settings/store',
      prepare: async (page) => {
        await page.getByRole('textbox').last().waitFor();
        await page.evaluate(`document.querySelectorAll('main section')[3].scrollIntoView()`);
      },
    },
    {
      name: 'settings-data',
      path: '#/settings/data',
      prepare: async (page) => {
        await page.locator('.font-mono').first().waitFor();
        await page.evaluate(SHOW_USUAL_FOLDER);
      },
    },
    { name: 'settings-system', path: '#/settings/system' },
  ];
}

test('pictures of every screen, in both languages, dark too, in two widths', async ({ app }) => {
  const { page } = app;
  await fillStore(page);
  const all = screens(await draftToReview(page)).filter(({ name }) => ONLY.test(name));
  for (const look of LOOKS) {
    await show(page, look);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const { name, path, prepare } of all) {
        await go(page, path);
        await prepare?.(page);
        await take(page, look, size.width, name);
      }
      if (!ONLY.test('guide')) continue;
      await ask(page, 'settings.update', {
        change: { guide: { isDone: false, step: 'connection' } },
      });
      await page.getByRole('radio').first().waitFor({ state: 'attached' });
      await take(page, look, size.width, 'guide');
      await ask(page, 'settings.update', { change: { guide: { isDone: true } } });
    }
  }
});
