import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { ChangeAspect, ProposalEffect } from '@shared/domain/watch';
import type { StoredDraft } from '../drafts/draft-rows';
import type { NotificationRecorder } from '../notifications/port';
import type { Database } from '../storage/database';
import type { ChangeStore, ReportedChange } from './change-store';
import { diffSnapshots } from './differences';
import { createEffects } from './effect';
import { createFollowUp } from './follow-up';
import type { HistoryStore } from './history-store';
import { followOptions } from './option-identity';
import type { PolicyStore } from './policy-store';
import { type ItemSnapshot, isForSale, snapshotOfDraft, stockOf, unitPriceOf } from './snapshot';
import type { WatchedRow, WatchStore } from './watch-store';
import type { WriteStore } from './write-store';

/** What one check told about one item. */
export type Finding =
  | { readonly kind: 'unchanged'; readonly itemNo: ItemNo }
  | {
      readonly kind: 'seen';
      readonly itemNo: ItemNo;
      readonly hash: string;
      readonly snapshot: ItemSnapshot;
    }
  /** The market says that the item was deleted, confirmed by a call of its own. */
  | { readonly kind: 'gone'; readonly itemNo: ItemNo }
  /** Nothing was learnt; never a change. */
  | { readonly kind: 'nothing'; readonly itemNo: ItemNo; readonly problem: Reason };

export interface DetectionDeps {
  readonly database: Database;
  readonly store: WatchStore;
  readonly changes: ChangeStore;
  readonly writes: WriteStore;
  readonly history: HistoryStore;
  readonly policies: PolicyStore;
  readonly notifications: NotificationRecorder;
  /** Null without a draft, and for one that cannot be read. */
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
  readonly settings: () => Settings;
}

/** What one commit wrote down; `notified` counts new notices. */
export interface Detected {
  readonly changes: readonly ReportedChange[];
  readonly notified: number;
}

/** Turns what was seen into changes, notices and follow-up writes. */
export interface Detection {
  /**
   * Commits the findings of one call: snapshots, changes, history, notifications, proposals and writes
   * together or not at all. `heldEnds`: items that left the shelf in a crowd are put to the seller.
   */
  commit(
    findings: readonly Finding[],
    sweepId: number,
    atMs: number,
    heldEnds: ReadonlySet<ItemNo>,
  ): Detected;
  /** True when the finding would take a product off the shelf that is on it now. */
  isEnd(finding: Finding): boolean;
  /** The proposal's effect as things stand now; null when nothing is known of the product. */
  effectOf(product: WatchedRow, aspect: ChangeAspect): ProposalEffect | null;
}

/**
 * Compares with the last snapshot, else with what the draft was made of, so that a change before
 * the first check is found too; an item that nothing is known of begins without changes.
 */
export function createDetection(deps: DetectionDeps): Detection {
  const { store, history, policies } = deps;
  const effects = createEffects(deps);
  const followUp = createFollowUp({ ...deps, effects });

  /** What to compare with: the last snapshot, else what the draft was made of. */
  const before = (
    itemNo: ItemNo,
    products: readonly WatchedRow[],
  ): { readonly snapshot: ItemSnapshot; readonly isFromDraft: boolean } | null => {
    const known = store.findSnapshot(itemNo);
    if (known !== null) return { snapshot: known, isFromDraft: false };
    for (const product of products) {
      const stored = deps.findDraft(product.storeId, itemNo);
      if (stored === null) continue;
      const snapshot = snapshotOfDraft(stored.item, stored.sourceContent);
      if (snapshot !== null) return { snapshot, isFromDraft: true };
    }
    return null;
  };

  const commitOne = (
    finding: Exclude<Finding, { kind: 'unchanged' }>,
    sweepId: number,
    atMs: number,
    heldEnds: ReadonlySet<ItemNo>,
  ): Detected => {
    const { itemNo } = finding;
    const nothing = { changes: [], notified: 0 };
    if (finding.kind === 'nothing') {
      store.markFailed(itemNo, finding.problem, atMs);
      return nothing;
    }
    const products = store.productsOf(itemNo);
    const known = before(itemNo, products);
    const seen = snapshotOfFinding(finding, known?.snapshot ?? null);
    if (seen === null) {
      // Deleted before it was ever seen, and no draft tells what it was: only that can be kept.
      store.markFailed(itemNo, { code: 'WATCH_NOT_CONFIRMED', severity: 'warn' }, atMs);
      return nothing;
    }
    const { hash } = seen;
    const snapshot = known === null ? seen.snapshot : followOptions(known.snapshot, seen.snapshot);
    const lowStock = Math.max(0, ...products.map((p) => policies.controls(p.storeId).lowStock));
    const differences =
      known === null
        ? []
        : diffSnapshots(known.snapshot, snapshot, lowStock).filter(
            // A draft leaves out what it could not read, so that only a real snapshot knows what is new.
            ({ kind }) => !known.isFromDraft || kind !== 'option-added',
          );
    const isChanged = differences.length > 0;
    const item = store.findItem(itemNo);
    store.saveSnapshot(itemNo, snapshot, hash, {
      checkedMs: atMs,
      changedMs: isChanged ? atMs : null,
    });
    if (known?.isFromDraft === true && isChanged) {
      // The series begins with what was registered, so that the first change shows where it came from.
      history.addItemPoints(itemNo, known.snapshot, Math.min(item?.addedAtMs ?? atMs, atMs - 1));
    }
    history.addItemPoints(itemNo, snapshot, atMs);
    if (!isChanged) return nothing;
    const unseenSinceMs = item?.lastCheckedAtMs ?? item?.addedAtMs ?? null;
    const unseenForMs = unseenSinceMs === null ? null : Math.max(0, atMs - unseenSinceMs);
    const isHeldEnd = heldEnds.has(itemNo);
    const results = products.map((product) =>
      followUp.commit(withReference(product, known?.snapshot ?? null), snapshot, differences, {
        sweepId,
        atMs,
        unseenForMs,
        isHeldEnd,
      }),
    );
    return {
      changes: results.flatMap((result) => result.changes),
      notified: results.reduce((sum, result) => sum + result.notified, 0),
    };
  };

  const commitAll = deps.database.transaction(
    (
      findings: readonly Finding[],
      sweepId: number,
      atMs: number,
      heldEnds: ReadonlySet<ItemNo>,
    ): Detected => {
      const unchanged: ItemNo[] = [];
      const results: Detected[] = [];
      for (const finding of findings) {
        if (finding.kind === 'unchanged') unchanged.push(finding.itemNo);
        else results.push(commitOne(finding, sweepId, atMs, heldEnds));
      }
      if (unchanged.length > 0) store.markUnchanged(unchanged, atMs);
      return {
        changes: results.flatMap((result) => result.changes),
        notified: results.reduce((sum, result) => sum + result.notified, 0),
      };
    },
  );

  return {
    commit: (findings, sweepId, atMs, heldEnds) =>
      commitAll.immediate(findings, sweepId, atMs, heldEnds),
    isEnd: (finding) => {
      if (finding.kind === 'gone') {
        const known = store.findSnapshot(finding.itemNo);
        return known === null || isForSale(known);
      }
      if (finding.kind !== 'seen' || isForSale(finding.snapshot)) return false;
      const known = store.findSnapshot(finding.itemNo);
      return known === null || isForSale(known);
    },
    effectOf: (product, aspect) => {
      const snapshot = store.findSnapshot(product.itemNo);
      return snapshot === null ? null : effects.of(product, snapshot, aspect).effect;
    },
  };
}

/** A product that followed nothing yet counts from what was known before. */
function withReference(product: WatchedRow, known: ItemSnapshot | null): WatchedRow {
  if (product.reference !== null || known === null) return product;
  return { ...product, reference: { priceKrw: unitPriceOf(known), stock: stockOf(known) } };
}

function snapshotOfFinding(
  finding: Extract<Finding, { kind: 'seen' | 'gone' }>,
  known: ItemSnapshot | null,
): { readonly snapshot: ItemSnapshot; readonly hash: string } | null {
  if (finding.kind === 'seen') return { snapshot: finding.snapshot, hash: finding.hash };
  return known === null ? null : { snapshot: { ...known, status: 'gone' }, hash: 'gone' };
}
