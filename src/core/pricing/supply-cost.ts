import type { ItemDelivery, PriceTier } from '@shared/domain/item';

/**
 * Pieces of one sale: the smallest multiple of the supplier's order unit that reaches the first
 * price tier (a smaller quantity cannot be bought; domeggook-openapi.md 3.4 and 3.5, 2026-09).
 */
export function unitQuantityOf(tiers: readonly PriceTier[], supplyUnit: number): number {
  const unit = Math.max(1, Math.floor(supplyUnit));
  const first = tiers[0]?.minQuantity ?? 1;
  return Math.max(1, Math.ceil(first / unit)) * unit;
}

/** Price of one piece when `quantity` are bought, or null when that few cannot be bought. */
export function unitPriceAtKrw(tiers: readonly PriceTier[], quantity: number): number | null {
  let price: number | null = null;
  for (const tier of tiers) if (tier.minQuantity <= quantity) price = tier.unitPriceKrw;
  return price;
}

/**
 * What the supplier takes for delivering `quantity` pieces in one parcel; null when it is not
 * stated. Nothing when the goods travel free or the courier collects from the receiver.
 */
export function supplierDeliveryFeeKrw(delivery: ItemDelivery, quantity: number): number | null {
  if (delivery.payer === 'free' || delivery.payer === 'collect') return 0;
  const fee = delivery.fee;
  switch (fee.kind) {
    case 'none':
      return delivery.payer === 'unknown' ? null : 0;
    case 'fixed':
      return fee.feeKrw;
    case 'tiered': {
      let feeKrw: number | null = null;
      for (const tier of fee.tiers) if (tier.minQuantity <= quantity) feeKrw = tier.feeKrw;
      return feeKrw ?? fee.tiers[0]?.feeKrw ?? null;
    }
    case 'proportional': {
      const beyond = Math.max(0, quantity - fee.firstQuantity);
      const steps = fee.stepQuantity > 0 ? Math.ceil(beyond / fee.stepQuantity) : 0;
      return fee.firstFeeKrw + steps * fee.stepFeeKrw;
    }
    case 'unknown':
      return null;
  }
}
