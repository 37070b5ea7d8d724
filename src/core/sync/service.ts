import { type ItemNo, MAIN_STORE, type StoreId } from '@shared/domain/ids';
import type { Settings } from '@shared/domain/settings';
import type { WatchChange } from '@shared/domain/watch';
import { AppError } from '@shared/errors/app-error';
import type { DomeggookClient } from '../domeggook/port';
import type { StoredDraft } from '../drafts/draft-rows';
import { koreanDay } from '../limiter/call-budget';
import type { CallBudgetSnapshot } from '../limiter/port';
import type { NaverClient } from '../naver/port';
import type { NotificationRecorder } from '../notifications/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { SystemSignalSource } from '../platform/system-signals';
import type { Database } from '../storage/database';
import type { KeyValueStore } from '../storage/key-value';
import { acquireWorkerLock, type WorkerLock } from '../storage/worker-lock';
import { createApplier } from './apply';
import { createAudit } from './audit';
import { createChangeStore } from './change-store';
import { createWatchCommands } from './commands';
import { createDetection } from './detection';
import { createFindingStore } from './finding-store';
import { createHistoryStore, historyCsv } from './history-store';
import { createPolicyStore } from './policy-store';
import type { SweepReport, WatchEvent, WatchService } from './port';
import { createRetention } from './retention';
import { createSchedule } from './schedule';
import { createSweeper, type SweepResult } from './sweep';
import { createWatchLoop } from './watch-loop';
import { createWatchQueries } from './watch-queries';
import { createWatchStore } from './watch-store';
import { createWriteLedger } from './write-ledger';
import { createWriteStore } from './write-store';

export interface WatchServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Never through a cache: what is compared must be what the market says now. */
  readonly domeggook: Pick<DomeggookClient, 'fetchItems' | 'fetchListed'>;
  readonly naver: NaverClient;
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
  readonly notifications: NotificationRecorder;
  readonly settings: () => Settings;
  readonly callBudget: () => CallBudgetSnapshot;
  readonly keyValueStore: KeyValueStore;
  readonly signals: SystemSignalSource;
  /** What was read of this item before is old. Must not throw. */
  readonly onItemChanged: (itemNo: ItemNo) => void;
  /** Makes this process the folder's only watcher; default a lock file beside the database. */
  readonly acquireLock?: () => WorkerLock;
}

const DAY_MS = 86_400_000;
/** Name under which the watcher's own calls are counted per Korean day. */
const COUNTED_AS = 'domeggook.watch';
/** Rounds of writing after one sweep; each one shrinks what is due. */
const MAX_APPLY_ROUNDS = 20;

/** The watching half of the product, put together. */
export function createWatchService(deps: WatchServiceDeps): WatchService {
  const { database, clock, logger, findDraft, notifications, settings } = deps;
  const store = createWatchStore(database);
  const changes = createChangeStore(database);
  const writes = createWriteStore(database);
  const history = createHistoryStore(database);
  const retention = createRetention(database, history);
  const findings = createFindingStore(database);
  const policies = createPolicyStore(database);
  const queries = createWatchQueries(database);
  const listeners = new Set<(event: WatchEvent) => void>();
  const tell = (event: WatchEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const detection = createDetection({
    database,
    store,
    changes,
    writes,
    history,
    policies,
    notifications,
    findDraft,
    settings,
  });
  const countCall = database.prepare(
    `INSERT INTO call_counts (service, day, calls) VALUES ('${COUNTED_AS}', ?, 1)
     ON CONFLICT (service, day) DO UPDATE SET calls = calls + 1`,
  );
  const selectCalls = database.prepare<[string], { calls: number }>(
    `SELECT calls FROM call_counts WHERE service = '${COUNTED_AS}' AND day = ?`,
  );
  const callsToday = (): number => selectCalls.get(koreanDay(clock.nowMs()))?.calls ?? 0;
  const sweeper = createSweeper({
    database,
    store,
    changes,
    writes,
    detection,
    policies,
    notifications,
    domeggook: deps.domeggook,
    clock,
    logger,
    onCall: () => {
      countCall.run(koreanDay(clock.nowMs()));
    },
  });
  const ledger = createWriteLedger({
    database,
    store,
    changes,
    writes,
    history,
    findings,
    detection,
    notifications,
    clock,
  });
  const applier = createApplier({
    store,
    writes,
    ledger,
    policies,
    naver: deps.naver,
    findDraft,
    settings,
    clock,
    logger,
  });
  const audit = createAudit({
    database,
    store,
    findings,
    history,
    detection,
    notifications,
    naver: deps.naver,
    clock,
  });
  const schedule = createSchedule({
    store,
    clock,
    lowStock: () => policies.controls(MAIN_STORE).lowStock,
    budget: () => {
      const snapshot = deps.callBudget();
      const share = policies.controls(MAIN_STORE).budgetPercent / 100;
      const allowedToday = Math.floor(snapshot.perDay * share);
      return { ...snapshot, allowedToday, usedByWatch: callsToday() };
    },
  });
  const acquireLock = (): WorkerLock => {
    if (deps.acquireLock !== undefined) return deps.acquireLock();
    if (database.memory) return { release: () => undefined };
    try {
      return acquireWorkerLock(`${database.name}.watcher`);
    } catch (fault) {
      if (!(fault instanceof AppError) || fault.code !== 'REGISTRATION_OTHER_WORKER') throw fault;
      throw new AppError('WATCH_OTHER_WORKER', { cause: fault });
    }
  };

  const applyAll = async (
    signal: AbortSignal | undefined,
  ): Promise<{
    readonly applied: number;
    readonly failed: number;
    readonly fault: AppError | null;
  }> => {
    let applied = 0;
    let failed = 0;
    for (let round = 0; round < MAX_APPLY_ROUNDS; round += 1) {
      const dueBefore = writes.due(clock.nowMs(), 1).length;
      if (dueBefore === 0) break;
      const result = await applier.applyDue(signal);
      applied += result.applied;
      failed += result.failed;
      if (result.fault !== null) return { applied, failed, fault: result.fault };
      if (result.applied + result.failed === 0) break;
    }
    return { applied, failed, fault: null };
  };
  const sweep = async (
    itemNos: readonly ItemNo[],
    isFull: boolean,
    signal: AbortSignal | undefined,
    onProgress: (done: number) => void,
  ): Promise<SweepResult> => {
    const result = await sweeper.run(itemNos, {
      isFull,
      onProgress,
      ...(signal === undefined ? {} : { signal }),
    });
    schedule.refresh(itemNos);
    for (const itemNo of new Set(result.changes.map((change) => change.itemNo))) {
      deps.onItemChanged(itemNo);
    }
    return result;
  };
  const runAudit = async (signal: AbortSignal | undefined): Promise<void> => {
    await audit.checkListings(MAIN_STORE, signal);
    await audit.checkInspections(MAIN_STORE, signal);
    schedule.reload();
  };
  const prune = (): void => {
    retention.forget(clock.nowMs() - policies.controls(MAIN_STORE).historyDays * DAY_MS);
  };
  const loop = createWatchLoop({
    clock,
    logger,
    schedule,
    signals: deps.signals,
    keyValueStore: deps.keyValueStore,
    isPaused: () => policies.controls(MAIN_STORE).isPaused,
    acquireLock,
    recover: () => {
      writes.recover(clock.nowMs());
    },
    clockTurnedBack: (byMs) => writes.turnBack(byMs),
    sweep,
    apply: (signal) => applyAll(signal),
    nextWriteAtMs: () => writes.nextDueAtMs(),
    audit: runAudit,
    checkInspections: (signal) => audit.checkInspections(MAIN_STORE, signal),
    prune,
    tell,
  });
  const commands = createWatchCommands({
    database,
    store,
    changes,
    writes,
    findings,
    policies,
    queries,
    findDraft,
    clock,
    wake: loop.wake,
    reload: schedule.reload,
    tell,
  });

  const reportOf = (
    result: SweepResult,
    written: { readonly applied: number; readonly failed: number; readonly fault: AppError | null },
  ): SweepReport => {
    // As they stand after writing: a price out of bounds has become a question by now.
    const changes = result.changes.flatMap((change): readonly WatchChange[] => {
      const now = queries.findChange(change.changeId);
      return now === null ? [] : [now];
    });
    return {
      checked: result.checked,
      calls: result.calls,
      changed: result.changed,
      applied: written.applied,
      asked: changes.filter(({ state }) => state === 'awaiting-approval').length,
      notified: result.notified,
      failed: written.failed,
      changes,
      fault: result.fault ?? written.fault,
    };
  };

  return {
    ...commands,
    status: (storeId) => {
      const budget = schedule.budget();
      const { byTemperature, lagMs } = schedule.figures();
      return {
        controls: policies.controls(storeId),
        watched: schedule.size(),
        byTemperature,
        lagMs,
        lastSweep: queries.lastSweep(),
        sweeping: loop.progress(),
        nextSweepAtMs: loop.isRunning() ? schedule.nextDueAtMs() : null,
        detectionDelay: queries.detectionDelay(clock.nowMs() - DAY_MS),
        budget: {
          usedToday: budget.usedByWatch,
          allowedToday: budget.allowedToday,
          resetsAtMs: budget.resetsAtMs,
        },
        openApprovals: queries.countApprovals(storeId),
        openFindings: findings.countOpen(storeId),
        pendingWrites: writes.countOpen(storeId),
        ...loop.halt(),
      };
    },
    pulse: () => {
      const { halted } = loop.halt();
      const isExpected =
        schedule.size() > 0 && (halted === null || halted === 'fault' || halted === 'offline');
      return { isExpected, lastCheckedAtMs: schedule.figures().newestMs };
    },
    listProducts: (filter) => queries.products(filter, schedule.view()),
    listChanges: (filter) => queries.changes(filter),
    history: (storeId, itemNo, fromMs) => {
      const product = store.findProduct(storeId, itemNo);
      if (product === null) throw new AppError('WATCH_NOT_WATCHED', { params: { itemNo } });
      return history.read(storeId, itemNo, product.name, fromMs);
    },
    exportHistory: (storeId, itemNo) => ({
      fileName: `storebridge-history-${itemNo ?? 'all'}-${koreanDay(clock.nowMs())}.csv`,
      csv: historyCsv(history.rows(storeId, itemNo)),
    }),
    policies: (storeId) => ({
      own: policies.policies(storeId),
      defaults: policies.defaults(storeId),
      suppliers: policies.suppliers(storeId),
    }),
    listApprovals: (storeId, offset, limit) => queries.approvals(storeId, offset, limit),
    listFindings: (storeId, offset, limit) => findings.list(storeId, offset, limit),
    sweepNow: loop.sweepNow,
    auditNow: loop.auditNow,
    runOnce: async (signal) => {
      const lock = loop.isRunning() ? null : acquireLock();
      try {
        if (lock !== null) writes.recover(clock.nowMs());
        return await loop.exclusive(async () => {
          schedule.reload();
          const result = await sweep(schedule.allItemNos(), true, signal, () => undefined);
          return reportOf(result, await applyAll(signal));
        });
      } finally {
        lock?.release();
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start: () => loop.start(),
    stop: (deadlineMs) => loop.stop(deadlineMs),
  };
}
