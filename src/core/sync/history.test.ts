import { MAIN_STORE } from '@shared/domain/ids';
import { DEFAULT_WATCH_CONTROLS } from '@shared/domain/watch';
import { describe, expect, it } from 'vitest';
import { anItemNo } from '../testing/wholesale-item';
import { createHistoryStore, type HistoryRow, historyCsv } from './history-store';
import { createRetention } from './retention';
import { acting, createWatchWorld, ITEM, PAGE, priced, selectOptOf } from './watch-fixture';
import { createWriteStore } from './write-store';

const OTHER = anItemNo('20000002');
const DAY_MS = 86_400_000;

describe('the history of a product', () => {
  it('holds price and stock of item, options and listing, a point only where one changed', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM, { options: [{ name: '블랙' }, { name: '화이트' }] });
    const watch = world.service();
    await watch.runOnce();
    await world.clock.advance(60_000);
    await watch.runOnce();
    world.change(ITEM, {
      selectOpt: selectOptOf([{ name: '블랙', stock: 0 }, { name: '화이트' }]),
    });
    await watch.runOnce();
    expect(watch.history(MAIN_STORE, ITEM, 0)).toMatchObject({
      item: [{ stock: 20 }, { stock: 10 }],
      options: [
        { name: '블랙', points: [{ stock: 10 }, { stock: 0 }] },
        { name: '화이트', points: [{ stock: 10 }] },
      ],
      listing: [{ stock: 10 }],
    });
  });

  it('is kept for as long as the seller set, and never without the value of today', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    world.plant(OTHER);
    const watch = world.service();
    watch.saveControls(MAIN_STORE, { ...DEFAULT_WATCH_CONTROLS, historyDays: 30 });
    await watch.runOnce();
    await world.clock.advance(60_000);
    world.change(ITEM, priced(6000));
    world.change(OTHER, { inventory: 0 });
    await watch.runOnce();
    expect(watch.listChanges(PAGE).changes.map(({ kind, state }) => [kind, state])).toEqual([
      ['sold-out', 'applied'],
      ['price-up', 'awaiting-approval'],
    ]);
    const nightLater = async (days: number): Promise<void> => {
      world.clock.jumpWallClock(days * DAY_MS);
      const night = world.service();
      await night.start();
      await world.clock.advance(30_000);
      await night.stop(1000);
    };
    await nightLater(29);
    expect(watch.listChanges(PAGE).total).toBe(2);
    expect(watch.history(MAIN_STORE, ITEM, 0).item).toHaveLength(2);
    await nightLater(2);
    // The question is open, so its change stays; what was settled is forgotten.
    expect(watch.listChanges(PAGE).changes).toMatchObject([{ kind: 'price-up' }]);
    expect(watch.listApprovals(MAIN_STORE, 0, 10).total).toBe(1);
    expect(watch.history(MAIN_STORE, ITEM, 0).item).toMatchObject([{ priceKrw: 6000 }]);
  });

  it('goes without what keeps a refused body from being sent again', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    const writes = createWriteStore(world.database);
    const refuse = (refusedSha256: string, atMs: number): void => {
      writes.queue(MAIN_STORE, ITEM, ['stock'], { approved: [], notBeforeMs: 0, atMs });
      const [write] = writes.due(atMs, 1);
      if (write === undefined) throw new Error('nothing is queued');
      writes.settle(write.writeId, 'failed', atMs, { refusedSha256 });
    };
    refuse('first', 1000);
    refuse('second', 2000);
    createRetention(world.database, createHistoryStore(world.database)).forget(5000);
    expect(writes.lastRefused(MAIN_STORE, ITEM)).toBe('second');
    const kept = world.database.prepare('SELECT refused_sha256 FROM watch_writes').pluck().all();
    expect(kept).toEqual(['second']);
  });
});

describe('the history as CSV', () => {
  const at = Date.UTC(2026, 9, 1, 15, 30, 5);
  const aRow = (change: Partial<HistoryRow> = {}): HistoryRow => ({
    itemNo: ITEM,
    series: 'option',
    optionName: '',
    atMs: at,
    priceKrw: 1000,
    stock: 5,
    ...change,
  });

  it('begins with a mark, names its columns, tells Korean time and ends every line as Excel wants', () => {
    const csv = historyCsv([aRow({ series: 'item' }), aRow({ series: 'listing', stock: null })]);
    expect(csv).toBe(
      '\uFEFF상품번호,구분,옵션,시각(KST),가격(원),재고\r\n' +
        '20000001,도매,,2026-10-02 00:30:05,1000,5\r\n' +
        '20000001,스토어,,2026-10-02 00:30:05,1000,\r\n',
    );
    expect(Buffer.from(csv, 'utf8').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it.each([
    ['검정, 대형', '"검정, 대형"'],
    ['24" 모니터', '"24"" 모니터"'],
    ['두\n줄', '"두\n줄"'],
    ['=1+1', "'=1+1"],
    ['-10도', "'-10도"],
    ['@SUM(A1),1', `"'@SUM(A1),1"`],
  ])('keeps the option name %j in its own field and out of formulas', (name, field) => {
    expect(historyCsv([aRow({ optionName: name })])).toContain(`,도매 옵션,${field},`);
  });

  it('holds every product of the store, or one alone, under a name that says which', async () => {
    const world = await createWatchWorld();
    world.plant(ITEM);
    world.plant(OTHER);
    const watch = world.service();
    watch.savePolicy(acting('price-up'));
    await watch.runOnce();
    await world.clock.advance(60_000);
    world.change(ITEM, priced(6000));
    await watch.runOnce();
    const all = watch.exportHistory(MAIN_STORE, null);
    const one = watch.exportHistory(MAIN_STORE, ITEM);
    const rowsOf = ({ csv }: { readonly csv: string }) =>
      csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').toSpliced(3, 1).join(' '));
    expect(rowsOf(one)).toEqual([
      '20000001 도매  5000 100',
      '20000001 도매  6000 100',
      '20000001 스토어  8100 100',
    ]);
    expect(rowsOf(all)).toEqual([...rowsOf(one), '20000002 도매  5000 100']);
    expect([all.fileName, one.fileName]).toEqual([
      expect.stringMatching(/^storebridge-history-all-\d{4}-\d{2}-\d{2}\.csv$/),
      expect.stringMatching(/^storebridge-history-20000001-\d{4}-\d{2}-\d{2}\.csv$/),
    ]);
  });
});
