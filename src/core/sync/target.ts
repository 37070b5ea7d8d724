import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import type { PricingSettings } from '@shared/domain/settings';
import type { ChangeAspect } from '@shared/domain/watch';
import { additionWindowKrw, STOCK_MAX } from '@shared/options/naver/limits';
import { buyerAdditionKrw } from '@shared/options/naver/terms';
import { carriedDeliveryKrw } from '../pricing/carried-delivery';
import { computePrice } from '../pricing/price';
import { roundUpTo } from '../pricing/round';
import { supplierDeliveryFeeKrw } from '../pricing/supply-cost';
import type { ListedOption, Listing } from './listing';
import {
  type ItemSnapshot,
  isForSale,
  listedOptionsOf,
  type SnapshotOption,
  unitOf,
  unitPriceOf,
} from './snapshot';

/** What a listing has to become. */
export interface Target {
  readonly status: 'SALE' | 'OUTOFSTOCK' | 'SUSPENSION';
  readonly salePriceKrw: number;
  readonly stock: number;
  /** Parallel to the listing's options. */
  readonly options: readonly ListedOption[];
}

/** All that decides what a listing must become. */
export interface TargetInput {
  readonly snapshot: ItemSnapshot;
  /** The product's draft; null for an adopted product that never had one. */
  readonly content: DraftContent | null;
  readonly lockedFields: readonly DraftField[];
  readonly listing: Listing;
  /** Parts that may change; the others stay as they are. */
  readonly aspects: ReadonlySet<ChangeAspect>;
  readonly pricing: PricingSettings;
  /** True when it was us who suspended the listing: only then may it be sold again unasked. */
  readonly isSuspendedByUs: boolean;
  /** A sale price that the seller wants back, in place of the rule's; null for the rule's. */
  readonly wantedPriceKrw: number | null;
  /** True when the seller approved the stop of a product whose pictures lost their licence. */
  readonly isStopWanted: boolean;
  /** False keeps closed what is closed: a return that the seller has not agreed to. */
  readonly mayReopen: boolean;
}

/** Left of one sale of the least profitable option. */
export interface Profit {
  readonly netProfitKrw: number;
  readonly marginRate: number;
}

/** The target with what speaks for and against sending it. */
export interface TargetPlan {
  readonly target: Target;
  /** Profit at the new cost: as the listing stands, and as it would be. Null when the cost is not known. */
  readonly profitBefore: Profit | null;
  readonly profitAfter: Profit | null;
  /** What keeps the plan from being applied as it is. */
  readonly problems: readonly Reason[];
  /** Sold as the target is, a sale would lose money or go below the supplier's floor. */
  readonly losses: readonly Reason[];
  /** Something could be sold again and stays closed for `mayReopen`. */
  readonly isHeldBack: boolean;
}

/**
 * What a listing must look like for the wholesaler's present state, by the product's own margin rule
 * and floor. Pure. Only the parts in `aspects` move; an option that the seller switched off or typed
 * stays as it is; what buyers pay stays the same when only the option without addition ran out.
 */
export function computeTarget(input: TargetInput): TargetPlan {
  const { snapshot, listing, aspects } = input;
  const bare = {
    profitBefore: null,
    profitAfter: null,
    problems: [],
    losses: [],
    isHeldBack: false,
  };
  const isStopped = input.isStopWanted || !isForSale(snapshot);
  if (isStopped && aspects.has('status')) {
    const target: Target = { ...keptTarget(listing), status: 'SUSPENSION' };
    return { ...bare, target, profitBefore: profitOf(input, target) };
  }
  if (isStopped) return { ...bare, target: keptTarget(listing) };
  const problems: Reason[] = [];
  const priced = aspects.has('price') ? pricedListing(input, problems) : listing;
  const stock = aspects.has('stock') ? stockedListing(input, priced) : null;
  const stocked = stock?.listing ?? priced;
  const isHeldBack = stock?.isHeldBack ?? false;
  const settled = withFreeOption(stocked);
  if (listing.options.length > 0 && statusOf(input, settled) === 'OUTOFSTOCK') {
    // Naver takes no option list without a sellable option: price and options wait for the return.
    const target: Target = { ...keptTarget(listing), status: 'OUTOFSTOCK', stock: 0 };
    return { ...bare, target, profitBefore: profitOf(input, target), isHeldBack };
  }
  checkWindow(settled, listing, problems);
  const target: Target = {
    status: statusOf(input, settled),
    salePriceKrw: settled.salePriceKrw,
    stock: settled.stock,
    options: settled.options,
  };
  const profitAfter = profitOf(input, target);
  const losses = lossProblems(input, target, profitAfter);
  return {
    target,
    profitBefore: profitOf(input, keptTarget(listing)),
    profitAfter,
    problems: aspects.has('price') ? [...problems, ...losses] : problems,
    losses,
    isHeldBack,
  };
}

/** True when nothing would be written. */
export function isReached(listing: Listing, target: Target): boolean {
  return (
    isSameStatus(listing.status, target.status) &&
    listing.salePriceKrw === target.salePriceKrw &&
    (target.status === 'SUSPENSION' || listing.stock === target.stock) &&
    areSameOptions(listing, target)
  );
}

/**
 * True when no option needs a write. A listing that is not to be sold keeps whatever options it
 * has.
 */
export function areSameOptions(listing: Listing, target: Target): boolean {
  if (target.status !== 'SALE') return true;
  return target.options.every((option, place) => {
    const now = listing.options[place];
    return (
      now !== undefined &&
      now.priceKrw === option.priceKrw &&
      now.stock === option.stock &&
      now.usable === option.usable
    );
  });
}

function isSameStatus(status: string, wanted: Target['status']): boolean {
  return status === wanted || (wanted === 'SALE' && status === 'WAIT');
}

function keptTarget(listing: Listing): Target {
  const { status, salePriceKrw, stock, options } = listing;
  const kept = status === 'OUTOFSTOCK' || status === 'SUSPENSION' ? status : 'SALE';
  return { status: kept, salePriceKrw, stock, options };
}

/** The supplier's option behind a listed one; undefined = typed by hand, null = no longer listed. */
function sourceOf(input: TargetInput, option: ListedOption): SnapshotOption | null | undefined {
  const key = option.key ?? keyByValues(input.content, option.values);
  if (key === null) return undefined;
  return listedOptionsOf(input.snapshot).find((candidate) => candidate.key === key) ?? null;
}

function keyByValues(content: DraftContent | null, values: readonly string[]): string | null {
  const wanted = JSON.stringify(values);
  const row = content?.options.combinations.find(
    (combination) => JSON.stringify(combination.values) === wanted,
  );
  return row?.sourceKey ?? null;
}

function unitQuantityOf(input: TargetInput): number {
  return input.content?.unitQuantity ?? unitOf(input.snapshot);
}

function isPriceLocked(input: TargetInput): boolean {
  return input.lockedFields.includes('options') && input.listing.options.length > 0;
}

function pricedListing(input: TargetInput, problems: Reason[]): Listing {
  const { snapshot, listing, content } = input;
  if (input.wantedPriceKrw !== null) return { ...listing, salePriceKrw: input.wantedPriceKrw };
  if (listing.discountKrw === null) {
    // A discount in percent was set by hand; what a buyer would pay cannot be promised.
    problems.push({
      code: 'WATCH_CHANGED_BY_HAND',
      severity: 'ask',
      field: 'price',
      params: { ours: '-', theirs: '%' },
    });
    return listing;
  }
  const baseAdditionKrw = content?.price.baseAdditionKrw ?? 0;
  const sources = listing.options.map((option) => sourceOf(input, option));
  const choices = sources.flatMap((source) =>
    source === undefined || source === null
      ? []
      : [{ priceKrw: source.priceKrw - baseAdditionKrw, usable: source.isSold }],
  );
  const outcome = computePrice({
    tiers: snapshot.tiers,
    unitQuantity: unitQuantityOf(input),
    resaleMinimumKrw: snapshot.floorKrw,
    deliveryKrwAt: (paidKrw) => carriedDeliveryOf(input, paidKrw),
    baseAdditionKrw,
    choices,
    settings: input.pricing,
  });
  if (outcome.kind === 'unpriceable') {
    problems.push({ code: 'WATCH_NO_PRICE', severity: 'ask', field: 'price' });
    return listing;
  }
  const { salePriceKrw, optionFactor } = outcome.price;
  // The seller's discount stays, and what is paid after it is what the rule demands.
  const withDiscountKrw = salePriceKrw + listing.discountKrw;
  const options = isPriceLocked(input)
    ? listing.options
    : listing.options.map((option, place) => {
        const source = sources[place];
        if (source === undefined || source === null) return option;
        const additionKrw = source.priceKrw - baseAdditionKrw;
        return { ...option, priceKrw: buyerAdditionKrw(additionKrw, optionFactor) };
      });
  return { ...listing, salePriceKrw: withDiscountKrw, options };
}

function stockedListing(
  input: TargetInput,
  listing: Listing,
): { readonly listing: Listing; readonly isHeldBack: boolean } {
  const { snapshot, content } = input;
  const unit = unitQuantityOf(input);
  if (listing.options.length === 0) {
    const pieces = piecesWithoutChoice(snapshot, content);
    if (pieces === null) return { listing, isHeldBack: false };
    const stock = Math.min(STOCK_MAX, Math.floor(pieces / unit));
    const isHeldBack = stock > 0 && isClosed(listing) && !input.mayReopen;
    return { listing: isHeldBack ? listing : { ...listing, stock }, isHeldBack };
  }
  const shareMax = Math.floor(STOCK_MAX / listing.options.length);
  let isHeldBack = false;
  const options = listing.options.map((option): ListedOption => {
    const source = sourceOf(input, option);
    if (source === undefined) return option;
    if (source === null || !source.isSold) return { ...option, stock: 0, usable: false };
    const stock = Math.min(shareMax, Math.floor(source.stock / unit));
    const isOff = isSwitchedOff(input, option);
    const isOpen = option.usable && option.stock > 0 && !isClosed(listing);
    if (!isOff && stock > 0 && !isOpen && !input.mayReopen) {
      isHeldBack = true;
      return { ...option, stock: 0, usable: false };
    }
    return { ...option, stock: isOff ? 0 : stock, usable: !isOff && stock > 0 };
  });
  const stock = options.reduce((sum, option) => sum + option.stock, 0);
  return { listing: { ...listing, options, stock }, isHeldBack };
}

/** Not orderable as a whole. */
export function isClosed({ status, stock }: Listing): boolean {
  return status === 'OUTOFSTOCK' || status === 'SUSPENSION' || stock === 0;
}

/** Pieces of an item that is sold without a choice, also when the supplier calls it one option. */
function piecesWithoutChoice(snapshot: ItemSnapshot, content: DraftContent | null): number | null {
  const key = content?.options.combinations[0]?.sourceKey ?? null;
  if (key === null) return snapshot.inventory;
  const options = listedOptionsOf(snapshot);
  const option = options.find((candidate) => candidate.key === key);
  if (option === undefined) return options.length === 0 ? snapshot.inventory : 0;
  return option.isSold ? option.stock : 0;
}

/** The seller took the option off although the supplier has it. */
function isSwitchedOff(input: TargetInput, option: ListedOption): boolean {
  if (!input.lockedFields.includes('options')) return false;
  const wanted = JSON.stringify(option.values);
  const row = input.content?.options.combinations.find(
    (combination) => JSON.stringify(combination.values) === wanted,
  );
  return row !== undefined && !row.usable && row.stock > 0;
}

/**
 * Naver demands one orderable option without addition (naver-commerce-api.md 5.5, 2026-09). When none
 * is left, the cheapest becomes it: the sale price takes its addition, every other one loses it, and
 * every buyer pays what he paid before.
 */
function withFreeOption(listing: Listing): Listing {
  const orderable = listing.options.filter((option) => option.usable && option.stock > 0);
  if (orderable.length === 0 || orderable.some((option) => option.priceKrw === 0)) return listing;
  const shiftKrw = Math.min(...orderable.map((option) => option.priceKrw));
  return {
    ...listing,
    salePriceKrw: listing.salePriceKrw + shiftKrw,
    options: listing.options.map((option) => ({
      ...option,
      priceKrw: option.priceKrw - shiftKrw,
    })),
  };
}

function checkWindow(settled: Listing, before: Listing, problems: Reason[]): void {
  const { minKrw, maxKrw } = additionWindowKrw(settled.salePriceKrw);
  const isOutside = settled.options.some((option, place) => {
    const isTouched =
      option.priceKrw !== before.options[place]?.priceKrw ||
      settled.salePriceKrw !== before.salePriceKrw;
    return isTouched && (option.priceKrw < minKrw || option.priceKrw > maxKrw);
  });
  if (!isOutside) return;
  problems.push({
    code: 'WATCH_OPTION_WINDOW',
    severity: 'ask',
    field: 'options',
    params: { priceKrw: settled.salePriceKrw },
  });
}

function statusOf(input: TargetInput, listing: Listing): Target['status'] {
  const now = input.listing.status;
  const mayResume = input.isSuspendedByUs && input.aspects.has('stock') && input.mayReopen;
  if (now === 'SUSPENSION' && !mayResume) return 'SUSPENSION';
  if (!input.aspects.has('stock')) return now === 'OUTOFSTOCK' ? 'OUTOFSTOCK' : 'SALE';
  if (now === 'OUTOFSTOCK' && !input.mayReopen) return 'OUTOFSTOCK';
  return listing.stock > 0 ? 'SALE' : 'OUTOFSTOCK';
}

/** What delivery of one sale costs us now at that price, with the fee that the listing shows. */
function carriedDeliveryOf(input: TargetInput, paidKrw: number): number {
  const delivery = input.content?.delivery;
  if (delivery === undefined) return 0;
  const feeKrw = supplierDeliveryFeeKrw(
    {
      ...input.snapshot.delivery,
      payerText: '',
      method: '',
      preparationDays: null,
      isFromOversea: false,
      needsCustomsCode: false,
    },
    unitQuantityOf(input),
  );
  const supplierFeeKrw = feeKrw ?? delivery.supplierFeeKrw;
  return carriedDeliveryKrw({ ...delivery, supplierFeeKrw }, paidKrw);
}

function profitOf(input: TargetInput, target: Target): Profit | null {
  const unitKrw = unitPriceOf(input.snapshot);
  if (unitKrw === null) return null;
  const unit = unitQuantityOf(input);
  const paidBaseKrw = target.salePriceKrw - (input.listing.discountKrw ?? 0);
  const profits = target.options.flatMap((option) => {
    const source = sourceOf(input, option);
    if (!option.usable || source === undefined || source === null) return [];
    return [{ paidKrw: paidBaseKrw + option.priceKrw, pieceKrw: unitKrw + source.priceKrw }];
  });
  const sales = profits.length > 0 ? profits : [{ paidKrw: paidBaseKrw, pieceKrw: unitKrw }];
  let least: Profit | null = null;
  for (const { paidKrw, pieceKrw } of sales) {
    const feeKrw = roundUpTo((Math.max(0, paidKrw) * input.pricing.feePercent) / 100, 1);
    const netProfitKrw = paidKrw - feeKrw - pieceKrw * unit - carriedDeliveryOf(input, paidKrw);
    if (least === null || netProfitKrw < least.netProfitKrw) {
      const marginRate = paidKrw > 0 ? Math.round((netProfitKrw / paidKrw) * 10_000) / 10_000 : 0;
      least = { netProfitKrw, marginRate };
    }
  }
  return least;
}

/** A listing that goes on selling below cost or floor is never left without a word. */
function lossProblems(
  input: TargetInput,
  target: Target,
  profit: Profit | null,
): readonly Reason[] {
  if (target.status !== 'SALE') return [];
  const floorKrw = (input.snapshot.floorKrw ?? 0) * unitQuantityOf(input);
  const cheapestKrw = Math.min(
    ...[0, ...target.options.filter((o) => o.usable).map((option) => option.priceKrw)],
  );
  const paidKrw = target.salePriceKrw - (input.listing.discountKrw ?? 0) + cheapestKrw;
  const problems: Reason[] = [];
  if (paidKrw < floorKrw) {
    problems.push({ code: 'WATCH_BELOW_FLOOR', severity: 'ask', params: { floorKrw } });
  }
  if (profit !== null && profit.netProfitKrw < 0) {
    problems.push({
      code: 'WATCH_LOSS',
      severity: 'ask',
      params: { lossKrw: -profit.netProfitKrw },
    });
  }
  return problems;
}
