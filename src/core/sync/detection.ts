import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import {
  ASPECT_OF_KIND,
  type ChangeAspect,
  type ChangeState,
  type PolicyAction,
  type ProposalEffect,
  type WatchControls,
} from '@shared/domain/watch';
import type { StoredDraft } from '../drafts/draft-rows';
import type { NotificationRecorder } from '../notifications/port';
import type { Database } from '../storage/database';
import { type Difference, diffSnapshots } from './differences';
import type { HistoryStore } from './history-store';
import { type Listing, listingOfDraft, listingStateOf } from './listing';
import { noticeOf, tell } from './notices';
import { followOptions } from './option-identity';
import { actionsByAspect, coolDownUntilMs, decide, type PolicyRule, ruleFor } from './policies';
import type { PolicyStore } from './policy-store';
import { type ItemSnapshot, isForSale, snapshotOfDraft, stockOf, unitPriceOf } from './snapshot';
import { computeTarget } from './target';
import type { NewChange, WatchedRow, WatchStore } from './watch-store';
import type { WriteStore } from './write-store';

/** What one check told about one item. */
export type Finding =
  | { readonly kind: 'unchanged'; readonly itemNo: ItemNo; readonly hash: string }
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

/** A change as the report of a sweep names it. */
export interface ReportedChange extends NewChange {
  readonly changeId: number;
}

export interface DetectionDeps {
  readonly database: Database;
  readonly store: WatchStore;
  readonly writes: WriteStore;
  readonly history: HistoryStore;
  readonly policies: PolicyStore;
  readonly notifications: NotificationRecorder;
  /** Null without a draft, and for one that cannot be read. */
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
  readonly settings: () => Settings;
}

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

interface Decided {
  readonly difference: Difference;
  readonly kind: Difference['kind'];
  readonly rule: PolicyRule;
  readonly action: PolicyAction;
  readonly reasons: readonly Reason[];
}

const MASS_END: Reason = { code: 'WATCH_MASS_END', severity: 'ask' };
const KILL_SWITCH: Reason = { code: 'WATCH_KILL_SWITCH', severity: 'warn' };
const DELIVERY_BY_HAND: Reason = { code: 'WATCH_DELIVERY_BY_HAND', severity: 'warn' };
const POLICY_ASKS: Reason = { code: 'WATCH_POLICY_ASKS', severity: 'ask' };

export function createDetection(deps: DetectionDeps): Detection {
  const { store, writes, history, policies } = deps;

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

  /** Then the sale price does not hold it, and no narrow update reaches the listing's own fee. */
  const isDeliveryChargedApart = (product: WatchedRow): boolean => {
    const stored = deps.findDraft(product.storeId, product.itemNo);
    return stored !== null && stored.draft.content.delivery.feeType !== 'FREE';
  };

  const decideFor = (
    product: WatchedRow,
    differences: readonly Difference[],
    supplierId: string,
    isHeldEnd: boolean,
  ): readonly Decided[] => {
    const known = policies.policies(product.storeId);
    const subject = { storeId: product.storeId, supplierId, itemNo: product.itemNo };
    return differences.map((difference) => {
      const rule = ruleFor(known, subject, difference.kind);
      const followed =
        difference.kind === 'stock'
          ? product.reference?.stock
          : difference.kind === 'price-up' || difference.kind === 'price-down'
            ? product.reference?.priceKrw
            : undefined;
      if (difference.kind === 'delivery-fee' && isDeliveryChargedApart(product)) {
        const action = rule.action === 'ignore' ? 'ignore' : 'tell';
        return { difference, kind: difference.kind, rule, action, reasons: [DELIVERY_BY_HAND] };
      }
      const decision = decide(difference, rule, followed);
      const mustHold = isHeldEnd && difference.kind === 'ended' && decision.action === 'act';
      return {
        difference,
        kind: difference.kind,
        rule,
        action: mustHold ? 'ask' : decision.action,
        reasons: mustHold ? [MASS_END] : decision.reasons,
      };
    });
  };

  const effect = (
    product: WatchedRow,
    snapshot: ItemSnapshot,
    aspect: ChangeAspect,
  ): { readonly effect: ProposalEffect; readonly problems: readonly Reason[] } => {
    const stored = deps.findDraft(product.storeId, product.itemNo);
    const listing = listingOf(product, stored);
    const plan = computeTarget({
      snapshot,
      content: stored?.draft.content ?? null,
      lockedFields: stored?.draft.lockedFields ?? [],
      listing,
      aspects: new Set([aspect]),
      pricing: deps.settings().pricing,
      isSuspendedByUs: product.isSuspendedByUs,
      wantedPriceKrw: null,
      isStopWanted: aspect === 'status',
    });
    return {
      problems: plan.problems,
      effect: {
        salePriceKrw: { before: listing.salePriceKrw, after: plan.target.salePriceKrw },
        netProfitKrw: {
          before: plan.profitBefore?.netProfitKrw ?? null,
          after: plan.profitAfter?.netProfitKrw ?? null,
        },
        marginRate: {
          before: plan.profitBefore?.marginRate ?? null,
          after: plan.profitAfter?.marginRate ?? null,
        },
        listing: {
          before: listingStateOf(listing.status),
          after: listingStateOf(plan.target.status),
        },
      },
    };
  };

  const follow = (
    product: WatchedRow,
    snapshot: ItemSnapshot,
    decided: readonly Decided[],
    controls: WatchControls,
    atMs: number,
  ): ReadonlyMap<ChangeAspect, ChangeState> => {
    const states = new Map<ChangeAspect, ChangeState>();
    const toWrite: ChangeAspect[] = [];
    for (const [aspect, action] of actionsByAspect(decided)) {
      if (action === 'ignore' || action === 'tell') continue;
      const isLocked = product.locks.includes(aspect) || isPriceLocked(deps, product, aspect);
      if (action === 'act' && !isLocked) {
        // Under the kill switch the write waits in the queue until the switch is off.
        const isHeld = controls.isKillSwitchOn;
        states.set(aspect, controls.isDryRun ? 'dry-run' : isHeld ? 'held' : 'pending');
        if (!controls.isDryRun) toWrite.push(aspect);
        continue;
      }
      const { effect: outcome, problems } = effect(product, snapshot, aspect);
      const reasons = [
        ...decided.flatMap((one) => (ASPECT_OF_KIND[one.kind] === aspect ? one.reasons : [])),
        ...problems,
        ...(isLocked ? [lockReason(aspect)] : []),
      ];
      store.propose(
        product.storeId,
        product.itemNo,
        aspect,
        outcome,
        reasons.length > 0 ? reasons : [POLICY_ASKS],
        atMs,
      );
      states.set(aspect, 'awaiting-approval');
    }
    if (toWrite.length > 0) {
      const related = decided.filter(({ kind }) => {
        const aspect = ASPECT_OF_KIND[kind];
        return aspect !== null && toWrite.includes(aspect);
      });
      writes.queue(product.storeId, product.itemNo, toWrite, {
        approved: [],
        notBeforeMs: Math.max(atMs, coolDownUntilMs(related, product.lastAppliedAtMs)),
        atMs,
      });
    }
    return states;
  };

  const commitProduct = (
    product: WatchedRow,
    snapshot: ItemSnapshot,
    differences: readonly Difference[],
    context: {
      readonly sweepId: number;
      readonly atMs: number;
      readonly unseenForMs: number | null;
      readonly isHeldEnd: boolean;
    },
  ): { readonly changes: readonly ReportedChange[]; readonly notified: number } => {
    const { atMs, sweepId } = context;
    const { storeId, itemNo } = product;
    const controls = policies.controls(storeId);
    const decided = decideFor(product, differences, snapshot.supplierId, context.isHeldEnd);
    const touched = [...actionsByAspect(decided)].flatMap(([aspect, action]) =>
      action === 'ignore' ? [] : [aspect],
    );
    // A newer state of the same part takes the place of what was still open about it.
    const isBack = decided.some(
      ({ kind, difference }) => kind === 'back-in-stock' && difference.option === null,
    );
    const replaced: ChangeAspect[] = isBack
      ? [...new Set([...touched, 'status' as const])]
      : touched;
    store.supersede(storeId, itemNo, replaced, atMs);
    store.closeProposals(storeId, itemNo, replaced, 'superseded', atMs);
    if (isBack) writes.withdraw(storeId, itemNo, 'status', atMs);
    const states = follow(product, snapshot, decided, controls, atMs);
    let notified = 0;
    const changes = decided.map((one): ReportedChange => {
      const aspect = ASPECT_OF_KIND[one.kind];
      const state = stateOf(one.action, aspect === null ? undefined : states.get(aspect));
      const change: NewChange = {
        storeId,
        itemNo,
        kind: one.kind,
        option: one.difference.option,
        old: one.difference.old,
        new: one.difference.new,
        detectedAtMs: atMs,
        unseenForMs: context.unseenForMs,
        action: one.action,
        state,
        reasons: state === 'held' ? [...one.reasons, KILL_SWITCH] : one.reasons,
      };
      const reported = { ...change, changeId: store.addChange(change) };
      if (tell(deps.notifications, noticeOf(reported, product.name, sweepId))) notified += 1;
      return reported;
    });
    if (decided.some(({ kind, action }) => action !== 'ignore' && ASPECT_OF_KIND[kind] !== null)) {
      store.saveReference(storeId, itemNo, {
        priceKrw: unitPriceOf(snapshot),
        stock: stockOf(snapshot),
      });
    } else if (product.reference !== null) {
      store.saveReference(storeId, itemNo, product.reference);
    }
    return { changes, notified };
  };

  const commitOne = (
    finding: Finding,
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
    if (finding.kind === 'unchanged') {
      store.markUnchanged(itemNo, finding.hash, atMs);
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
      commitProduct(withReference(product, known?.snapshot ?? null), snapshot, differences, {
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
      const results = findings.map((finding) => commitOne(finding, sweepId, atMs, heldEnds));
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
      return snapshot === null ? null : effect(product, snapshot, aspect).effect;
    },
  };
}

/** A product that followed nothing yet counts from what was known before. */
function withReference(product: WatchedRow, known: ItemSnapshot | null): WatchedRow {
  if (product.reference !== null || known === null) return product;
  return { ...product, reference: { priceKrw: unitPriceOf(known), stock: stockOf(known) } };
}

/** The listing as last read back, else as the registration wrote it. */
export function listingOf(product: WatchedRow, stored: StoredDraft | null): Listing {
  if (product.listed !== null) return product.listed;
  if (stored !== null) return listingOfDraft(stored.draft.content, product.registered);
  const { salePriceKrw, stock } = product.registered;
  return {
    status: 'SALE',
    salePriceKrw: salePriceKrw ?? 0,
    discountKrw: 0,
    stock: stock ?? 0,
    options: [],
  };
}

function isPriceLocked(deps: DetectionDeps, product: WatchedRow, aspect: ChangeAspect): boolean {
  if (aspect !== 'price') return false;
  const stored = deps.findDraft(product.storeId, product.itemNo);
  return stored?.draft.lockedFields.includes('price') ?? false;
}

function lockReason(aspect: ChangeAspect): Reason {
  return { code: aspect === 'price' ? 'WATCH_PRICE_LOCKED' : 'WATCH_LOCKED', severity: 'ask' };
}

function snapshotOfFinding(
  finding: Extract<Finding, { kind: 'seen' | 'gone' }>,
  known: ItemSnapshot | null,
): { readonly snapshot: ItemSnapshot; readonly hash: string } | null {
  if (finding.kind === 'seen') return { snapshot: finding.snapshot, hash: finding.hash };
  return known === null ? null : { snapshot: { ...known, status: 'gone' }, hash: 'gone' };
}

function stateOf(action: PolicyAction, ofAspect: ChangeState | undefined): ChangeState {
  if (action === 'ignore') return 'ignored';
  if (action === 'tell') return 'told';
  return ofAspect ?? 'told';
}
