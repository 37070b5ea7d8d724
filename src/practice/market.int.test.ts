import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPracticeMarket } from './index';
import { buildCategoryTree } from './naver/category-tree';
import { leafEndingWith, wellFormedBody } from './testing/product-body';
import { startTestMarket, type TestMarket } from './testing/test-market';

const LEAF = leafEndingWith(buildCategoryTree(), '여성의류>티셔츠').id;
const VIEW = (no: number | undefined): string => `ver=4.6&mode=getItemView&no=${no}`;
let folder: string;
const open: TestMarket[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-test-'));
});
afterEach(async () => {
  for (const market of open.splice(0)) await market.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startTestMarket>[0] = {}): Promise<TestMarket> {
  const market = await startTestMarket(options);
  open.push(market);
  return market;
}

test('fewer than three hundred items are refused', async () => {
  await expect(startPracticeMarket({ itemCount: 299 })).rejects.toThrow(RangeError);
});

test('a port that was asked for and is taken is an error', async () => {
  const market = await start();
  const taken = Number(new URL(market.market.naverUrl).port);
  await expect(startPracticeMarket({ naverPort: taken })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('products, pictures, tokens and changes survive a restart, ports included', async () => {
  const persistPath = join(folder, 'market.jsonl');
  const first = await start({ persistPath });
  const imageUrl = await first.picture();
  await first.store(
    'POST /v2/products',
    wellFormedBody({ leafCategoryId: LEAF, imageUrl, sellerCode: 'KEEP-1' }),
  );
  const token = await first.token();
  const itemNo = first.market.control.items()[0]?.itemNo ?? 0;
  first.market.control.changePrice(itemNo, 12_340);
  const { naverUrl, domeggookUrl } = first.market;
  await open.pop()?.close();

  const second = await start({ persistPath });
  expect(second.market).toMatchObject({ naverUrl, domeggookUrl });
  expect(second.market.control.products().map((one) => one.sellerCode)).toEqual(['KEEP-1']);
  expect(await second.token()).toBe(token);
  expect((await fetch(imageUrl)).status).toBe(200);
  expect((await second.wholesale(VIEW(itemNo))).body.domeggook.price.supply).toBe(12_340);
  const again = await second.store(
    'POST /v2/products',
    wellFormedBody({ leafCategoryId: LEAF, imageUrl, sellerCode: 'KEEP-2' }),
  );
  expect(again.status).toBe(200);
  const numbers = second.market.control.products().map((one) => one.originProductNo);
  expect(new Set(numbers).size).toBe(2);
});

test('a kept change of an item that another seed does not have is passed over', async () => {
  const persistPath = join(folder, 'market.jsonl');
  const first = await start({ persistPath });
  first.market.control.end(first.market.control.items()[0]?.itemNo ?? 0);
  await open.pop()?.close();
  const second = await start({ persistPath, seed: 2 });
  expect(second.market.control.items()[0]?.status).toBe('판매중');
});

test('without a file nothing is left on disk', async () => {
  const market = await start();
  const imageUrl = await market.picture();
  await open.pop()?.close();
  await expect(fetch(imageUrl)).rejects.toThrow();
  expect(existsSync(join(folder, 'market.jsonl'))).toBe(false);
});

test('the control path needs the key and a known command', async () => {
  const market = await start();
  const url = `${new URL(market.market.domeggookUrl).origin}/_practice/control`;
  const bare = await fetch(url, { method: 'POST', body: JSON.stringify({ command: 'stats' }) });
  expect(bare.status).toBe(403);
  expect((await market.command({ command: 'explode' })).status).toBe(400);
  expect((await market.command({ command: 'soldOut', itemNo: 5 })).body).toMatchObject({
    ok: false,
  });
});

test('commands over HTTP change the market like the control object', async () => {
  const market = await start();
  const itemNo = market.market.control.items()[0]?.itemNo ?? 0;
  const price = await market.command({ command: 'changePrice', itemNo, priceKrw: 8_800 });
  expect(price.body).toMatchObject({ ok: true, result: { kind: 'price', after: '1+8800' } });
  expect((await market.wholesale(VIEW(itemNo))).body.domeggook.price.supply).toBe(8_800);
  await market.command({ command: 'soldOut', itemNo });
  expect((await market.wholesale(VIEW(itemNo))).body.domeggook.qty.inventory).toBe('0');
  await market.command({ command: 'end', itemNo });
  expect((await market.wholesale(VIEW(itemNo))).body.domeggook.basis.status).toBe('판매종료');
  await market.command({ command: 'delete', itemNo });
  expect((await market.wholesale(VIEW(itemNo))).body.errors.code).toBe('40');
  const steps = await market.command({ command: 'advance', steps: 2 });
  expect(steps.body.result.length).toBeGreaterThan(0);
  const stats = await market.command({ command: 'stats' });
  expect(stats.body.result.domeggook.calls.getItemView).toBe(4);
});

test('a fault injected over HTTP hits the wholesaler', async () => {
  const market = await start();
  const fault = { server: 'domeggook', api: 'getItemView', kind: 'status', status: 503 };
  await market.command({ command: 'inject', fault });
  const itemNo = market.market.control.items()[0]?.itemNo;
  expect((await market.wholesale(VIEW(itemNo))).status).toBe(503);
  expect((await market.wholesale(VIEW(itemNo))).status).toBe(200);
});

test('a delay holds the answer back by the asked time', async () => {
  const market = await start();
  const before = market.clock.nowMs();
  market.market.control.inject({ server: 'domeggook', kind: 'delay', delayMs: 4_000 });
  await market.wholesale(VIEW(market.market.control.items()[0]?.itemNo));
  expect(market.clock.nowMs() - before).toBe(4_000);
});

test('the day’s wholesale budget can be used up', async () => {
  const market = await start();
  const itemNo = market.market.control.items()[0]?.itemNo;
  await market.wholesale(VIEW(itemNo));
  await market.command({ command: 'setDomeggookCallsToday', calls: 15_000 });
  expect((await market.wholesale(VIEW(itemNo))).status).toBe(429);
  await market.command({ command: 'nextDay' });
  expect((await market.wholesale(VIEW(itemNo))).status).toBe(200);
});
