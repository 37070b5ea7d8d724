import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createGate } from '../testing/gate';
import { createSharedWork } from './shared-work';
import { createWeightedSlots } from './slots';

let clock: FakeClock;
let begun: number;

beforeEach(() => {
  clock = createFakeClock();
  begun = 0;
});

function shared(keepMs = 1000, capacity = 10) {
  return createSharedWork<string>({
    nowMs: () => clock.monotonicMs(),
    keepMs: () => keepMs,
    capacity,
  });
}

const answer = (text: string) => async () => {
  begun += 1;
  return text;
};

describe('work that several want', () => {
  test('is done once for all who want it at the same time', async () => {
    const work = shared(0);
    const all = await Promise.all([1, 2, 3].map(() => work.get('a', answer('made'))));
    expect([all, begun]).toEqual([['made', 'made', 'made'], 1]);
  });

  test('is kept for its time and no longer', async () => {
    const work = shared(1000);
    await work.get('a', answer('first'));
    await clock.advance(999);
    expect(await work.get('a', answer('second'))).toBe('first');
    await clock.advance(1);
    expect(await work.get('a', answer('third'))).toBe('third');
  });

  test('is not kept when it failed', async () => {
    const work = shared();
    await expect(work.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await work.get('a', answer('yes'))).toBe('yes');
  });

  test('goes on for the others when one leaves', async () => {
    const work = shared();
    const gate = createGate();
    const make = async (ending: AbortSignal) => {
      await gate.pass();
      return ending.aborted ? 'stopped' : 'made';
    };
    const abort = new AbortController();
    const leaving = work.get('a', make, abort.signal);
    const staying = work.get('a', make, new AbortController().signal);
    abort.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    gate.open();
    expect(await staying).toBe('made');
  });

  test('is stopped when the last one leaves, and begun anew for the next', async () => {
    const work = shared();
    const gate = createGate();
    let wasStopped = false;
    const abort = new AbortController();
    const leaving = work.get(
      'a',
      async (ending) => {
        await gate.pass();
        wasStopped = ending.aborted;
        return 'late';
      },
      abort.signal,
    );
    abort.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    expect(await work.get('a', answer('anew'))).toBe('anew');
    gate.open();
    await clock.settle();
    expect(wasStopped).toBe(true);
    expect(await work.get('a', answer('again'))).toBe('anew');
  });

  test('of long ago makes room for new', async () => {
    const work = shared(1_000_000, 2);
    for (const key of ['a', 'b', 'c']) await work.get(key, answer(key));
    await work.get('c', answer('c'));
    expect(begun).toBe(3);
    await work.get('a', answer('a'));
    expect(begun).toBe(4);
  });
});

describe('weighted places', () => {
  test('hold no more than their capacity and serve in order', async () => {
    const slots = createWeightedSlots(10);
    const gate = createGate();
    const order: string[] = [];
    const enter = (name: string, weight: number) =>
      slots.run(weight, async () => {
        order.push(name);
        await gate.pass();
      });
    const all = [enter('six', 6), enter('five', 5), enter('one', 1)];
    await clock.settle();
    expect(order).toEqual(['six']);
    gate.open();
    await Promise.all(all);
    expect(order).toEqual(['six', 'five', 'one']);
  });

  test('let a heavier task than the capacity in alone', async () => {
    expect(await createWeightedSlots(10).run(99, async () => 'done')).toBe('done');
  });

  test('pass the place on when a waiter gives up or a task fails', async () => {
    const slots = createWeightedSlots(1);
    const gate = createGate();
    const abort = new AbortController();
    const failing = slots.run(1, async () => {
      await gate.pass();
      throw new Error('broken');
    });
    const leaving = slots.run(1, async () => 'never', abort.signal);
    const staying = slots.run(1, async () => 'served');
    abort.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    gate.open();
    await expect(failing).rejects.toThrow('broken');
    expect(await staying).toBe('served');
  });
});
