import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';
import { createSqliteKeyValueStore } from '../storage/key-value';
import { type CallBudget, LANES, type Lane, type PermitRequest, type PermitResult } from './port';

/** The limits are functions, so that a changed setting counts from the next call on. */
export interface CallBudgetDeps {
  /** Where calls are counted: the ledger of call-ledger.ts, or a practising store's own database. */
  readonly database: Database;
  readonly clock: Clock;
  /** Whose allowance is spent, read before every call: another key has another one. Default `domeggook`. */
  readonly account?: () => string;
  /** Calls a minute, smoothed; default 150 of the 180 that are allowed. Read before every call. */
  readonly perMinute?: () => number;
  /** Calls a day, Korean time; default 15,000. Read before every call. */
  readonly perDay?: () => number;
  /** Share of the day's calls that only the sync lane may use; default 0.3. */
  readonly syncShare?: number;
}

/** Domeggook's published limits are 180 a minute and 15,000 a day (domeggook-openapi.md 1.6, 2026-09). */
const PER_MINUTE = 150;
const PER_DAY = 15_000;
const SYNC_SHARE = 0.3;
/** Length of the block after a 429, by third-party notes (domeggook-openapi.md 1.6, 2026-09). */
const SILENCE_MS = 180_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Korea has no summer time. */
const KST_OFFSET_MS = 9 * 3_600_000;
/** A lower lane is served once after this many calls went past it: sync, normal, batch. */
const PASSED_OVER_LIMIT = [Number.POSITIVE_INFINITY, 4, 8] as const;
const LOOK_AGAIN_MS = 60_000;

interface BudgetWaiter {
  readonly laneIndex: 0 | 1 | 2;
  readonly sinceMs: number;
  readonly deadlineMs: number;
  readonly settle: (result: PermitResult) => void;
}

/** Calendar day in Korea at `atMs`, as `2026-10-01`. */
export function koreanDay(atMs: number): string {
  return new Date(atMs + KST_OFFSET_MS).toISOString().slice(0, 10);
}

/** Epoch ms of the next 00:00 in Korea. */
export function nextKoreanMidnightMs(atMs: number): number {
  return Math.floor((atMs + KST_OFFSET_MS) / DAY_MS + 1) * DAY_MS - KST_OFFSET_MS;
}

/**
 * Domeggook's allowance: calls evenly spaced over the minute (never a burst), counted per Korean day
 * in SQLite before they are sent, so that a restart forgets none, nor a silence. A share of the day is
 * kept for the sync lane. Waiters are served by lane, then arrival, and no lane starves.
 * Throws LIMITER_BAD_RATE for a limit that is no positive number.
 */
export function createCallBudget(deps: CallBudgetDeps): CallBudget & { close(): void } {
  const { clock, database } = deps;
  const perMinute = (): number => positive('perMinute', deps.perMinute?.() ?? PER_MINUTE);
  const perDay = (): number => positive('perDay', deps.perDay?.() ?? PER_DAY);
  const syncShare = deps.syncShare ?? SYNC_SHARE;
  perMinute();
  perDay();
  if (!(syncShare >= 0 && syncShare <= 1)) {
    throw new AppError('LIMITER_BAD_RATE', {
      params: { name: 'syncShare', value: String(syncShare) },
    });
  }
  const select = database.prepare<[string, string], { calls: number }>(
    'SELECT calls FROM call_counts WHERE service = ? AND day = ?',
  );
  const count = database.prepare(
    `INSERT INTO call_counts (service, day, calls) VALUES (?, ?, 1)
     ON CONFLICT (service, day) DO UPDATE SET calls = calls + 1`,
  );
  const lines: [BudgetWaiter[], BudgetWaiter[], BudgetWaiter[]] = [[], [], []];
  const passedOver: [number, number, number] = [0, 0, 0];
  const kept = createSqliteKeyValueStore(database);
  const accountNow = deps.account ?? (() => 'domeggook');
  const silenceKey = (): string => `${account}-silence`;
  /** Monotonic end of a silence that an earlier run, or another program, was told. */
  const keptSilenceEndMs = (): number => {
    // A clock that was set since then cannot make the silence longer than it is.
    const leftMs = SILENCE_MS - (clock.nowMs() - (kept.find(silenceKey())?.writtenAtMs ?? 0));
    return clock.monotonicMs() + Math.min(SILENCE_MS, Math.max(0, leftMs));
  };
  let account = accountNow();
  let nextAtMs = 0;
  let silentUntilMs = keptSilenceEndMs();
  let sleep: AbortController | null = null;
  let isClosed = false;

  /** A key that was changed since the last look has its own count and its own silence. */
  const turnToAccount = (): void => {
    const now = accountNow();
    if (now === account) return;
    account = now;
    silentUntilMs = keptSilenceEndMs();
  };
  const usedToday = (): number => select.get(account, koreanDay(clock.nowMs()))?.calls ?? 0;
  const reserve = (): number => Math.floor(perDay() * syncShare);

  /** Why the day's count forbids a call of the lane, or null. */
  const dayDenial = (laneIndex: 0 | 1 | 2): PermitResult | null => {
    const used = usedToday();
    const left = perDay() - used;
    const waitMs = nextKoreanMidnightMs(clock.nowMs()) - clock.nowMs();
    if (left <= 0) {
      const params = { perDay: perDay() };
      return { granted: false, waitMs, reason: 'stopped', code: 'LIMITER_DAY_USED_UP', params };
    }
    if (laneIndex > 0 && left <= reserve()) {
      return {
        granted: false,
        waitMs,
        reason: 'stopped',
        code: 'LIMITER_DAY_RESERVED',
        params: { left },
      };
    }
    return null;
  };

  const laneToServe = (): 0 | 1 | 2 | null => {
    for (const lane of [2, 1] as const) {
      if (lines[lane].length > 0 && passedOver[lane] >= PASSED_OVER_LIMIT[lane]) return lane;
    }
    for (const lane of [0, 1, 2] as const) if (lines[lane].length > 0) return lane;
    return null;
  };

  const denyLate = (nowMs: number): number => {
    let nextMs = Number.POSITIVE_INFINITY;
    for (const line of lines) {
      for (let at = line.length - 1; at >= 0; at -= 1) {
        const waiter = line[at];
        if (waiter === undefined) continue;
        if (waiter.deadlineMs > nowMs) {
          nextMs = Math.min(nextMs, waiter.deadlineMs);
          continue;
        }
        line.splice(at, 1);
        const waitMs = Math.max(0, Math.max(nextAtMs, silentUntilMs) - nowMs);
        waiter.settle({ granted: false, waitMs, reason: 'deadline' });
      }
    }
    return nextMs;
  };

  const pump = (): void => {
    if (sleep !== null || isClosed) return;
    for (;;) {
      const nowMs = clock.monotonicMs();
      const nextDeadlineMs = denyLate(nowMs);
      const lane = laneToServe();
      if (lane === null) return;
      const startMs = Math.max(nextAtMs, silentUntilMs);
      if (startMs > nowMs) {
        sleepUntil(Math.min(startMs, nextDeadlineMs, nowMs + LOOK_AGAIN_MS));
        return;
      }
      const waiter = lines[lane].shift();
      if (waiter === undefined) return;
      waiter.settle(spendFor(waiter, nowMs));
    }
  };

  const spendFor = (waiter: BudgetWaiter, nowMs: number): PermitResult => {
    const denied = dayDenial(waiter.laneIndex);
    if (denied !== null) return denied;
    count.run(account, koreanDay(clock.nowMs()));
    nextAtMs = Math.max(nowMs, nextAtMs) + MINUTE_MS / perMinute();
    passedOver[waiter.laneIndex] = 0;
    for (const lower of [1, 2] as const) {
      if (lower > waiter.laneIndex && lines[lower].length > 0) passedOver[lower] += 1;
    }
    return {
      granted: true,
      remaining: perDay() - usedToday(),
      waitedMs: nowMs - waiter.sinceMs,
    };
  };

  const sleepUntil = (untilMs: number): void => {
    const own = new AbortController();
    sleep = own;
    const wakeUp = (): void => {
      if (sleep !== own) return;
      sleep = null;
      pump();
    };
    // Rejects only when woken early, and whoever wakes it pumps.
    clock
      .sleep(Math.max(0, untilMs - clock.monotonicMs()), own.signal)
      .then(wakeUp, () => undefined);
  };

  const wake = (): void => {
    const own = sleep;
    sleep = null;
    own?.abort();
    pump();
  };

  const spend = (request: Omit<PermitRequest, 'bucket'>): Promise<PermitResult> => {
    const laneIndex = laneIndexOf(request.lane);
    if (isClosed) return Promise.resolve(CLOSED);
    if (request.signal?.aborted) return Promise.resolve(ABORTED);
    turnToAccount();
    const denied = dayDenial(laneIndex);
    if (denied !== null) return Promise.resolve(denied);
    const sinceMs = clock.monotonicMs();
    return new Promise((resolve) => {
      const onAbort = (): void => {
        const line = lines[laneIndex];
        const at = line.indexOf(waiter);
        if (at >= 0) line.splice(at, 1);
        resolve(ABORTED);
      };
      const waiter: BudgetWaiter = {
        laneIndex,
        sinceMs,
        deadlineMs:
          request.deadlineAtMs === undefined
            ? Number.POSITIVE_INFINITY
            : sinceMs + (request.deadlineAtMs - clock.nowMs()),
        settle: (result) => {
          request.signal?.removeEventListener('abort', onAbort);
          resolve(result);
        },
      };
      request.signal?.addEventListener('abort', onAbort, { once: true });
      lines[laneIndex].push(waiter);
      wake();
    });
  };

  return {
    spend: async (request) => spend(request),
    refused: () => {
      silentUntilMs = clock.monotonicMs() + SILENCE_MS;
      kept.save(silenceKey(), true, clock.nowMs());
    },
    snapshot: () => {
      turnToAccount();
      const leftSilentMs = silentUntilMs - clock.monotonicMs();
      return {
        perMinute: perMinute(),
        perDay: perDay(),
        usedToday: usedToday(),
        reservedForSync: reserve(),
        resetsAtMs: nextKoreanMidnightMs(clock.nowMs()),
        silentUntilMs: leftSilentMs > 0 ? clock.nowMs() + leftSilentMs : null,
      };
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      sleep?.abort();
      for (const line of lines) for (const waiter of line.splice(0)) waiter.settle(CLOSED);
    },
  };
}

const CLOSED: PermitResult = {
  granted: false,
  waitMs: 0,
  reason: 'closed',
  code: 'LIMITER_CLOSED',
};
const ABORTED: PermitResult = { granted: false, waitMs: 0, reason: 'aborted' };

function laneIndexOf(lane: Lane): 0 | 1 | 2 {
  const index = LANES.indexOf(lane);
  if (index === 0 || index === 1 || index === 2) return index;
  throw new AppError('LIMITER_BAD_LANE', { params: { lane: String(lane) } });
}

function positive(name: string, value: number): number {
  if (value >= 1 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw new AppError('LIMITER_BAD_RATE', { params: { name, value: String(value) } });
}
