import type { ItemNo, StoreId } from '@shared/domain/ids';
import {
  CHANGE_KINDS,
  type ChangeKind,
  DEFAULT_POLICIES,
  DEFAULT_WATCH_CONTROLS,
  type PolicyScope,
  type WatchControls,
  type WatchPolicy,
} from '@shared/domain/watch';
import { SUPPLIERS_MAX, watchControlsSchema, watchPolicySchema } from '@shared/ipc/watch';
import type { Database } from '../storage/database';

interface PolicyRow {
  readonly store_id: string;
  readonly supplier_id: string;
  readonly item_no: string;
  readonly kind: string;
  readonly rule_json: string;
}

/** The seller's policies and switches; every write is committed with the transaction around it. */
export interface PolicyStore {
  policies(storeId: StoreId): readonly WatchPolicy[];
  /** What holds for a store where nothing is set. */
  defaults(storeId: StoreId): readonly WatchPolicy[];
  /** Suppliers of the store's watched products, those of most products first. */
  suppliers(
    storeId: StoreId,
  ): readonly { readonly supplierId: string; readonly products: number }[];
  save(policy: WatchPolicy): void;
  remove(scope: PolicyScope, kind: ChangeKind): void;
  controls(storeId: StoreId): WatchControls;
  saveControls(storeId: StoreId, controls: WatchControls): void;
}

/** The policies of a database. A row of another version counts as not set. */
export function createPolicyStore(database: Database): PolicyStore {
  const selectPolicies = database.prepare<[string], PolicyRow>(
    'SELECT * FROM watch_policies WHERE store_id = ? ORDER BY supplier_id, item_no, kind',
  );
  const upsert = database.prepare(
    `INSERT INTO watch_policies (store_id, supplier_id, item_no, kind, rule_json)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (store_id, supplier_id, item_no, kind) DO UPDATE SET rule_json = excluded.rule_json`,
  );
  const drop = database.prepare(
    'DELETE FROM watch_policies WHERE store_id = ? AND supplier_id = ? AND item_no = ? AND kind = ?',
  );
  const selectSuppliers = database.prepare<[string], { supplierId: string; products: number }>(
    `SELECT i.supplier_id AS supplierId, count(*) AS products
     FROM watch_products w JOIN watch_items i ON i.item_no = w.item_no
     WHERE w.store_id = ? AND i.supplier_id <> ''
     GROUP BY i.supplier_id ORDER BY products DESC, i.supplier_id LIMIT ${SUPPLIERS_MAX}`,
  );
  const selectControls = database.prepare<[string], { controls_json: string }>(
    'SELECT controls_json FROM watch_controls WHERE store_id = ?',
  );
  const upsertControls = database.prepare(
    `INSERT INTO watch_controls (store_id, controls_json) VALUES (?, ?)
     ON CONFLICT (store_id) DO UPDATE SET controls_json = excluded.controls_json`,
  );
  return {
    policies: (storeId) => selectPolicies.all(storeId).flatMap(policyOf),
    defaults: (storeId) =>
      CHANGE_KINDS.map((kind) => ({
        scope: { storeId, supplierId: null, itemNo: null },
        kind,
        ...DEFAULT_POLICIES[kind],
      })),
    suppliers: (storeId) => selectSuppliers.all(storeId),
    save: ({ scope, kind, ...rule }) => {
      upsert.run(
        scope.storeId,
        scope.supplierId ?? '',
        scope.itemNo ?? '',
        kind,
        JSON.stringify(rule),
      );
    },
    remove: (scope, kind) => {
      drop.run(scope.storeId, scope.supplierId ?? '', scope.itemNo ?? '', kind);
    },
    controls: (storeId) => {
      const row = selectControls.get(storeId);
      if (row === undefined) return DEFAULT_WATCH_CONTROLS;
      const parsed = watchControlsSchema.safeParse({
        ...DEFAULT_WATCH_CONTROLS,
        ...(JSON.parse(row.controls_json) as object),
      });
      // Switches that cannot be understood must not let anything be written.
      return parsed.success ? parsed.data : { ...DEFAULT_WATCH_CONTROLS, isKillSwitchOn: true };
    },
    saveControls: (storeId, controls) => {
      upsertControls.run(storeId, JSON.stringify(controls));
    },
  };
}

/** A policy of another version is left out: the default then holds, which asks before money moves. */
function policyOf(row: PolicyRow): readonly WatchPolicy[] {
  const parsed = watchPolicySchema.safeParse({
    scope: {
      storeId: row.store_id,
      supplierId: row.supplier_id === '' ? null : row.supplier_id,
      itemNo: row.item_no === '' ? null : (row.item_no as ItemNo),
    },
    kind: row.kind,
    ...(JSON.parse(row.rule_json) as object),
  });
  return parsed.success ? [parsed.data] : [];
}
