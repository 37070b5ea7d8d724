import { createGate, type LimitModel } from '../../../bench/limiter/gateway-model';
import type { BucketBackend } from '../limiter/bucket-backend';
import { createEmbeddedBackend } from '../limiter/embedded-backend';
import type { Bucket, Lane, RateLimiter } from '../limiter/port';
import { bucketDefaults, createRateLimiter } from '../limiter/rate-limiter';
import type { Clock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { createFakeClock, FAKE_START_AT_MS, type FakeClock } from './fake-clock';
import { createFakeRandomness } from './fake-randomness';

export interface SimulationOptions {
  readonly model: LimitModel;
  readonly setting?: 'burst' | 'strict';
  readonly offsetMs?: number;
  readonly processes?: number;
  readonly seed?: number;
  /** How late a timer fires at most; uniform. */
  readonly timerLateMs?: number;
  /** Share of timers that fire much later, as on a PC that does something else for a moment. */
  readonly stalledShare?: number;
}

export interface Simulation {
  readonly clock: FakeClock;
  readonly limiters: readonly RateLimiter[];
  readonly seen: {
    readonly passedAtMs: number[];
    readonly refusedAtMs: number[];
    /** Questions to the shared memory. */
    asked: number;
    granted: number;
    /** Permits per process. */
    readonly grantedTo: number[];
  };
  /** One call of a process: asked for, sent, and sent again until it passes; the wait for its permit. */
  call(
    process: number,
    lane: Lane,
    options?: { readonly isInteractive?: boolean; readonly signal?: AbortSignal },
  ): Promise<number | null>;
  /** Callers that call again as soon as their call has passed. */
  load(process: number, lane: Lane, callers: number, signal: AbortSignal): void;
  setRate(ratePerSecond: number): void;
  /** A call of another program on the same key; true when it passed. */
  foreignCall(): boolean;
}

const BUCKET: Bucket = { application: 'app', api: 'POST /v2/products' };
const WAY_MIN_MS = 5;
const WAY_SPREAD_MS = 75;
const SERVER_MS = 0.15;
const STALL_MIN_MS = 60;
const STALL_SPREAD_MS = 400;

/**
 * Several processes at one gateway on a clock of the test: each limiter has its own queue, all share
 * one memory that answers after a moment, as a Redis server does. Same seed, same course.
 */
export function createSimulation(options: SimulationOptions): Simulation {
  const clock = createFakeClock();
  const chance = createFakeRandomness(options.seed ?? 1);
  const gate = createGate(options.model, 2);
  let rate = 2;
  const processes = options.processes ?? 3;
  const seen: Simulation['seen'] = {
    passedAtMs: [],
    refusedAtMs: [],
    asked: 0,
    granted: 0,
    grantedTo: new Array<number>(processes).fill(0),
  };
  const defaults = bucketDefaults({});
  const memory = createEmbeddedBackend(clock, defaults);
  const stalledShare = options.stalledShare ?? 0;
  const lateMs = (): number =>
    stalledShare > 0 && chance.fraction() < stalledShare
      ? STALL_MIN_MS + STALL_SPREAD_MS * chance.fraction()
      : (options.timerLateMs ?? 1.2) * chance.fraction();
  const lateClock: Clock = {
    ...clock,
    sleep: (delayMs, signal) => clock.sleep(delayMs + lateMs(), signal),
  };
  const backend: BucketBackend = {
    ask: async (question) => {
      seen.asked += 1;
      await clock.sleep(SERVER_MS);
      const answer = await memory.ask(question);
      await clock.sleep(SERVER_MS);
      return answer;
    },
    leadMs: () => 2 + 2 * SERVER_MS,
    close: async () => undefined,
  };
  const limiters = Array.from({ length: processes }, (_, index) =>
    createRateLimiter(backend, defaults, {
      clock: lateClock,
      randomness: createFakeRandomness(100 * (options.seed ?? 1) + index),
      logger: silentLogger,
      model: () => options.setting ?? 'burst',
    }),
  );

  const exchange = async (limiter: RateLimiter): Promise<boolean> => {
    const sentAtMs = clock.nowMs();
    await clock.sleep(WAY_MIN_MS + WAY_SPREAD_MS * chance.fraction());
    const atMs = FAKE_START_AT_MS + clock.monotonicMs() + (options.offsetMs ?? 0);
    const verdict = gate.take(atMs);
    (verdict.isPassed ? seen.passedAtMs : seen.refusedAtMs).push(clock.monotonicMs());
    const headers = {
      'gncp-gw-ratelimit-replenish-rate': String(rate),
      'gncp-gw-ratelimit-burst-capacity': String(2 * rate),
      'gncp-gw-ratelimit-remaining': String(verdict.remaining),
      'gncp-gw-trace-id': `host^${Math.floor(atMs)}^1`,
    };
    await clock.sleep(WAY_MIN_MS + WAY_SPREAD_MS * chance.fraction());
    limiter.observe(BUCKET, {
      status: verdict.isPassed ? 200 : 429,
      headers,
      ...(verdict.isPassed ? {} : { errorCode: 'GW.RATE_LIMIT' }),
      sentAtMs,
      receivedAtMs: clock.nowMs(),
    });
    return verdict.isPassed;
  };

  const call: Simulation['call'] = async (process, lane, callOptions = {}) => {
    const limiter = limiters[process];
    if (limiter === undefined) throw new Error(`no process ${process}`);
    const askedMs = clock.monotonicMs();
    let waitedMs: number | null = null;
    for (;;) {
      const permit = await limiter.acquire({ bucket: BUCKET, lane, ...callOptions });
      if (!permit.granted) return waitedMs;
      waitedMs ??= clock.monotonicMs() - askedMs;
      seen.granted += 1;
      seen.grantedTo[process] = (seen.grantedTo[process] ?? 0) + 1;
      if (await exchange(limiter)) return waitedMs;
    }
  };

  return {
    clock,
    limiters,
    seen,
    call,
    load: (process, lane, callers, signal) => {
      for (let caller = 0; caller < callers; caller += 1) {
        void (async () => {
          while (!signal.aborted) {
            if ((await call(process, lane, { signal })) === null) return;
          }
        })();
      }
    },
    setRate: (ratePerSecond) => {
      rate = ratePerSecond;
      gate.setRate(ratePerSecond);
    },
    foreignCall: () =>
      gate.take(FAKE_START_AT_MS + clock.monotonicMs() + (options.offsetMs ?? 0)).isPassed,
  };
}
