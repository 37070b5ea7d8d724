import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchId, MAIN_STORE } from '@shared/domain/ids';
import { systemClock } from '../../src/core/platform/clock';
import type { RegistrationService } from '../../src/core/registration/port';
import { openDatabase } from '../../src/core/storage/database';
import { atMost, type Figure } from './figures';
import { numbers, serviceOver } from './queue-world';

const LINES = 100_000;
const BEFORE_CANCEL_MS = 500;
/** A screen that waits longer than this for an answer feels stuck. */
const TURN_BAR_MS = 100;
const TAKE_IN_BAR_MS = 30_000;
const CANCEL_BAR_MS = 60_000;
const HEAP_BAR_MB = 64;

/**
 * A list of 100,000 lines that is taken in while the queue works, then cancelled while it runs and is looked
 * at: how long the program is deaf at a time, in processor time, so that other programs of the computer do not count.
 */
export async function benchLongBatch(folder: string): Promise<readonly Figure[]> {
  const database = await openDatabase(join(folder, 'long-batch.sqlite'), systemClock);
  const service = serviceOver(database);
  let told = 0;
  service.subscribe(() => {
    told += 1;
  });
  await service.start();
  const takingIn = await takeIn(service);
  const { batchId } = takingIn;
  await sleep(BEFORE_CANCEL_MS);
  const heapBefore = process.memoryUsage().heapUsed;
  const turns = watchTurns();
  const startedMs = cpuMs();
  await service.cancelBatch(batchId);
  const cancelMs = cpuMs() - startedMs;
  const longestMs = turns.stop();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 1024 / 1024;
  await service.whenBatchRests(batchId);
  const { counts } = service.status(MAIN_STORE);
  await service.stop(1000);
  database.close();
  if (counts.done + counts.cancelled !== LINES || counts.cancelled < LINES / 2 || told === 0) {
    throw new Error(`the batch did not end as it should: ${JSON.stringify(counts)}`);
  }
  return [
    atMost(
      'take in 100,000 lines while the queue works (processor time)',
      takingIn.takeInMs,
      TAKE_IN_BAR_MS,
    ),
    atMost('longest the program was deaf meanwhile: taking in', takingIn.longestMs, TURN_BAR_MS),
    atMost('cancel 100,000 lines while they run (processor time)', cancelMs, CANCEL_BAR_MS),
    atMost('longest the program was deaf meanwhile: cancelling', longestMs, TURN_BAR_MS),
    atMost('memory taken meanwhile', Math.max(0, heapMb), HEAP_BAR_MB, 'MB'),
  ];
}

/** Takes the list in as a shell does, which keeps nothing of the verdicts. */
async function takeIn(
  service: RegistrationService,
): Promise<{ readonly batchId: BatchId; readonly takeInMs: number; readonly longestMs: number }> {
  const lines = numbers(LINES);
  const turns = watchTurns();
  const beganMs = cpuMs();
  const { batchId, verdicts } = await service.enqueue(MAIN_STORE, lines, {
    lane: 'batch',
    batchName: 'bench',
  });
  const takeInMs = cpuMs() - beganMs;
  const longestMs = turns.stop();
  if (verdicts.some(({ kind }) => kind !== 'queued')) throw new Error('a number was known before');
  return { batchId, takeInMs, longestMs };
}

/** The longest turn of the event loop until `stop`, in processor time of this process. */
function watchTurns(): { stop(): number } {
  let longestMs = 0;
  let lastMs = cpuMs();
  let isOver = false;
  const look = (): void => {
    const nowMs = cpuMs();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
    if (!isOver) setImmediate(look);
  };
  look();
  return {
    stop: () => {
      isOver = true;
      return longestMs;
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
