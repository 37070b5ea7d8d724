import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { openDatabase } from '../storage/database';
import { faultOf } from '../testing/fault-of';
import { createSqliteCategoryMemory } from './category-memory';

const folder = await mkdtemp(join(tmpdir(), 'storebridge-category-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CHOICE = { categoryId: '50000001', categoryPath: '생활/건강>주방용품>텀블러' };

it('keeps the newest choice over a restart until it is forgotten', async () => {
  const path = join(folder, 'kept.sqlite');
  const first = await openDatabase(path, systemClock);
  const before = createSqliteCategoryMemory(first);
  before.learn('01_02', { ...CHOICE, categoryId: '50000009' }, 1);
  before.learn('01_02', CHOICE, 2);
  first.close();
  const second = await openDatabase(path, systemClock);
  const after = createSqliteCategoryMemory(second);
  expect(after.find('01_02')).toEqual(CHOICE);
  expect(after.find('01_03')).toBeNull();
  after.forget('01_02');
  expect(after.find('01_02')).toBeNull();
  second.close();
});

it('tells a disk that refuses as a fault the seller can act on', async () => {
  const path = join(folder, 'refused.sqlite');
  const database = await openDatabase(path, systemClock);
  const memory = createSqliteCategoryMemory(database);
  database.pragma('query_only = ON');
  const refused = async (work: () => unknown) => faultOf((async () => work())());
  expect(await refused(() => memory.learn('01_02', CHOICE, 1))).toMatchObject({
    code: 'STORAGE_READ_ONLY',
    params: { path },
  });
  expect(await refused(() => memory.forget('01_02'))).toMatchObject({
    code: 'STORAGE_READ_ONLY',
  });
  database.pragma('query_only = OFF');
  database.exec('DROP TABLE category_choices');
  expect(await refused(() => memory.find('01_02'))).toMatchObject({ code: 'STORAGE_FAULT' });
  database.close();
});
