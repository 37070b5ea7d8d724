import { type BatchId, MAIN_STORE } from '@shared/domain/ids';
import { JOB_STEPS, type JobState } from '@shared/domain/job';
import { describe, expect, it } from 'vitest';
import { createGate } from '../testing/gate';
import type { QueueEvent } from './port';
import { createQueueWorld, itemNos, type QueueWorld, untilAllRest } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const PAGE = { offset: 0, limit: 1000 } as const;

/** Holds the first job at `step` behind a gate. */
function holdAt(world: QueueWorld, step: JobState): ReturnType<typeof createGate> {
  const gate = createGate();
  if (step === 'fetching') world.domeggook.faults.before = () => gate.pass();
  if (step === 'preparing') world.pictures.faults.before = () => gate.pass();
  world.naver.faults.before = (call) => {
    const held: Record<string, JobState> = {
      uploadImages: 'uploading',
      createProduct: 'registering',
      findProduct: 'verifying',
    };
    return held[call] === step ? gate.pass() : undefined;
  };
  return gate;
}

describe('cancelling', () => {
  for (const step of JOB_STEPS) {
    it(`ends a job that is ${step}, with a product only where one was being made`, async () => {
      const world = await createQueueWorld();
      const gate = holdAt(world, step);
      const service = world.service();
      const { batchId } = await service.enqueue(MAIN_STORE, itemNos(1), LIST);
      await service.start();
      await world.clock.advanceUntil(() => gate.waiting() > 0);
      expect(service.listJobs(PAGE).jobs[0]?.state).toBe(step);
      service.cancel(service.listJobs(PAGE).jobs.map((job) => job.jobId));
      gate.open();
      await untilAllRest(world, service);
      await service.whenBatchRests(batchId);
      const job = service.listJobs(PAGE).jobs[0];
      const hasProduct = step === 'registering' || step === 'verifying';
      expect(job?.state).toBe(hasProduct ? 'done' : 'cancelled');
      expect(world.naver.products()).toHaveLength(hasProduct ? 1 : 0);
      expect(job?.reasons.map((reason) => reason.code)).toEqual(
        hasProduct ? ['REGISTRATION_CANCEL_TOO_LATE'] : [],
      );
    });
  }

  it('ends queued jobs at once and leaves the others alone', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(3), LIST);
    const [first] = service.listJobs(PAGE).jobs;
    service.cancel(first ? [first.jobId] : []);
    await service.start();
    await untilAllRest(world, service);
    expect(service.listJobs(PAGE).jobs.map((job) => job.state)).toEqual([
      'cancelled',
      'done',
      'done',
    ]);
  });

  it('is undone by asking for the item again', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    service.cancel(service.listJobs(PAGE).jobs.map((job) => job.jobId));
    const again = await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    expect(again.verdicts[0]?.kind).toBe('queued');
    await service.start();
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(1);
  });

  it('does not let the late end of a cancelled step touch the job that was begun again', async () => {
    const world = await createQueueWorld();
    const first = createGate();
    const second = createGate();
    world.pictures.faults.before = (count) => (count === 1 ? first : second).pass();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await world.clock.advanceUntil(() => first.waiting() === 1);
    const ids = service.listJobs(PAGE).jobs.map((job) => job.jobId);
    service.cancel(ids);
    service.retry(ids);
    await world.clock.advanceUntil(() => second.waiting() === 1);
    expect(service.listJobs(PAGE).jobs[0]?.state).toBe('uploading');
    first.open();
    await world.clock.settle();
    expect(service.listJobs(PAGE).jobs[0]?.state).toBe('uploading');
    second.open();
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(1);
    expect(world.naver.countOf('createProduct')).toBe(1);
  });
});

describe('taking lists in', () => {
  it('gives a number that comes twice one job, and the verdict of it', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const [itemNo] = itemNos(1);
    const { verdicts } = await service.enqueue(MAIN_STORE, itemNo ? [itemNo, itemNo] : [], LIST);
    expect(verdicts.map((verdict) => verdict.kind)).toEqual(['queued', 'existing']);
    expect(verdicts[0]?.job.jobId).toBe(verdicts[1]?.job.jobId);
  });

  it('lets a batch wait for jobs that another batch brought', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(2), LIST);
    const second = await service.enqueue(MAIN_STORE, itemNos(2), LIST);
    let hasRested = false;
    void service.whenBatchRests(second.batchId).then(() => {
      hasRested = true;
    });
    await world.clock.settle();
    expect(hasRested).toBe(false);
    await service.start();
    await world.clock.advanceUntil(() => hasRested);
    expect(service.status(MAIN_STORE).counts.done).toBe(2);
    expect(service.listJobs({ ...PAGE, batchId: second.batchId }).total).toBe(2);
  });

  it('stops waiting for a batch when the caller gives up', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const { batchId } = await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    const caller = new AbortController();
    const waiting = service.whenBatchRests(batchId, caller.signal);
    caller.abort(new Error('gave up'));
    await expect(waiting).rejects.toThrow('gave up');
    await service.whenBatchRests('unknown' as BatchId);
  });

  it('serves two batches in turn, and single items before both', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const service = world.service({ lookAhead: 8 });
    const long = await service.enqueue(MAIN_STORE, itemNos(60, 1000), LIST);
    const short = await service.enqueue(MAIN_STORE, itemNos(6, 2000), LIST);
    const single = await service.enqueue(MAIN_STORE, itemNos(1, 3000), {
      lane: 'normal',
      batchName: 'single',
    });
    await service.start();
    const doneOf = (batchId: BatchId): number =>
      service.listJobs({ ...PAGE, batchId, states: ['done'] }).total;
    await world.clock.advanceUntil(() => doneOf(single.batchId) === 1);
    expect(doneOf(long.batchId) + doneOf(short.batchId)).toBeLessThan(8);
    await world.clock.advanceUntil(() => doneOf(short.batchId) === 6);
    expect(doneOf(long.batchId)).toBeLessThan(16);
    expect(doneOf(long.batchId)).toBeGreaterThan(2);
  });
});

describe('pausing', () => {
  it('holds the queue, also over a restart, until it is resumed', async () => {
    const world = await createQueueWorld();
    const before = world.service();
    await before.enqueue(MAIN_STORE, itemNos(2), LIST);
    before.pause();
    const service = world.service();
    await service.start();
    await world.clock.advance(60_000);
    expect(service.status(MAIN_STORE)).toMatchObject({
      isPaused: true,
      pauseReason: null,
      etaAtMs: null,
      counts: { queued: 2 },
    });
    expect(world.domeggook.calls).toHaveLength(0);
    service.resume();
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts.done).toBe(2);
  });
});

describe('pausing in the middle', () => {
  it('sends no create call that had not begun', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(20), LIST);
    await service.start();
    await world.clock.advanceUntil(() => world.naver.countOf('createProduct') === 3);
    service.pause();
    await world.clock.advance(60_000);
    // The two that held a place already were waiting for the limiter.
    expect(world.naver.countOf('createProduct')).toBeLessThanOrEqual(5);
    service.resume();
    await untilAllRest(world, service);
    expect(world.naver.products()).toHaveLength(20);
  });
});

describe('stopping', () => {
  it('hands back what it could not finish, and the next run goes on', async () => {
    const world = await createQueueWorld();
    world.naver.faults.before = (call) =>
      call === 'findBySellerCode' ? world.clock.sleep(3_600_000) : undefined;
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(4), LIST);
    await service.start();
    await world.clock.advance(5000);
    let isStopped = false;
    void service.stop(2000).then(() => {
      isStopped = true;
    });
    await world.clock.advanceUntil(() => isStopped);
    delete world.naver.faults.before;
    const next = world.service();
    await next.start();
    await untilAllRest(world, next);
    expect(next.status(MAIN_STORE).counts.done).toBe(4);
    expect(world.naver.products()).toHaveLength(4);
  });

  it('takes nothing new once it is told to stop', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.start();
    await service.stop(0);
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await world.clock.advance(10_000);
    expect(world.domeggook.calls).toHaveLength(0);
    expect(service.status(MAIN_STORE).counts.queued).toBe(1);
  });
});

describe('telling what changes', () => {
  it('tells the newest state last, and no more than five times a second per job', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500, latencyMs: 100 } });
    const service = world.service();
    const events: QueueEvent[] = [];
    const stop = service.subscribe((event) => events.push(event));
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    const startedMs = world.clock.monotonicMs();
    await service.start();
    await untilAllRest(world, service);
    await world.clock.advance(1000);
    const tookMs = world.clock.monotonicMs() - startedMs;
    const changes = events.flatMap((event) => (event.kind === 'job-changed' ? [event.job] : []));
    expect(changes.at(-1)?.state).toBe('done');
    expect(changes.length).toBeLessThanOrEqual(tookMs / 200 + 1);
    stop();
    const told = events.length;
    service.pause();
    await world.clock.advance(1000);
    expect(events).toHaveLength(told);
  });

  it('spreads a great many changes, and leaves none out', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const taking = service.enqueue(MAIN_STORE, itemNos(1000), LIST);
    await world.clock.advance(0);
    await taking;
    const told = new Set<string>();
    let most = 0;
    let atMs = -1;
    let now = 0;
    service.subscribe((event) => {
      if (event.kind !== 'job-changed') return;
      now = world.clock.monotonicMs() === atMs ? now + 1 : 1;
      atMs = world.clock.monotonicMs();
      most = Math.max(most, now);
      told.add(event.job.jobId);
    });
    service.cancel(service.listJobs(PAGE).jobs.map((job) => job.jobId));
    await world.clock.advance(5000);
    expect(told.size).toBe(1000);
    expect(most).toBeLessThanOrEqual(200);
  });

  it('goes on when a listener fails', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    service.subscribe(() => {
      throw new Error('broken screen');
    });
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await untilAllRest(world, service);
    await world.clock.advance(1000);
    expect(service.status(MAIN_STORE).counts.done).toBe(1);
    expect(world.log.entries.some((entry) => entry.message === 'a queue listener failed')).toBe(
      true,
    );
  });

  it('estimates the end from what the marketplace allows', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(120), LIST);
    expect(service.status(MAIN_STORE).etaAtMs).toBe(world.clock.nowMs() + 60_000);
    await service.start();
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE)).toMatchObject({ etaAtMs: null, donePerMinute: 120 });
  });
});
