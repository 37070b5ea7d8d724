import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket, Lane, ObservedResponse, PermitRequest, RateLimiter } from '../limiter/port';
import { acquireOrThrow, RateLimitExceeded } from '../limiter/rate-limit-exceeded';
import type { RateLimiterOptions } from '../limiter/rate-limiter';

/** How one adapter is made and how time passes for it. */
export interface LimiterUnderTest {
  /** A limiter that shares its state with the others of the same test, as another process would. */
  open(options?: Partial<RateLimiterOptions>): Promise<RateLimiter> | RateLimiter;
  /** Lets `durationMs` pass for the limiter (really, or on a clock in the test's hands). */
  pass(durationMs: number): Promise<void>;
  nowMs(): number;
  close(): Promise<void>;
}

const CONTRACT_BUCKET: Bucket = { application: 'contract', api: 'POST /v2/products' };

const OTHER_BUCKET: Bucket = { ...CONTRACT_BUCKET, api: 'GET /v1/seller/account' };

/** What every RateLimiter promises, whichever backend keeps the state. */
export function describeLimiterContract(
  name: string,
  create: () => Promise<LimiterUnderTest>,
  /** True where time really passes: a busy machine may hold such a test up, so it is tried again. */
  isRealTime = false,
): void {
  describe(`RateLimiter contract: ${name}`, { retry: isRealTime ? 3 : 0 }, () => {
    let subject: LimiterUnderTest;
    beforeEach(async () => {
      subject = await create();
    });
    afterEach(async () => {
      await subject.close();
    });

    const request = (lane: Lane = 'normal', extra: Partial<PermitRequest> = {}): PermitRequest => ({
      bucket: CONTRACT_BUCKET,
      lane,
      ...extra,
    });
    /** No jitter on the way: the bare limit is what is looked at. */
    const bare = { unknownLatencyMs: 0 } as const;

    it('lets two calls pass at 2 a second and denies the third with the time to wait', async () => {
      const limiter = await subject.open(bare);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      const third = await limiter.tryAcquire(request());
      expect(third).toMatchObject({ granted: false, reason: 'limit' });
      if (third.granted) return;
      expect(third.waitMs).toBeGreaterThan(500);
      expect(third.waitMs).toBeLessThanOrEqual(1100);
    });

    it('lets two more pass after one second', async () => {
      const limiter = await subject.open(bare);
      await limiter.tryAcquire(request());
      await limiter.tryAcquire(request());
      await subject.pass(1001);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: false });
    });

    it('gives exactly 10 permits to 20 limiters racing at 10 a second', async () => {
      const limiters = await Promise.all(
        Array.from({ length: 20 }, () => subject.open({ ...bare, ratePerSecond: 10 })),
      );
      const results = await Promise.all(limiters.map((limiter) => limiter.tryAcquire(request())));
      expect(results.filter((result) => result.granted)).toHaveLength(10);
    });

    it('counts every API of an application apart', async () => {
      const limiter = await subject.open(bare);
      await limiter.tryAcquire(request());
      await limiter.tryAcquire(request());
      const other: Bucket = { ...CONTRACT_BUCKET, api: 'GET /v1/seller/account' };
      expect(await limiter.tryAcquire({ bucket: other, lane: 'normal' })).toMatchObject({
        granted: true,
      });
    });

    it('waits until a permit is free and says for how long', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      await limiter.acquire(request());
      const third = limiter.acquire(request());
      await subject.pass(1200);
      const result = await third;
      expect(result.granted).toBe(true);
      if (result.granted) expect(result.waitedMs).toBeGreaterThanOrEqual(990);
    });

    it('denies with the reason when the deadline comes first', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      await limiter.acquire(request());
      const third = limiter.acquire(request('normal', { deadlineAtMs: subject.nowMs() + 200 }));
      await subject.pass(250);
      expect(await third).toMatchObject({ granted: false, reason: 'deadline' });
    });

    it('lets a waiter go when its signal aborts, without spending a permit', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      await limiter.acquire(request());
      const stop = new AbortController();
      const third = limiter.acquire(request('normal', { signal: stop.signal }));
      await subject.pass(50);
      stop.abort();
      expect(await third).toMatchObject({ granted: false, reason: 'aborted' });
      await subject.pass(1100);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
    });

    it('throws being over the limit only where a caller asks for it', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      await limiter.acquire(request());
      const deadlineAtMs = subject.nowMs() + 100;
      const thrown = acquireOrThrow(limiter, request('normal', { deadlineAtMs })).catch(
        (fault: unknown) => fault,
      );
      await subject.pass(150);
      expect(await thrown).toBeInstanceOf(RateLimitExceeded);
    });

    it('serves sync before normal before batch, whichever came first', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      await limiter.acquire(request());
      const served: Lane[] = [];
      const waits = (['batch', 'normal', 'sync'] as const).map(async (lane) => {
        await limiter.acquire(request(lane));
        served.push(lane);
      });
      await subject.pass(2300);
      await Promise.all(waits);
      expect(served).toEqual(['sync', 'normal', 'batch']);
    });

    it('does not starve batch under full sync load', async () => {
      const limiter = await subject.open({ ...bare, ratePerSecond: 10 });
      let isOver = false;
      const load = Array.from({ length: 8 }, async () => {
        while (!isOver) {
          const result = await limiter.acquire(request('sync'));
          if (!result.granted) return;
        }
      });
      let isServed = false;
      const batch = limiter.acquire(request('batch')).then((result) => {
        isServed = result.granted;
      });
      await subject.pass(2500);
      isOver = true;
      await limiter.close();
      await Promise.all([...load, batch]);
      expect(isServed).toBe(true);
    });

    it('shares permits out among processes that all want more', async () => {
      const limiters = await Promise.all(
        Array.from({ length: 3 }, () => subject.open({ ...bare, ratePerSecond: 10 })),
      );
      const served = [0, 0, 0];
      const stop = new AbortController();
      const load = limiters.map(async (limiter, index) => {
        for (;;) {
          const result = await limiter.acquire(request('batch', { signal: stop.signal }));
          if (!result.granted) return;
          served[index] = (served[index] ?? 0) + 1;
        }
      });
      await subject.pass(3100);
      stop.abort();
      await Promise.all(load);
      const total = served.reduce((sum, count) => sum + count, 0);
      expect(total).toBeGreaterThanOrEqual(24);
      expect(total).toBeLessThanOrEqual(40);
      for (const count of served) expect(count).toBeGreaterThanOrEqual(Math.floor(total / 5));
    });

    it('takes the rate from the headers', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      limiter.observe(CONTRACT_BUCKET, answer(subject.nowMs(), { rate: 5, remaining: 9 }));
      await subject.pass(1300);
      expect(await limiter.remaining(CONTRACT_BUCKET)).toBe(5);
    });

    it('rests after a refusal and tells so in the snapshot', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      limiter.observe(CONTRACT_BUCKET, {
        ...answer(subject.nowMs(), { rate: 2, remaining: 0 }),
        status: 429,
        errorCode: 'GW.RATE_LIMIT',
      });
      await subject.pass(500);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: false });
      const [bucket] = await limiter.snapshot();
      expect(bucket).toMatchObject({ refusedTotal: 1, grantedTotal: 1 });
      expect(bucket?.pausedUntilMs).toBeGreaterThan(subject.nowMs());
      await subject.pass(1200);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
    });

    it('stops the whole application on an hourly quota, for every process, and says why', async () => {
      const [limiter, other] = await Promise.all([subject.open(bare), subject.open(bare)]);
      await limiter.acquire(request());
      const waiting = limiter.acquire({
        bucket: { ...CONTRACT_BUCKET, api: 'GET /other' },
        lane: 'batch',
        signal: AbortSignal.timeout(10_000),
      });
      limiter.observe(CONTRACT_BUCKET, {
        ...answer(subject.nowMs(), {}),
        status: 429,
        errorCode: 'GW.QUOTA_LIMIT',
        headers: { 'gncp-gw-quota-period': 'HOURS', 'gncp-gw-quota-limit': '1' },
      });
      await subject.pass(50);
      const stopped = { granted: false, reason: 'stopped', code: 'LIMITER_QUOTA_STOPPED' };
      expect(await limiter.acquire(request('sync'))).toMatchObject(stopped);
      expect(await other.tryAcquire(request('sync'))).toMatchObject(stopped);
      await waiting;
    });

    it('lets one call of all processes look an hour after the quota refusal, and goes on when it passes', async () => {
      const restMs = 700;
      const [limiter, other] = await Promise.all([
        subject.open({ ...bare, applicationRestMs: restMs }),
        subject.open({ ...bare, applicationRestMs: restMs }),
      ]);
      const stopped = { granted: false, reason: 'stopped', code: 'LIMITER_QUOTA_STOPPED' };
      await limiter.acquire(request());
      const refuse = (by: RateLimiter): void =>
        by.observe(CONTRACT_BUCKET, {
          ...answer(subject.nowMs(), {}),
          status: 429,
          errorCode: 'GW.QUOTA_LIMIT',
          headers: { 'gncp-gw-quota-period': 'HOURS', 'gncp-gw-quota-remaining': '0' },
        });
      refuse(limiter);
      await subject.pass(50);
      expect(await other.tryAcquire(request('sync'))).toMatchObject(stopped);
      // The first probe is refused as well: the rest begins anew for everybody.
      await subject.pass(restMs + 50);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      expect(await other.tryAcquire(request())).toMatchObject(stopped);
      refuse(limiter);
      await subject.pass(50);
      expect(await limiter.tryAcquire(request())).toMatchObject(stopped);
      // The second one passes: every process goes on, the one that was told to rest too.
      await subject.pass(restMs + 50);
      const probe = await other.tryAcquire({ ...request(), bucket: OTHER_BUCKET });
      expect(probe).toMatchObject({ granted: true });
      other.observe(OTHER_BUCKET, answer(subject.nowMs(), { rate: 2, remaining: 1 }));
      await subject.pass(restMs + 50);
      expect(await limiter.tryAcquire(request())).toMatchObject({ granted: true });
      expect(await other.tryAcquire(request())).toMatchObject({ granted: true });
    });

    it('refuses a lane that does not exist', async () => {
      const limiter = await subject.open(bare);
      const lane = 'express' as Lane;
      await expect(limiter.acquire(request(lane))).rejects.toMatchObject({
        code: 'LIMITER_BAD_LANE',
      });
    });

    it.each([
      ['rate 0', { ratePerSecond: 0 }],
      ['a negative rate', { ratePerSecond: -1 }],
      ['a rate that is no number', { ratePerSecond: Number.NaN }],
      ['a burst below the rate', { ratePerSecond: 4, burst: 3 }],
    ])('refuses %s', async (_name, options) => {
      await expect(async () => subject.open(options)).rejects.toMatchObject({
        code: 'LIMITER_BAD_RATE',
      });
    });

    it('ignores headers that make no sense', async () => {
      const limiter = await subject.open(bare);
      await limiter.acquire(request());
      for (const rate of ['0', '-3', 'NaN', '1e9', '']) {
        limiter.observe(CONTRACT_BUCKET, {
          ...answer(subject.nowMs(), {}),
          headers: { 'gncp-gw-ratelimit-replenish-rate': rate },
        });
      }
      await subject.pass(1300);
      expect(await limiter.remaining(CONTRACT_BUCKET)).toBe(2);
    });

    it('holds 10,000 waiters and denies them all on close', async () => {
      const limiter = await subject.open(bare);
      const waits = Array.from({ length: 10_000 }, () => limiter.acquire(request('batch')));
      await subject.pass(100);
      await limiter.close();
      const results = await Promise.all(waits);
      expect(results.filter((result) => result.granted).length).toBeLessThanOrEqual(2);
      expect(results.at(-1)).toMatchObject({ granted: false, reason: 'closed' });
      expect(await limiter.acquire(request())).toMatchObject({ granted: false, reason: 'closed' });
    });
  });
}

/** An answer of the gateway now; without a time stamp, so that its clock stays unknown. */
function answer(
  nowMs: number,
  allowance: { readonly rate?: number; readonly remaining?: number },
): ObservedResponse {
  const { rate, remaining } = allowance;
  return {
    status: 200,
    headers: {
      'gncp-gw-ratelimit-replenish-rate': rate?.toString(),
      'gncp-gw-ratelimit-burst-capacity': rate === undefined ? undefined : String(2 * rate),
      'gncp-gw-ratelimit-remaining': remaining?.toString(),
    },
    sentAtMs: nowMs - 20,
    receivedAtMs: nowMs,
  };
}
