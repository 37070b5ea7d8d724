import { MAIN_STORE } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { ITEM, openWatched, PAGE } from './watch-fixture';

/** The places at which the process can end between finding a change and having followed it. */
const PLACES = [
  ['before', 'findListings'],
  ['after', 'findListings'],
  ['before', 'updateListings'],
  ['after', 'updateListings'],
] as const;

describe('a process that ends', () => {
  it.each(PLACES)('%s %s loses nothing and doubles nothing', async (when, call) => {
    const { world, watch: dying } = await openWatched();
    world.change(ITEM, { inventory: 0 });
    world.naver.faults[when] = (name) =>
      name === call ? new Promise<void>(() => undefined) : undefined;
    void dying.runOnce();
    await world.clock.settle();
    world.naver.faults[when] = () => undefined;

    const next = world.service();
    await next.runOnce();
    expect(world.naver.products()[0]).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
    expect(next.listChanges(PAGE).changes).toMatchObject([{ kind: 'sold-out', state: 'applied' }]);
    expect(world.told.map(({ kind }) => kind)).toEqual(['sold-out']);
    expect(next.status(MAIN_STORE).pendingWrites).toBe(0);
    expect(next.listFindings(MAIN_STORE, 0, 10).total).toBe(0);
  });

  it('before a change is committed finds it again: change, notice and write are one commit', async () => {
    const { world, watch } = await openWatched();
    world.change(ITEM, { inventory: 0 });
    world.database.exec(
      `CREATE TRIGGER disk_full BEFORE INSERT ON watch_writes
       BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    );
    expect((await watch.runOnce()).fault).not.toBeNull();
    expect(watch.listChanges(PAGE).total).toBe(0);
    world.database.exec('DROP TRIGGER disk_full');
    expect(await watch.runOnce()).toMatchObject({ changed: 1, applied: 1 });
  });
});
