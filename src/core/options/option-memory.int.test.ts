import type { LearnedCommand } from '@shared/options/correction';
import { inferOptions } from '@shared/options/inference/infer';
import { beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../platform/logger';
import { type Database, openDatabase } from '../storage/database';
import { createSqliteOptionMemory, type OptionMemory, type ReadItem } from './option-memory';

const clock = { nowMs: () => 1_000, monotonicMs: () => 0, sleep: () => Promise.resolve() };

function item(...names: readonly string[]): ReadItem {
  const options = names.map((name) => ({
    name,
    priceKrw: 0,
    stock: 5,
    sold: true,
    sourceKey: null,
  }));
  const context = { category: '', title: '', setName: '옵션' };
  return { reading: inferOptions(options, context), context };
}

const FIRST = item('로하스-S', '로하스-M', '모에라-S', '모에라-M');
const NEXT = item('클로에-L', '클로에-XL', '파르코-L', '파르코-XL');
const RENAME: LearnedCommand = { kind: 'rename-dimension', axis: 0, name: '라인' };

describe('the SQLite option memory', () => {
  let database: Database;
  let memory: OptionMemory;

  beforeEach(async () => {
    database = await openDatabase(':memory:', clock);
    memory = createSqliteOptionMemory({ database, clock, logger: silentLogger });
    return () => database.close();
  });

  it('offers a correction for the next item of the same supplier and pattern, and applies nothing', () => {
    memory.learn('seller1', FIRST, [RENAME]);
    const offer = memory.offer('seller1', NEXT);
    expect(offer?.model.dimensions.map((dimension) => dimension.name)).toEqual(['라인', '사이즈']);
    expect(NEXT.reading.dimensions[0]?.name).not.toBe('라인');
  });

  it('offers nothing to another supplier or for another pattern', () => {
    memory.learn('seller1', FIRST, [RENAME]);
    expect(memory.offer('seller2', NEXT)).toBeNull();
    expect(memory.offer('seller1', item('블랙', '화이트'))).toBeNull();
  });

  it('keeps what it knows when there is nothing new to learn', () => {
    memory.learn('seller1', FIRST, [RENAME]);
    memory.learn('seller1', FIRST, []);
    expect(memory.recall('seller1', NEXT)).toEqual([RENAME]);
  });

  it('offers nothing where the correction changes nothing', () => {
    memory.learn('seller1', FIRST, [
      { kind: 'rename-value', axis: 0, value: '로하스', name: 'LOHAS' },
    ]);
    expect(memory.offer('seller1', NEXT)).toBeNull();
    expect(memory.offer('seller1', FIRST)?.model.dimensions[0]?.values).toEqual([
      'LOHAS',
      '모에라',
    ]);
  });

  it('learns that a list is not to be split', () => {
    memory.learn('seller1', FIRST, [{ kind: 'take-separator', separator: null, isTyped: false }]);
    expect(memory.offer('seller1', NEXT)?.model).toMatchObject({
      type: 'SIMPLE',
      dimensions: [{ values: ['클로에-L', '클로에-XL', '파르코-L', '파르코-XL'] }],
    });
  });

  it('keeps the latest correction, counts how often it was taken, and forgets on request', () => {
    memory.learn('seller1', FIRST, [RENAME]);
    memory.markTaken('seller1', NEXT);
    memory.learn('seller1', FIRST, [{ ...RENAME, name: '시리즈' }]);
    expect(memory.offer('seller1', NEXT)?.model.dimensions[0]?.name).toBe('시리즈');
    expect(database.prepare('SELECT taken_count FROM option_corrections').pluck().all()).toEqual([
      1,
    ]);
    memory.forget('seller1', NEXT);
    expect(memory.offer('seller1', NEXT)).toBeNull();
  });

  it('counts an unreadable row as none', () => {
    memory.learn('seller1', FIRST, [RENAME]);
    database.prepare("UPDATE option_corrections SET commands_json = '[{}]'").run();
    expect(memory.offer('seller1', NEXT)).toBeNull();
  });
});
