import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleItemNos } from '../sample-items';
import { run, startMarket, withFolder, writeList } from './program';

test('one sweep from the terminal finds, follows and asks, and says so as JSON', async () => {
  test.setTimeout(120_000);
  const [dearer = '', gone = ''] = sampleItemNos(2);
  const market = await startMarket();
  try {
    await withFolder(async (folder) => {
      const variables = { ...market.variables, STOREBRIDGE_HOME: join(folder, 'home') };
      await run(['register', writeList(folder, [dearer, gone]), '--json'], variables);
      const items = await market.control<readonly { itemNo: number; supplyKrw: number | null }[]>({
        command: 'items',
      });
      const oldKrw = items.find(({ itemNo }) => String(itemNo) === dearer)?.supplyKrw ?? 0;
      await market.control({
        command: 'changePrice',
        itemNo: Number(dearer),
        priceKrw: oldKrw + 3000,
      });
      await market.control({ command: 'soldOut', itemNo: Number(gone) });

      const swept = await run(['sync', '--once', '--json'], variables);
      // Something waits for the seller.
      expect(swept.status).toBe(1);
      expect(swept.json).toMatchObject({ checked: 2, calls: 1, changed: 2, applied: 1, asked: 1 });
      expect(swept.json?.notified).toBe(2);
      const changes = swept.json?.changes as readonly Record<string, unknown>[];
      expect(changes).toHaveLength(2);
      expect(changes).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            itemNo: dearer,
            kind: 'price-up',
            old: oldKrw,
            new: oldKrw + 3000,
            action: 'ask',
          }),
          expect.objectContaining({ itemNo: gone, kind: 'sold-out', new: 0, action: 'act' }),
        ]),
      );
      const again = await run(['sync', '--once', '--json'], variables);
      expect(again.status).toBe(0);
      expect(again.json).toMatchObject({ checked: 2, changed: 0, applied: 0, changes: [] });
    });
  } finally {
    await market.stop();
  }
});
