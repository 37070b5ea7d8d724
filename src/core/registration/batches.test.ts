import { type BatchId, MAIN_STORE } from '@shared/domain/ids';
import { settingsSchema } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { createGate } from '../testing/gate';
import type { RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld, untilAllRest } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const PAGE = { offset: 0, limit: 1000 } as const;
const HOUR_MS = 3_600_000;

/** The order in which products were made, by the hundreds of their item numbers. */
function orderOf(world: QueueWorld): readonly string[] {
  return world.naver.products().map((product) => product.sellerCode?.slice(3, 4) ?? '');
}

/** Takes a long list in to its end. */
async function takenIn(world: QueueWorld, service: RegistrationService, count: number) {
  const taking = service.enqueue(MAIN_STORE, itemNos(count), LIST);
  await world.clock.advance(0);
  return taking;
}

function doneOf(service: RegistrationService, batchId: BatchId): number {
  return service.findBatch(batchId)?.counts.done ?? 0;
}

describe('priorities', () => {
  it('serve a high batch wholly before a normal one, and a low one last', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const service = world.service({ lookAhead: 3, creatingAtOnce: 1, registeringAtOnce: 1 });
    await service.enqueue(MAIN_STORE, itemNos(3, 1000), { ...LIST, priority: 'low' });
    await service.enqueue(MAIN_STORE, itemNos(3, 2000), LIST);
    await service.enqueue(MAIN_STORE, itemNos(3, 3000), { ...LIST, priority: 'high' });
    await service.start();
    await untilAllRest(world, service);
    expect(orderOf(world)).toEqual(['3', '3', '3', '2', '2', '2', '1', '1', '1']);
  });

  it('may be changed while the batch waits', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const service = world.service({ lookAhead: 2, creatingAtOnce: 1, registeringAtOnce: 1 });
    const first = await service.enqueue(MAIN_STORE, itemNos(6, 1000), LIST);
    const second = await service.enqueue(MAIN_STORE, itemNos(2, 2000), {
      ...LIST,
      priority: 'low',
    });
    expect(service.changeBatch(second.batchId, { priority: 'high' })?.priority).toBe('high');
    await service.start();
    await world.clock.advanceUntil(() => doneOf(service, second.batchId) === 2);
    expect(doneOf(service, first.batchId)).toBeLessThanOrEqual(2);
  });

  it('keep turns between batches of one priority', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const service = world.service({ lookAhead: 4 });
    const long = await service.enqueue(MAIN_STORE, itemNos(40, 1000), LIST);
    const short = await service.enqueue(MAIN_STORE, itemNos(4, 2000), LIST);
    await service.start();
    await world.clock.advanceUntil(() => doneOf(service, short.batchId) === 4);
    expect(doneOf(service, long.batchId)).toBeLessThan(20);
  });
});

describe('pausing a part', () => {
  it('holds one lane while the other goes on, and lets it go again', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const list = await service.enqueue(MAIN_STORE, itemNos(3, 1000), LIST);
    const single = await service.enqueue(MAIN_STORE, itemNos(1, 2000), {
      lane: 'normal',
      batchName: 'one',
    });
    service.setHeld({ scope: 'lane', name: 'batch' }, true);
    await service.start();
    await world.clock.advance(60_000);
    expect(doneOf(service, single.batchId)).toBe(1);
    expect(doneOf(service, list.batchId)).toBe(0);
    expect(service.status(MAIN_STORE).holds).toEqual([{ scope: 'lane', name: 'batch' }]);
    expect(service.findBatch(list.batchId)).toMatchObject({ isHeld: true, etaAtMs: null });
    service.setHeld({ scope: 'lane', name: 'batch' }, false);
    await untilAllRest(world, service);
    expect(doneOf(service, list.batchId)).toBe(3);
  });

  for (const scope of ['store', 'batch'] as const) {
    it(`holds a ${scope} over a restart until it is let go`, async () => {
      const world = await createQueueWorld();
      const before = world.service();
      const { batchId } = await before.enqueue(MAIN_STORE, itemNos(2), LIST);
      const hold = { scope, name: scope === 'store' ? MAIN_STORE : batchId };
      before.setHeld(hold, true);
      const service = world.service();
      await service.start();
      await world.clock.advance(60_000);
      expect(service.status(MAIN_STORE).counts.queued).toBe(2);
      service.setHeld(hold, false);
      await untilAllRest(world, service);
      expect(doneOf(service, batchId)).toBe(2);
    });
  }

  it('keeps what a held lane had under way from being sent', async () => {
    const world = await createQueueWorld();
    const gate = createGate();
    world.naver.faults.before = (call) => (call === 'uploadImages' ? gate.pass() : undefined);
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await world.clock.advanceUntil(() => gate.waiting() > 0);
    service.setHeld({ scope: 'lane', name: 'batch' }, true);
    gate.open();
    await world.clock.advance(60_000);
    expect(world.naver.countOf('createProduct')).toBe(0);
    service.setHeld({ scope: 'lane', name: 'batch' }, false);
    await untilAllRest(world, service);
    expect(world.naver.products()).toHaveLength(1);
  });
});

describe('a scheduled start', () => {
  it('begins nothing before its time, then everything', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const startsAtMs = world.clock.nowMs() + 3 * HOUR_MS;
    const { batchId } = await service.enqueue(MAIN_STORE, itemNos(2), { ...LIST, startsAtMs });
    await service.start();
    await world.clock.advance(3 * HOUR_MS - 1000);
    expect(world.domeggook.calls).toEqual([]);
    expect(service.findBatch(batchId)).toMatchObject({ startsAtMs, etaAtMs: startsAtMs + 1000 });
    await world.clock.advance(2000);
    await untilAllRest(world, service);
    expect(doneOf(service, batchId)).toBe(2);
  });

  it('is kept over a restart', async () => {
    const world = await createQueueWorld();
    const startsAtMs = world.clock.nowMs() + HOUR_MS;
    await world.service().enqueue(MAIN_STORE, itemNos(1), { ...LIST, startsAtMs });
    const service = world.service();
    await service.start();
    await world.clock.advance(HOUR_MS - 1000);
    expect(world.domeggook.calls).toEqual([]);
    await untilAllRest(world, service);
    expect(world.naver.products()).toHaveLength(1);
  });

  it('can be brought forward', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const startsAtMs = world.clock.nowMs() + HOUR_MS;
    const { batchId } = await service.enqueue(MAIN_STORE, itemNos(1), { ...LIST, startsAtMs });
    await service.start();
    await world.clock.advance(1000);
    expect(service.changeBatch(batchId, { startsAtMs: null })?.startsAtMs).toBeNull();
    await world.clock.advance(60_000);
    expect(doneOf(service, batchId)).toBe(1);
  });

  it('follows the wall clock when it is set', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const startsAtMs = world.clock.nowMs() + 24 * HOUR_MS;
    const { batchId } = await service.enqueue(MAIN_STORE, itemNos(1), { ...LIST, startsAtMs });
    await service.start();
    await world.clock.advance(1000);
    world.clock.jumpWallClock(24 * HOUR_MS);
    await world.clock.advance(60_000);
    expect(doneOf(service, batchId)).toBe(1);
  });

  it('does not hold up a job that another list asks for now', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const startsAtMs = world.clock.nowMs() + HOUR_MS;
    await service.enqueue(MAIN_STORE, itemNos(2), { ...LIST, startsAtMs });
    const now = await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    await service.start();
    await world.clock.advance(60_000);
    expect(doneOf(service, now.batchId)).toBe(1);
    expect(service.status(MAIN_STORE).counts.queued).toBe(1);
  });
});

describe('the hourly limit', () => {
  it('lets so many products out in an hour and no more, and goes on in the next', async () => {
    const settings = settingsSchema.parse({ registration: { createsPerHour: 5 } });
    const world = await createQueueWorld({ settings: () => settings });
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(12), LIST);
    await service.start();
    await world.clock.advance(HOUR_MS / 2);
    expect(world.naver.products()).toHaveLength(5);
    expect(service.status(MAIN_STORE).hourlyCap).toEqual({ perHour: 5, usedInHour: 5 });
    const waiting = service.listJobs({ ...PAGE, states: ['registering'] }).jobs[0];
    expect(waiting?.reasons.map((reason) => reason.code)).toEqual(['REGISTRATION_HOUR_USED_UP']);
    await world.clock.advance(HOUR_MS / 2 + 60_000);
    expect(world.naver.products()).toHaveLength(10);
    await untilAllRest(world, service);
    expect(world.naver.products()).toHaveLength(12);
  });
});

describe('a batch as a whole', () => {
  it('is cancelled and begun again with one command', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const { batchId } = await takenIn(world, service, 700);
    const other = await service.enqueue(MAIN_STORE, itemNos(2, 5000), LIST);
    const cancelled = service.cancelBatch(batchId);
    await world.clock.advance(1000);
    expect(await cancelled).toBe(700);
    expect(service.findBatch(batchId)).toMatchObject({
      isCancelled: true,
      counts: { cancelled: 700 },
    });
    expect(service.findBatch(other.batchId)?.counts.queued).toBe(2);
    const retried = service.retryBatch(batchId);
    await world.clock.advance(1000);
    expect(await retried).toBe(700);
    expect(service.findBatch(batchId)).toMatchObject({
      isCancelled: false,
      counts: { queued: 700 },
    });
  });

  it('leaves a job that a later list asked for as well to that list', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const first = await service.enqueue(MAIN_STORE, itemNos(3), LIST);
    const second = await service.enqueue(MAIN_STORE, itemNos(1), LIST);
    const cancelled = service.cancelBatch(first.batchId);
    await world.clock.advance(1000);
    expect(await cancelled).toBe(2);
    expect(service.findBatch(second.batchId)?.counts.queued).toBe(1);
    expect(service.listJobs({ ...PAGE, states: ['queued'] }).jobs[0]?.batchId).toBe(second.batchId);
  });

  it('gives a job back to the list it was planned for, when the earlier one that took it is cancelled', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const startsAtMs = world.clock.nowMs() + 24 * HOUR_MS;
    const planned = await service.enqueue(MAIN_STORE, itemNos(3), { ...LIST, startsAtMs });
    const now = await service.enqueue(MAIN_STORE, itemNos(2), LIST);
    const cancelled = service.cancelBatch(now.batchId);
    await world.clock.advance(1000);
    expect(await cancelled).toBe(0);
    expect(service.findBatch(planned.batchId)?.counts.queued).toBe(3);
    await service.start();
    await world.clock.advance(HOUR_MS);
    expect(world.domeggook.calls).toEqual([]);
    await world.clock.advance(24 * HOUR_MS);
    expect(doneOf(service, planned.batchId)).toBe(3);
  });

  it('cancels what it began again, although an older list had asked for it too', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const old = await service.enqueue(MAIN_STORE, itemNos(2), LIST);
    service.cancel(service.listJobs(PAGE).jobs.map(({ jobId }) => jobId));
    const again = await service.enqueue(MAIN_STORE, itemNos(2), LIST);
    const cancelled = service.cancelBatch(again.batchId);
    await world.clock.advance(1000);
    expect(await cancelled).toBe(2);
    expect(service.findBatch(old.batchId)?.counts.cancelled).toBe(2);
  });

  it('retries only the jobs with the reason that was dealt with', async () => {
    const world = await createQueueWorld();
    world.drafts.faults.reasonsOf = (item) => [
      item.itemNo === '1000'
        ? { code: 'REGISTRATION_NOT_VERIFIED', severity: 'ask' }
        : { code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' },
    ];
    const service = world.service();
    const { batchId } = await service.enqueue(MAIN_STORE, itemNos(4), LIST);
    await service.start();
    await untilAllRest(world, service);
    expect(service.reasonCounts(MAIN_STORE)).toEqual([
      { code: 'REGISTRATION_DRAFT_NOT_READY', jobCount: 3 },
      { code: 'REGISTRATION_NOT_VERIFIED', jobCount: 1 },
    ]);
    expect(service.reasonCounts(MAIN_STORE, batchId)).toHaveLength(2);
    world.drafts.faults.reasonsOf = () => [];
    const retried = service.retryBatch(batchId, 'REGISTRATION_DRAFT_NOT_READY');
    await world.clock.advance(1000);
    expect(await retried).toBe(3);
    await untilAllRest(world, service);
    expect(service.status(MAIN_STORE).counts).toMatchObject({ done: 3, 'needs-review': 1 });
  });

  it('is listed newest first with counts, pace and expected end', async () => {
    const world = await createQueueWorld({ naver: { spacingMs: 500 } });
    const service = world.service();
    await service.enqueue(MAIN_STORE, itemNos(40, 1000), { ...LIST, batchName: 'first' });
    await service.enqueue(MAIN_STORE, itemNos(40, 2000), { ...LIST, batchName: 'second' });
    await service.start();
    await world.clock.advance(15_000);
    const { batches, total } = service.listBatches({ offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(batches.map((batch) => batch.name)).toEqual(['second', 'first']);
    for (const batch of batches) {
      expect(batch.donePerMinute).toBe(batch.counts.done);
      expect(batch.etaAtMs).toBeGreaterThan(world.clock.nowMs() + 20_000);
      expect(batch.etaAtMs).toBeLessThan(world.clock.nowMs() + 40_000);
    }
  });
});

describe('a very long batch', () => {
  it('is listed and cancelled in pieces between which other things get their turn', async () => {
    const world = await createQueueWorld();
    const service = world.service();
    const { batchId } = await takenIn(world, service, 4000);
    expect(service.findBatch(batchId)).toMatchObject({
      jobCount: 4000,
      untakenCount: 0,
      counts: { queued: 4000 },
    });
    let turns = 0;
    let isOver = false;
    const countTurn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(countTurn);
    };
    countTurn();
    const cancelled = service.cancelBatch(batchId).finally(() => {
      isOver = true;
    });
    await world.clock.advance(0);
    expect(await cancelled).toBe(4000);
    // No more than 150 jobs in one go, about 20 ms: the bench measures it with 100,000.
    expect(turns).toBeGreaterThan(4000 / 150);
    expect(service.status(MAIN_STORE).counts.cancelled).toBe(4000);
  }, 60_000);
});

describe('cancelling at rest', () => {
  for (const state of ['needs-review', 'rejected', 'failed'] as const) {
    it(`ends a job that is ${state}, and asking again begins it anew`, async () => {
      const world = await createQueueWorld();
      world.drafts.faults.reasonsOf = () =>
        state === 'needs-review' ? [{ code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' }] : [];
      world.naver.faults.rejects = () =>
        state === 'rejected' ? [{ code: 'NAVER_REJECTED', severity: 'block' }] : null;
      world.naver.faults.before = (call) => {
        if (state === 'failed' && call === 'createProduct') throw new AppError('NAVER_FORBIDDEN');
      };
      const service = world.service();
      await service.enqueue(MAIN_STORE, itemNos(1), LIST);
      await service.start();
      await untilAllRest(world, service);
      const job = service.listJobs(PAGE).jobs[0];
      expect(job?.state).toBe(state);
      expect(service.cancel(job ? [job.jobId] : [])[0]?.state).toBe('cancelled');
      const again = await service.enqueue(MAIN_STORE, itemNos(1), LIST);
      expect(again.verdicts[0]?.kind).toBe('queued');
    });
  }
});
