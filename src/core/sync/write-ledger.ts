import type { Reason } from '@shared/domain/reason';
import type { NotificationRecorder } from '../notifications/port';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';
import type { ChangeStore } from './change-store';
import type { Detection } from './detection';
import { type FindingStore, missingOutside } from './finding-store';
import type { HistoryStore } from './history-store';
import type { Listing } from './listing';
import type { PlannedWrite } from './plan-write';
import type { WatchedRow, WatchStore } from './watch-store';
import type { WatchWrite, WriteStore } from './write-store';

export interface WriteLedgerDeps {
  readonly database: Database;
  readonly store: WatchStore;
  readonly changes: ChangeStore;
  readonly writes: WriteStore;
  readonly history: HistoryStore;
  readonly findings: FindingStore;
  readonly detection: Pick<Detection, 'effectOf'>;
  readonly notifications: NotificationRecorder;
  readonly clock: Clock;
}

/** Takes down what becomes of writes: each entry is one transaction. */
export interface WriteLedger {
  /** Puts the parts that must not go out as they are to the seller. */
  ask(write: WatchWrite, product: WatchedRow, planned: PlannedWrite): void;
  /** What is about to be sent, before it is sent. */
  begin(write: WatchWrite, target: Listing): void;
  applied(write: WatchWrite, kept: Listing, planned: PlannedWrite, isSuspendedByUs: boolean): void;
  /** Given up: told loudly, and put to the seller to be tried again once the reason is solved. */
  failed(
    write: WatchWrite,
    product: WatchedRow,
    reasons: readonly Reason[],
    refusedSha256: string | null,
  ): void;
  /** Not written for a while and tried on: told loudly, once. */
  late(write: WatchWrite, product: WatchedRow): void;
  /** The listing as it was found is what an interrupted attempt of ours made of it. */
  kept(product: WatchedRow, live: Listing): void;
  /** The store no longer has the product. */
  missing(write: WatchWrite, product: WatchedRow): void;
  /** There is nothing to write about any more. */
  withdraw(write: WatchWrite): void;
  isUnderWay(write: WatchWrite): boolean;
  /** Since the start. */
  counts(): { readonly applied: number; readonly failed: number };
}

const PRODUCT_MISSING: Reason = { code: 'WATCH_PRODUCT_MISSING', severity: 'block' };
/** How long a price waits for a sold-out product to sell again before it is looked at anew. */
const LATER_MS = 6 * 3_600_000;
const WAITING = ['pending', 'held', 'awaiting-approval'] as const;

/**
 * Counts since the start and knows which writes are under way in memory alone; the rest is on disk
 * when a call returns.
 */
export function createWriteLedger(deps: WriteLedgerDeps): WriteLedger {
  const { store, changes, writes, history, findings, detection, notifications, clock, database } =
    deps;
  const underWay = new Set<number>();
  const counts = { applied: 0, failed: 0 };
  const inTransaction = (work: () => void): void => database.transaction(work).immediate();

  const failed: WriteLedger['failed'] = (write, product, reasons, refusedSha256) =>
    inTransaction(() => {
      const { storeId, itemNo, aspects } = write;
      const atMs = clock.nowMs();
      writes.settle(write.writeId, 'failed', atMs, {
        reasons,
        ...(refusedSha256 === null ? {} : { refusedSha256 }),
      });
      changes.settleChanges({ storeId, itemNo, aspects, from: WAITING }, 'failed', reasons, atMs);
      store.saveProductProblem(storeId, itemNo, reasons[0] ?? null);
      for (const aspect of reasons.includes(PRODUCT_MISSING) ? [] : aspects) {
        const effect = detection.effectOf(product, aspect);
        if (effect !== null) changes.propose(storeId, itemNo, aspect, effect, reasons, atMs);
      }
      notifications.record({
        kind: 'apply-failed',
        severity: 'alarm',
        code: 'WATCH_APPLY_FAILED',
        params: { title: product.name },
        storeId,
        itemNo,
        dedupeKey: `write-${write.writeId}`,
        link: { screen: 'watch', itemNo },
      });
      counts.failed += 1;
      underWay.delete(write.writeId);
    });

  return {
    ask: (write, product, planned) =>
      inTransaction(() => {
        const { storeId, itemNo } = write;
        const atMs = clock.nowMs();
        for (const { aspect, reasons, isPart } of planned.asked) {
          const effect = detection.effectOf(product, aspect);
          if (effect !== null) changes.propose(storeId, itemNo, aspect, effect, reasons, atMs);
          if (isPart === true) continue;
          changes.settleChanges(
            { storeId, itemNo, aspects: [aspect], from: ['pending', 'held'] },
            'awaiting-approval',
            reasons,
            atMs,
          );
        }
        if (planned.changedByHand === null) return;
        const { ours, theirs } = planned.changedByHand;
        findings.open({
          storeId,
          itemNo,
          kind: 'price-changed-outside',
          ours,
          theirs,
          source: detection.effectOf(product, 'price')?.salePriceKrw.after ?? null,
          verbatim: null,
          isRestorable: true,
          foundAtMs: atMs,
        });
        if (!product.locks.includes('price')) {
          store.saveLocks(storeId, itemNo, [...product.locks, 'price']);
        }
      }),
    begin: (write, target) => {
      writes.begin(write.writeId, target);
      underWay.add(write.writeId);
    },
    applied: (write, kept, planned, isSuspendedByUs) =>
      inTransaction(() => {
        const { storeId, itemNo } = write;
        const atMs = clock.nowMs();
        const isStopped = kept.status === 'SUSPENSION';
        const wasByUs = store.findProduct(storeId, itemNo)?.isSuspendedByUs ?? false;
        store.saveListed(storeId, itemNo, kept, isSuspendedByUs || (isStopped && wasByUs));
        history.addListingPoint(storeId, itemNo, kept, atMs);
        store.markApplied(storeId, itemNo, atMs);
        store.saveProductProblem(storeId, itemNo, null);
        writes.settle(write.writeId, 'done', atMs);
        changes.settleChanges(
          { storeId, itemNo, aspects: planned.aspects, from: ['pending', 'held'] },
          'applied',
          null,
          atMs,
        );
        if (planned.later.length > 0) {
          const approved = write.approved.filter((aspect) => planned.later.includes(aspect));
          writes.queue(storeId, itemNo, planned.later, {
            approved,
            notBeforeMs: atMs + LATER_MS,
            atMs,
          });
        }
        counts.applied += 1;
        underWay.delete(write.writeId);
      }),
    failed,
    kept: ({ storeId, itemNo, isSuspendedByUs }, live) =>
      inTransaction(() => store.saveListed(storeId, itemNo, live, isSuspendedByUs)),
    late: ({ writeId, storeId, itemNo }, product) => {
      notifications.record({
        kind: 'apply-failed',
        severity: 'alarm',
        code: 'WATCH_APPLY_LATE',
        params: { title: product.name },
        storeId,
        itemNo,
        dedupeKey: `late-${writeId}`,
        link: { screen: 'watch', itemNo },
      });
    },
    missing: (write, product) => {
      findings.open(missingOutside(product, clock.nowMs()));
      failed(write, product, [PRODUCT_MISSING], null);
    },
    withdraw: (write) => {
      writes.settle(write.writeId, 'withdrawn', clock.nowMs());
      underWay.delete(write.writeId);
    },
    isUnderWay: (write) => underWay.has(write.writeId),
    counts: () => ({ ...counts }),
  };
}
