import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startOwnRedis } from '../own-redis';
import { sampleItemNos } from '../sample-items';
import { run, startMarket, withFolder, writeList } from './program';

interface Stats {
  readonly createdProducts: number;
  readonly duplicatesBySellerCode: number;
  readonly naver: { readonly tooManyRequests: number };
}

test('two PCs on one Redis that register the same items make each product once and stay within the limits', async () => {
  test.setTimeout(300_000);
  const market = await startMarket();
  const redis = await startOwnRedis();
  try {
    await withFolder(async (folder) => {
      const list = writeList(folder, sampleItemNos(20));
      const ends = await Promise.all(
        ['a', 'b'].map((pc) =>
          run(['register', list, '--json'], {
            ...market.variables,
            STOREBRIDGE_HOME: join(folder, pc),
            STOREBRIDGE_REDIS_URL: `redis://127.0.0.1:${redis.port}`,
          }),
        ),
      );
      for (const { json } of ends) {
        expect(json).toMatchObject({ total: 20, failed: 0, waiting: 0 });
      }
      const stats = await market.control<Stats>({ command: 'stats' });
      expect(stats.duplicatesBySellerCode).toBe(0);
      expect(stats.naver.tooManyRequests).toBe(0);
      expect(stats.createdProducts).toBe(ends[0]?.json?.registered);
      expect(ends[1]?.json?.registered).toBe(ends[0]?.json?.registered);
    });
  } finally {
    await redis.stop();
    await market.stop();
  }
});
