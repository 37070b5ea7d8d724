import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import {
  ASPECT_OF_KIND,
  type ChangeAspect,
  type ChangeState,
  type PolicyAction,
  type WatchControls,
} from '@shared/domain/watch';
import type { StoredDraft } from '../drafts/draft-rows';
import type { NotificationRecorder } from '../notifications/port';
import type { ChangeStore, NewChange, ReportedChange } from './change-store';
import type { Difference } from './differences';
import type { Effects } from './effect';
import { noticeOf, tell } from './notices';
import { actionsByAspect, coolDownUntilMs, decide, type PolicyRule, ruleFor } from './policies';
import type { PolicyStore } from './policy-store';
import { type ItemSnapshot, stockOf, unitPriceOf } from './snapshot';
import type { WatchedRow, WatchStore } from './watch-store';
import type { WriteStore } from './write-store';

export interface FollowUpDeps {
  readonly store: Pick<WatchStore, 'saveReference'>;
  readonly changes: ChangeStore;
  readonly writes: WriteStore;
  readonly policies: PolicyStore;
  readonly notifications: NotificationRecorder;
  readonly effects: Effects;
  /** Null without a draft, and for one that cannot be read. */
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
}

/** What one listing does about differences of its item. */
export interface FollowUp {
  /**
   * Decides by the policies and writes down the changes, notices, proposals and writes; what was open
   * about the same parts gives way. Inside the caller's transaction.
   */
  commit(
    product: WatchedRow,
    snapshot: ItemSnapshot,
    differences: readonly Difference[],
    context: {
      readonly sweepId: number;
      readonly atMs: number;
      readonly unseenForMs: number | null;
      /** It left the shelf in a crowd: put to the seller instead of followed. */
      readonly isHeldEnd: boolean;
    },
  ): { readonly changes: readonly ReportedChange[]; readonly notified: number };
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

/**
 * Asks instead of acting where a part is locked or the policy wants it. A dry run queues nothing,
 * the kill switch queues and holds. What a policy ignores does not move the reference, so that
 * small steps add up.
 */
export function createFollowUp(deps: FollowUpDeps): FollowUp {
  const { store, changes: kept, writes, policies } = deps;

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
      const isAsked = decided.some(
        (one) => one.action === 'ask' && ASPECT_OF_KIND[one.kind] === aspect,
      );
      // A price that was approved or waits for its rest is not the one that is asked about now.
      if (aspect === 'price' && action === 'ask') {
        writes.withdraw(product.storeId, product.itemNo, 'price', atMs, true);
      }
      if (action === 'act' && !isLocked) {
        // Under the kill switch the write waits in the queue until the switch is off.
        const isHeld = controls.isKillSwitchOn;
        states.set(aspect, controls.isDryRun ? 'dry-run' : isHeld ? 'held' : 'pending');
        if (!controls.isDryRun) toWrite.push(aspect);
        if (!isAsked) continue;
      }
      const { effect: outcome, problems } = deps.effects.of(product, snapshot, aspect);
      const reasons = [
        ...decided.flatMap((one) => (ASPECT_OF_KIND[one.kind] === aspect ? one.reasons : [])),
        ...problems,
        ...(isLocked ? [lockReason(aspect)] : []),
      ];
      kept.propose(
        product.storeId,
        product.itemNo,
        aspect,
        outcome,
        reasons.length > 0 ? reasons : [POLICY_ASKS],
        atMs,
      );
      if (!states.has(aspect)) states.set(aspect, 'awaiting-approval');
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

  const commit: FollowUp['commit'] = (product, snapshot, differences, context) => {
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
    kept.supersede(storeId, itemNo, replaced, atMs);
    kept.closeProposals(storeId, itemNo, replaced, 'superseded', atMs);
    if (isBack) writes.withdraw(storeId, itemNo, 'status', atMs);
    const states = follow(product, snapshot, decided, controls, atMs);
    let notified = 0;
    const changes = decided.map((one): ReportedChange => {
      const aspect = ASPECT_OF_KIND[one.kind];
      const ofAspect = aspect === null ? undefined : states.get(aspect);
      const state = stateOf(one.action, ofAspect);
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
      const reported = { ...change, changeId: kept.addChange(change) };
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
  return { commit };
}

function isPriceLocked(deps: FollowUpDeps, product: WatchedRow, aspect: ChangeAspect): boolean {
  if (aspect !== 'price') return false;
  const stored = deps.findDraft(product.storeId, product.itemNo);
  return stored?.draft.lockedFields.includes('price') ?? false;
}

function lockReason(aspect: ChangeAspect): Reason {
  return { code: aspect === 'price' ? 'WATCH_PRICE_LOCKED' : 'WATCH_LOCKED', severity: 'ask' };
}

function stateOf(action: PolicyAction, ofAspect: ChangeState | undefined): ChangeState {
  if (action === 'ignore') return 'ignored';
  if (action === 'tell') return 'told';
  if (action === 'ask' && ofAspect !== undefined) return 'awaiting-approval';
  return ofAspect ?? 'told';
}
