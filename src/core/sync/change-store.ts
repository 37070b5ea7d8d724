import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import {
  ASPECT_OF_KIND,
  type ChangeAspect,
  type ChangeKind,
  type ChangeState,
  type ChangeValue,
  type PolicyAction,
  type ProposalEffect,
} from '@shared/domain/watch';
import type { Database } from '../storage/database';

/**
 * A change before it has a number. `unseenForMs` is the time since the item was last looked at, at
 * most which the change went unseen; null when that is not known.
 */
export interface NewChange {
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly kind: ChangeKind;
  readonly option: { readonly key: string; readonly name: string } | null;
  readonly old: ChangeValue;
  readonly new: ChangeValue;
  readonly detectedAtMs: number;
  readonly unseenForMs: number | null;
  readonly action: PolicyAction;
  readonly state: ChangeState;
  readonly reasons: readonly Reason[];
}

/** A change as it was written down. */
export interface ReportedChange extends NewChange {
  readonly changeId: number;
}

/** States in which a change still waits for something, be it the end of a dry run. */
const OPEN_STATES = "('pending', 'awaiting-approval', 'held', 'dry-run')";

/**
 * Changes that were found and the proposals that wait for the seller. Nothing here begins a
 * transaction: one decision is one transaction of the caller. Throws SQLite's own errors.
 */
export interface ChangeStore {
  addChange(change: NewChange): number;
  /** Open changes of one part of a listing, whose place a new one takes. */
  supersede(storeId: StoreId, itemNo: ItemNo, aspects: readonly ChangeAspect[], atMs: number): void;
  settleChanges(
    where: {
      readonly storeId: StoreId;
      readonly itemNo: ItemNo;
      readonly aspects: readonly ChangeAspect[];
      readonly from: readonly ChangeState[];
    },
    to: ChangeState,
    reasons: readonly Reason[] | null,
    atMs: number,
  ): number;
  /** Items that left the shelf since then, in any store. */
  countEndedSince(sinceMs: number): number;
  /** Those of them whose listings still stand. */
  pendingEndsSince(
    sinceMs: number,
  ): readonly { readonly storeId: StoreId; readonly itemNo: ItemNo }[];
  /** Opens a proposal, or brings the open one of the same part up to date. */
  propose(
    storeId: StoreId,
    itemNo: ItemNo,
    aspect: ChangeAspect,
    effect: ProposalEffect,
    reasons: readonly Reason[],
    atMs: number,
  ): void;
  closeProposals(
    storeId: StoreId,
    itemNo: ItemNo,
    aspects: readonly ChangeAspect[],
    state: 'approved' | 'dismissed' | 'superseded',
    atMs: number,
  ): number;
  /** What a dry run found and would have written. */
  dryRunChanges(storeId: StoreId): readonly {
    readonly itemNo: ItemNo;
    readonly kind: ChangeKind;
    readonly aspect: ChangeAspect;
  }[];
  hasProposal(storeId: StoreId, itemNo: ItemNo, aspect: ChangeAspect): boolean;
}

export function createChangeStore(database: Database): ChangeStore {
  const insertChange = database.prepare(
    `INSERT INTO watch_changes (store_id, item_no, kind, aspect, option_key, option_name, old_json,
       new_json, detected_at_ms, unseen_for_ms, action, state, reasons_json, settled_at_ms)
     VALUES (@storeId, @itemNo, @kind, @aspect, @optionKey, @optionName, @oldJson, @newJson,
       @detectedAtMs, @unseenForMs, @action, @state, @reasonsJson, @settledAtMs)`,
  );
  const selectEnded = database.prepare<[number], { n: number }>(
    `SELECT count(DISTINCT item_no) AS n FROM watch_changes
     WHERE kind = 'ended' AND detected_at_ms >= ?`,
  );
  const selectPendingEnds = database.prepare<[number], { store_id: string; item_no: string }>(
    `SELECT DISTINCT store_id, item_no FROM watch_changes
     WHERE kind = 'ended' AND detected_at_ms >= ? AND state IN ('pending', 'held')`,
  );
  const upsertProposal = database.prepare(
    `INSERT INTO watch_approvals (store_id, item_no, aspect, state, effect_json, reasons_json,
       created_at_ms)
     VALUES (?, ?, ?, 'open', ?, ?, ?)
     ON CONFLICT (store_id, item_no, aspect) WHERE state = 'open' DO UPDATE SET
       effect_json = excluded.effect_json, reasons_json = excluded.reasons_json`,
  );
  const closeProposal = database.prepare(
    `UPDATE watch_approvals SET state = ?, settled_at_ms = ?
     WHERE store_id = ? AND item_no = ? AND aspect = ? AND state = 'open'`,
  );
  const supersedeOne = database.prepare(
    `UPDATE watch_changes SET state = 'superseded', settled_at_ms = ?
     WHERE store_id = ? AND item_no = ? AND aspect = ? AND state IN ${OPEN_STATES}`,
  );
  const settleOne = database.prepare(
    `UPDATE watch_changes SET state = @to, settled_at_ms = @atMs,
       reasons_json = coalesce(@reasonsJson, reasons_json)
     WHERE store_id = @storeId AND item_no = @itemNo AND aspect = @aspect AND state = @from`,
  );
  const selectDryRun = database.prepare<
    [string],
    { item_no: string; kind: ChangeKind; aspect: ChangeAspect }
  >(
    `SELECT DISTINCT item_no, kind, aspect FROM watch_changes
     WHERE store_id = ? AND state = 'dry-run' AND aspect IS NOT NULL`,
  );
  const selectProposal = database
    .prepare<[string, string, string], number>(
      `SELECT 1 FROM watch_approvals
       WHERE store_id = ? AND item_no = ? AND aspect = ? AND state = 'open'`,
    )
    .pluck();

  return {
    addChange: (change) => {
      const isOpen =
        change.state === 'pending' ||
        change.state === 'awaiting-approval' ||
        change.state === 'held';
      const { lastInsertRowid } = insertChange.run({
        storeId: change.storeId,
        itemNo: change.itemNo,
        kind: change.kind,
        aspect: ASPECT_OF_KIND[change.kind],
        optionKey: change.option?.key ?? null,
        optionName: change.option?.name ?? null,
        oldJson: JSON.stringify(change.old),
        newJson: JSON.stringify(change.new),
        detectedAtMs: change.detectedAtMs,
        unseenForMs: change.unseenForMs,
        action: change.action,
        state: change.state,
        reasonsJson: JSON.stringify(change.reasons),
        settledAtMs: isOpen ? null : change.detectedAtMs,
      });
      return Number(lastInsertRowid);
    },
    supersede: (storeId, itemNo, aspects, atMs) => {
      for (const aspect of aspects) supersedeOne.run(atMs, storeId, itemNo, aspect);
    },
    settleChanges: (where, to, reasons, atMs) => {
      let settled = 0;
      const isOpen = to === 'pending' || to === 'awaiting-approval' || to === 'held';
      for (const aspect of where.aspects) {
        for (const from of where.from) {
          settled += settleOne.run({
            to,
            atMs: isOpen ? null : atMs,
            reasonsJson: reasons === null ? null : JSON.stringify(reasons),
            storeId: where.storeId,
            itemNo: where.itemNo,
            aspect,
            from,
          }).changes;
        }
      }
      return settled;
    },
    countEndedSince: (sinceMs) => selectEnded.get(sinceMs)?.n ?? 0,
    pendingEndsSince: (sinceMs) =>
      selectPendingEnds.all(sinceMs).map((row) => ({
        storeId: row.store_id as StoreId,
        itemNo: row.item_no as ItemNo,
      })),
    propose: (storeId, itemNo, aspect, effect, reasons, atMs) => {
      upsertProposal.run(
        storeId,
        itemNo,
        aspect,
        JSON.stringify(effect),
        JSON.stringify(reasons),
        atMs,
      );
    },
    closeProposals: (storeId, itemNo, aspects, state, atMs) =>
      aspects.reduce(
        (sum, aspect) => sum + closeProposal.run(state, atMs, storeId, itemNo, aspect).changes,
        0,
      ),
    dryRunChanges: (storeId) =>
      selectDryRun.all(storeId).map(({ item_no, kind, aspect }) => ({
        itemNo: item_no as ItemNo,
        kind,
        aspect,
      })),
    hasProposal: (storeId, itemNo, aspect) =>
      selectProposal.get(storeId, itemNo, aspect) !== undefined,
  };
}
