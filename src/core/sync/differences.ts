import type { Reason } from '@shared/domain/reason';
import type { ChangeKind, ChangeValue } from '@shared/domain/watch';
import { supplierDeliveryFeeKrw } from '../pricing/supply-cost';
import {
  type ItemSnapshot,
  isForSale,
  listedOptionsOf,
  orderableStock,
  type SnapshotOption,
  stockOf,
  unitOf,
  unitPriceOf,
} from './snapshot';

/** One difference between two snapshots of an item, before any policy. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly option: { readonly key: string; readonly name: string } | null;
  readonly old: ChangeValue;
  readonly new: ChangeValue;
  /** Set when this must be put to the seller whatever the policy says. */
  readonly mustAsk: Reason | null;
  /** So few are left that no tolerance leaves the difference out. */
  readonly isScarce?: boolean;
}

/**
 * What changed between two snapshots, in the order of weight. Pure. An item that left the shelf gives
 * `ended` alone: its price and stock mean nothing until it is back. `lowStock`: at or below is low.
 */
export function diffSnapshots(
  before: ItemSnapshot,
  after: ItemSnapshot,
  lowStock: number,
): readonly Difference[] {
  const status = statusDifference(before, after);
  if (!isForSale(after)) return status === null ? [] : [status];
  return [
    ...(status === null ? [] : [status]),
    ...licenceDifference(before, after),
    ...priceDifferences(before, after),
    ...stockDifferences(before, after, lowStock, status !== null),
    ...(before.title === after.title ? [] : [difference('title', before.title, after.title)]),
  ];
}

function difference(
  kind: ChangeKind,
  old: ChangeValue,
  fresh: ChangeValue,
  rest: Partial<Pick<Difference, 'option' | 'mustAsk' | 'isScarce'>> = {},
): Difference {
  return { kind, option: null, old, new: fresh, mustAsk: null, ...rest };
}

function statusDifference(before: ItemSnapshot, after: ItemSnapshot): Difference | null {
  if (before.status === after.status) return null;
  if (isForSale(after)) return difference('back-in-stock', before.status, stockOf(after));
  // From one way of being off the shelf to another: nothing to do about it.
  if (!isForSale(before)) return null;
  const isClear =
    after.status === 'period-over' || after.status === 'sale-ended' || after.status === 'gone';
  return difference('ended', before.status, after.status, {
    mustAsk: isClear
      ? null
      : { code: 'WATCH_END_NOT_CLEAR', severity: 'ask', params: { status: after.status } },
  });
}

function licenceDifference(before: ItemSnapshot, after: ItemSnapshot): readonly Difference[] {
  if (before.isLicensed === after.isLicensed) return [];
  return after.isLicensed
    ? [difference('licence-granted', 'no', 'yes')]
    : [difference('licence-withdrawn', 'yes', 'no')];
}

function priceDifferences(before: ItemSnapshot, after: ItemSnapshot): readonly Difference[] {
  const found: Difference[] = [];
  const oldKrw = unitPriceOf(before);
  const newKrw = unitPriceOf(after);
  const oldUnit = unitOf(before);
  const newUnit = unitOf(after);
  // Another number of pieces per sale is another product to the buyer: its name and price say so.
  const mustAsk: Reason | null =
    oldUnit === newUnit
      ? null
      : {
          code: 'WATCH_UNIT_CHANGED',
          severity: 'ask',
          params: { oldUnit, newUnit },
        };
  const isDearer = (newKrw ?? 0) * newUnit >= (oldKrw ?? 0) * oldUnit;
  if (oldKrw !== newKrw || mustAsk !== null) {
    found.push(difference(isDearer ? 'price-up' : 'price-down', oldKrw, newKrw, { mustAsk }));
  }
  if (before.floorKrw !== after.floorKrw) {
    const isRaised = (after.floorKrw ?? 0) > (before.floorKrw ?? 0);
    found.push(
      difference(isRaised ? 'floor-raised' : 'floor-lowered', before.floorKrw, after.floorKrw),
    );
  }
  const oldFee = feeOf(before);
  const newFee = feeOf(after);
  if (oldFee !== newFee || before.delivery.payer !== after.delivery.payer) {
    found.push(
      difference('delivery-fee', oldFee ?? before.delivery.payer, newFee ?? after.delivery.payer),
    );
  }
  const known = optionsByKey(before);
  for (const option of listedOptionsOf(after)) {
    const old = known.get(option.key);
    if (old !== undefined && old.priceKrw !== option.priceKrw) {
      found.push(
        difference('option-price', old.priceKrw, option.priceKrw, { option: named(option) }),
      );
    }
  }
  return found;
}

function stockDifferences(
  before: ItemSnapshot,
  after: ItemSnapshot,
  lowStock: number,
  isBack: boolean,
): readonly Difference[] {
  const oldTotal = stockOf(before);
  const newTotal = stockOf(after);
  if (newTotal === 0 && oldTotal !== 0) return [difference('sold-out', oldTotal, 0)];
  if (oldTotal === 0 && newTotal !== 0 && newTotal !== null && !isBack) {
    return [difference('back-in-stock', 0, newTotal), ...listedOptions(before, after)];
  }
  // Already told as a whole.
  if (isBack || newTotal === 0) return listedOptions(before, after);
  const single = optionStocks(before, after, lowStock);
  const isMoved =
    oldTotal !== newTotal || (before.options.length > 0 && isAnyStockMoved(before, after));
  const isScarce = newTotal !== null && newTotal <= lowStock;
  const isWholeLow = isScarce && (oldTotal === null || oldTotal > lowStock);
  const isMoveTold = single.length > 0 && oldTotal === newTotal;
  const whole =
    !isMoved || isMoveTold
      ? []
      : [difference(isWholeLow ? 'low-stock' : 'stock', oldTotal, newTotal, { isScarce })];
  return [...single, ...whole, ...listedOptions(before, after)];
}

function optionStocks(
  before: ItemSnapshot,
  after: ItemSnapshot,
  lowStock: number,
): readonly Difference[] {
  const known = optionsByKey(before);
  return listedOptionsOf(after).flatMap((option): readonly Difference[] => {
    const old = known.get(option.key);
    if (old === undefined) return [];
    const oldStock = orderableStock(old);
    const newStock = orderableStock(option);
    const rest = { option: named(option) };
    if (oldStock > 0 && newStock === 0) return [difference('sold-out', oldStock, 0, rest)];
    if (oldStock === 0 && newStock > 0) return [difference('back-in-stock', 0, newStock, rest)];
    if (newStock > 0 && newStock <= lowStock && oldStock > lowStock) {
      return [difference('low-stock', oldStock, newStock, rest)];
    }
    return [];
  });
}

/** Options that the supplier no longer lists, and new ones. */
function listedOptions(before: ItemSnapshot, after: ItemSnapshot): readonly Difference[] {
  const known = optionsByKey(before);
  const listed = new Map(listedOptionsOf(after).map((option) => [option.key, option]));
  // A list that was empty before was never read, or the item had no choice: nothing was added to it.
  const gone = listedOptionsOf(before).filter((option) => !listed.has(option.key));
  const added =
    before.options.length === 0 ? [] : [...listed.values()].filter((o) => !known.has(o.key));
  return [
    ...gone.map((option) =>
      difference('option-gone', orderableStock(option), null, { option: named(option) }),
    ),
    ...added.map((option) =>
      difference('option-added', null, orderableStock(option), { option: named(option) }),
    ),
  ];
}

function isAnyStockMoved(before: ItemSnapshot, after: ItemSnapshot): boolean {
  const known = optionsByKey(before);
  return listedOptionsOf(after).some((option) => {
    const old = known.get(option.key);
    return old !== undefined && orderableStock(old) !== orderableStock(option);
  });
}

function feeOf(snapshot: ItemSnapshot): number | null {
  return supplierDeliveryFeeKrw(
    {
      ...snapshot.delivery,
      payerText: '',
      method: '',
      preparationDays: null,
      isFromOversea: false,
      needsCustomsCode: false,
    },
    unitOf(snapshot),
  );
}

function optionsByKey(snapshot: ItemSnapshot): ReadonlyMap<string, SnapshotOption> {
  return new Map(snapshot.options.map((option) => [option.key, option]));
}

function named(option: SnapshotOption): { readonly key: string; readonly name: string } {
  return { key: option.key, name: option.name };
}
