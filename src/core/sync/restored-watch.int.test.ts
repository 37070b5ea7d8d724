import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { settingsSchema } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBackupService } from '../backup/service';
import { openDatabase } from '../storage/database';
import { createRecordingLogger } from '../testing/recording-logger';
import { acting, createWatchWorld, ITEM, listed, priced } from './watch-fixture';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storebridge-restored-watch-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function unreachable(): never {
  throw new AppError('NETWORK_UNREACHABLE', { params: { host: 'market' } });
}

it('writes nothing that a backup brought back before the item was looked at again', async () => {
  const path = join(home, 'live', 'storebridge.db');
  mkdirSync(dirname(path), { recursive: true });
  const world = await createWatchWorld(path);
  const backups = createBackupService({
    home,
    settings: () => settingsSchema.parse({}).backup,
    clock: world.clock,
    logger: createRecordingLogger(),
  });
  world.plant(ITEM);
  const first = world.service();
  await first.runOnce();
  first.savePolicy(acting('price-up'));
  first.savePolicy(acting('price-down'));
  // Made while the store could not be reached: two writes wait in it.
  world.change(ITEM, { inventory: 50, ...priced(6000) });
  world.naver.faults.before = unreachable;
  await first.runOnce();
  expect(first.status(MAIN_STORE).pendingWrites).toBe(1);
  const { id } = await backups.create('manual');
  delete world.naver.faults.before;
  world.change(ITEM, { inventory: 0, ...priced(7000) });
  await world.clock.advance(3_600_000);
  await first.runOnce();
  expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
  const restoring = await backups.prepareRestore(id);
  world.database.close();
  await restoring.apply();

  const restored = await openDatabase(path, world.clock);
  const second = world.service(restored);
  const sent: unknown[] = [];
  world.naver.faults.after = (call) => {
    if (call.startsWith('update') || call === 'changeStatus') sent.push(call);
  };
  world.domeggook.faults.before = unreachable;
  await second.start();
  await world.clock.advance(600_000);
  expect(second.status(MAIN_STORE).pendingWrites).toBe(1);
  expect(sent).toEqual([]);

  delete world.domeggook.faults.before;
  second.sweepNow();
  await world.clock.advance(60_000);
  expect(listed(world)).toMatchObject({ status: 'OUTOFSTOCK', stock: 0 });
  expect(sent).toEqual([]);
  world.change(ITEM, { inventory: 40 });
  second.savePolicy(acting('back-in-stock'));
  second.sweepNow();
  await world.clock.advance(60_000);
  expect(listed(world)).toMatchObject({ status: 'SALE', stock: 40 });
  await second.stop(0);
  restored.close();
});
