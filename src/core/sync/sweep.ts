import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { DomeggookClient, ListedLookup } from '../domeggook/port';
import type { NotificationRecorder } from '../notifications/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Database } from '../storage/database';
import type { ChangeStore, ReportedChange } from './change-store';
import type { Detection, Finding } from './detection';
import { ITEMS_PER_CALL } from './due';
import type { PolicyStore } from './policy-store';
import { hashOfItem, snapshotOf } from './snapshot';
import type { WatchStore } from './watch-store';
import type { WriteStore } from './write-store';

/** What one pass over products told. */
export interface SweepResult {
  readonly sweepId: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** Items about which something was learnt. */
  readonly checked: number;
  readonly calls: number;
  /** Items with at least one change. */
  readonly changed: number;
  readonly notified: number;
  readonly changes: readonly ReportedChange[];
  /** Why it ended early; what was learnt before is committed. */
  readonly fault: AppError | null;
  /** True when so many products seemed to end that none of them was followed. */
  readonly isStopped: boolean;
}

export interface SweeperDeps {
  readonly database: Database;
  readonly store: WatchStore;
  readonly changes: ChangeStore;
  readonly writes: WriteStore;
  readonly detection: Detection;
  readonly policies: PolicyStore;
  readonly notifications: NotificationRecorder;
  readonly domeggook: Pick<DomeggookClient, 'fetchItems' | 'fetchListed'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every call, for the day's count. */
  readonly onCall: () => void;
}

/** Looks at items and commits what it learns; one run at a time is the caller's care. */
export interface Sweeper {
  /** Looks at these items, 100 per call. Never rejects for a fault of the marketplace. */
  run(
    itemNos: readonly ItemNo[],
    options: {
      readonly isFull: boolean;
      readonly signal?: AbortSignal;
      readonly onProgress?: (done: number) => void;
    },
  ): Promise<SweepResult>;
}

/** Ends within this time count together. */
const END_WINDOW_MS = 3_600_000;
/** As many products may always end, however few there are. */
const ENDS_ALWAYS_FOLLOWED = 3;

/** Passes whose figures are kept. */
const SWEEPS_KEPT = 2000;

/** How many products may leave the shelf within an hour before the seller is asked. */
function endsAllowed(watched: number, massEndPercent: number): number {
  return Math.max(ENDS_ALWAYS_FOLLOWED, Math.ceil((watched * massEndPercent) / 100));
}

/**
 * One pass of the watcher. What an answer says is committed call by call; items that left the shelf are
 * decided together at the end, because a catalogue that vanishes looks like many ends at once.
 */
export function createSweeper(deps: SweeperDeps): Sweeper {
  const { store, detection, clock, logger, writes } = deps;
  const beginSweep = deps.database.prepare(
    'INSERT INTO watch_sweeps (is_full, started_at_ms) VALUES (?, ?)',
  );
  const forgetSweeps = deps.database.prepare('DELETE FROM watch_sweeps WHERE sweep_id <= ?');
  const endSweep = deps.database.prepare(
    `UPDATE watch_sweeps SET ended_at_ms = ?, checked = ?, calls = ?, changed = ?
     WHERE sweep_id = ?`,
  );
  const NOTHING: ReadonlySet<ItemNo> = new Set();

  /** Puts the ends of the last hour that were not yet followed to the seller too. */
  const holdBack = deps.database.transaction((sinceMs: number, atMs: number) => {
    for (const { storeId, itemNo } of deps.changes.pendingEndsSince(sinceMs)) {
      if (!writes.withdraw(storeId, itemNo, 'status', atMs)) continue;
      const product = store.findProduct(storeId, itemNo);
      const effect = product === null ? null : detection.effectOf(product, 'status');
      if (effect === null) continue;
      const reasons = [{ code: 'WATCH_MASS_END', severity: 'ask' } as const];
      deps.changes.propose(storeId, itemNo, 'status', effect, reasons, atMs);
      deps.changes.settleChanges(
        { storeId, itemNo, aspects: ['status'], from: ['pending', 'held'] },
        'awaiting-approval',
        reasons,
        atMs,
      );
    }
  });

  return {
    run: async (itemNos, { isFull, signal, onProgress }) => {
      const startedAtMs = clock.nowMs();
      const sweepId = Number(beginSweep.run(isFull ? 1 : 0, startedAtMs).lastInsertRowid);
      forgetSweeps.run(sweepId - SWEEPS_KEPT);
      const changes: ReportedChange[] = [];
      const ends: Finding[] = [];
      let calls = 0;
      let checked = 0;
      let notified = 0;
      let fault: AppError | null = null;
      const onCall = (): void => {
        calls += 1;
        deps.onCall();
      };
      const options = {
        lane: 'sync',
        onCall,
        ...(signal === undefined ? {} : { signal }),
      } as const;
      const allowed = endsAllowed(
        store.countWatched(),
        deps.policies.controls(MAIN_STORE).massEndPercent,
      );
      const endedBefore = deps.changes.countEndedSince(startedAtMs - END_WINDOW_MS);
      const isCrowd = (): boolean => endedBefore + ends.length > allowed;
      const commit = (findings: readonly Finding[], held: ReadonlySet<ItemNo>): void => {
        const detected = detection.commit(findings, sweepId, clock.nowMs(), held);
        changes.push(...detected.changes);
        notified += detected.notified;
        checked += findings.filter(({ kind }) => kind !== 'nothing').length;
      };

      /** A missing number may be anything: one call of its own tells, unless a crowd of them is missing. */
      const confirm = async (
        itemNo: ItemNo,
        known: ReadonlyMap<ItemNo, string>,
      ): Promise<Finding> => {
        if (isCrowd()) return notConfirmed(itemNo);
        const [lookup] = await deps.domeggook.fetchItems([itemNo], options);
        if (lookup?.kind === 'deleted') return { kind: 'gone', itemNo };
        if (lookup === undefined) return notConfirmed(itemNo);
        return findingOf(lookup, known);
      };
      const findingOf = (
        lookup: Exclude<ListedLookup, { kind: 'not-returned' }>,
        known: ReadonlyMap<ItemNo, string>,
      ): Finding => {
        const { itemNo } = lookup;
        if (lookup.kind === 'unreadable') {
          return { kind: 'nothing', itemNo, problem: lookup.reason };
        }
        const hash = hashOfItem(lookup.item);
        if (known.get(itemNo) === hash) return { kind: 'unchanged', itemNo };
        const reading = snapshotOf(lookup.item);
        return reading.kind === 'unreadable'
          ? { kind: 'nothing', itemNo, problem: reading.reason }
          : { kind: 'seen', itemNo, hash, snapshot: reading.snapshot };
      };

      try {
        for (let start = 0; start < itemNos.length; start += ITEMS_PER_CALL) {
          signal?.throwIfAborted();
          const chunk = [...new Set(itemNos.slice(start, start + ITEMS_PER_CALL))];
          const lookups = await deps.domeggook.fetchListed(chunk, options);
          const known = store.hashesOf(chunk);
          const settled: Finding[] = [];
          for (const lookup of lookups) {
            const finding =
              lookup.kind === 'not-returned'
                ? await confirm(lookup.itemNo, known)
                : findingOf(lookup, known);
            if (detection.isEnd(finding)) ends.push(finding);
            else settled.push(finding);
          }
          commit(settled, NOTHING);
          onProgress?.(Math.min(itemNos.length, start + ITEMS_PER_CALL));
        }
      } catch (thrown) {
        fault = toAppError(thrown);
        logger.warn({ code: fault.code, checked }, 'a sweep ended early');
      }
      const isStopped = ends.length > 0 && isCrowd();
      if (isStopped) {
        const atMs = clock.nowMs();
        holdBack.immediate(atMs - END_WINDOW_MS, atMs);
        deps.notifications.record({
          kind: 'sweep-stopped',
          severity: 'alarm',
          code: 'WATCH_SWEEP_STOPPED',
          params: { count: endedBefore + ends.length, limit: allowed },
          storeId: MAIN_STORE,
          dedupeKey: `sweep-stopped-${sweepId}`,
          link: { screen: 'approvals' },
        });
        notified += 1;
      }
      const held = isStopped ? new Set(ends.map(({ itemNo }) => itemNo)) : NOTHING;
      for (let start = 0; start < ends.length; start += ITEMS_PER_CALL) {
        commit(ends.slice(start, start + ITEMS_PER_CALL), held);
      }
      const changed = new Set(changes.map((change) => change.itemNo)).size;
      const endedAtMs = clock.nowMs();
      endSweep.run(endedAtMs, checked, calls, changed, sweepId);
      return {
        sweepId,
        startedAtMs,
        endedAtMs,
        checked,
        calls,
        changed,
        notified,
        changes,
        fault,
        isStopped,
      };
    },
  };
}

function notConfirmed(itemNo: ItemNo): Finding {
  return { kind: 'nothing', itemNo, problem: { code: 'WATCH_NOT_CONFIRMED', severity: 'warn' } };
}
