import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../fixtures';
import { followPasted, go } from '../steps';

const ITEM_NO = '63110049';
/** Its representative picture is under 500 px. */
const SMALL_PICTURE_ITEM_NO = '63110694';
/** Its description has a tall picture, which is cut into slices. */
const TALL_PICTURE_ITEM_NO = '63110454';

/** Imports one item and opens its pictures, once all of them have been looked at. */
async function openPictures(app: RunningApp, itemNo = ITEM_NO): Promise<Page> {
  const { page } = app;
  await followPasted(page, [itemNo]);
  const row = page.getByRole('row').filter({ hasText: itemNo });
  await expect(row.filter({ hasText: /완료|확인 필요/ })).toBeVisible({ timeout: 60_000 });
  await goTo(page, itemNo);
  return page;
}

async function goTo(page: Page, itemNo = ITEM_NO): Promise<void> {
  await page.evaluate(`location.hash = '#/drafts/${itemNo}/pictures'`);
  await expect(page.getByRole('heading', { level: 1, name: '이미지' })).toBeVisible();
  await expect(page.getByText('모든 이미지를 확인했습니다.')).toBeVisible();
}

const tiles = (page: Page): Locator =>
  page.getByRole('grid', { name: '대표 이미지와 추가 이미지' }).getByRole('row');

/** The contents that the tiles show, first to last. */
const order = (page: Page): Promise<string[]> =>
  tiles(page)
    .locator('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));

test('every picture shows what becomes of it, as it came and as it would be registered', async ({
  app,
}) => {
  const page = await openPictures(app);
  const large = page.getByRole('img', { name: '대표 이미지' });
  await expect(large).toHaveAttribute('src', /^\/pictures\/[0-9a-f]{64}$/);
  await expect(page.getByText(/[\d,]+ × [\d,]+px · [\d,]+KB/).first()).toBeVisible();
  expect(await order(page)).toEqual([expect.stringMatching(/^\/pictures\/[0-9a-f]{64}\?w=240$/)]);
  await expect
    .poll(() =>
      large.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    )
    .toBeGreaterThan(400);

  const view = page.getByRole('radiogroup', { name: '대표 이미지 보기' });
  await view.getByText('원본').click();
  await expect(large).toHaveAttribute('src', /^http/);
  expect(app.pageFaults).toEqual([]);
});

test('a picture that cannot be used says why, and a tall one shows its slices', async ({ app }) => {
  const page = await openPictures(app, SMALL_PICTURE_ITEM_NO);
  await expect(tiles(page).filter({ hasText: '빠짐' })).toHaveCount(1);
  await expect(
    page.getByText('이미지가 작습니다: 420 × 420픽셀, 최소 500 × 500픽셀.'),
  ).toBeVisible();

  await openPictures(app, TALL_PICTURE_ITEM_NO);
  await expect(page.getByText(/860 × 4,000px · \d+KB · 2조각으로 나눔/)).toBeVisible();
  expect(app.pageFaults).toEqual([]);
});

test('the seller orders, leaves out and brings back pictures, and finds all of it saved', async ({
  app,
}) => {
  const page = await openPictures(app);
  await page.getByRole('button', { name: '상세설명 이미지 1을 추가 이미지로도 쓰기' }).click();
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByText('저장했습니다. 모든 이미지를 확인했습니다.')).toBeVisible();
  const before = await order(page);

  await tiles(page).nth(1).click();
  await page.getByRole('button', { name: '대표 이미지로' }).click();
  await expect.poll(() => order(page)).toEqual([...before].reverse());
  await page.getByRole('button', { name: '되돌리기', exact: true }).click();
  await expect.poll(() => order(page)).toEqual(before);

  await page.getByRole('button', { name: '상세설명 이미지 2 빼기' }).click();
  await expect(page.getByText('이 이미지를 쓰지 않기로 했습니다.')).toBeVisible();
  await expect(page.getByText('저장했습니다.')).toBeVisible();
  await app.restart();
  // The editor shows the same pictures in short, and leads to all of them.
  await go(app.page, `#/drafts/${ITEM_NO}`);
  const short = app.page.getByRole('region', { name: '이미지' });
  await expect(short.getByRole('img', { name: '이미지 2' })).toBeVisible();
  // What is only an icon says what it does to whoever points at it or comes by keyboard.
  const hint = app.page.getByRole('tooltip');
  await app.page.mouse.move(400, 4);
  await short.getByRole('button', { name: '이미지 2 대표로' }).hover();
  await expect(hint).toHaveText('이미지 2 대표로');
  await app.page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  await short.getByRole('link', { name: '이미지 고르기 화면 열기' }).focus();
  await app.page.keyboard.press('Tab');
  await expect(hint).toHaveText('이미지 1 빼기');
  await short.getByRole('link', { name: '이미지 고르기 화면 열기' }).press('Enter');
  await expect(app.page.getByRole('heading', { level: 1, name: '이미지' })).toBeVisible();
  await expect(tiles(app.page)).toHaveCount(2);
  await app.page.getByRole('button', { name: '다시 쓰기' }).click();
  await expect(app.page.getByText('이 이미지를 쓰지 않기로 했습니다.')).toHaveCount(0);
  await app.page.getByRole('button', { name: '공급사 구성으로 되돌리기' }).click();
  await expect(tiles(app.page)).toHaveCount(1);
  expect(app.pageFaults).toEqual([]);
});

test('pictures are brought into order by keyboard alone and by dragging', async ({ app }) => {
  const page = await openPictures(app);
  await page.getByRole('button', { name: '상세설명 이미지 1을 추가 이미지로도 쓰기' }).click();
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByText('저장했습니다. 모든 이미지를 확인했습니다.')).toBeVisible();
  const before = await order(page);

  await tiles(page).nth(1).click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '추가 이미지 1 옮기기' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '추가 이미지 1 이후에 삽입' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => order(page)).toEqual([...before].reverse());

  await tiles(page)
    .nth(1)
    .dragTo(tiles(page).nth(0), { targetPosition: { x: 4, y: 40 } });
  await expect.poll(() => order(page)).toEqual(before);
  expect(app.pageFaults).toEqual([]);
});

test('the screen can be read and used by everybody, in the light and in the dark', async ({
  app,
}) => {
  const page = await openPictures(app);
  for (const theme of ['light', 'dark']) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('an item without a draft says so and leads on', async ({ app }) => {
  const { page } = app;
  await page.evaluate(`location.hash = '#/drafts/10000001/pictures'`);
  await expect(page.getByText('이 상품번호의 초안이 없습니다.')).toBeVisible();
  await page.getByRole('button', { name: '초안 목록 보기' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '상품 초안' })).toBeVisible();
});
