import { MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createQueueWorld, itemNos } from './service-fixture';

const RUNS = Number(process.env.STOREBRIDGE_FAULT_RUNS ?? 240);
const ITEMS = 8;
const TIMEOUT_MS = 60_000;

/** What a marketplace and the way to it do to a call that was not processed. */
const BEFORE = [
  () => new AppError('NETWORK_REFUSED', { retry: { kind: 'now' } }),
  () => new AppError('NETWORK_DNS', { retry: { kind: 'after', delayMs: 1000 } }),
  () => new AppError('NAVER_RATE_LIMITED', { retry: { kind: 'after', delayMs: 30_000 } }),
  () => new AppError('NAVER_NOT_AUTHORISED'),
  () => new AppError('NETWORK_TIMEOUT', { retry: { kind: 'look-up' } }),
  () => new AppError('NAVER_UNAVAILABLE', { params: { status: 500 }, retry: { kind: 'look-up' } }),
  () => new AppError('NAVER_UNAVAILABLE', { params: { status: 503 }, retry: { kind: 'look-up' } }),
  () => new AppError('REDIS_UNREACHABLE', { retry: { kind: 'after', delayMs: 1000 } }),
] as const;

/** What hides the answer of a call that was processed. */
const AFTER = [
  () => new AppError('NETWORK_RESET', { retry: { kind: 'look-up' } }),
  () => new AppError('NETWORK_TIMEOUT', { retry: { kind: 'look-up' } }),
  () => new AppError('NAVER_UNAVAILABLE', { params: { status: 504 }, retry: { kind: 'look-up' } }),
  () => new AppError('NAVER_ANSWER_BROKEN', { retry: { kind: 'look-up' } }),
  () => new TypeError('the answer has another shape'),
] as const;

function pick<T>(from: readonly T[], fraction: number): T {
  const picked = from[Math.floor(fraction * from.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

describe('a marketplace that fails in every way at once', () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    it(`loses, doubles and leaves nothing (seed ${seed})`, { timeout: TIMEOUT_MS }, async () => {
      const chance = createFakeRandomness(seed);
      const world = await createQueueWorld({
        naver: {
          spacingMs: 500,
          latencyMs: Math.floor(chance.fraction() * 900),
          appearsAfterMs: Math.floor(chance.fraction() * 40_000),
        },
        pictureLatencyMs: 200,
      });
      const rate = 0.05 + chance.fraction() * 0.3;
      const deadDisk = { from: chance.fraction() * 60_000, forMs: chance.fraction() * 20_000 };
      world.naver.faults.before = () => {
        if (chance.fraction() < rate / 2) throw pick(BEFORE, chance.fraction())();
      };
      world.naver.faults.after = () => {
        if (chance.fraction() < rate / 2) throw pick(AFTER, chance.fraction())();
      };
      world.domeggook.faults.before = () => {
        if (chance.fraction() < rate) {
          throw new AppError('DOMEGGOOK_UNAVAILABLE', { retry: { kind: 'after', delayMs: 1000 } });
        }
      };
      const refused = new Set(itemNos(ITEMS).filter(() => chance.fraction() < 0.1));
      world.naver.faults.rejects = (body) => {
        const name = JSON.stringify(body);
        return [...refused].some((itemNo) => name.includes(`SB-${itemNo}"`))
          ? [{ code: 'NAVER_REJECTED', severity: 'block' }]
          : null;
      };
      void world.clock.sleep(deadDisk.from).then(async () => {
        world.database.pragma('query_only = ON');
        await world.clock.sleep(deadDisk.forMs);
        world.database.pragma('query_only = OFF');
      });

      const service = world.service();
      const { batchId } = await service.enqueue(MAIN_STORE, itemNos(ITEMS), {
        lane: 'batch',
        batchName: 'list.csv',
      });
      await service.start();
      await world.clock.advanceUntil(() =>
        service.listJobs({ offset: 0, limit: 100 }).jobs.every((job) => isResting(job.state)),
      );
      await service.whenBatchRests(batchId);

      const { jobs } = service.listJobs({ offset: 0, limit: 100 });
      const products = world.naver.products();
      const codes = products.map((product) => product.sellerCode);
      expect(new Set(codes).size).toBe(codes.length);
      const done = jobs.filter((job) => job.state === 'done');
      expect(done.map((job) => job.originProductNo).toSorted()).toEqual(
        products.map((product) => product.originProductNo).toSorted(),
      );
      for (const job of jobs) {
        if (refused.has(job.itemNo)) expect(['rejected', 'failed']).toContain(job.state);
        else expect(['done', 'failed']).toContain(job.state);
        if (job.state !== 'done') expect(job.reasons.length).toBeGreaterThan(0);
      }
      // A body that was refused is never sent a second time.
      const rejected = world.database
        .prepare(
          `SELECT COUNT(*) FROM registration_intents WHERE outcome = 'rejected'
           GROUP BY job_seq, body_sha256 HAVING COUNT(*) > 1`,
        )
        .all();
      expect(rejected).toEqual([]);
      expect(
        world.database
          .prepare('SELECT COUNT(*) FROM registration_intents WHERE outcome IS NULL')
          .pluck()
          .get(),
      ).toBe(0);
      expect(
        world.database
          .prepare('SELECT COUNT(*) FROM job_steps WHERE ended_at_ms IS NULL')
          .pluck()
          .get(),
      ).toBe(0);
    });
  }
});
