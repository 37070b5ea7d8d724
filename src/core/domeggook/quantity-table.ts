import type { PriceTier } from '@shared/domain/item';

const ENTRY = /^(\d{1,9})\+(-?\d{1,12})$/;
const FLAT = /^\d{1,12}(?:\.0+)?$/;

/** One step of a table: from `quantity` pieces on, `amountKrw`, which may be negative. */
export interface QuantityEntry {
  readonly quantity: number;
  readonly amountKrw: number;
}

/**
 * The entries of `1+3800|20+3500`, in the order written; null when any part of it is something else.
 * Source: domeggook-openapi.md 3.4 (2026-09).
 */
export function parseQuantityTable(text: string): readonly QuantityEntry[] | null {
  const entries: QuantityEntry[] = [];
  for (const part of text.replaceAll(' ', '').split('|')) {
    const match = ENTRY.exec(part);
    if (match === null) return null;
    entries.push({ quantity: Number(match[1]), amountKrw: Number(match[2]) });
  }
  return entries;
}

/**
 * Unit prices by quantity, ascending. A text without `+` is a flat price from one piece. Null when it
 * cannot be read with certainty: junk, a price of nothing, or the same quantity twice.
 */
export function parsePriceTiers(text: string): readonly PriceTier[] | null {
  const compact = text.replaceAll(' ', '');
  const entries = FLAT.test(compact)
    ? [{ quantity: 1, amountKrw: Math.trunc(Number(compact)) }]
    : parseQuantityTable(compact);
  if (entries === null || entries.length === 0) return null;
  const tiers = entries
    .map((entry) => ({ minQuantity: entry.quantity, unitPriceKrw: entry.amountKrw }))
    .sort((a, b) => a.minQuantity - b.minQuantity);
  const quantities = new Set(tiers.map((tier) => tier.minQuantity));
  const isSound = tiers.every((tier) => tier.minQuantity >= 1 && tier.unitPriceKrw > 0);
  return isSound && quantities.size === tiers.length ? tiers : null;
}
