import type { DraftDelivery } from '@shared/domain/draft';

/** The terms that decide how much of the supplier's delivery the price has to carry. */
export type CarriedTerms = Pick<
  DraftDelivery,
  'feeType' | 'baseFeeKrw' | 'freeConditionalKrw' | 'supplierFeeKrw'
>;

/**
 * The part of the supplier's delivery that one sale's price has to carry when a buyer pays so much for
 * it: all of it where delivery is free, what the buyer's fee does not cover where he pays one. Free from
 * an amount on, it is the sale's share of the smallest order that reaches the amount.
 */
export function carriedDeliveryKrw(delivery: CarriedTerms, paidKrw: number): number {
  const { feeType, supplierFeeKrw, baseFeeKrw, freeConditionalKrw } = delivery;
  if (feeType === 'FREE') return supplierFeeKrw;
  const uncoveredKrw = Math.max(0, supplierFeeKrw - baseFeeKrw);
  if (feeType !== 'CONDITIONAL_FREE') return uncoveredKrw;
  const salesPerOrder = Math.max(1, Math.ceil((freeConditionalKrw ?? 0) / Math.max(1, paidKrw)));
  return Math.max(uncoveredKrw, Math.ceil(supplierFeeKrw / salesPerOrder));
}
