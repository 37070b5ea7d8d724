import type { ItemNo } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { WatchStatus } from '@shared/domain/watch';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { SystemSignalSource } from '../platform/system-signals';
import type { KeyValueStore } from '../storage/key-value';
import type { WorkerLock } from '../storage/worker-lock';
import { type Backoff, createBackoff } from './backoff';
import type { WatchEvent } from './port';
import type { Schedule } from './schedule';
import type { SweepResult } from './sweep';

export interface WatchLoopDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly schedule: Schedule;
  readonly signals: SystemSignalSource;
  readonly keyValueStore: KeyValueStore;
  readonly isPaused: () => boolean;
  readonly acquireLock: () => WorkerLock;
  /** Called once, when this program has become the watcher. */
  readonly recover: () => void;
  /** The PC's clock was turned back by so much. */
  readonly clockTurnedBack: (byMs: number) => void;
  readonly sweep: (
    itemNos: readonly ItemNo[],
    isFull: boolean,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ) => Promise<SweepResult>;
  readonly apply: (signal: AbortSignal) => Promise<{
    readonly applied: number;
    readonly failed: number;
    readonly fault: AppError | null;
  }>;
  /** Epoch ms; null when no write waits. */
  readonly nextWriteAtMs: () => number | null;
  readonly audit: (signal: AbortSignal) => Promise<void>;
  readonly checkInspections: (signal: AbortSignal) => Promise<void>;
  readonly prune: () => void;
  readonly tell: (event: WatchEvent) => void;
}

/** Runs the watcher: one thing at a time, for as long as it may. */
export interface WatchLoop {
  start(): Promise<void>;
  stop(deadlineMs: number): Promise<void>;
  /** This program is the folder's watcher. */
  isRunning(): boolean;
  wake(): void;
  sweepNow(): void;
  auditNow(): void;
  /** Runs `work` while nothing else runs. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  progress(): WatchStatus['sweeping'];
  /**
   * Why nothing is being done, in the order in which a person should hear of it; null when it runs.
   */
  halt(): Pick<WatchStatus, 'halted' | 'haltReason'>;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How often it looks whether something is due; also how late another process's approval is seen. */
const TICK_MS = 10 * SECOND_MS;
const LOCK_RETRY_MS = MINUTE_MS;
const INSPECTIONS_EVERY_MS = 30 * MINUTE_MS;
/** The audit runs at the quietest hour of Korea, or as soon as the program runs after it. */
const AUDIT_HOUR_KST = 4;
const KST_OFFSET_MS = 9 * HOUR_MS;
const AUDIT_KEY = 'watch.audit.v1';
/** When the seller asked to have everything looked at; gone once that is done. */
const ASKED_SWEEP_KEY = 'watch.asked-sweep.v1';
const INSPECTIONS_KEY = 'watch.inspections.v1';

/** Epoch ms of the last moment at which an audit was due. */
function lastAuditDueMs(nowMs: number): number {
  const sinceHourMs = nowMs + KST_OFFSET_MS - AUDIT_HOUR_KST * HOUR_MS;
  return Math.floor(sinceHourMs / DAY_MS) * DAY_MS - KST_OFFSET_MS + AUDIT_HOUR_KST * HOUR_MS;
}

/**
 * Begins with `start`, which takes the folder's lock and tries once a minute while another program
 * holds it (`halted: other-worker`). Every 10 s it sweeps, writes and looks at Naver as far as
 * something is due; a fault of one side pauses that side alone. A full sweep that was asked for
 * goes on, over restarts, until every item was looked at; an audit that was asked for and fails is
 * tried again after the pause. `stop` aborts what is under way and waits for it no longer than its
 * deadline.
 */
export function createWatchLoop(deps: WatchLoopDeps): WatchLoop {
  const { clock, logger, schedule, signals, keyValueStore } = deps;
  const closing = new AbortController();
  let lock: WorkerLock | null = null;
  let running: Promise<void> | null = null;
  let sleep: AbortController | null = null;
  let isAsleep = false;
  let hasOtherWorker = false;
  let isAuditWanted = false;
  let progress: WatchStatus['sweeping'] = null;
  let endReason: Reason | null = null;
  // Apart: a wholesaler whose day is used up must not hold back what the store has to be told.
  const wholesaler = createBackoff(clock);
  const store = createBackoff(clock);
  let turn: Promise<unknown> = Promise.resolve();

  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const own = turn.then(work, work);
    turn = own.catch(() => undefined);
    return own;
  };
  const wake = (): void => sleep?.abort();
  const wait = async (delayMs: number): Promise<void> => {
    const own = new AbortController();
    sleep = own;
    try {
      await clock.sleep(delayMs, AbortSignal.any([own.signal, closing.signal]));
    } catch (reason) {
      if (!own.signal.aborted && !closing.signal.aborted) throw reason;
    } finally {
      sleep = null;
    }
  };
  const failed = (of: Backoff, fault: AppError): void => {
    if (closing.signal.aborted) return;
    of.failed(fault);
    deps.tell({ hasNews: false });
  };
  const mayAsk = (of: Backoff): boolean =>
    !deps.isPaused() && !isAsleep && signals.isOnline() && of.isOver();

  const sweepDue = async (): Promise<void> => {
    const askedAtMs = keyValueStore.find(ASKED_SWEEP_KEY)?.writtenAtMs ?? null;
    const plan = schedule.next();
    const asked = askedAtMs === null ? [] : schedule.notCheckedSince(askedAtMs);
    const isFull = asked.length > 0;
    const itemNos = isFull ? asked : plan.itemNos;
    if (itemNos.length === 0) {
      if (askedAtMs !== null) keyValueStore.remove(ASKED_SWEEP_KEY);
      return;
    }
    progress = { done: 0, total: itemNos.length };
    deps.tell({ hasNews: false });
    const result = await deps.sweep(itemNos, isFull, closing.signal, (done) => {
      progress = { done, total: itemNos.length };
      deps.tell({ hasNews: false });
    });
    progress = null;
    const isAskedAnew = keyValueStore.find(ASKED_SWEEP_KEY)?.writtenAtMs !== askedAtMs;
    // Cut short, by a fault or by the end of the program, it goes on with what is left of it.
    if (isFull && result.fault === null && !isAskedAnew) keyValueStore.remove(ASKED_SWEEP_KEY);
    schedule.spent(result.calls);
    if (result.fault === null) wholesaler.worked();
    else failed(wholesaler, result.fault);
    deps.tell({ hasNews: result.changes.length > 0 || result.isStopped });
  };
  const applyDue = async (): Promise<void> => {
    const nextMs = deps.nextWriteAtMs();
    if (nextMs === null || nextMs > clock.nowMs()) return;
    const result = await deps.apply(closing.signal);
    if (result.fault === null) store.worked();
    else failed(store, result.fault);
    if (result.applied + result.failed > 0) deps.tell({ hasNews: true });
  };
  const isOlder = (key: string, thanMs: number): boolean => {
    const atMs = keyValueStore.find(key)?.writtenAtMs;
    return atMs === undefined || atMs < thanMs || atMs > clock.nowMs();
  };
  const lookAtNaver = async (): Promise<void> => {
    if (schedule.size() === 0) return;
    const nowMs = clock.nowMs();
    if (isAuditWanted || isOlder(AUDIT_KEY, lastAuditDueMs(nowMs))) {
      const wasAsked = isAuditWanted;
      isAuditWanted = false;
      try {
        await deps.audit(closing.signal);
      } catch (fault) {
        isAuditWanted ||= wasAsked;
        throw fault;
      }
      store.worked();
      deps.prune();
      keyValueStore.save(AUDIT_KEY, true, nowMs);
      keyValueStore.save(INSPECTIONS_KEY, true, nowMs);
      deps.tell({ hasNews: true });
      return;
    }
    if (!isOlder(INSPECTIONS_KEY, nowMs - INSPECTIONS_EVERY_MS)) return;
    await deps.checkInspections(closing.signal);
    store.worked();
    keyValueStore.save(INSPECTIONS_KEY, true, nowMs);
    deps.tell({ hasNews: true });
  };
  const attempt = async (of: Backoff, work: () => Promise<void>): Promise<void> => {
    if (!mayAsk(of)) return;
    try {
      await exclusive(work);
    } catch (thrown) {
      if (closing.signal.aborted) return;
      const fault = toAppError(thrown);
      logger.warn({ code: fault.code, err: thrown }, 'a round of watching failed');
      progress = null;
      failed(of, fault);
    }
  };
  const wallLead = (): number => clock.nowMs() - clock.monotonicMs();
  let knownLeadMs = wallLead();
  const noteClock = (): void => {
    const backMs = knownLeadMs - wallLead();
    if (backMs > SECOND_MS) deps.clockTurnedBack(backMs);
    knownLeadMs = wallLead();
  };
  const round = async (): Promise<void> => {
    noteClock();
    await attempt(wholesaler, sweepDue);
    await attempt(store, applyDue);
    await attempt(store, lookAtNaver);
  };
  const takeLock = (): boolean => {
    if (lock !== null) return true;
    try {
      lock = deps.acquireLock();
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== 'WATCH_OTHER_WORKER') throw fault;
      hasOtherWorker = true;
      return false;
    }
    hasOtherWorker = false;
    deps.recover();
    return true;
  };
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      if (takeLock()) {
        await round();
        await wait(TICK_MS);
      } else {
        await wait(LOCK_RETRY_MS);
      }
    }
  };
  const resetBoth = (): void => {
    wholesaler.reset();
    store.reset();
  };
  const stopListening = signals.subscribe((signal) => {
    if (signal.kind === 'power-suspended') isAsleep = true;
    if (signal.kind === 'power-resumed') {
      isAsleep = false;
      // What failed while the computer went down says nothing about now.
      resetBoth();
    }
    if (signal.kind === 'network-changed' && signal.isOnline) resetBoth();
    deps.tell({ hasNews: false });
    wake();
  });

  return {
    start: async () => {
      running ??= run().catch((fault: unknown) => {
        logger.error({ err: fault }, 'watching has ended');
        endReason = { code: toAppError(fault).code, severity: 'block' };
      });
    },
    stop: async (deadlineMs) => {
      closing.abort();
      stopListening();
      const over = new AbortController();
      await Promise.race([
        Promise.all([running, turn]),
        clock.sleep(deadlineMs, over.signal).catch(() => undefined),
      ]);
      over.abort();
      lock?.release();
      lock = null;
    },
    isRunning: () => lock !== null,
    wake,
    sweepNow: () => {
      keyValueStore.save(ASKED_SWEEP_KEY, true, clock.nowMs());
      wholesaler.reset();
      wake();
    },
    auditNow: () => {
      isAuditWanted = true;
      store.reset();
      wake();
    },
    exclusive,
    progress: () => progress,
    halt: () => {
      if (running === null) return { halted: 'not-started', haltReason: null };
      if (hasOtherWorker) return { halted: 'other-worker', haltReason: null };
      if (deps.isPaused()) return { halted: 'paused', haltReason: null };
      if (isAsleep) return { halted: 'asleep', haltReason: null };
      if (!signals.isOnline()) return { halted: 'offline', haltReason: null };
      const reason = endReason ?? wholesaler.reason() ?? store.reason();
      if (reason !== null) return { halted: 'fault', haltReason: reason };
      return { halted: null, haltReason: null };
    },
  };
}
