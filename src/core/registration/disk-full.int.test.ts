import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createQueueWorld, itemNos } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const PAGE = { offset: 0, limit: 1000 } as const;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-full-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('takes a list in whole or not at all when the disk is full', async () => {
  const world = await createQueueWorld({ path: join(folder, 'queue.sqlite') });
  const service = world.service();
  const pages = Number(world.database.pragma('page_count', { simple: true }));
  world.database.pragma(`max_page_count = ${pages + 8}`);
  let code = '';
  try {
    await service.enqueue(MAIN_STORE, itemNos(5000), LIST);
  } catch (fault) {
    if (fault instanceof AppError) code = fault.code;
  }
  expect(code).toBe('STORAGE_FULL');
  expect(service.listJobs(PAGE).total).toBe(0);
  expect(world.database.prepare('SELECT COUNT(*) FROM batches').pluck().get()).toBe(0);
});

it('sends nothing more once the disk is full, and loses and doubles nothing when there is room again', async () => {
  const world = await createQueueWorld({
    path: join(folder, 'queue.sqlite'),
    naver: { spacingMs: 500 },
  });
  const service = world.service();
  await service.enqueue(MAIN_STORE, itemNos(40), LIST);
  await service.start();
  await world.clock.advanceUntil(() => world.naver.countOf('createProduct') === 5);
  const pages = Number(world.database.pragma('page_count', { simple: true }));
  world.database.pragma(`max_page_count = ${pages}`);
  await world.clock.advanceUntil(
    () => service.status(MAIN_STORE).pauseReason?.code === 'STORAGE_FULL',
  );
  await world.clock.advance(10_000);
  const sent = world.naver.countOf('createProduct');
  await world.clock.advance(600_000);
  expect(world.naver.countOf('createProduct')).toBe(sent);
  expect(sent).toBeLessThan(40);
  world.database.pragma('max_page_count = 1000000');
  await world.clock.advanceUntil(() =>
    service.listJobs(PAGE).jobs.every((job) => isResting(job.state)),
  );
  expect(service.status(MAIN_STORE).counts.done).toBe(40);
  expect(world.naver.products()).toHaveLength(40);
});
