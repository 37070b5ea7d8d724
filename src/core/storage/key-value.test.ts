import { AppError } from '@shared/errors/app-error';
import { beforeEach, expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { type Database, openDatabase } from './database';
import { createSqliteKeyValueStore, type KeyValueStore } from './key-value';

let database: Database;
let store: KeyValueStore;

beforeEach(async () => {
  database = await openDatabase(':memory:', createFakeClock());
  store = createSqliteKeyValueStore(database);
});

it('gives back what was saved last, with its moment', () => {
  store.save('categories', [1], 100);
  store.save('categories', [{ id: '50000001' }], 200);
  expect(store.find('categories')).toEqual({ value: [{ id: '50000001' }], writtenAtMs: 200 });
  expect(store.find('other')).toBeNull();
});

it('forgets what was removed', () => {
  store.save('categories', [1], 100);
  store.remove('categories');
  expect(store.find('categories')).toBeNull();
});

it('counts a value that cannot be understood as absent', () => {
  store.save('categories', [1], 100);
  database.exec(`UPDATE key_values SET value_json = '[1'`);
  expect(store.find('categories')).toBeNull();
});

it('says in the words of storage that it could not write', () => {
  database.pragma('query_only = ON');
  try {
    store.save('categories', [1], 100);
    expect.unreachable();
  } catch (fault) {
    expect(fault).toBeInstanceOf(AppError);
    expect((fault as AppError).code).toBe('STORAGE_READ_ONLY');
  }
});
