import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastEntry, openJournal } from './journal';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('entries come back in order in the next run', () => {
  const path = join(folder, 'deep', 'market.json');
  const first = openJournal(path);
  first.append({ kind: 'a', value: 1 });
  first.append({ kind: 'b', value: 2 });
  first.append({ kind: 'a', value: 3 });
  const second = openJournal(path);
  expect(second.past.map((entry) => entry.value)).toEqual([1, 2, 3]);
  expect(lastEntry(second, 'a')).toBe(3);
  expect(lastEntry(second, 'c')).toBeUndefined();
});

test('a cut last line is left out and does not spoil the next entry', () => {
  const path = join(folder, 'market.json');
  openJournal(path).append({ kind: 'a', value: 1 });
  appendFileSync(path, '{"kind":"a","val');
  openJournal(path).append({ kind: 'a', value: 2 });
  expect(openJournal(path).past.map((entry) => entry.value)).toEqual([1, 2]);
});

test('without a path nothing is kept', () => {
  const journal = openJournal(undefined);
  journal.append({ kind: 'a', value: 1 });
  expect(journal.past).toEqual([]);
});
