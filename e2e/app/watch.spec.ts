import { test as base, expect } from '../fixtures';
import { sampleItemNos } from '../sample-items';
import { type Market, startMarket } from '../terminal/program';

const [ITEM = ''] = sampleItemNos(1);

interface PracticeItem {
  readonly itemNo: number;
  readonly supplyKrw: number | null;
}
interface PracticeProduct {
  readonly sellerCode: string | null;
  readonly salePrice: number;
  readonly statusType: string;
}

/** The app against a market that the test may change. */
const test = base.extend<{ readonly market: Market }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  market: async ({}, use) => {
    const market = await startMarket();
    await use(market);
    await market.stop();
  },
  variables: async ({ market }, use) => use(market.variables),
});

test('a price change at the wholesaler becomes a notification, an updated product and history', async ({
  app,
  market,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: '가져오기' }).click();
  await page.getByLabel(/붙여넣으세요/).fill(ITEM);
  await page.getByRole('button', { name: '목록 확인' }).click();
  await page.getByRole('button', { name: '1개 등록 시작' }).click();
  await page.getByRole('button', { name: '대기열 보기' }).click();
  const row = page.getByRole('row').filter({ hasText: ITEM });
  await expect(row).toContainText('완료', { timeout: 30_000 });

  const items = await market.control<readonly PracticeItem[]>({ command: 'items' });
  const oldKrw = items.find(({ itemNo }) => String(itemNo) === ITEM)?.supplyKrw ?? 0;
  const listed = async (): Promise<PracticeProduct | undefined> => {
    const products = await market.control<readonly PracticeProduct[]>({ command: 'products' });
    return products.find(({ sellerCode }) => sellerCode === `SB-${ITEM}`);
  };
  const before = await listed();
  await market.control({
    command: 'changePrice',
    itemNo: Number(ITEM),
    priceKrw: oldKrw + 3000,
  });

  await page.getByRole('link', { name: '감시' }).click();
  await page.getByRole('button', { name: '지금 모두 확인' }).click();
  const proposal = page.getByRole('article').filter({ hasText: ITEM });
  await expect(proposal).toContainText('도매가 인상', { timeout: 30_000 });
  await expect(proposal).toContainText((oldKrw + 3000).toLocaleString('ko-KR'));
  await proposal.getByRole('button', { name: /승인$/ }).click();
  await expect(page.getByText('승인할 것이 없습니다.')).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(async () => (await listed())?.salePrice, { timeout: 30_000 })
    .toBeGreaterThan(before?.salePrice ?? 0);
  await page.getByText('변경', { exact: true }).first().click();
  await expect(page.getByRole('row').filter({ hasText: ITEM }).first()).toContainText('반영함', {
    timeout: 30_000,
  });

  const [oldText, newText] = [oldKrw, oldKrw + 3000].map((krw) => krw.toLocaleString('ko-KR'));
  await page.getByRole('link', { name: /^알림/ }).click();
  const notice = page.getByRole('main').getByRole('listitem').filter({ hasText: '도매가' });
  await expect(notice.first()).toContainText(`${oldText}원에서 ${newText}원으로 올랐습니다`);

  await page.evaluate(`location.hash = '#/history/${ITEM}'`);
  const prices = page.getByRole('table', { name: '가격', exact: true });
  for (const krw of [
    oldText,
    newText,
    ((await listed())?.salePrice ?? 0).toLocaleString('ko-KR'),
  ]) {
    await expect(prices.getByRole('cell', { name: `${krw}원` }).first()).toBeAttached();
  }

  await page.getByRole('link', { name: '감시' }).click();
  await market.control({ command: 'soldOut', itemNo: Number(ITEM) });
  await page.getByRole('button', { name: '지금 모두 확인' }).click();
  await expect
    .poll(async () => (await listed())?.statusType, { timeout: 30_000 })
    .toBe('OUTOFSTOCK');

  // What is set for one product comes before the store's own policy.
  await page.evaluate(`location.hash = '#/watch?tab=products'`);
  await page.getByRole('link', { name: `이 상품의 정책 ${ITEM}` }).click();
  const rises = page.getByRole('listitem').filter({ hasText: '도매가 인상' }).first();
  await expect(rises).toContainText('스토어 기본값 따름');
  await rises.getByText('바로 반영', { exact: true }).click();
  await expect(rises).toContainText('직접 정함');
  await market.control({ command: 'changeStock', itemNo: Number(ITEM), stock: 50 });
  await market.control({ command: 'changePrice', itemNo: Number(ITEM), priceKrw: oldKrw + 9000 });
  const approved = (await listed())?.salePrice ?? 0;
  await page.getByRole('button', { name: '지금 모두 확인' }).click();
  await expect
    .poll(async () => (await listed())?.salePrice, { timeout: 30_000 })
    .toBeGreaterThan(approved);
  expect(app.pageFaults).toEqual([]);
});
