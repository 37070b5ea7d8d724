import type { ChannelProductNo, ItemNo, OriginProductNo, StoreId } from './ids';
import type { Reason } from './reason';

/**
 * What can happen to a watched item. With an option named in the change, the kind is about that option
 * alone: one value sold out while others sell is `sold-out` with an option.
 */
export const CHANGE_KINDS = [
  'price-up',
  'price-down',
  'option-price',
  'floor-raised',
  'floor-lowered',
  'delivery-fee',
  'stock',
  'low-stock',
  'sold-out',
  'option-gone',
  'back-in-stock',
  'ended',
  'licence-withdrawn',
  'licence-granted',
  'option-added',
  'title',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The part of a listing that a change touches; null for kinds that only a person can follow. */
export type ChangeAspect = 'price' | 'stock' | 'status';

/** Which part of the listing follows a change; null for kinds that no narrow update can follow. */
export const ASPECT_OF_KIND: Readonly<Record<ChangeKind, ChangeAspect | null>> = {
  'price-up': 'price',
  'price-down': 'price',
  'option-price': 'price',
  'floor-raised': 'price',
  'floor-lowered': 'price',
  'delivery-fee': 'price',
  stock: 'stock',
  'low-stock': 'stock',
  'sold-out': 'stock',
  'option-gone': 'stock',
  'back-in-stock': 'stock',
  ended: 'status',
  'licence-withdrawn': 'status',
  'licence-granted': null,
  'option-added': null,
  title: null,
};

/** `act`: follow at once. `ask`: propose and wait. `tell`: only say so. `ignore`: keep in the history. */
export const POLICY_ACTIONS = ['act', 'ask', 'tell', 'ignore'] as const;
export type PolicyAction = (typeof POLICY_ACTIONS)[number];

/**
 * What became of a change. `pending`: the listing is about to follow. `held`: the guard against a
 * vanished catalogue or the kill switch keeps it back. `dry-run`: would have been applied.
 * `superseded`: a later change of the same thing took its place.
 */
export const CHANGE_STATES = [
  'pending',
  'awaiting-approval',
  'applied',
  'told',
  'ignored',
  'dismissed',
  'held',
  'dry-run',
  'failed',
  'superseded',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** A price in won, a stock, a text; null where there is none. */
export type ChangeValue = number | string | null;

/** One detected difference at the wholesaler, with old and new. */
export interface WatchChange {
  readonly changeId: number;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly productName: string;
  readonly kind: ChangeKind;
  /** The supplier's option key and words, for a change of one option. */
  readonly option: { readonly key: string; readonly name: string } | null;
  readonly old: ChangeValue;
  readonly new: ChangeValue;
  readonly detectedAtMs: number;
  /** Longest time the change can have stood unseen: since the check before. Null for a first check. */
  readonly unseenForMs: number | null;
  readonly action: PolicyAction;
  readonly state: ChangeState;
  /** Why it is held, asked or failed. */
  readonly reasons: readonly Reason[];
  readonly settledAtMs: number | null;
}

/** How often a product is looked at: changed, low or sold lately; in between; quiet. */
export type Temperature = 'hot' | 'warm' | 'cold';

/** What a buyer finds in the store, as last read or written. */
export type ListingState =
  | 'on-sale'
  | 'sold-out'
  | 'suspended'
  | 'prohibited'
  | 'missing'
  | 'unknown';

/** One product under watch. */
export interface WatchedProduct {
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly originProductNo: OriginProductNo;
  readonly channelProductNo: ChannelProductNo | null;
  readonly name: string;
  readonly supplierId: string | null;
  readonly listing: ListingState;
  /** The wholesaler's side, from the last check; null before the first. */
  readonly source: {
    readonly status: 'on-sale' | 'ended' | 'other';
    /** Price of one piece; null when it cannot be bought. */
    readonly priceKrw: number | null;
    readonly stock: number | null;
  } | null;
  readonly salePriceKrw: number | null;
  readonly stock: number | null;
  readonly temperature: Temperature;
  readonly isPinned: boolean;
  /** Parts that sync leaves alone because the seller decides about them. */
  readonly locks: readonly ChangeAspect[];
  readonly lastCheckedAtMs: number | null;
  readonly nextCheckAtMs: number | null;
  readonly lastChangedAtMs: number | null;
  /** Open proposals of this product. */
  readonly openApprovals: number;
  /** Why the last check told nothing, or the last write failed; null when all is well. */
  readonly problem: Reason | null;
}

/** Whom a policy is for; the narrowest that fits decides: product, supplier, store. */
export interface PolicyScope {
  readonly storeId: StoreId;
  readonly supplierId: string | null;
  readonly itemNo: ItemNo | null;
}

/** What to do about one kind of change. */
export interface WatchPolicy {
  readonly scope: PolicyScope;
  readonly kind: ChangeKind;
  readonly action: PolicyAction;
  /** A difference within every tolerance that is set (above 0) is ignored; counted from what was last followed. */
  readonly toleranceKrw: number;
  readonly tolerancePercent: number;
  /** A new sale price outside these is asked about, never applied unasked; null = no bound. */
  readonly minPriceKrw: number | null;
  readonly maxPriceKrw: number | null;
  /** Least time between two unasked applications to the same product; stock that ran out never waits. */
  readonly coolDownMinutes: number;
}

/** Switches over everything the watcher does in a store. */
export interface WatchControls {
  /** No checks at all until resumed. */
  readonly isPaused: boolean;
  /** Nothing is written to the store; changes are still found, told and kept. */
  readonly isKillSwitchOn: boolean;
  /** Decides and plans as always, writes nothing, and says what it would have done. */
  readonly isDryRun: boolean;
  /** A stock at or below this is low. */
  readonly lowStock: number;
  /** More products than this share ending within an hour are put to the seller instead. */
  readonly massEndPercent: number;
  /** Share of the wholesaler's daily calls that checks may use. */
  readonly budgetPercent: number;
  /** How long price and stock points and settled changes are kept. */
  readonly historyDays: number;
}

/** Sale price and profit, before and after a proposal. */
export interface ProposalEffect {
  readonly salePriceKrw: { readonly before: number | null; readonly after: number | null };
  /** Left of one sale of the least profitable option at the new cost. */
  readonly netProfitKrw: { readonly before: number | null; readonly after: number | null };
  readonly marginRate: { readonly before: number | null; readonly after: number | null };
  readonly listing: { readonly before: ListingState; readonly after: ListingState };
}

/** A change of a listing that waits for the seller. One open proposal per product and aspect. */
export interface WatchApproval {
  readonly approvalId: number;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly productName: string;
  readonly aspect: ChangeAspect;
  readonly changes: readonly WatchChange[];
  readonly effect: ProposalEffect;
  /** Why it is asked: policy, bounds, a lock, the guard. */
  readonly reasons: readonly Reason[];
  readonly createdAtMs: number;
}

/** Where watching stands. */
export interface WatchStatus {
  readonly controls: WatchControls;
  readonly watched: number;
  readonly byTemperature: Readonly<Record<Temperature, number>>;
  /** Age of the oldest check, never-checked ones since they came; null with nothing to watch. */
  readonly lagMs: number | null;
  /** The last finished sweep. */
  readonly lastSweep: {
    readonly startedAtMs: number;
    readonly endedAtMs: number;
    readonly checked: number;
    readonly calls: number;
    readonly changed: number;
  } | null;
  readonly sweeping: { readonly done: number; readonly total: number } | null;
  readonly nextSweepAtMs: number | null;
  /** Over the changes of the last 24 hours: half and 95 % were unseen for no longer than this. */
  readonly detectionDelay: { readonly medianMs: number; readonly p95Ms: number } | null;
  readonly budget: {
    readonly usedToday: number;
    /** Calls that checks may use today. */
    readonly allowedToday: number;
    readonly resetsAtMs: number;
  };
  readonly openApprovals: number;
  readonly openFindings: number;
  readonly pendingWrites: number;
  /** Set when checks do not run: seller, sleep, no network, a fault of the marketplace, the guard. */
  readonly halted:
    | 'paused'
    | 'asleep'
    | 'offline'
    | 'other-worker'
    | 'fault'
    | 'not-started'
    | null;
  /** The fault, or the guard's finding. */
  readonly haltReason: Reason | null;
}

/** A point of a series: written only when the value changed. */
export interface HistoryPoint {
  readonly atMs: number;
  readonly priceKrw: number | null;
  readonly stock: number | null;
}

/** Price and stock of a product over time; every series ascends and starts with the value at `fromMs`. */
export interface WatchHistory {
  readonly itemNo: ItemNo;
  readonly productName: string;
  /** Price of one piece and whole stock at the wholesaler. */
  readonly item: readonly HistoryPoint[];
  /** Additions and stock per option, in the supplier's order. */
  readonly options: readonly {
    readonly key: string;
    readonly name: string;
    readonly points: readonly HistoryPoint[];
  }[];
  /** Sale price and stock in the store. */
  readonly listing: readonly HistoryPoint[];
}

/** What the audit or Naver's inspection found about a listing of ours. */
export const FINDING_KINDS = [
  'suspended-outside',
  'prohibited',
  'missing-outside',
  'price-changed-outside',
  'stock-changed-outside',
  'inspection',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A difference between the store and us, with the three sides of it. */
export interface WatchFinding {
  readonly findingId: number;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly productName: string;
  readonly kind: FindingKind;
  /** What we last wrote or read back. */
  readonly ours: ChangeValue;
  /** What stands in the store. */
  readonly theirs: ChangeValue;
  /** What the wholesaler's state would give now. */
  readonly source: ChangeValue;
  /** Naver's own words about an inspection: reason and what to do. */
  readonly verbatim: string | null;
  readonly isRestorable: boolean;
  readonly foundAtMs: number;
}

/**
 * What holds in a store where the seller set nothing. `massEndPercent` and `budgetPercent` are
 * percent of the watched products and of the day's calls, `lowStock` is in pieces.
 */
export const DEFAULT_WATCH_CONTROLS: WatchControls = {
  isPaused: false,
  isKillSwitchOn: false,
  isDryRun: false,
  lowStock: 5,
  massEndPercent: 5,
  budgetPercent: 70,
  historyDays: 365,
};

const UNBOUNDED = {
  toleranceKrw: 0,
  tolerancePercent: 0,
  minPriceKrw: null,
  maxPriceKrw: null,
  coolDownMinutes: 0,
} as const;

type PolicyRule = Omit<WatchPolicy, 'scope' | 'kind'>;

/**
 * What happens until the seller says otherwise: stock follows at once, since a sold-out order costs
 * penalty points; money is asked about.
 */
export const DEFAULT_POLICIES: Readonly<Record<ChangeKind, PolicyRule>> = {
  'price-up': { ...UNBOUNDED, action: 'ask' },
  'price-down': { ...UNBOUNDED, action: 'ask' },
  'option-price': { ...UNBOUNDED, action: 'ask' },
  'floor-raised': { ...UNBOUNDED, action: 'ask' },
  'floor-lowered': { ...UNBOUNDED, action: 'tell' },
  'delivery-fee': { ...UNBOUNDED, action: 'ask' },
  stock: { ...UNBOUNDED, action: 'act', tolerancePercent: 20, coolDownMinutes: 30 },
  'low-stock': { ...UNBOUNDED, action: 'act' },
  'sold-out': { ...UNBOUNDED, action: 'act' },
  'option-gone': { ...UNBOUNDED, action: 'act' },
  'back-in-stock': { ...UNBOUNDED, action: 'act' },
  ended: { ...UNBOUNDED, action: 'act' },
  'licence-withdrawn': { ...UNBOUNDED, action: 'ask' },
  'licence-granted': { ...UNBOUNDED, action: 'tell' },
  'option-added': { ...UNBOUNDED, action: 'tell' },
  title: { ...UNBOUNDED, action: 'tell' },
};
