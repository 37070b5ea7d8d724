import { createHash } from 'node:crypto';
import type { Reason } from '@shared/domain/reason';
import type { PricingSettings } from '@shared/domain/settings';
import type { ChangeAspect, WatchPolicy } from '@shared/domain/watch';
import type { StoredDraft } from '../drafts/draft-rows';
import type { ListingUpdate, OptionUpdate } from '../naver/port';
import type { Listing } from './listing';
import { ruleFor } from './policies';
import type { ItemSnapshot } from './snapshot';
import { areSameOptions, computeTarget, isClosed, isReached, type Target } from './target';
import type { WatchedRow } from './watch-store';
import type { WatchWrite } from './write-store';

/** How a target is reached with the narrow endpoints. */
export type WriteStep =
  | { readonly kind: 'listing'; readonly update: ListingUpdate }
  | { readonly kind: 'options'; readonly update: OptionUpdate; readonly isReturning: boolean }
  /** A product with options of which none is left: Naver takes no option list without a sellable one. */
  | { readonly kind: 'out-of-stock' };

/**
 * What one write comes to. `bodySha256` names what would be sent: a body that was refused before is
 * known by it. `impossible` goes to the seller.
 */
export type WritePlan =
  /** The listing is as it should be. */
  | { readonly kind: 'reached' }
  | {
      readonly kind: 'write';
      readonly target: Target;
      readonly step: WriteStep;
      readonly bodySha256: string;
    }
  | { readonly kind: 'impossible'; readonly reasons: readonly Reason[] };

/** The plan with everything that was left out of it, and why. */
export interface PlannedWrite {
  readonly plan: WritePlan;
  /** Parts that were taken out and are put to the seller instead. */
  readonly asked: readonly {
    readonly aspect: ChangeAspect;
    readonly reasons: readonly Reason[];
    /** The rest of the part goes out: only what would sell again waits. */
    readonly isPart?: boolean;
  }[];
  /** The sale price stands otherwise in the store than we left it. */
  readonly changedByHand: { readonly ours: number; readonly theirs: number } | null;
  readonly aspects: readonly ChangeAspect[];
  /** Parts that can only be written once the product sells again. */
  readonly later: readonly ChangeAspect[];
}

const POLICY_ASKS: Reason = { code: 'WATCH_POLICY_ASKS', severity: 'ask' };
const NO_LICENCE: Reason = { code: 'WATCH_NO_LICENCE', severity: 'ask' };

/** All that decides a write, taken together at one moment. */
export interface PlanInput {
  readonly write: WatchWrite;
  readonly product: WatchedRow;
  readonly snapshot: ItemSnapshot;
  readonly stored: StoredDraft | null;
  /** As it stands in the store, read just now. */
  readonly live: Listing;
  readonly policies: readonly WatchPolicy[];
  readonly pricing: PricingSettings;
}

/**
 * What one write has to do, from what stands in the store now. Pure. Approved parts are followed
 * whatever bounds and locks say, but never below cost or floor; other parts that must not go out as
 * they are come back as questions.
 */
export function planWrite(input: PlanInput): PlannedWrite {
  const { write, product, live } = input;
  const wanted = new Set(returningAspects(input));
  const asked: { aspect: ChangeAspect; reasons: readonly Reason[]; isPart?: boolean }[] = [];
  const isApproved = (aspect: ChangeAspect): boolean => write.approved.includes(aspect);
  const changedByHand = handChangeOf(write, product, live);
  const drop = (aspect: ChangeAspect, reasons: readonly Reason[]): void => {
    wanted.delete(aspect);
    asked.push({ aspect, reasons });
  };
  if (changedByHand !== null && wanted.has('price') && !isApproved('price')) {
    drop('price', [
      {
        code: 'WATCH_CHANGED_BY_HAND',
        severity: 'ask',
        params: { ours: changedByHand.ours, theirs: changedByHand.theirs },
      },
    ]);
  }
  let plan = targetFor(input, wanted);
  if (wanted.has('price') && !isApproved('price')) {
    const reasons = [...plan.problems, ...boundReasons(input, plan.target)];
    if (reasons.length > 0) {
      drop('price', reasons);
      plan = targetFor(input, wanted);
    }
  }
  if (plan.problems.length > 0 && wanted.has('stock') && !isApproved('stock')) {
    drop('stock', plan.problems);
    plan = targetFor(input, wanted);
  }
  if (wanted.has('stock') && !isApproved('stock') && isHeldByLicence(input)) {
    drop('stock', [NO_LICENCE]);
    plan = targetFor(input, wanted);
  }
  // What sells already waits for the seller's word about the price; what is closed is not opened for it.
  if (wanted.has('stock') && !isApproved('stock') && isClosed(live) && plan.losses.length > 0) {
    drop('stock', plan.losses);
    plan = targetFor(input, wanted);
  }
  if (plan.isHeldBack && returnAction(input) === 'ask') {
    asked.push({ aspect: 'stock', reasons: [POLICY_ASKS], isPart: true });
  }
  const isPricePutOff =
    wanted.has('price') && live.options.length > 0 && plan.target.status === 'OUTOFSTOCK';
  if (isPricePutOff) wanted.delete('price');
  const aspects = [...wanted];
  const later: readonly ChangeAspect[] = isPricePutOff ? ['price'] : [];
  const rest = { asked, changedByHand, aspects, later };
  if (plan.problems.length > 0) {
    return { ...rest, plan: { kind: 'impossible', reasons: plan.problems } };
  }
  if (isReached(live, plan.target)) return { ...rest, plan: { kind: 'reached' } };
  const step = stepOf(product, live, plan.target);
  const bodySha256 = createHash('sha256').update(JSON.stringify(step)).digest('hex');
  return { ...rest, plan: { kind: 'write', target: plan.target, step, bodySha256 } };
}

/** What the target would be as a listing that was read back. */
export function listingOfTarget(live: Listing, target: Target): Listing {
  return { ...live, ...target };
}

function targetFor(
  input: PlanInput,
  aspects: ReadonlySet<ChangeAspect>,
): ReturnType<typeof computeTarget> {
  const { stored, write } = input;
  return computeTarget({
    snapshot: input.snapshot,
    content: stored?.draft.content ?? null,
    lockedFields: stored?.draft.lockedFields ?? [],
    listing: input.live,
    aspects,
    pricing: input.pricing,
    isSuspendedByUs: input.product.isSuspendedByUs || write.approved.includes('stock'),
    wantedPriceKrw: write.salePriceKrw,
    // Approved, or followed at once by policy: only a withdrawn licence stops an item that is on sale.
    isStopWanted:
      write.approved.includes('status') ||
      (write.aspects.includes('status') && !input.snapshot.isLicensed),
    mayReopen: write.approved.includes('stock') || returnAction(input) === 'act',
  });
}

/** What the seller wants done about goods that are there again. */
function returnAction(input: PlanInput): WatchPolicy['action'] {
  return ruleFor(input.policies, subjectOf(input), 'back-in-stock').action;
}

/** Stopped by us and without a licence for its pictures: a stock that moves must not sell it again. */
function isHeldByLicence({ live, product, snapshot }: PlanInput): boolean {
  return live.status === 'SUSPENSION' && product.isSuspendedByUs && !snapshot.isLicensed;
}

/**
 * A product that comes back after a while must not sell at the price of then: where prices follow by
 * themselves, the price is brought up to date with the stock.
 */
function returningAspects(input: PlanInput): readonly ChangeAspect[] {
  const { write, live, product, stored } = input;
  const isReturning =
    write.aspects.includes('stock') &&
    (live.status === 'OUTOFSTOCK' || live.status === 'SUSPENSION');
  if (!isReturning || write.aspects.includes('price')) return write.aspects;
  const isLocked =
    product.locks.includes('price') || (stored?.draft.lockedFields.includes('price') ?? false);
  const follows = (['price-up', 'price-down'] as const).every(
    (kind) => ruleFor(input.policies, subjectOf(input), kind).action === 'act',
  );
  return follows && !isLocked ? [...write.aspects, 'price'] : write.aspects;
}

function subjectOf(input: PlanInput): Parameters<typeof ruleFor>[1] {
  const { storeId, itemNo } = input.product;
  return { storeId, itemNo, supplierId: input.snapshot.supplierId };
}

/** Null when the price is what we left there, or what an interrupted write of ours made of it. */
function handChangeOf(
  write: WatchWrite,
  product: WatchedRow,
  live: Listing,
): { readonly ours: number; readonly theirs: number } | null {
  const ours = product.listed?.salePriceKrw ?? product.registered.salePriceKrw;
  const theirs = live.salePriceKrw;
  if (ours === null || ours === theirs || write.target?.salePriceKrw === theirs) return null;
  return { ours, theirs };
}

function boundReasons(input: PlanInput, target: Target): readonly Reason[] {
  const { live } = input;
  if (target.salePriceKrw === live.salePriceKrw) return [];
  const kind = target.salePriceKrw > live.salePriceKrw ? 'price-up' : 'price-down';
  const rule = ruleFor(input.policies, subjectOf(input), kind);
  const isLow = rule.minPriceKrw !== null && target.salePriceKrw < rule.minPriceKrw;
  const isHigh = rule.maxPriceKrw !== null && target.salePriceKrw > rule.maxPriceKrw;
  if (!isLow && !isHigh) return [];
  return [
    { code: 'WATCH_PRICE_BOUND', severity: 'ask', params: { priceKrw: target.salePriceKrw } },
  ];
}

function stepOf(product: WatchedRow, live: Listing, target: Target): WriteStep {
  const { originProductNo } = product;
  if (target.status === 'SUSPENSION') {
    return { kind: 'listing', update: { originProductNo, status: 'SUSPENSION' } };
  }
  const isPriceMoved = target.salePriceKrw !== live.salePriceKrw;
  if (live.options.length === 0) {
    const isReopened = target.status === 'SALE' && live.status !== 'SALE' && live.status !== 'WAIT';
    const isStockMoved = target.stock !== live.stock || isReopened;
    return {
      kind: 'listing',
      update: {
        originProductNo,
        ...(isPriceMoved ? { salePriceKrw: target.salePriceKrw } : {}),
        ...(isStockMoved ? { stock: target.stock } : {}),
        ...(isReopened ? { status: 'SALE' } : {}),
      },
    };
  }
  if (target.status === 'OUTOFSTOCK') return { kind: 'out-of-stock' };
  const isOnlyPrice = isPriceMoved && areSameOptions(live, target) && live.status === target.status;
  if (isOnlyPrice) {
    return { kind: 'listing', update: { originProductNo, salePriceKrw: target.salePriceKrw } };
  }
  return {
    kind: 'options',
    isReturning: live.status !== 'SALE' && live.status !== 'WAIT',
    update: {
      salePriceKrw: target.salePriceKrw,
      // Every field of every option: a missing one would get its default (naver-commerce-api.md 6.1).
      options: target.options.flatMap((option) =>
        option.id === null
          ? []
          : [
              {
                id: option.id,
                priceKrw: option.priceKrw,
                stock: option.stock,
                usable: option.usable,
              },
            ],
      ),
    },
  };
}
