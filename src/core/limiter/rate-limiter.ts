import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import { APPLICATION_REST_MS, type BucketBackend } from './bucket-backend';
import { BURST_PER_RATE, DEFAULT_RATE_PER_SECOND } from './bucket-state';
import { createGatewayClock, type GatewayClock } from './gateway-clock';
import { GrantTimes } from './grant-times';
import type { ItemBreaker } from './item-breaker';
import { ABORTED, PermitDesk } from './permit-desk';
import type {
  Bucket,
  BucketSnapshot,
  Lane,
  ObservedResponse,
  PermitRequest,
  PermitResult,
  RateLimiter,
} from './port';
import { readResponseFacts } from './response-facts';

/** What a bucket starts with until the headers tell better. */
export interface BucketDefaults {
  readonly ratePerSecond: number;
  readonly burst: number;
}

/** How a limiter behaves until the gateway's headers tell rate and burst. */
export interface RateLimiterOptions {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** Default 2, with a burst of twice the rate. */
  readonly ratePerSecond?: number;
  readonly burst?: number;
  /**
   * `strict` never bursts and never sends more than the rate in any sliding second; `burst` (default)
   * uses the gateway's seconds, and turns strict by itself when answers speak against it.
   */
  readonly model?: () => 'burst' | 'strict';
  /** Presumed greatest delay to the gateway while its clock is unknown; default 100. */
  readonly unknownLatencyMs?: number;
  readonly breaker?: ItemBreaker;
  /** How long the application rests after a quota refusal before one call tries again; default 1 h. */
  readonly applicationRestMs?: number;
}

const RATE_MAX_PER_SECOND = 10_000_000;
const UNKNOWN_LATENCY_MS = 100;
/** A stopped application is asked about again this often, since another process may have freed it. */
const STOP_LOOK_MS = 60_000;

/** Checks and completes the defaults; throws LIMITER_BAD_RATE for what cannot be a limit. */
export function bucketDefaults(options: {
  readonly ratePerSecond?: number;
  readonly burst?: number;
}): BucketDefaults {
  const ratePerSecond = options.ratePerSecond ?? DEFAULT_RATE_PER_SECOND;
  const burst = options.burst ?? ratePerSecond * BURST_PER_RATE;
  if (!(ratePerSecond >= 1 && ratePerSecond <= RATE_MAX_PER_SECOND)) {
    throw new AppError('LIMITER_BAD_RATE', {
      params: { name: 'ratePerSecond', value: String(ratePerSecond) },
    });
  }
  if (!(burst >= ratePerSecond && burst <= RATE_MAX_PER_SECOND * BURST_PER_RATE)) {
    throw new AppError('LIMITER_BAD_RATE', { params: { name: 'burst', value: String(burst) } });
  }
  return { ratePerSecond: Math.floor(ratePerSecond), burst: Math.floor(burst) };
}

interface KnownBucket {
  readonly desk: PermitDesk;
  readonly bucket: Bucket;
  readonly application: KnownApplication;
  readonly grants: GrantTimes;
  /** Calls left by the newest answer. */
  lastRemaining: number;
  grantedTotal: number;
  refusedTotal: number;
}

interface KnownApplication {
  readonly clock: GatewayClock;
  stoppedUntilMs: number;
  isStopped: boolean;
}

const CLASS_OF_LANE: Readonly<Record<Lane, number>> = { sync: 0, normal: 2, batch: 4 };

/**
 * The limiter of one process in front of a backend: keeps the waiting lines, learns the gateway's
 * clock, and tells the backend what answers say.
 */
export function createRateLimiter(
  backend: BucketBackend,
  defaults: BucketDefaults,
  options: RateLimiterOptions,
): RateLimiter {
  const { clock, logger } = options;
  const process = options.randomness.hex(4);
  const applications = new Map<string, KnownApplication>();
  const buckets = new Map<string, Map<string, KnownBucket>>();
  const unknownLatencyMs = options.unknownLatencyMs ?? UNKNOWN_LATENCY_MS;
  let isClosed = false;
  let lastFaultCode: string | null = null;

  const applicationOf = (name: string): KnownApplication => {
    let known = applications.get(name);
    if (known === undefined) {
      known = { clock: createGatewayClock(unknownLatencyMs), stoppedUntilMs: 0, isStopped: false };
      applications.set(name, known);
    }
    return known;
  };

  const stop = (application: KnownApplication, name: string, forMs: number): void => {
    const nowMs = clock.monotonicMs();
    if (!application.isStopped) logger.warn({ application: name }, 'application limited per hour');
    application.isStopped = true;
    application.stoppedUntilMs = nowMs + Math.min(forMs, STOP_LOOK_MS);
    for (const known of buckets.get(name)?.values() ?? []) {
      known.desk.denyAll(stopped(forMs));
    }
  };

  const knownOf = (bucket: Bucket): KnownBucket => {
    let ofApplication = buckets.get(bucket.application);
    if (ofApplication === undefined) {
      ofApplication = new Map();
      buckets.set(bucket.application, ofApplication);
    }
    const found = ofApplication.get(bucket.api);
    if (found !== undefined) return found;
    const application = applicationOf(bucket.application);
    const kept = { application: bucket.application, api: bucket.api };
    const known: KnownBucket = {
      bucket: kept,
      application,
      grants: new GrantTimes(),
      lastRemaining: Number.POSITIVE_INFINITY,
      grantedTotal: 0,
      refusedTotal: 0,
      desk: new PermitDesk({
        bucket: kept,
        process,
        backend,
        clock,
        isStrict: () => options.model?.() === 'strict',
        timing: () => application.clock.estimate(),
        onStopped: (forMs) => stop(application, bucket.application, forMs),
        onGranted: (calls, atMs) => {
          known.grantedTotal += calls;
          known.grants.note(atMs, calls);
          lastFaultCode = null;
        },
        onFault: (fault) => {
          // One line per change of state, not per attempt.
          if (fault.code !== lastFaultCode) logger.warn({ err: fault }, 'limits are unavailable');
          lastFaultCode = fault.code;
        },
      }),
    };
    ofApplication.set(bucket.api, known);
    return known;
  };

  const denialBefore = (request: PermitRequest, known: KnownBucket): PermitResult | null => {
    if (isClosed) return CLOSED;
    if (request.signal?.aborted) return ABORTED;
    const { application } = known;
    if (application.isStopped) {
      const leftMs = application.stoppedUntilMs - clock.monotonicMs();
      if (leftMs > 0) return stopped(leftMs);
    }
    if (request.item !== undefined) {
      const refusals = options.breaker?.stoppedAfter(request.item) ?? null;
      if (refusals !== null) {
        const params = { refusals };
        return {
          granted: false,
          waitMs: 0,
          reason: 'stopped',
          code: 'LIMITER_ITEM_STOPPED',
          params,
        };
      }
    }
    return null;
  };

  const acquire = (request: PermitRequest): Promise<PermitResult> => {
    let callClass: number;
    try {
      callClass = classOf(request);
    } catch (fault) {
      return Promise.reject(fault);
    }
    const known = knownOf(request.bucket);
    const denied = denialBefore(request, known);
    if (denied !== null) return Promise.resolve(denied);
    const nowMs = clock.monotonicMs();
    const deadlineMs =
      request.deadlineAtMs === undefined
        ? Number.POSITIVE_INFINITY
        : nowMs + (request.deadlineAtMs - clock.nowMs());
    const { signal } = request;
    return signal === undefined
      ? known.desk.wait(callClass, nowMs, deadlineMs)
      : known.desk.waitUnlessAborted(callClass, nowMs, deadlineMs, signal);
  };

  const tryAcquire = async (request: PermitRequest): Promise<PermitResult> => {
    const callClass = classOf(request);
    const known = knownOf(request.bucket);
    const denied = denialBefore(request, known);
    if (denied !== null) return denied;
    const startedMs = clock.monotonicMs();
    if (known.desk.hasWaitingBefore(callClass)) {
      const dueMs = known.desk.lastAnswer?.dueMs ?? startedMs;
      return { granted: false, waitMs: Math.max(0, dueMs - startedMs), reason: 'limit' };
    }
    try {
      const answer = await known.desk.askNow(callClass);
      const nowMs = clock.monotonicMs();
      if (answer.stoppedForMs > 0) return stopped(answer.stoppedForMs);
      if ((answer.granted[callClass] ?? 0) === 0 || nowMs > answer.sendByMs) {
        return { granted: false, waitMs: Math.max(0, answer.dueMs - nowMs), reason: 'limit' };
      }
      if (answer.sendAtMs > nowMs) await clock.sleep(answer.sendAtMs - nowMs);
      known.grantedTotal += 1;
      known.grants.note(answer.sendAtMs, 1);
      return { granted: true, remaining: answer.remaining, waitedMs: nowMs - startedMs };
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      const { code, params } = fault;
      return { granted: false, waitMs: UNAVAILABLE_WAIT_MS, reason: 'unavailable', code, params };
    }
  };

  const observe = (bucket: Bucket, response: ObservedResponse): void => {
    if (isClosed) return;
    const known = knownOf(bucket);
    const { application } = known;
    if (response.item !== undefined) options.breaker?.observe(response.item, response.status);
    const facts = readResponseFacts(response);
    if (facts.refusal === 'busy') return;
    const toMonotonicMs = clock.monotonicMs() - clock.nowMs();
    const sentMs = response.sentAtMs + toMonotonicMs;
    const receivedMs = response.receivedAtMs + toMonotonicMs;
    const plannedMs = known.grants.take(sentMs);
    let arrivedAtMs: number | null = null;
    if (facts.stampMs !== null) {
      const { loMs, hiMs } = facts.stampMs;
      const exchange = { plannedMs, sentMs, receivedMs, stampLoMs: loMs, stampHiMs: hiMs };
      const planned = application.clock.estimate();
      const isBelieved = application.clock.learn(exchange);
      const { offsetMs } = application.clock.estimate();
      if (isBelieved && offsetMs !== null && hiMs - loMs <= PRECISE_STAMP_MS) {
        arrivedAtMs = (loMs + hiMs) / 2 - offsetMs;
      }
      const isLate =
        arrivedAtMs !== null && arrivedAtMs > plannedMs + planned.latencyMaxMs + LATE_MS;
      // Inside the gateway's seconds a late call does no harm; in a sliding second the next must know.
      const isSliding = known.desk.lastAnswer?.hasCredit === false;
      report(known, response, facts, arrivedAtMs, isLate && isSliding && planned.offsetMs !== null);
      return;
    }
    report(known, response, facts, null, false);
  };

  const report = (
    known: KnownBucket,
    response: ObservedResponse,
    facts: ReturnType<typeof readResponseFacts>,
    arrivedAtMs: number | null,
    isLate: boolean,
  ): void => {
    const { desk, application, bucket } = known;
    if (facts.refusal === 'application-stopped') {
      known.refusedTotal += 1;
      desk.tell('stop');
      stop(application, bucket.application, options.applicationRestMs ?? APPLICATION_REST_MS);
      return;
    }
    const isRefused = facts.refusal === 'rate';
    if (isRefused) known.refusedTotal += 1;
    else if (application.isStopped && response.status < 400) {
      application.isStopped = false;
      application.stoppedUntilMs = 0;
      logger.info({ application: bucket.application }, 'application runs again');
      desk.tell('clear');
    }
    const answer = desk.lastAnswer;
    const isNewRate =
      answer !== null &&
      ((facts.ratePerSecond !== null && facts.ratePerSecond !== answer.ratePerSecond) ||
        (facts.burst !== null && facts.burst !== answer.burst));
    // Told at once when it is news: a bucket that is known to be low would cost a question with every answer.
    const isShort =
      facts.remaining !== null &&
      facts.remaining < (answer?.expectedRemaining ?? 0) &&
      (facts.remaining === 0 || facts.remaining < known.lastRemaining);
    known.lastRemaining = facts.remaining ?? known.lastRemaining;
    const nowMs = clock.monotonicMs();
    // Never later than now: the PC's clock may have been turned back since the answer came.
    desk.note(
      {
        ratePerSecond: facts.ratePerSecond,
        burst: facts.burst,
        remaining: facts.remaining,
        arrivedAtMs,
        heardAtMs: Math.min(nowMs, response.receivedAtMs + nowMs - clock.nowMs()),
        outcome: isRefused ? 'refused' : 'passed',
        chance: options.randomness.fraction(),
      },
      isRefused || isNewRate || isLate || isShort || backend.leadMs() === 0,
    );
  };

  return {
    acquire,
    tryAcquire,
    observe,
    remaining: async (bucket) => {
      try {
        return (await knownOf(bucket).desk.askNow(null)).remaining;
      } catch (fault) {
        if (fault instanceof AppError) return 0;
        throw fault;
      }
    },
    snapshot: async () => {
      const all: BucketSnapshot[] = [];
      for (const ofApplication of buckets.values()) {
        for (const known of ofApplication.values()) all.push(snapshotOf(known, defaults, clock));
      }
      return all;
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      for (const ofApplication of buckets.values()) {
        for (const { desk } of ofApplication.values()) {
          desk.denyAll(CLOSED);
          desk.close();
        }
      }
      await backend.close();
    },
  };
}

const CLOSED: PermitResult = {
  granted: false,
  waitMs: 0,
  reason: 'closed',
  code: 'LIMITER_CLOSED',
};
const UNAVAILABLE_WAIT_MS = 1000;
const PRECISE_STAMP_MS = 5;
const LATE_MS = 3;

function stopped(forMs: number): PermitResult {
  return {
    granted: false,
    waitMs: Math.ceil(forMs),
    reason: 'stopped',
    code: 'LIMITER_QUOTA_STOPPED',
  };
}

function classOf(request: PermitRequest): number {
  const callClass: number | undefined = CLASS_OF_LANE[request.lane];
  if (callClass === undefined) {
    throw new AppError('LIMITER_BAD_LANE', { params: { lane: String(request.lane) } });
  }
  return callClass + (request.isInteractive ? 0 : 1);
}

function snapshotOf(known: KnownBucket, defaults: BucketDefaults, clock: Clock): BucketSnapshot {
  const { desk } = known;
  const answer = desk.lastAnswer;
  const nowMs = clock.monotonicMs();
  const pausedUntilMs = answer?.pausedUntilMs ?? null;
  return {
    bucket: known.bucket,
    ratePerSecond: answer?.ratePerSecond ?? defaults.ratePerSecond,
    burst: answer?.burst ?? defaults.burst,
    remaining: answer?.remaining ?? defaults.ratePerSecond,
    waiting: {
      sync: desk.waitingIn('sync'),
      normal: desk.waitingIn('normal'),
      batch: desk.waitingIn('batch'),
    },
    pausedUntilMs:
      pausedUntilMs !== null && pausedUntilMs > nowMs
        ? clock.nowMs() + (pausedUntilMs - nowMs)
        : null,
    refusedTotal: known.refusedTotal,
    grantedTotal: known.grantedTotal,
  };
}
