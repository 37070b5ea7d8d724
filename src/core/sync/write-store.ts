import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { ChangeAspect } from '@shared/domain/watch';
import type { Database } from '../storage/database';
import { type Listing, parseListing } from './listing';

/** "Bring these parts of a listing up to date." */
export interface WatchWrite {
  readonly writeId: number;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly aspects: readonly ChangeAspect[];
  /** Parts that the seller approved. */
  readonly approved: readonly ChangeAspect[];
  readonly attempts: number;
  readonly notBeforeMs: number;
  /** A sale price that the seller wants back; null = what the rule gives. */
  readonly salePriceKrw: number | null;
  /** What an interrupted attempt was about to make of the listing; null for a fresh one. */
  readonly target: Listing | null;
  readonly refusedSha256: string | null;
}

interface WriteRow {
  readonly write_id: number;
  readonly store_id: string;
  readonly item_no: string;
  readonly aspects_json: string;
  readonly approved_json: string;
  readonly attempts: number;
  readonly not_before_ms: number;
  readonly sale_price_krw: number | null;
  readonly target_json: string | null;
  readonly refused_sha256: string | null;
}

/**
 * The follow-up jobs of changes. At most one write of a product is queued and one under way. Runs
 * inside the caller's transactions.
 */
export interface WriteStore {
  /** Queues a write, or widens the queued one of the product; the earlier moment holds. */
  queue(
    storeId: StoreId,
    itemNo: ItemNo,
    aspects: readonly ChangeAspect[],
    options: {
      readonly approved: readonly ChangeAspect[];
      readonly notBeforeMs: number;
      readonly atMs: number;
      /** Absent keeps what the queued write wants; null is the rule's price. */
      readonly salePriceKrw?: number | null;
    },
  ): void;
  /** Due writes in the order they came, but none of an item that was not read since a restore. */
  due(nowMs: number, limit: number): readonly WatchWrite[];
  nextDueAtMs(): number | null;
  countOpen(storeId: StoreId): number;
  /** Notes what is about to be sent, before it is sent. */
  begin(writeId: number, target: Listing): void;
  settle(
    writeId: number,
    state: 'done' | 'failed' | 'withdrawn',
    atMs: number,
    detail?: { readonly reasons?: readonly Reason[]; readonly refusedSha256?: string },
  ): void;
  /** Puts a write back; joins a newer queued one of the same product when there is one. */
  putOff(write: WatchWrite, notBeforeMs: number, atMs: number): void;
  /**
   * Takes one part out of a queued write, approved parts only with `evenApproved`; withdraws the write
   * when nothing is left, unless an attempt of it was interrupted: that has to be looked at. False when
   * there was nothing to take out.
   */
  withdraw(
    storeId: StoreId,
    itemNo: ItemNo,
    aspect: ChangeAspect,
    atMs: number,
    evenApproved?: boolean,
  ): boolean;
  /**
   * Writes that an earlier run left under way go back into the queue, with what they meant to write; what
   * waits for a time by a clock that has since been turned back waits no longer.
   */
  recover(atMs: number): number;
  /** The clock was turned back by so much: what waits for a time waits no longer for it. */
  turnBack(byMs: number): void;
  /** Hash of the body that Naver refused last for this product; null when there is none. */
  lastRefused(storeId: StoreId, itemNo: ItemNo): string | null;
}

/** An item with a snapshot but no hash has not been read since a backup brought the snapshot back. */
const IS_SEEN = `NOT EXISTS (
  SELECT 1 FROM watch_items i JOIN watch_snapshots s ON s.item_no = i.item_no
  WHERE i.item_no = watch_writes.item_no AND i.hash IS NULL)`;

/** The queued writes of a database. */
export function createWriteStore(database: Database): WriteStore {
  const selectQueued = database.prepare<[string, string], WriteRow>(
    `SELECT * FROM watch_writes WHERE store_id = ? AND item_no = ? AND state = 'queued'`,
  );
  const insert = database.prepare(
    `INSERT INTO watch_writes (store_id, item_no, aspects_json, approved_json, state,
       not_before_ms, sale_price_krw, target_json, created_at_ms)
     VALUES (?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
  );
  const widen = database.prepare(
    `UPDATE watch_writes SET aspects_json = ?, approved_json = ?, not_before_ms = ?,
       sale_price_krw = ?, target_json = coalesce(target_json, ?)
     WHERE write_id = ?`,
  );
  const narrow = database.prepare(
    `UPDATE watch_writes SET aspects_json = ?, approved_json = ?, sale_price_krw = ?
     WHERE write_id = ?`,
  );
  const selectDue = database.prepare<[number, number], WriteRow>(
    `SELECT * FROM watch_writes WHERE state = 'queued' AND not_before_ms <= ? AND ${IS_SEEN}
     ORDER BY write_id LIMIT ?`,
  );
  const selectNext = database.prepare<[], { at_ms: number | null }>(
    `SELECT min(not_before_ms) AS at_ms FROM watch_writes WHERE state = 'queued' AND ${IS_SEEN}`,
  );
  const selectOpen = database.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM watch_writes
     WHERE store_id = ? AND state IN ('queued', 'sending')`,
  );
  const markSending = database.prepare(
    `UPDATE watch_writes SET state = 'sending', target_json = ?, attempts = attempts + 1
     WHERE write_id = ?`,
  );
  const markSettled = database.prepare(
    `UPDATE watch_writes SET state = ?, settled_at_ms = ?, reasons_json = ?,
       refused_sha256 = coalesce(?, refused_sha256) WHERE write_id = ?`,
  );
  const requeue = database.prepare(
    `UPDATE watch_writes SET state = 'queued', not_before_ms = ? WHERE write_id = ?`,
  );
  const selectSending = database.prepare<[], WriteRow>(
    `SELECT * FROM watch_writes WHERE state = 'sending' ORDER BY write_id`,
  );
  const shift = database.prepare(
    `UPDATE watch_writes SET not_before_ms = not_before_ms - ? WHERE state = 'queued'`,
  );
  const release = database.prepare(
    `UPDATE watch_writes SET not_before_ms = ? WHERE state = 'queued' AND created_at_ms > ?`,
  );
  const selectRefused = database.prepare<[string, string], { refused_sha256: string | null }>(
    `SELECT refused_sha256 FROM watch_writes WHERE store_id = ? AND item_no = ?
       AND state IN ('done', 'failed') ORDER BY write_id DESC LIMIT 1`,
  );

  const settle: WriteStore['settle'] = (writeId, state, atMs, detail = {}) => {
    markSettled.run(
      state,
      atMs,
      JSON.stringify(detail.reasons ?? []),
      detail.refusedSha256 ?? null,
      writeId,
    );
  };
  const queue = (
    wanted: Pick<
      WatchWrite,
      'storeId' | 'itemNo' | 'aspects' | 'approved' | 'notBeforeMs' | 'target'
    > & { readonly salePriceKrw: number | null | undefined },
    atMs: number,
  ): void => {
    const { storeId, itemNo } = wanted;
    const row = selectQueued.get(storeId, itemNo);
    const known = row === undefined ? null : writeOf(row);
    const salePriceKrw =
      wanted.salePriceKrw === undefined ? (known?.salePriceKrw ?? null) : wanted.salePriceKrw;
    const aspectsJson = JSON.stringify([
      ...new Set([...(known?.aspects ?? []), ...wanted.aspects]),
    ]);
    const approvedJson = JSON.stringify([
      ...new Set([...(known?.approved ?? []), ...wanted.approved]),
    ]);
    const notBeforeMs = Math.min(known?.notBeforeMs ?? wanted.notBeforeMs, wanted.notBeforeMs);
    const targetJson = wanted.target === null ? null : JSON.stringify(wanted.target);
    const values = [aspectsJson, approvedJson, notBeforeMs, salePriceKrw, targetJson] as const;
    if (known === null) insert.run(storeId, itemNo, ...values, atMs);
    else widen.run(...values, known.writeId);
  };
  const putOff: WriteStore['putOff'] = (write, notBeforeMs, atMs) => {
    const newer = selectQueued.get(write.storeId, write.itemNo);
    if (newer === undefined || newer.write_id === write.writeId) {
      requeue.run(notBeforeMs, write.writeId);
      return;
    }
    settle(write.writeId, 'withdrawn', atMs);
    // The newer write's word about the price holds.
    const salePriceKrw = writeOf(newer).salePriceKrw ?? write.salePriceKrw;
    queue({ ...write, notBeforeMs, salePriceKrw }, atMs);
  };

  return {
    queue: (storeId, itemNo, aspects, { approved, notBeforeMs, atMs, salePriceKrw }) => {
      queue({ storeId, itemNo, aspects, approved, notBeforeMs, salePriceKrw, target: null }, atMs);
    },
    due: (nowMs, limit) => selectDue.all(nowMs, limit).map(writeOf),
    nextDueAtMs: () => selectNext.get()?.at_ms ?? null,
    countOpen: (storeId) => selectOpen.get(storeId)?.n ?? 0,
    begin: (writeId, target) => {
      markSending.run(JSON.stringify(target), writeId);
    },
    settle,
    putOff,
    withdraw: (storeId, itemNo, aspect, atMs, evenApproved = false) => {
      const row = selectQueued.get(storeId, itemNo);
      if (row === undefined) return false;
      const write = writeOf(row);
      if (!write.aspects.includes(aspect)) return false;
      if (write.approved.includes(aspect) && !evenApproved) return false;
      const left = write.aspects.filter((other) => other !== aspect);
      const approved = write.approved.filter((other) => other !== aspect);
      const salePriceKrw = aspect === 'price' ? null : write.salePriceKrw;
      if (left.length === 0 && write.target === null) settle(write.writeId, 'withdrawn', atMs);
      else narrow.run(JSON.stringify(left), JSON.stringify(approved), salePriceKrw, write.writeId);
      return true;
    },
    recover: (atMs) => {
      const rows = selectSending.all();
      for (const row of rows) putOff(writeOf(row), atMs, atMs);
      release.run(atMs, atMs);
      return rows.length;
    },
    turnBack: (byMs) => {
      shift.run(byMs);
    },
    lastRefused: (storeId, itemNo) => selectRefused.get(storeId, itemNo)?.refused_sha256 ?? null,
  };
}

function writeOf(row: WriteRow): WatchWrite {
  return {
    writeId: row.write_id,
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo,
    aspects: JSON.parse(row.aspects_json) as readonly ChangeAspect[],
    approved: JSON.parse(row.approved_json) as readonly ChangeAspect[],
    attempts: row.attempts,
    notBeforeMs: row.not_before_ms,
    salePriceKrw: row.sale_price_krw,
    target: parseListing(row.target_json),
    refusedSha256: row.refused_sha256,
  };
}
