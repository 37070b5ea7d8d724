import type { BatchId } from '@shared/domain/ids';
import { MAIN_STORE } from '@shared/domain/ids';
import type { JobsChanged } from '@shared/ipc/registration';
import { expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { aJob, createFakeStoreBridge } from '../testing/fake-storebridge';
import { createRecordingLogger } from '../testing/recording-logger';
import { anItemNo } from '../testing/wholesale-item';
import { createEventFanOut, EVENT_WINDOW_MS } from './event-fan-out';
import { noOpenedFiles } from './opened-files';

const BATCH = 'batch-1' as BatchId;
const jobOf = (number: number) =>
  aJob(MAIN_STORE, BATCH, anItemNo(String(10_000_000 + number)), 'batch', number);

function setUp() {
  const clock = createFakeClock();
  const logger = createRecordingLogger();
  const storebridge = createFakeStoreBridge({ clock });
  const fanOut = createEventFanOut({ storebridge, openedFiles: noOpenedFiles, clock, logger });
  return { clock, logger, storebridge, fanOut };
}

it('tells 200 changes a second as at most one message per window, each job once and as it is now', async () => {
  const { clock, storebridge, fanOut } = setUp();
  const heard: JobsChanged[] = [];
  fanOut.subscribe('registration.jobChanged', (payload) => heard.push(payload));
  for (let change = 0; change < 200; change += 1) {
    const state = change % 2 === 0 ? 'fetching' : 'preparing';
    storebridge.changeJob({ ...jobOf(change % 10), state, attempts: change });
    await clock.advance(5);
  }
  await clock.advance(EVENT_WINDOW_MS);
  expect(heard.length).toBeGreaterThan(5);
  expect(heard.length).toBeLessThanOrEqual(1000 / EVENT_WINDOW_MS + 1);
  for (const { jobs } of heard) expect(jobs.length).toBeLessThanOrEqual(10);
  expect(heard.at(-1)?.jobs.find(({ attempts }) => attempts === 199)?.state).toBe('preparing');
});

it('tells the status once per window, however many jobs moved', async () => {
  const { clock, storebridge, fanOut } = setUp();
  const counts: number[] = [];
  fanOut.subscribe('registration.statusChanged', ({ counts: { queued } }) => counts.push(queued));
  for (let number = 0; number < 50; number += 1) storebridge.changeJob(jobOf(number));
  await clock.advance(EVENT_WINDOW_MS);
  expect(counts).toEqual([50]);
});

it('says that much changed instead of carrying thousands of rows', async () => {
  const { clock, storebridge, fanOut } = setUp();
  const heard: JobsChanged[] = [];
  fanOut.subscribe('registration.jobChanged', (payload) => heard.push(payload));
  for (let number = 0; number < 201; number += 1) storebridge.changeJob(jobOf(number));
  await clock.advance(EVENT_WINDOW_MS);
  expect(heard).toEqual([{ jobs: [], isTruncated: true }]);
});

it('masks the password of the Redis address in settings events too', () => {
  const { storebridge, fanOut } = setUp();
  const heard: string[] = [];
  fanOut.subscribe('settings.changed', ({ redisUrl }) => heard.push(redisUrl));
  storebridge.settings.update({ redisUrl: 'redis://user:hunter2@cache.example:6379' });
  expect(heard).toEqual(['redis://user:***@cache.example:6379']);
});

it('keeps telling the others when one listener fails, and stops when it is closed', async () => {
  const { clock, logger, storebridge, fanOut } = setUp();
  let heardCount = 0;
  fanOut.subscribe('registration.jobChanged', () => {
    throw new Error('a broken page');
  });
  const stop = fanOut.subscribe('registration.jobChanged', () => {
    heardCount += 1;
  });
  storebridge.changeJob(jobOf(1));
  await clock.advance(EVENT_WINDOW_MS);
  expect(heardCount).toBe(1);
  expect(logger.entries.map(({ level }) => level)).toEqual(['warn']);

  stop();
  storebridge.changeJob(jobOf(2));
  await clock.advance(EVENT_WINDOW_MS);
  expect(heardCount).toBe(1);

  fanOut.subscribe('registration.jobChanged', () => {
    heardCount += 1;
  });
  fanOut.close();
  storebridge.changeJob(jobOf(3));
  await clock.advance(EVENT_WINDOW_MS);
  expect(heardCount).toBe(1);
  expect(clock.sleeperCount()).toBe(0);
});
