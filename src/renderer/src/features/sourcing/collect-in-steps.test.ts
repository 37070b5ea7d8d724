import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { COLLECT_STEP, type CollectVerdict, collectInSteps } from './collect-in-steps';

const ITEMS = Array.from({ length: COLLECT_STEP * 2 + 3 }, (_, at) =>
  parseItemNo(`${100_001 + at}`),
).filter((itemNo) => itemNo !== null);
const registered = (itemNos: readonly ItemNo[]): readonly CollectVerdict[] =>
  itemNos.map((itemNo) => ({ kind: 'registered', itemNo }));

describe('taking many items as drafts', () => {
  it('gives a verdict for each and tells how far it is', async () => {
    const progress: number[] = [];
    const collected = await collectInSteps(ITEMS, {
      collect: async (step) => registered(step),
      isStopped: () => false,
      onProgress: (doneItems) => progress.push(doneItems),
    });
    expect(collected.verdicts.map(({ itemNo }) => itemNo)).toEqual(ITEMS);
    expect(collected).toMatchObject({ leftItems: 0, fault: null });
    expect(progress).toEqual([0, COLLECT_STEP, COLLECT_STEP * 2]);
  });

  it('keeps what was done before a fault', async () => {
    let requests = 0;
    const collected = await collectInSteps(ITEMS, {
      collect: async (step) => {
        requests += 1;
        if (requests === 2) throw new AppError('NETWORK_TIMEOUT', { params: { host: 'host' } });
        return registered(step);
      },
      isStopped: () => false,
      onProgress: () => undefined,
    });
    expect(collected).toMatchObject({
      leftItems: ITEMS.length - COLLECT_STEP,
      fault: { code: 'NETWORK_TIMEOUT' },
    });
    expect(collected.verdicts).toHaveLength(COLLECT_STEP);
    expect(requests).toBe(2);
  });

  it('asks for no more once it is stopped', async () => {
    let requests = 0;
    const collected = await collectInSteps(ITEMS, {
      collect: async (step) => {
        requests += 1;
        return registered(step);
      },
      isStopped: () => requests === 1,
      onProgress: () => undefined,
    });
    expect(collected).toMatchObject({ leftItems: ITEMS.length - COLLECT_STEP, fault: null });
  });
});
