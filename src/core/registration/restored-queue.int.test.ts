import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { settingsSchema } from '@shared/domain/settings';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBackupService } from '../backup/service';
import { createQueueWorld, itemNos, untilAllRest } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-restored-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function worldAtHome() {
  const path = join(home, 'live', 'storebridge.db');
  mkdirSync(dirname(path), { recursive: true });
  const world = await createQueueWorld({ path });
  const backups = createBackupService({
    home,
    settings: () => settingsSchema.parse({}).backup,
    clock: world.clock,
    logger: world.log,
  });
  /** Puts the backup in the database's place and opens it, as a restore and the next start do. */
  const restore = async (id: string): Promise<void> => {
    const restoring = await backups.prepareRestore(id);
    world.database.close();
    await restoring.apply();
    await world.die();
  };
  return { world, backups, restore };
}

it('sends nothing after a restore before the seller has looked, then registers nothing a second time', async () => {
  const { world, backups, restore } = await worldAtHome();
  const first = world.service();
  const { batchId } = await first.enqueue(MAIN_STORE, itemNos(4), LIST);
  const { id } = await backups.create('manual');
  await first.start();
  await untilAllRest(world, first);
  expect(world.naver.products()).toHaveLength(4);
  await first.stop(0);

  await restore(id);
  const second = world.service();
  await second.start();
  await world.clock.advance(600_000);
  expect(second.status(MAIN_STORE)).toMatchObject({
    isPaused: true,
    pauseReason: { code: 'REGISTRATION_RESTORED_BACKUP' },
    counts: { queued: 4 },
  });
  expect(world.naver.countOf('createProduct')).toBe(4);

  second.resume();
  await untilAllRest(world, second);
  expect(second.status(MAIN_STORE)).toMatchObject({ isPaused: false, pauseReason: null });
  expect(world.naver.countOf('createProduct')).toBe(4);
  expect(world.naver.products()).toHaveLength(4);
  expect(second.findBatch(batchId)?.counts.done).toBe(4);
  await second.stop(0);
});

it('deletes nothing by an undo that a backup brought back before the seller has looked', async () => {
  const { world, backups, restore } = await worldAtHome();
  const first = world.service();
  const { batchId } = await first.enqueue(MAIN_STORE, itemNos(2), LIST);
  await first.start();
  await untilAllRest(world, first);
  world.naver.faults.before = (call) =>
    call === 'deleteProduct' ? new Promise<never>(() => undefined) : undefined;
  const { undoId } = first.undo.begin(batchId, MAIN_STORE, {
    kind: 'delete',
    includesAdopted: false,
  });
  await world.clock.advance(100);
  const { id } = await backups.create('manual');
  first.undo.cancel(undoId);
  delete world.naver.faults.before;
  await restore(id);
  const second = world.service();
  await second.start();
  await world.clock.advance(60_000);
  expect(world.naver.products()).toHaveLength(2);
  second.undo.cancel(undoId);
  second.resume();
  await world.clock.advance(60_000);
  // One call was about to leave when the backup was made: it cannot be called off.
  expect(world.naver.products()).toHaveLength(1);
  await second.stop(0);
});

it('lets a queue with nothing left to do go on as it was', async () => {
  const { world, backups, restore } = await worldAtHome();
  const first = world.service();
  await first.enqueue(MAIN_STORE, itemNos(1), LIST);
  await first.start();
  await untilAllRest(world, first);
  const { id } = await backups.create('manual');
  await first.stop(0);
  await restore(id);
  expect(world.service().status(MAIN_STORE)).toMatchObject({ isPaused: false, pauseReason: null });
});
