import { expect, type RunningApp, test } from '../fixtures';
import { ask, askMarket, dropFiles, go, menu } from '../steps';

test.use({ startsWithGuide: true, actionTimeout: 30_000 });

/** First hit for the keyword; leaves nothing to decide, and its options are two dimensions in one text. */
const SHIRT = '63110007';
const KEYWORD = '티셔츠';
/** Slippers whose category stays unsure, for men's and women's are equally likely; nothing else is open. */
const SLIPPERS = ['63116021', '63113676', '63111337', '63112116'];
const LIST_LENGTH = 200;
const PRICE_STEP_KRW = 3000;

interface MarketItem {
  readonly itemNo: number;
  readonly supplyKrw: number | null;
}
interface MarketProduct {
  readonly originProductNo: number;
  readonly sellerCode: string | null;
  readonly salePrice: number;
}

const productAtMarket = async ({ page }: RunningApp): Promise<MarketProduct | undefined> => {
  const products = await askMarket<readonly MarketProduct[]>(page, { command: 'products' });
  return products.find(({ sellerCode }) => sellerCode === `SB-${SHIRT}`);
};

test('a seller’s day: from the first start to a product whose price follows, with everything there after a restart', async ({
  app,
}) => {
  const step = (name: string, take: (app: RunningApp) => Promise<void>): Promise<void> =>
    test.step(name, () => take(app));
  await step('first run in practice', beginInPractice);
  await step('search and take five', searchAndTakeFive);
  await step('drop a list of 200', dropList);
  await step('edit options, choose pictures', editOptionsAndPictures);
  await step('fix the category of all alike', fixCategoryOfAllAlike);
  await step('register and follow the queue', registerAndFollow);
  await step('a price change is told and approved', approvePriceChange);
  await step('history', seeHistory);
  await step('switch the language, restart', restartInEnglish);
  expect(app.pageFaults).toEqual([]);
});

async function beginInPractice(app: RunningApp): Promise<void> {
  const title = () => app.page.getByRole('heading', { level: 1 });
  await expect(title()).toHaveText('StoreBridge 시작하기');
  await app.page.getByRole('button', { name: '다음' }).click();
  await expect(app.page.getByRole('radio', { name: /연습 마켓으로 시작/ })).toBeChecked();
  await app.page.getByRole('button', { name: '다음' }).click();
  await app.page.getByLabel('A/S 전화번호').fill('02-123-4567');
  await app.page.getByRole('button', { name: '다음' }).click();
  await expect(title()).toHaveText('가격 규칙');
  // Left in the middle, the guide goes on where it was.
  await app.restart();
  await expect(title()).toHaveText('가격 규칙');
  await app.page.getByRole('button', { name: '다음' }).click();
  await app.page.getByRole('button', { name: '시작하기' }).click();
  await expect(title()).toHaveText('오늘');
}

async function searchAndTakeFive({ page }: RunningApp): Promise<void> {
  await menu(page, '상품 찾기').click();
  await expect(page.getByText('검색어나 카테고리로 시작해 보세요')).toBeVisible();
  const form = page.getByRole('form', { name: '상세 조건' });
  await form.getByLabel('검색어').fill(KEYWORD);
  await form.getByRole('button', { name: '검색' }).click();
  await expect(page.getByRole('heading', { name: /검색 결과 \d/ })).toBeVisible();

  const hits = page.getByRole('region', { name: '검색 결과' });
  const first = hits.getByRole('article').first();
  const title = await first.getByRole('button').textContent();
  await first.getByRole('button').click();
  const panel = page.getByRole('complementary', { name: '상품 정보' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(title ?? '');
  await expect(panel.getByText('수량별 공급가')).toBeVisible();
  await panel.getByRole('button', { name: '닫기' }).click();

  await page.getByText('목록', { exact: true }).click();
  // The cards have boxes too, and go.
  await hits.getByRole('row').nth(1).waitFor();
  for (const at of [0, 1, 2, 3, 4]) await hits.getByRole('checkbox').nth(at).press('Space');
  await expect(page.getByRole('region', { name: '5개 선택' })).toBeVisible();
  await page.getByRole('button', { name: '초안으로 담기' }).click();
  await expect(page.getByText('5개를 초안으로 담았습니다.')).toBeVisible();
  await expect(hits.getByText('초안 있음')).toHaveCount(5);

  await page.getByRole('button', { name: '저장한 검색' }).click();
  await page.getByLabel('저장할 이름').fill('여름 티셔츠');
  await page.getByRole('button', { name: '이 검색 저장' }).click();
  await expect(page.getByLabel('저장할 이름')).toBeHidden();
  await form.getByRole('button', { name: '조건 비우기' }).click();
  await page.getByRole('button', { name: '저장한 검색' }).click();
  await page.getByRole('button', { name: '여름 티셔츠', exact: true }).click();
  await expect(hits.getByText('초안 있음')).toHaveCount(5);
}

async function dropList({ page }: RunningApp): Promise<void> {
  const items = await askMarket<readonly MarketItem[]>(page, { command: 'items' });
  const others = items.map(({ itemNo }) => String(itemNo));
  const numbers = [...new Set([...SLIPPERS, ...others.slice(24)])].slice(0, LIST_LENGTH);
  await dropFiles(page, [
    { name: '도매 목록.csv', text: [...numbers, '아무 말', SLIPPERS[0]].join('\n') },
  ]);
  await expect(page.getByText('202줄에서 상품번호 200개를 찾았습니다.')).toBeVisible();
  await expect(page.getByRole('cell', { name: '아무 말', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '200개 등록 시작' }).click();
  await expect(page.getByText('새로 등록 200개')).toBeVisible();
}

async function editOptionsAndPictures({ page }: RunningApp): Promise<void> {
  await go(page, `#/drafts/${SHIRT}`);
  await page.getByRole('link', { name: '옵션 편집기 열기' }).click();
  const colour = page
    .getByRole('row')
    .filter({ has: page.getByText('블랙-S', { exact: true }) })
    .getByRole('textbox', { name: /옵션값 1/ });
  await colour.fill('먹색');
  await colour.press('Enter');
  await page.getByRole('button', { name: '저장' }).click();
  const savedOptions = async (): Promise<string> =>
    JSON.stringify(await ask(page, 'drafts.get', { itemNo: SHIRT }));
  await expect.poll(savedOptions).toContain('먹색');

  await page.getByRole('link', { name: '초안으로' }).click();
  await page.getByRole('link', { name: '이미지 고르기 화면 열기' }).click();
  await page.getByRole('button', { name: '상세설명 이미지 1을 추가 이미지로도 쓰기' }).click();
  await expect(
    page.getByRole('grid', { name: '대표 이미지와 추가 이미지' }).getByRole('row'),
  ).toHaveCount(2);
  await expect(page.getByText(/저장했습니다\./)).toBeVisible();
}

async function fixCategoryOfAllAlike({ page }: RunningApp): Promise<void> {
  await menu(page, '상품 초안').click();
  const unsure = page
    .getByRole('listbox', { name: '사유별 보기' })
    .getByRole('option', { name: /카테고리.*확신도/ });
  await unsure.click({ timeout: 60_000 });
  await expect(page.getByRole('row').filter({ hasText: '슬리퍼' })).toHaveCount(SLIPPERS.length, {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: '이 사유 모두 해결' }).click();
  await page.getByRole('combobox', { name: '카테고리 검색' }).fill('여성신발 슬리퍼');
  await page
    .getByRole('option', { name: /슬리퍼/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: '바뀔 초안' })).toContainText('슬리퍼');
  await page.getByRole('button', { name: /개에 적용$/ }).click();
  await expect(page.getByText(/개를 고쳤습니다/)).toBeVisible();
}

async function registerAndFollow(app: RunningApp): Promise<void> {
  const { page } = app;
  await go(page, `#/drafts/${SHIRT}`);
  await page.getByRole('button', { name: '등록하기' }).click();
  await page.getByRole('main').getByRole('button', { name: '대기열 보기' }).click();
  // The list's first lines are in view; what held them up was answered for all of them at once.
  for (const itemNo of SLIPPERS) {
    await expect(page.getByRole('row').filter({ hasText: itemNo })).toContainText('완료', {
      timeout: 60_000,
    });
  }
  await expect.poll(() => productAtMarket(app), { timeout: 60_000 }).toBeDefined();
  const { originProductNo } = (await productAtMarket(app)) ?? {};
  const body = await askMarket(page, { command: 'product', originProductNo });
  expect(JSON.stringify(body)).toContain('먹색');
}

async function approvePriceChange(app: RunningApp): Promise<void> {
  const { page } = app;
  const items = await askMarket<readonly MarketItem[]>(page, { command: 'items' });
  const oldKrw = items.find(({ itemNo }) => String(itemNo) === SHIRT)?.supplyKrw ?? 0;
  const priceKrw = oldKrw + PRICE_STEP_KRW;
  const before = await productAtMarket(app);
  await askMarket(page, { command: 'changePrice', itemNo: Number(SHIRT), priceKrw });
  await menu(page, '감시').click();
  await page.getByRole('button', { name: '지금 모두 확인' }).click();
  await expect(page.getByRole('region', { name: '새 알림' })).toContainText('티셔츠', {
    timeout: 60_000,
  });
  await menu(page, '알림').click();
  await page.getByRole('link', { name: '승인하기' }).first().click();
  const proposal = page.getByRole('article').filter({ hasText: SHIRT });
  await expect(proposal).toContainText('도매가 인상');
  await expect(proposal).toContainText(priceKrw.toLocaleString('ko-KR'));
  await proposal.getByRole('button', { name: /승인$/ }).click();
  await expect(proposal).toHaveCount(0);
  await expect
    .poll(async () => (await productAtMarket(app))?.salePrice, { timeout: 60_000 })
    .toBeGreaterThan(before?.salePrice ?? 0);
  await page.getByText('변경', { exact: true }).first().click();
  await expect(page.getByRole('row').filter({ hasText: SHIRT }).first()).toContainText('반영함');
}

async function seeHistory(app: RunningApp): Promise<void> {
  const { page } = app;
  await go(page, `#/history/${SHIRT}`);
  const prices = page.getByRole('region', { name: '가격', exact: true });
  await expect(prices.locator('svg').first()).toBeVisible();
  const { salePrice = 0 } = (await productAtMarket(app)) ?? {};
  await expect(
    prices.getByRole('row', { name: `판매가 ${salePrice.toLocaleString('ko-KR')}원` }),
  ).not.toHaveCount(0);
}

async function restartInEnglish(app: RunningApp): Promise<void> {
  await menu(app.page, '설정').click();
  await app.page.getByRole('link', { name: '프로그램 정보' }).click();
  await app.page.getByRole('link', { name: '프로그램 정보' }).click();
  await app.page.getByRole('button', { name: '시작 안내 다시 보기' }).click();
  await app.page.getByRole('button', { name: '건너뛰기' }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: '오늘' })).toBeVisible();
  await menu(app.page, '설정').click();
  await app.page.getByText('English', { exact: true }).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await app.page.getByText('Dark', { exact: true }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await app.restart();
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const { total } = await ask<{ total: number }>(page, 'registration.listJobs', {
    offset: 0,
    limit: 1,
  });
  expect(total).toBe(LIST_LENGTH + 1);
  await go(page, `#/drafts/${SHIRT}`);
  await expect(page.getByRole('main')).toContainText('먹색');
  await go(page, `#/history/${SHIRT}`);
  await expect(page.getByRole('main').locator('svg').first()).toBeVisible();
}
