import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryBudget, createSourceCollector, startOfFile } from './source';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-source-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a collected download', () => {
  test('has the bytes that came, whatever was declared and however little memory there is', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 12 }),
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        async (chunks, budgetBytes, declaredBytes) => {
          const budget = createMemoryBudget(budgetBytes);
          number += 1;
          const path = join(folder, `${number}.part`);
          const collector = createSourceCollector(budget, path, declaredBytes);
          for (const chunk of chunks) await collector.add(Uint8Array.from(chunk));
          const source = await collector.finish();
          const expected = Buffer.concat(chunks);
          const bytes =
            typeof source.input === 'string' ? await readFile(source.input) : source.input;
          expect(Buffer.compare(bytes, expected)).toBe(0);
          expect(source.sizeBytes).toBe(expected.byteLength);
          expect(source.sha256).toBe(createHash('sha256').update(expected).digest('hex'));
          expect(Buffer.compare(await startOfFile(source.input, 5), expected.subarray(0, 5))).toBe(
            0,
          );
          await source.release();
          // Everything is given back: the whole budget can be taken again.
          expect(budget.take(budgetBytes)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('becomes a file when one is asked for, which gives its memory back', async () => {
    for (const budgetBytes of [100, 10]) {
      const budget = createMemoryBudget(budgetBytes);
      const collector = createSourceCollector(budget, join(folder, 'asked.part'), 40);
      await collector.add(new Uint8Array(40).fill(7));
      const source = await collector.finish();
      const path = await source.asFile();
      expect(await source.asFile()).toBe(path);
      expect(await readFile(path)).toEqual(Buffer.alloc(40, 7));
      expect(budget.take(budgetBytes)).toBe(true);
      await source.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test('that is thrown away leaves nothing behind', async () => {
    const budget = createMemoryBudget(10);
    const collector = createSourceCollector(budget, join(folder, 'away.part'));
    await collector.add(new Uint8Array(8));
    await collector.add(new Uint8Array(8));
    await collector.discard();
    expect(budget.take(10)).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });
});
