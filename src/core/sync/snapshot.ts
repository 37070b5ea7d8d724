import { hash } from 'node:crypto';
import type { DraftContent } from '@shared/domain/draft';
import type { ItemDelivery, PriceTier, WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import { decodeSelectOpt } from '@shared/options/decode';
import { readOptionTerms } from '@shared/options/read';
import { unitPriceAtKrw, unitQuantityOf } from '../pricing/supply-cost';

/** `gone`: the market says that the item was deleted. `other`: a status nobody has documented. */
export type SnapshotStatus =
  | 'on-sale'
  | 'period-over'
  | 'sale-ended'
  | 'gone'
  | 'off-market'
  | 'other';

/** One option as the supplier lists it for our market. */
export interface SnapshotOption {
  /** The supplier's key when the option was first seen; the same goods keep it (`option-identity.ts`). */
  readonly key: string;
  readonly name: string;
  /** Addition to the price of one piece, as a draft reads it: from the name where the figure is 0. */
  readonly priceKrw: number;
  readonly stock: number;
  /** On sale in our market, whatever its stock. */
  readonly isSold: boolean;
  /** The supplier lists it no longer; kept so that its key is not taken for another option. */
  readonly isGone?: boolean;
  /** The name is the draft's reading, not the supplier's words: only the key tells what it is. */
  readonly isNamedByUs?: boolean;
}

/**
 * Everything of an item that a listing depends on, in one form: the same facts give the same text, in
 * whatever order and spelling the market sent them.
 */
export interface ItemSnapshot {
  readonly status: SnapshotStatus;
  readonly title: string;
  /** Ascending by quantity; empty when the item cannot be bought at Domeme. */
  readonly tiers: readonly PriceTier[];
  readonly supplyUnit: number;
  readonly inventory: number | null;
  readonly isLicensed: boolean;
  /** Lowest price of one piece that the supplier allows; null when none. */
  readonly floorKrw: number | null;
  readonly delivery: Pick<ItemDelivery, 'payer' | 'fee' | 'jejuExtraKrw' | 'islandsExtraKrw'>;
  readonly options: readonly SnapshotOption[];
  readonly supplierId: string;
  readonly categoryCode: string | null;
}

/** An item as the watcher compares it, or why it must not be compared. */
export type SnapshotReading =
  | { readonly kind: 'snapshot'; readonly snapshot: ItemSnapshot }
  /** Nothing may be concluded: not that an option is gone, not that a price changed. */
  | { readonly kind: 'unreadable'; readonly reason: Reason };

/**
 * A short name of everything that the snapshot is made of, without decoding the options. Equal hashes
 * mean that nothing changed; different ones only that it is worth looking closer.
 */
export function hashOfItem(item: WholesaleItem): string {
  const facts = JSON.stringify([
    statusOf(item),
    item.title,
    item.supplyPriceTiers,
    item.supplyUnit,
    item.inventory,
    item.licence.isUsable,
    item.resaleMinimumKrw,
    deliveryOf(item.delivery),
    item.supplier.id,
    item.category?.code ?? null,
    item.selectOpt === null,
  ]);
  // The options are JSON already, and long: putting them into JSON once more costs more than the hash.
  return hash('sha256', `${facts}${item.selectOpt ?? ''}`, 'base64url');
}

/** The snapshot of an item; unreadable when its option data is damaged. */
export function snapshotOf(item: WholesaleItem): SnapshotReading {
  const decoded = decodeSelectOpt(item.selectOpt, 'supply');
  if (decoded.kind === 'unreadable') return { kind: 'unreadable', reason: decoded.reason };
  // The names are read as for the draft: else a price or a mark in a name would look like a change.
  const terms = decoded.kind === 'none' ? [] : readOptionTerms(decoded);
  const options =
    decoded.kind === 'none'
      ? []
      : decoded.rawOptions.map(
          (option, place): SnapshotOption => ({
            key: option.sourceKey ?? `#${place}`,
            name: option.name,
            priceKrw: terms[place]?.priceKrw ?? option.priceKrw,
            stock: option.stock,
            isSold: terms[place]?.sold ?? option.sold,
          }),
        );
  return {
    kind: 'snapshot',
    snapshot: {
      status: statusOf(item),
      title: item.title,
      tiers: item.supplyPriceTiers,
      supplyUnit: item.supplyUnit,
      inventory: item.inventory,
      isLicensed: item.licence.isUsable,
      floorKrw: item.resaleMinimumKrw,
      delivery: deliveryOf(item.delivery),
      options,
      supplierId: item.supplier.id,
      categoryCode: item.category?.code ?? null,
    },
  };
}

/**
 * What the draft was made of, as the first thing to compare with: what changed between registration
 * and the first check is found too. `item` is the draft's own copy, whose options are in `source`.
 */
export function snapshotOfDraft(item: WholesaleItem, source: DraftContent): ItemSnapshot | null {
  const reading = snapshotOf({ ...item, selectOpt: null });
  if (reading.kind !== 'snapshot') return null;
  const baseKrw = source.price.baseAdditionKrw ?? 0;
  const rows = [
    ...source.options.combinations.map((row) => ({ ...row, name: row.values.join('/') })),
    ...source.options.addOns,
  ];
  const options = rows.flatMap((row): readonly SnapshotOption[] =>
    row.sourceKey === null
      ? []
      : [
          {
            key: row.sourceKey,
            name: source.options.sourceTexts?.[row.sourceKey] ?? row.name,
            ...(source.options.sourceTexts?.[row.sourceKey] === undefined
              ? { isNamedByUs: true }
              : {}),
            priceKrw: row.priceKrw + baseKrw,
            stock: row.stock,
            isSold: row.usable || row.stock === 0,
          },
        ],
  );
  return { ...reading.snapshot, options };
}

/** True when an order could be placed at all, stock aside. */
export function isForSale(snapshot: ItemSnapshot): boolean {
  return snapshot.status === 'on-sale';
}

/** Pieces of one sale. */
export function unitOf(snapshot: ItemSnapshot): number {
  return unitQuantityOf(snapshot.tiers, snapshot.supplyUnit);
}

/** What one piece costs when one sale is bought; null when it cannot be bought. */
export function unitPriceOf(snapshot: ItemSnapshot): number | null {
  return unitPriceAtKrw(snapshot.tiers, unitOf(snapshot));
}

/** Orderable pieces: of the options where there are any, else of the item; null when not stated. */
export function stockOf(snapshot: ItemSnapshot): number | null {
  const options = listedOptionsOf(snapshot);
  if (options.length === 0) return snapshot.inventory;
  return options.reduce((sum, option) => sum + orderableStock(option), 0);
}

/** The options that the supplier lists now. */
export function listedOptionsOf(snapshot: ItemSnapshot): readonly SnapshotOption[] {
  return snapshot.options.filter((option) => option.isGone !== true);
}

/**
 * Pieces that can be ordered of the option; none when it is not sold, whatever the supplier states.
 */
export function orderableStock(option: SnapshotOption): number {
  return option.isSold ? option.stock : 0;
}

/** The snapshot's stock and price in one word each, for schedule and screen. */
export function sourceStatusOf(snapshot: ItemSnapshot): 'on-sale' | 'ended' | 'other' {
  if (snapshot.status === 'on-sale') return 'on-sale';
  return snapshot.status === 'other' ? 'other' : 'ended';
}

/** Reads a stored snapshot; null when it was written by another version and cannot be understood. */
export function parseSnapshot(json: string): ItemSnapshot | null {
  try {
    const value = JSON.parse(json) as ItemSnapshot;
    return Array.isArray(value.options) && Array.isArray(value.tiers) ? value : null;
  } catch {
    // The item then counts as never seen, which only costs one comparison.
    return null;
  }
}

function statusOf(item: WholesaleItem): SnapshotStatus {
  if (item.status !== 'on-sale') return item.status;
  return item.isOnDomeme ? 'on-sale' : 'off-market';
}

function deliveryOf(delivery: ItemDelivery): ItemSnapshot['delivery'] {
  const { payer, fee, jejuExtraKrw, islandsExtraKrw } = delivery;
  return { payer, fee, jejuExtraKrw, islandsExtraKrw };
}
