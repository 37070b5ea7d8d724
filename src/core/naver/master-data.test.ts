import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from '../storage/key-value';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createMemoryKeyValueStore } from '../testing/memory-key-values';
import { createNaverMasterData } from './master-data';
import type { NaverCategory, NaverClient, NaverMasterData } from './port';

const BATCH = { lane: 'batch' } as const;
const HOUR_MS = 3_600_000;

const CATEGORIES: readonly NaverCategory[] = [
  { id: '1', name: '패션', path: '패션', isLeaf: false },
  { id: '2', name: '티셔츠', path: '패션>티셔츠', isLeaf: true },
];

function bench(
  options: {
    store?: KeyValueStore;
    scope?: string;
    clock?: FakeClock;
    fails?: () => boolean;
    /** Answers come after this. */
    until?: Promise<void>;
  } = {},
): { lists: NaverMasterData; clock: FakeClock; asked: string[]; store: KeyValueStore } {
  const clock = options.clock ?? createFakeClock();
  const store = options.store ?? createMemoryKeyValueStore();
  const asked: string[] = [];
  const answer = async <T>(name: string, value: T): Promise<T> => {
    asked.push(name);
    await options.until;
    if (options.fails?.()) throw new Error('away');
    return value;
  };
  const client: Pick<
    NaverClient,
    | 'fetchCategories'
    | 'fetchCategory'
    | 'fetchAddresses'
    | 'fetchReturnCouriers'
    | 'fetchOriginAreas'
  > = {
    fetchCategories: (call) => answer(`categories${call.signal ? ' with signal' : ''}`, CATEGORIES),
    fetchCategory: (id) =>
      answer(`category ${id}`, {
        ...CATEGORIES[1],
        id,
        exceptions: ['ADULT'],
        certifications: [],
      } as never),
    fetchAddresses: () => answer('addresses', []),
    fetchReturnCouriers: () => answer('couriers', []),
    fetchOriginAreas: () => answer('origins', [{ code: '0200037', name: '중국' }]),
  };
  const lists = createNaverMasterData({
    client: client as NaverClient,
    keyValueStore: store,
    clock,
    ...(options.scope === undefined ? {} : { scope: options.scope }),
  });
  return { lists, clock, asked, store };
}

describe('master data', () => {
  it('reads a list once for all who ask at once and for a day', async () => {
    const { lists, asked, clock } = bench();
    const both = await Promise.all([lists.leafCategories(BATCH), lists.leafCategories(BATCH)]);
    expect(both[0]).toEqual([CATEGORIES[1]]);
    expect(both[1]).toEqual(both[0]);
    await clock.advance(24 * HOUR_MS - 1);
    await lists.leafCategories(BATCH);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    await lists.leafCategories(BATCH);
    expect(asked).toHaveLength(2);
  });

  it('keeps lists over a restart', async () => {
    const first = bench();
    await first.lists.category('2', BATCH);
    await first.lists.originAreas(BATCH);
    const second = bench({ store: first.store, clock: first.clock });
    expect(await second.lists.category('2', BATCH)).toMatchObject({
      id: '2',
      exceptions: ['ADULT'],
    });
    expect(await second.lists.originAreas(BATCH)).toEqual([{ code: '0200037', name: '중국' }]);
    expect(second.asked).toEqual([]);
  });

  it('never lets one store’s or the practice market’s lists answer for another', async () => {
    const first = bench({ scope: 'practice' });
    await first.lists.addresses(BATCH);
    const second = bench({ scope: 'live', store: first.store, clock: first.clock });
    await second.lists.addresses(BATCH);
    expect(second.asked).toEqual(['addresses']);
  });

  it('reads anew what it cannot understand or what comes from the future', async () => {
    const { lists, asked, store, clock } = bench();
    store.save('naver.master.v1.main.origin-areas', [{ code: 5 }], clock.nowMs());
    store.save('naver.master.v1.main.addresses', [], clock.nowMs() + HOUR_MS);
    expect(await lists.originAreas(BATCH)).toHaveLength(1);
    await lists.addresses(BATCH);
    expect(asked).toEqual(['origins', 'addresses']);
  });

  it('asks again after a failure', async () => {
    let isAway = true;
    const { lists, asked } = bench({ fails: () => isAway });
    await expect(lists.returnCouriers(BATCH)).rejects.toThrow('away');
    isAway = false;
    expect(await lists.returnCouriers(BATCH)).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('lets a reader go that waits no more, and keeps what the others get', async () => {
    let answered = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const { lists, asked } = bench({ until: gate });
    const leaving = new AbortController();
    const left = lists.leafCategories({ lane: 'batch', signal: leaving.signal });
    const staying = lists.leafCategories(BATCH);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'NETWORK_ABORTED' });
    answered();
    expect(await staying).toEqual([CATEGORIES[1]]);
    expect(asked).toEqual(['categories']);
  });

  it('does not end a shared reading when one of its readers goes away', async () => {
    const { lists, asked } = bench();
    const controller = new AbortController();
    await lists.leafCategories({ lane: 'batch', signal: controller.signal });
    expect(asked).toEqual(['categories']);
  });
});
