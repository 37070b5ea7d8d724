import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Market, run, start, startMarket, withFolder, writeList } from './program';

const SAMPLE = resolve(
  import.meta.dirname,
  '..',
  '..',
  'resources',
  'practice',
  'sample-items.csv',
);
const SAMPLE_NUMBERS = [...readFileSync(SAMPLE, 'utf8').matchAll(/^\d+/gm)].map(
  ([number]) => number,
);

interface Stats {
  readonly createdProducts: number;
  readonly duplicatesBySellerCode: number;
  readonly naver: { readonly tooManyRequests: number };
}

interface Product {
  readonly sellerCode: string;
}

interface Line {
  readonly itemNo: string;
  readonly state: string;
  readonly productNo?: string;
}

let market: Market;
test.beforeEach(async () => {
  market = await startMarket();
});
test.afterEach(async () => {
  await market.stop();
});

const linesOf = (json: Record<string, unknown> | null): readonly Line[] =>
  (json?.items ?? []) as readonly Line[];

test('the demo shows 24 verdicts, at least 16 of them products, the rest with a reason and a fix', async () => {
  test.setTimeout(120_000);
  await withFolder(async (folder) => {
    const beganMs = performance.now();
    const ended = await run(['demo', '--json'], { STOREBRIDGE_HOME: folder });
    expect(ended.status).toBe(0);
    expect(performance.now() - beganMs).toBeLessThan(60_000);
    expect(ended.json?.total).toBe(24);
    expect(ended.json?.registered).toBeGreaterThanOrEqual(16);
    for (const item of (ended.json?.items ?? []) as {
      state: string;
      reasons: { message: string; fix: string }[];
    }[]) {
      if (item.state === 'registered') continue;
      expect(item.reasons[0]?.message).toMatch(/[가-힣]/);
      expect(item.reasons[0]?.fix).toMatch(/[가-힣]/);
    }
  });
});

test('a list registered twice creates nothing the second time', async () => {
  test.setTimeout(180_000);
  await withFolder(async (folder) => {
    const variables = { ...market.variables, STOREBRIDGE_HOME: join(folder, 'home') };
    const first = await run(['register', SAMPLE, '--json'], variables);
    expect(first.status).toBe(1);
    const created = (await market.control<Stats>({ command: 'stats' })).createdProducts;
    expect(created).toBe(first.json?.registered);

    const second = await run(['register', SAMPLE, '--json'], variables);
    expect(second.json).toMatchObject({ registered: 0, alreadyRegistered: created });
    const stats = await market.control<Stats>({ command: 'stats' });
    expect(stats.createdProducts).toBe(created);
    expect(stats.naver.tooManyRequests).toBe(0);
  });
});

test('a new data folder adopts what already stands in the store instead of doubling it', async () => {
  test.setTimeout(180_000);
  await withFolder(async (folder) => {
    const list = writeList(folder, SAMPLE_NUMBERS.slice(0, 4));
    const first = await run(['register', list, '--json'], {
      ...market.variables,
      STOREBRIDGE_HOME: join(folder, 'a'),
    });
    const second = await run(['register', list, '--json'], {
      ...market.variables,
      STOREBRIDGE_HOME: join(folder, 'b'),
    });
    expect(linesOf(second.json).map((line) => line.productNo)).toEqual(
      linesOf(first.json).map((line) => line.productNo),
    );
    expect((await market.control<Stats>({ command: 'stats' })).createdProducts).toBe(4);
  });
});

test('killed twenty times at random moments, every item ends once and none is lost', async () => {
  test.setTimeout(300_000);
  await withFolder(async (folder) => {
    const variables = { ...market.variables, STOREBRIDGE_HOME: join(folder, 'home') };
    const random = seeded(20_261_123);
    for (let kill = 0; kill < 20; kill += 1) {
      const { child, ended } = start(['register', SAMPLE, '--json'], variables);
      const timer = setTimeout(() => child.kill('SIGKILL'), 400 + random() * 1_600);
      await ended;
      clearTimeout(timer);
    }
    const last = await run(['register', SAMPLE, '--json'], variables);
    expect(last.json).toMatchObject({ total: 24, waiting: 0, failed: 0 });
    const lines = linesOf(last.json);
    const standing = lines.filter((line) => line.productNo !== undefined);
    expect(standing.length).toBeGreaterThanOrEqual(16);

    const products = await market.control<readonly Product[]>({ command: 'products' });
    const codes = products.map((product) => product.sellerCode).sort();
    expect(codes).toEqual(standing.map((line) => `SB-${line.itemNo}`).sort());
    const stats = await market.control<Stats>({ command: 'stats' });
    expect(stats.duplicatesBySellerCode).toBe(0);
    expect(stats.createdProducts).toBe(standing.length);
  });
});

/** Deterministic chance (mulberry32), so that a failure can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
