import { z } from 'zod';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  FINDING_KINDS,
  POLICY_ACTIONS,
  type WatchApproval,
  type WatchChange,
  type WatchControls,
  type WatchedProduct,
  type WatchFinding,
  type WatchHistory,
  type WatchPolicy,
  type WatchStatus,
} from '../domain/watch';
import { done, nothing, route } from './route';
import {
  atMsSchema,
  channelProductNoSchema,
  countSchema,
  itemNoSchema,
  originProductNoSchema,
  pageSchema,
  reasonSchema,
  SEARCH_MAX_CHARS,
  storedStoreIdSchema,
  storeIdSchema,
} from './values';

/** Most approvals, findings or products that one request may name. */
const WATCH_ACTION_MAX = 1000;
/** Most points of one series that the history gives; the newest are kept. */
const HISTORY_MAX_POINTS = 2000;
/** Most suppliers that one answer names. */
export const SUPPLIERS_MAX = 1000;
const WON_MAX = 999_999_990;
const MINUTES_PER_DAY = 1440;

const aspectSchema = z.enum(['price', 'stock', 'status']);
const temperatureSchema = z.enum(['hot', 'warm', 'cold']);
const listingSchema = z.enum([
  'on-sale',
  'sold-out',
  'suspended',
  'prohibited',
  'missing',
  'unknown',
]);
const kindSchema = z.enum(CHANGE_KINDS);
const valueSchema = z.union([z.number(), z.string(), z.null()]);
const durationSchema = z.number().min(0);
const idNumberSchema = z.int().min(1);
const supplierIdSchema = z.string().min(1).max(100);

const watchChangeSchema: z.ZodType<WatchChange> = z.strictObject({
  changeId: idNumberSchema,
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema,
  productName: z.string(),
  kind: kindSchema,
  option: z.strictObject({ key: z.string(), name: z.string() }).nullable(),
  old: valueSchema,
  new: valueSchema,
  detectedAtMs: atMsSchema,
  unseenForMs: durationSchema.nullable(),
  action: z.enum(POLICY_ACTIONS),
  state: z.enum(CHANGE_STATES),
  reasons: z.array(reasonSchema),
  settledAtMs: atMsSchema.nullable(),
});

const watchedProductSchema: z.ZodType<WatchedProduct> = z.strictObject({
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema,
  originProductNo: originProductNoSchema,
  channelProductNo: channelProductNoSchema.nullable(),
  name: z.string(),
  supplierId: z.string().nullable(),
  listing: listingSchema,
  source: z
    .strictObject({
      status: z.enum(['on-sale', 'ended', 'other']),
      priceKrw: z.number().nullable(),
      stock: z.number().nullable(),
    })
    .nullable(),
  salePriceKrw: z.number().nullable(),
  stock: z.number().nullable(),
  temperature: temperatureSchema,
  isPinned: z.boolean(),
  locks: z.array(aspectSchema),
  lastCheckedAtMs: atMsSchema.nullable(),
  nextCheckAtMs: atMsSchema.nullable(),
  lastChangedAtMs: atMsSchema.nullable(),
  openApprovals: countSchema,
  problem: reasonSchema.nullable(),
});

/** Bounds of the watcher's switches. */
export const watchControlsSchema: z.ZodType<WatchControls> = z.strictObject({
  isPaused: z.boolean(),
  isKillSwitchOn: z.boolean(),
  isDryRun: z.boolean(),
  lowStock: z.int().min(0).max(10_000),
  massEndPercent: z.number().min(0).max(100),
  budgetPercent: z.int().min(1).max(100),
  historyDays: z.int().min(7).max(3650),
});

const policyRuleShape = {
  action: z.enum(POLICY_ACTIONS),
  toleranceKrw: z.int().min(0).max(WON_MAX),
  tolerancePercent: z.number().min(0).max(100),
  minPriceKrw: z.int().min(0).max(WON_MAX).nullable(),
  maxPriceKrw: z.int().min(0).max(WON_MAX).nullable(),
  coolDownMinutes: z
    .int()
    .min(0)
    .max(7 * MINUTES_PER_DAY),
};

const scopeShape = {
  storeId: storedStoreIdSchema,
  supplierId: supplierIdSchema.nullable(),
  itemNo: itemNoSchema.nullable(),
};

/** A policy of a store, a supplier or a product; used for requests and for reading stored ones. */
export const watchPolicySchema: z.ZodType<WatchPolicy> = z.strictObject({
  scope: z.strictObject(scopeShape),
  kind: kindSchema,
  ...policyRuleShape,
});

const effectSchema = z.strictObject({
  salePriceKrw: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }),
  netProfitKrw: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }),
  marginRate: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }),
  listing: z.strictObject({ before: listingSchema, after: listingSchema }),
});

const watchApprovalSchema: z.ZodType<WatchApproval> = z.strictObject({
  approvalId: idNumberSchema,
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema,
  productName: z.string(),
  aspect: aspectSchema,
  changes: z.array(watchChangeSchema),
  effect: effectSchema,
  reasons: z.array(reasonSchema),
  createdAtMs: atMsSchema,
});

const watchStatusSchema: z.ZodType<WatchStatus> = z.strictObject({
  controls: watchControlsSchema,
  watched: countSchema,
  byTemperature: z.strictObject({ hot: countSchema, warm: countSchema, cold: countSchema }),
  lagMs: durationSchema.nullable(),
  lastSweep: z
    .strictObject({
      startedAtMs: atMsSchema,
      endedAtMs: atMsSchema,
      checked: countSchema,
      calls: countSchema,
      changed: countSchema,
    })
    .nullable(),
  sweeping: z.strictObject({ done: countSchema, total: countSchema }).nullable(),
  nextSweepAtMs: atMsSchema.nullable(),
  detectionDelay: z.strictObject({ medianMs: durationSchema, p95Ms: durationSchema }).nullable(),
  budget: z.strictObject({
    usedToday: countSchema,
    allowedToday: countSchema,
    resetsAtMs: atMsSchema,
  }),
  openApprovals: countSchema,
  openFindings: countSchema,
  pendingWrites: countSchema,
  halted: z
    .enum(['paused', 'asleep', 'offline', 'other-worker', 'fault', 'not-started'])
    .nullable(),
  haltReason: reasonSchema.nullable(),
});

const pointSchema = z.strictObject({
  atMs: atMsSchema,
  priceKrw: z.number().nullable(),
  stock: z.number().nullable(),
});
const seriesSchema = z.array(pointSchema).max(HISTORY_MAX_POINTS);

const watchHistorySchema: z.ZodType<WatchHistory> = z.strictObject({
  itemNo: itemNoSchema,
  productName: z.string(),
  item: seriesSchema,
  options: z.array(z.strictObject({ key: z.string(), name: z.string(), points: seriesSchema })),
  listing: seriesSchema,
});

const watchFindingSchema: z.ZodType<WatchFinding> = z.strictObject({
  findingId: idNumberSchema,
  storeId: storedStoreIdSchema,
  itemNo: itemNoSchema,
  productName: z.string(),
  kind: z.enum(FINDING_KINDS),
  ours: valueSchema,
  theirs: valueSchema,
  source: valueSchema,
  verbatim: z.string().nullable(),
  isRestorable: z.boolean(),
  foundAtMs: atMsSchema,
});

const approvalIdsInput = z.strictObject({
  approvalIds: z.array(idNumberSchema).min(1).max(WATCH_ACTION_MAX),
});

/**
 * The watcher of one store. Decisions are on disk when they answer; Naver hears of them after that.
 */
export const watchRoutes = {
  'watch.getStatus': route(z.strictObject({ storeId: storeIdSchema }), watchStatusSchema),
  'watch.listProducts': route(
    z.strictObject({
      storeId: storeIdSchema,
      text: z.string().max(SEARCH_MAX_CHARS).optional(),
      listing: listingSchema.optional(),
      temperature: temperatureSchema.optional(),
      /** Only products with a problem, an open approval or a lock. */
      needsAttention: z.boolean().optional(),
      ...pageSchema,
    }),
    z.strictObject({ products: z.array(watchedProductSchema), total: countSchema }),
  ),
  'watch.listChanges': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNo: itemNoSchema.optional(),
      kinds: z.array(kindSchema).max(CHANGE_KINDS.length).optional(),
      states: z.array(z.enum(CHANGE_STATES)).max(CHANGE_STATES.length).optional(),
      ...pageSchema,
    }),
    /** Newest first. */
    z.strictObject({ changes: z.array(watchChangeSchema), total: countSchema }),
  ),
  'watch.getHistory': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNo: itemNoSchema,
      fromMs: atMsSchema.default(0),
    }),
    watchHistorySchema,
  ),
  /** The whole history as CSV text, UTF-8 with a mark so that Excel reads it. */
  'watch.exportHistory': route(
    z.strictObject({ storeId: storeIdSchema, itemNo: itemNoSchema.nullable().default(null) }),
    z.strictObject({ fileName: z.string(), csv: z.string() }),
  ),
  'watch.listPolicies': route(
    z.strictObject({ storeId: storeIdSchema }),
    /** What the seller set, and what holds where nothing is set. */
    z.strictObject({
      own: z.array(watchPolicySchema),
      defaults: z.array(watchPolicySchema),
      /** Suppliers of watched products, those of most products first. */
      suppliers: z
        .array(z.strictObject({ supplierId: supplierIdSchema, products: countSchema }))
        .max(SUPPLIERS_MAX),
    }),
  ),
  'watch.savePolicy': route(z.strictObject({ policy: watchPolicySchema }), done),
  'watch.removePolicy': route(
    z.strictObject({ scope: z.strictObject(scopeShape), kind: kindSchema }),
    done,
  ),
  'watch.saveControls': route(
    z.strictObject({ storeId: storeIdSchema, controls: watchControlsSchema }),
    watchControlsSchema,
  ),
  'watch.listApprovals': route(
    z.strictObject({ storeId: storeIdSchema, ...pageSchema }),
    z.strictObject({ approvals: z.array(watchApprovalSchema), total: countSchema }),
  ),
  'watch.approve': route(approvalIdsInput, z.strictObject({ settled: countSchema })),
  'watch.dismiss': route(approvalIdsInput, z.strictObject({ settled: countSchema })),
  /** Looks at all products now; answers at once, the events tell how it goes. */
  'watch.sweepNow': route(z.strictObject({ storeId: storeIdSchema }), done),
  'watch.pause': route(nothing, done),
  'watch.resume': route(nothing, done),
  'watch.setPinned': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNos: z.array(itemNoSchema).min(1).max(WATCH_ACTION_MAX),
      isPinned: z.boolean(),
    }),
    done,
  ),
  /** What sync leaves alone for a product; the whole set. */
  'watch.setLocks': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNo: itemNoSchema,
      locks: z.array(aspectSchema).max(3),
    }),
    done,
  ),
  'watch.listFindings': route(
    z.strictObject({ storeId: storeIdSchema, ...pageSchema }),
    z.strictObject({ findings: z.array(watchFindingSchema), total: countSchema }),
  ),
  /** `keep`: theirs stays and is locked. `restore`: ours is written again. */
  'watch.settleFindings': route(
    z.strictObject({
      findingIds: z.array(idNumberSchema).min(1).max(WATCH_ACTION_MAX),
      choice: z.enum(['keep', 'restore']),
    }),
    z.strictObject({ settled: countSchema }),
  ),
  /** Reads Naver's side now: own listings and the inspection list. */
  'watch.auditNow': route(z.strictObject({ storeId: storeIdSchema }), done),
} as const;

/** Something about watching changed: ask again. Sent at most once per window. */
export interface WatchChanged {
  /** New or settled changes, approvals or findings; false when only figures moved. */
  readonly hasNews: boolean;
}
