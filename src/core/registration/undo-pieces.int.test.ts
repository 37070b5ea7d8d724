import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BatchId, MAIN_STORE } from '@shared/domain/ids';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createQueueWorld, itemNos, type QueueWorld, untilAllRest } from './service-fixture';
import { UNDO_PIECE_SIZE } from './undo-records';

const HOW = { kind: 'suspend', includesAdopted: false } as const;
const COUNT = UNDO_PIECE_SIZE * 2 + 100;

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-undo-pieces-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A list of which one product exists at Naver; the others were deleted there since. */
async function aLongList(): Promise<{ readonly world: QueueWorld; readonly batchId: BatchId }> {
  const world = await createQueueWorld({ path: join(home, 'storebridge.db') });
  const service = world.service();
  const { batchId } = await service.enqueue(MAIN_STORE, itemNos(1), {
    lane: 'batch',
    batchName: 'list.csv',
  });
  await service.start();
  await untilAllRest(world, service);
  await service.stop(0);
  addProducts(world, batchId, COUNT - 1);
  await world.die();
  return { world, batchId };
}

/** Copies of the list's first job and product, as if `count` more of it were done. */
function addProducts({ database, clock }: QueueWorld, batchId: BatchId, count: number): void {
  const copy = database.transaction(() => {
    const first = Number(database.prepare('SELECT MAX(job_seq) FROM jobs').pluck().get()) + 1;
    const addJob = database.prepare(
      `INSERT INTO jobs (job_seq, job_id, batch_id, store_id, item_no, lane, state, not_before_ms,
         created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?, ?, 'batch', 'done', 0, 1, 1)`,
    );
    const addMember = database.prepare(
      "INSERT INTO batch_members (batch_id, job_seq, state) VALUES (?, ?, 'done')",
    );
    const addProduct = database.prepare(
      `INSERT INTO products (store_id, item_no, origin_product_no, seller_code, is_adopted,
         registered_at_ms) VALUES (?, ?, ?, ?, 0, ?)`,
    );
    for (let seq = first; seq < first + count; seq += 1) {
      const itemNo = String(5_000_000 + seq);
      addJob.run(seq, `job-${seq}`, batchId, MAIN_STORE, itemNo);
      addMember.run(batchId, seq);
      addProduct.run(MAIN_STORE, itemNo, String(9_000_000 + seq), `SB-${itemNo}`, clock.nowMs());
    }
  });
  copy.immediate();
}

it('writes every product down once, also when the program is killed meanwhile, and then begins', async () => {
  const { world, batchId } = await aLongList();
  const { undoId } = world.service().undo.begin(batchId, MAIN_STORE, HOW);
  await world.die();
  expect(world.service().undo.find(undoId)?.counts.waiting).toBe(UNDO_PIECE_SIZE);
  // What comes into the list afterwards was not there to be agreed to.
  await world.clock.advance(1);
  addProducts(world, batchId, 1);

  const second = world.service();
  await second.start();
  await world.clock.advanceUntil(
    () => second.undo.find(undoId)?.counts.waiting === UNDO_PIECE_SIZE * 2,
  );
  await world.die();
  const third = world.service();
  await third.start();
  await world.clock.advanceUntil(() => (third.undo.find(undoId)?.counts.gone ?? 0) > 10);
  expect(world.naver.products()[0]?.status).toBe('SUSPENSION');
  const listed = world.database
    .prepare('SELECT MAX(position), COUNT(DISTINCT job_seq) FROM undo_items WHERE undo_id = ?')
    .raw()
    .get(undoId);
  expect(listed).toEqual([COUNT, COUNT]);
  await third.stop(0);
});

it('begins nothing more once it is called off, and ends at once although Naver is away', async () => {
  const { world, batchId } = await aLongList();
  const service = world.service();
  await service.start();
  world.naver.faults.before = () => {
    throw new Error('away');
  };
  const { undoId } = service.undo.begin(batchId, MAIN_STORE, HOW);
  await world.clock.advanceUntil(() => service.undo.find(undoId)?.counts.waiting === COUNT);
  await world.clock.advance(30_000);
  service.undo.cancel(undoId);
  await world.clock.advance(100);
  expect(service.undo.find(undoId)).toMatchObject({ counts: { cancelled: COUNT, waiting: 0 } });
  expect(service.undo.find(undoId)?.endedAtMs).not.toBeNull();
  expect(world.naver.products()[0]?.status).toBe('SALE');
  await service.stop(0);
});
