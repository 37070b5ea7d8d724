import { type ItemNo, MAIN_STORE, parseItemNo } from '@shared/domain/ids';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLogger } from '../platform/logger';
import type { JobSettled, QueueEvent, QueueStatus } from '../registration/port';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createFakeStoreBridge, type FakeStoreBridge } from '../testing/fake-storebridge';
import { recordingNotifications } from '../testing/recording-notifications';
import { watchQueue } from './queue-watch';

let clock: FakeClock;
let product: FakeStoreBridge;
let notifications: ReturnType<typeof recordingNotifications>;
let pauseReason: QueueStatus['pauseReason'];
let settle: (settled: JobSettled) => void;
let tell: (event: QueueEvent) => void;
let stop: () => void;

const itemNos = ['1001', '1002', '1003'].map((text) => parseItemNo(text) as ItemNo);

beforeEach(() => {
  clock = createFakeClock();
  product = createFakeStoreBridge({ clock });
  notifications = recordingNotifications();
  pauseReason = null;
  const { registration } = product;
  stop = watchQueue({
    registration: {
      findBatch: registration.findBatch,
      listJobs: registration.listJobs,
      status: (storeId) => ({ ...registration.status(storeId), pauseReason }),
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
      onJobSettled: (listener) => {
        settle = listener;
        return () => undefined;
      },
    },
    batchName: () => '가을 신상',
    notifications,
    clock,
    logger: silentLogger,
  });
});
afterEach(() => stop());

async function enqueue(count: number) {
  const { verdicts } = await product.registration.enqueue(MAIN_STORE, itemNos.slice(0, count), {
    lane: 'batch',
    batchName: '가을 신상',
  });
  return verdicts.map(({ job }) => job);
}

function rest(job: Awaited<ReturnType<typeof enqueue>>[number], state: 'done' | 'rejected'): void {
  product.changeJob({ ...job, state });
  settle({
    ...job,
    state,
    reasons: [],
    queuedAtMs: 0,
    startedAtMs: null,
    endedAtMs: clock.nowMs(),
  });
}

it('tells once that a list is finished, with what became of it', async () => {
  const [first, second, third] = await enqueue(3);
  if (!first || !second || !third) throw new Error('three jobs were asked for');
  rest(first, 'done');
  rest(second, 'done');
  await clock.advance(5_000);
  expect(notifications.requests).toEqual([]);
  rest(third, 'rejected');
  await clock.advance(5_000);
  expect(notifications.requests).toMatchObject([
    {
      kind: 'registration-finished',
      severity: 'ask',
      code: 'NOTIFY_BATCH_PARTLY_DONE',
      params: { name: '가을 신상', total: 3, done: 2, review: 0, failed: 1 },
    },
  ]);
});

it('leaves a single product to the screen that shows it', async () => {
  const [only] = await enqueue(1);
  if (!only) throw new Error('a job was asked for');
  rest(only, 'done');
  await clock.advance(5_000);
  expect(notifications.requests).toEqual([]);
});

it('raises the alarm when the queue paused itself, once per reason', () => {
  pauseReason = { code: 'NETWORK_TIMEOUT', params: { host: 'naver' } };
  tell({ kind: 'status-changed' });
  tell({ kind: 'status-changed' });
  expect(notifications.requests).toMatchObject([
    { kind: 'queue-paused', severity: 'alarm', code: 'NETWORK_TIMEOUT' },
  ]);
});

it('names an allowance that ran out as such', () => {
  pauseReason = { code: 'LIMITER_QUOTA_STOPPED', params: {} };
  tell({ kind: 'status-changed' });
  expect(notifications.requests).toMatchObject([{ kind: 'quota-stop', severity: 'alarm' }]);
});
