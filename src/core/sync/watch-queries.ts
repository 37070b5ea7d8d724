import type { ChannelProductNo, ItemNo, OriginProductNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type {
  ChangeAspect,
  ChangeKind,
  ChangeState,
  ChangeValue,
  ListingState,
  PolicyAction,
  ProposalEffect,
  Temperature,
  WatchApproval,
  WatchChange,
  WatchedProduct,
} from '@shared/domain/watch';
import { isMessageCode } from '@shared/texts/catalogue';
import type { Database } from '../storage/database';
import { type ScheduleEntry, temperatureOf } from './due';
import { listingStateOf, parseListing } from './listing';

/**
 * Watched products of one store; all given conditions hold together. `text` is a part of the name
 * or a whole item number.
 */
export interface ProductFilter {
  readonly storeId: StoreId;
  readonly text?: string;
  readonly listing?: ListingState;
  readonly temperature?: Temperature;
  readonly needsAttention?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Changes of one store, newest first; all given conditions hold together. */
export interface ChangeFilter {
  readonly storeId: StoreId;
  readonly itemNo?: ItemNo;
  readonly kinds?: readonly ChangeKind[];
  readonly states?: readonly ChangeState[];
  readonly offset: number;
  readonly limit: number;
}

/** What the schedule says about a listed product. */
export interface ScheduleView {
  readonly nowMs: number;
  readonly lowStock: number;
  /** Time between two checks of a hot item; null while nothing runs. */
  nextCheckAtMs(entry: ScheduleEntry): number | null;
}

interface ChangeRow {
  readonly change_id: number;
  readonly store_id: string;
  readonly item_no: string;
  readonly name: string | null;
  readonly kind: string;
  readonly option_key: string | null;
  readonly option_name: string | null;
  readonly old_json: string;
  readonly new_json: string;
  readonly detected_at_ms: number;
  readonly unseen_for_ms: number | null;
  readonly action: string;
  readonly state: string;
  readonly reasons_json: string;
  readonly settled_at_ms: number | null;
}

interface ListedRow {
  readonly store_id: string;
  readonly item_no: string;
  readonly origin_product_no: string;
  readonly channel_product_no: string | null;
  readonly name: string | null;
  readonly supplier_id: string | null;
  readonly source_status: 'on-sale' | 'ended' | 'other' | null;
  readonly price_krw: number | null;
  readonly source_stock: number | null;
  readonly sale_price_krw: number | null;
  readonly stock: number | null;
  readonly listed_json: string | null;
  readonly is_pinned: number;
  readonly locks_json: string;
  readonly added_at_ms: number;
  readonly last_checked_at_ms: number | null;
  readonly last_changed_at_ms: number | null;
  readonly last_sold_at_ms: number | null;
  readonly failures: number;
  readonly item_problem_json: string | null;
  readonly problem_json: string | null;
  readonly approvals: number;
}

interface ApprovalRow {
  readonly approval_id: number;
  readonly store_id: string;
  readonly item_no: string;
  readonly name: string | null;
  readonly aspect: ChangeAspect;
  readonly effect_json: string;
  readonly reasons_json: string;
  readonly created_at_ms: number;
}

/** Reads for screens. */
export interface WatchQueries {
  products(
    filter: ProductFilter,
    schedule: ScheduleView,
  ): { readonly products: readonly WatchedProduct[]; readonly total: number };
  changes(filter: ChangeFilter): {
    readonly changes: readonly WatchChange[];
    readonly total: number;
  };
  findChange(changeId: number): WatchChange | null;
  approvals(
    storeId: StoreId,
    offset: number,
    limit: number,
  ): { readonly approvals: readonly WatchApproval[]; readonly total: number };
  findApproval(
    approvalId: number,
  ): { readonly storeId: StoreId; readonly itemNo: ItemNo; readonly aspect: ChangeAspect } | null;
  countApprovals(storeId: StoreId): number;
  /**
   * How late the changes since then were found, taken as half the time between the two checks
   * around each: the middle one and the one that 95 % stay below; null without any.
   */
  detectionDelay(sinceMs: number): { readonly medianMs: number; readonly p95Ms: number } | null;
  lastSweep(): {
    readonly startedAtMs: number;
    readonly endedAtMs: number;
    readonly checked: number;
    readonly calls: number;
    readonly changed: number;
  } | null;
}

const CHANGE_COLUMNS = `SELECT c.*, p.name FROM watch_changes c
  LEFT JOIN products p ON p.store_id = c.store_id AND p.item_no = c.item_no`;

/** Newest changes of a proposal that are shown with it. */
const CHANGES_PER_APPROVAL = 20;

/** Reads only. */
export function createWatchQueries(database: Database): WatchQueries {
  const selectOpenChanges = database.prepare<[string, string, string], ChangeRow>(
    `${CHANGE_COLUMNS} WHERE c.store_id = ? AND c.item_no = ? AND c.aspect = ?
     AND c.state = 'awaiting-approval' ORDER BY c.change_id DESC LIMIT ${CHANGES_PER_APPROVAL}`,
  );
  const selectChange = database.prepare<[number], ChangeRow>(
    `${CHANGE_COLUMNS} WHERE c.change_id = ?`,
  );
  const selectApprovals = database.prepare<[string, number, number], ApprovalRow>(
    `SELECT a.*, p.name FROM watch_approvals a
     LEFT JOIN products p ON p.store_id = a.store_id AND p.item_no = a.item_no
     WHERE a.store_id = ? AND a.state = 'open' ORDER BY a.approval_id DESC LIMIT ? OFFSET ?`,
  );
  const selectApproval = database.prepare<[number], ApprovalRow>(
    `SELECT a.*, NULL AS name FROM watch_approvals a WHERE a.approval_id = ? AND a.state = 'open'`,
  );
  const countApprovals = database.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM watch_approvals WHERE store_id = ? AND state = 'open'`,
  );
  const selectDelays = database.prepare<[number], { ms: number }>(
    `SELECT unseen_for_ms / 2 AS ms FROM watch_changes
     WHERE detected_at_ms >= ? AND unseen_for_ms IS NOT NULL ORDER BY ms`,
  );
  const selectSweep = database.prepare<
    [],
    {
      started_at_ms: number;
      ended_at_ms: number;
      checked: number;
      calls: number;
      changed: number;
    }
  >(
    `SELECT * FROM watch_sweeps WHERE ended_at_ms IS NOT NULL AND checked > 0
     ORDER BY sweep_id DESC LIMIT 1`,
  );

  const approvalOf = (row: ApprovalRow): WatchApproval => ({
    approvalId: row.approval_id,
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo,
    productName: row.name ?? row.item_no,
    aspect: row.aspect,
    changes: selectOpenChanges.all(row.store_id, row.item_no, row.aspect).map(changeOf),
    effect: JSON.parse(row.effect_json) as ProposalEffect,
    reasons: reasonsOf(row.reasons_json),
    createdAtMs: row.created_at_ms,
  });

  return {
    products: (filter, schedule) => listProducts(database, filter, schedule),
    changes: (filter) => listChanges(database, filter),
    findChange: (changeId) => {
      const row = selectChange.get(changeId);
      return row === undefined ? null : changeOf(row);
    },
    approvals: (storeId, offset, limit) => ({
      approvals: selectApprovals.all(storeId, limit, offset).map(approvalOf),
      total: countApprovals.get(storeId)?.n ?? 0,
    }),
    findApproval: (approvalId) => {
      const row = selectApproval.get(approvalId);
      if (row === undefined) return null;
      const { aspect } = row;
      return { storeId: row.store_id as StoreId, itemNo: row.item_no as ItemNo, aspect };
    },
    countApprovals: (storeId) => countApprovals.get(storeId)?.n ?? 0,
    detectionDelay: (sinceMs) => {
      const delays = selectDelays.all(sinceMs);
      if (delays.length === 0) return null;
      const at = (share: number): number =>
        delays[Math.min(delays.length - 1, Math.floor(delays.length * share))]?.ms ?? 0;
      return { medianMs: at(0.5), p95Ms: at(0.95) };
    },
    lastSweep: () => {
      const row = selectSweep.get();
      if (row === undefined) return null;
      return {
        startedAtMs: row.started_at_ms,
        endedAtMs: row.ended_at_ms,
        checked: row.checked,
        calls: row.calls,
        changed: row.changed,
      };
    },
  };
}

function listChanges(
  database: Database,
  filter: ChangeFilter,
): { readonly changes: readonly WatchChange[]; readonly total: number } {
  const conditions = ['c.store_id = @storeId'];
  if (filter.itemNo !== undefined) conditions.push('c.item_no = @itemNo');
  if (filter.kinds !== undefined) {
    conditions.push('c.kind IN (SELECT value FROM json_each(@kinds))');
  }
  if (filter.states !== undefined) {
    conditions.push('c.state IN (SELECT value FROM json_each(@states))');
  }
  const params = {
    storeId: filter.storeId,
    itemNo: filter.itemNo ?? null,
    kinds: JSON.stringify(filter.kinds ?? []),
    states: JSON.stringify(filter.states ?? []),
  };
  const where = conditions.join(' AND ');
  const total = database
    .prepare<[typeof params], { n: number }>(
      `SELECT count(*) AS n FROM watch_changes c WHERE ${where}`,
    )
    .get(params);
  const rows = database
    .prepare<[typeof params & { limit: number; offset: number }], ChangeRow>(
      `${CHANGE_COLUMNS} WHERE ${where} ORDER BY c.change_id DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...params, limit: filter.limit, offset: filter.offset });
  return { changes: rows.map(changeOf), total: total?.n ?? 0 };
}

/** Statuses of Naver behind each of our words. */
const STATUSES_OF: Readonly<Record<ListingState, readonly string[]>> = {
  'on-sale': ['SALE', 'WAIT'],
  'sold-out': ['OUTOFSTOCK'],
  suspended: ['SUSPENSION', 'CLOSE'],
  prohibited: ['PROHIBITION', 'UNADMISSION', 'REJECTION'],
  missing: ['DELETE'],
  unknown: [],
};

function listProducts(
  database: Database,
  filter: ProductFilter,
  schedule: ScheduleView,
): { readonly products: readonly WatchedProduct[]; readonly total: number } {
  const conditions = ['w.store_id = @storeId'];
  if (filter.text !== undefined && filter.text.trim() !== '') {
    conditions.push("(w.item_no = @text OR p.name LIKE @pattern ESCAPE '!')");
  }
  const status = "coalesce(json_extract(w.listed_json, '$.status'), 'SALE')";
  if (filter.listing !== undefined) {
    conditions.push(`${status} IN (SELECT value FROM json_each(@statuses))`);
  }
  if (filter.needsAttention === true) {
    conditions.push(`(w.problem_json IS NOT NULL OR i.problem_json IS NOT NULL
      OR w.locks_json <> '[]' OR EXISTS (SELECT 1 FROM watch_approvals a
        WHERE a.store_id = w.store_id AND a.item_no = w.item_no AND a.state = 'open'))`);
  }
  const text = filter.text?.trim() ?? '';
  const params = {
    storeId: filter.storeId,
    text,
    pattern: `%${text.replace(/[!%_]/g, '!$&')}%`,
    statuses: JSON.stringify(filter.listing === undefined ? [] : STATUSES_OF[filter.listing]),
  };
  const from = `FROM watch_products w
    JOIN products p ON p.store_id = w.store_id AND p.item_no = w.item_no
    JOIN watch_items i ON i.item_no = w.item_no WHERE ${conditions.join(' AND ')}`;
  const select = database.prepare<[typeof params & { limit: number; offset: number }], ListedRow>(
    `SELECT w.store_id, w.item_no, p.origin_product_no, p.channel_product_no, p.name,
       i.supplier_id, i.source_status, i.price_krw, i.stock AS source_stock, p.sale_price_krw,
       p.stock, w.listed_json, w.is_pinned, w.locks_json, i.added_at_ms, i.last_checked_at_ms,
       i.last_changed_at_ms, w.last_sold_at_ms, i.failures, i.problem_json AS item_problem_json,
       w.problem_json, (SELECT count(*) FROM watch_approvals a WHERE a.store_id = w.store_id
         AND a.item_no = w.item_no AND a.state = 'open') AS approvals
     ${from} ORDER BY coalesce(i.last_changed_at_ms, i.added_at_ms) DESC, w.item_no
     LIMIT @limit OFFSET @offset`,
  );
  const pageOf = (rows: readonly ListedRow[]): readonly WatchedProduct[] =>
    rows.map((row) => productOf(row, schedule));
  // How warm a product is follows from the time of asking, which no index knows.
  if (filter.temperature !== undefined) {
    const all = pageOf(select.all({ ...params, limit: -1, offset: 0 })).filter(
      (product) => product.temperature === filter.temperature,
    );
    const { offset, limit } = filter;
    return { products: all.slice(offset, offset + limit), total: all.length };
  }
  const total = database
    .prepare<[typeof params], { n: number }>(`SELECT count(*) AS n ${from}`)
    .get(params);
  const rows = select.all({ ...params, limit: filter.limit, offset: filter.offset });
  return { products: pageOf(rows), total: total?.n ?? 0 };
}

function productOf(row: ListedRow, schedule: ScheduleView): WatchedProduct {
  const listed = parseListing(row.listed_json);
  const entry: ScheduleEntry = {
    itemNo: row.item_no as ItemNo,
    addedAtMs: row.added_at_ms,
    lastCheckedAtMs: row.last_checked_at_ms,
    lastChangedAtMs: row.last_changed_at_ms,
    lastSoldAtMs: row.last_sold_at_ms,
    stock: row.source_stock,
    isPinned: row.is_pinned === 1,
    isEnded: row.source_status !== null && row.source_status !== 'on-sale',
    failures: row.failures,
  };
  const problemJson = row.problem_json ?? row.item_problem_json;
  return {
    storeId: row.store_id as StoreId,
    itemNo: entry.itemNo,
    originProductNo: row.origin_product_no as OriginProductNo,
    channelProductNo: row.channel_product_no as ChannelProductNo | null,
    name: row.name ?? row.item_no,
    supplierId: row.supplier_id,
    listing:
      listed === null ? (row.stock === 0 ? 'sold-out' : 'on-sale') : listingStateOf(listed.status),
    source:
      row.source_status === null
        ? null
        : { status: row.source_status, priceKrw: row.price_krw, stock: row.source_stock },
    salePriceKrw: listed?.salePriceKrw ?? row.sale_price_krw,
    stock: listed?.stock ?? row.stock,
    temperature: temperatureOf(entry, schedule.nowMs, schedule.lowStock),
    isPinned: entry.isPinned,
    locks: JSON.parse(row.locks_json) as readonly ChangeAspect[],
    lastCheckedAtMs: entry.lastCheckedAtMs,
    nextCheckAtMs: schedule.nextCheckAtMs(entry),
    lastChangedAtMs: entry.lastChangedAtMs,
    openApprovals: row.approvals,
    problem: problemJson === null ? null : (reasonsOf(`[${problemJson}]`)[0] ?? null),
  };
}

function changeOf(row: ChangeRow): WatchChange {
  return {
    changeId: row.change_id,
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo,
    productName: row.name ?? row.item_no,
    kind: row.kind as ChangeKind,
    option: row.option_key === null ? null : { key: row.option_key, name: row.option_name ?? '' },
    old: JSON.parse(row.old_json) as ChangeValue,
    new: JSON.parse(row.new_json) as ChangeValue,
    detectedAtMs: row.detected_at_ms,
    unseenForMs: row.unseen_for_ms,
    action: row.action as PolicyAction,
    state: row.state as ChangeState,
    reasons: reasonsOf(row.reasons_json),
    settledAtMs: row.settled_at_ms,
  };
}

/** Stored reasons; a code of a newer version is named instead of lost. */
function reasonsOf(json: string): readonly Reason[] {
  const reasons = JSON.parse(json) as readonly Reason[];
  return reasons.map((reason) =>
    isMessageCode(reason.code)
      ? reason
      : { code: 'INTERNAL_FAULT', severity: reason.severity, params: { problem: reason.code } },
  );
}
