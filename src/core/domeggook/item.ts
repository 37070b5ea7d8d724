import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import type { ItemCategory, ItemDetail, PriceTier, WholesaleItem } from '@shared/domain/item';
import type { z } from 'zod';
import { parseDelivery } from './delivery';
import { type ItemView, itemViewSchema } from './item-schema';
import { parsePriceTiers } from './quantity-table';
import { completedUrl, isAbsent, isRecord, parseKstMs, wireText } from './wire';

/** An entry of an answer that was read as a whole, or not at all. */
export type ItemReading =
  | { readonly kind: 'item'; readonly item: WholesaleItem }
  /** `problem` names the field, in the wire's own words. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** The number an entry of an answer is about, however it is written; null when it tells none. */
export function itemNoOfEntry(entry: unknown): ItemNo | null {
  if (!isRecord(entry)) return null;
  const source = isRecord(entry.basis) ? entry.basis.no : entry.no;
  const text = wireText.parse(source);
  return text === null ? null : parseItemNo(text);
}

/**
 * Reads one item of getItemView. What cannot be read with certainty and decides about money makes the
 * whole item unreadable. `envelopeEtc` are the flags that a `multiple` answer states once for all.
 */
export function parseItem(entry: unknown, envelopeEtc?: unknown): ItemReading {
  const merged =
    isRecord(entry) && isRecord(envelopeEtc) && isAbsent(entry.etc)
      ? { ...entry, etc: envelopeEtc }
      : entry;
  const parsed = itemViewSchema.safeParse(merged);
  if (!parsed.success) return { kind: 'unreadable', problem: problemOf(parsed.error) };
  const view = parsed.data;
  const itemNo = view.basis.no === null ? null : parseItemNo(view.basis.no);
  if (itemNo === null) return { kind: 'unreadable', problem: 'basis.no' };
  const tiers = supplyTiers(view.price.supply);
  if (tiers === null) return { kind: 'unreadable', problem: `price.supply “${view.price.supply}”` };
  return { kind: 'item', item: toItem(itemNo, view, tiers) };
}

function toItem(itemNo: ItemNo, view: ItemView, tiers: readonly PriceTier[]): WholesaleItem {
  const { basis, price, qty, thumb, desc, seller } = view;
  const originalUrl = completedUrl(thumb.original);
  const { startDate, endDate } = seller.vacation;
  return {
    itemNo,
    status: statusOf(basis.status),
    statusText: basis.status ?? '',
    title: basis.title ?? '',
    keywords: basis.keywords.filter((keyword) => keyword !== null),
    isAdult: basis.adult,
    saleEndsAtMs: parseKstMs(basis.dateEnd),
    tax: taxOf(basis.tax),
    isOnDomeme: view.channel.supply && tiers.length > 0,
    supplyPriceTiers: tiers,
    resaleMinimumKrw: resaleMinimum(price.resale.minumum, price.resale.minimum),
    resaleRecommendedKrw: positive(price.resale.Recommand ?? price.resale.recommand),
    inventory: qty.inventory,
    supplyUnit: Math.max(1, qty.supplyUnit ?? 1),
    supplyMaxPerOrder: positive(qty.supplyLoq),
    delivery: parseDelivery(view.deli),
    thumbnail:
      originalUrl === null
        ? null
        : { originalUrl, largeUrl: completedUrl(thumb.large), md5: thumb.hash },
    licence: { isUsable: desc.license.usable, text: desc.license.msg ?? '' },
    descriptionHtml: desc.contents.item,
    selectOpt: optionText(view.selectOpt),
    supplier: {
      id: seller.id ?? '',
      nick: seller.nick,
      type: seller.type,
      isGood: seller.good,
      vacation:
        startDate === null && endDate === null
          ? null
          : { startText: startDate ?? '', endText: endDate ?? '' },
    },
    detail: detailOf(view),
    category: categoryOf(view),
    returnFeeKrw: view.return.deliAmt,
    isReturnFeeDoubledOnFreeDelivery: view.return.deliAmtDouble,
    isListingDenied: view.etc.denyMarket,
    supplierMemos: desc.comment.map((comment) => comment.memo).filter((memo) => memo !== null),
  };
}

/** Empty when the item is not sold at Domeme; null when a price stands there and cannot be read. */
function supplyTiers(text: string | null): readonly PriceTier[] | null {
  return text === null ? [] : parsePriceTiers(text);
}

/** Both spellings are accepted; when they disagree the higher one is kept, which can only protect. */
function resaleMinimum(minumum: number | null, minimum: number | null): number | null {
  return positive(Math.max(minumum ?? 0, minimum ?? 0));
}

function positive(amount: number | null): number | null {
  return amount !== null && amount > 0 ? amount : null;
}

/** The option text undecoded. An object in its place is kept as text: what it is decides the option reader. */
function optionText(value: unknown): string | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string') return JSON.stringify(value);
  return value.trim() === 'null' ? null : value;
}

function statusOf(text: string | null): WholesaleItem['status'] {
  switch (text) {
    case '판매중':
      return 'on-sale';
    case '기간종료':
      return 'period-over';
    case '판매종료':
      return 'sale-ended';
    default:
      return 'other';
  }
}

function taxOf(text: string | null): WholesaleItem['tax'] {
  if (text === null) return 'unknown';
  if (text.startsWith('과세')) return 'taxable';
  if (text.startsWith('면세')) return 'exempt';
  if (text.startsWith('영세')) return 'zero-rate';
  return 'unknown';
}

function detailOf({ detail }: ItemView): ItemDetail {
  const { infoDuty } = detail;
  const lines = infoDuty.item.flatMap((line) =>
    line.name === null
      ? []
      : [
          {
            kind: line.type === 'transaction' ? ('transaction' as const) : ('item' as const),
            name: line.name,
            text: line.desc ?? '',
          },
        ],
  );
  return {
    countryText: detail.country,
    manufacturer: detail.manufacturer,
    model: detail.model,
    size: detail.size,
    weight: detail.weight,
    certifications: detail.safetyCert.map((certificate) => ({
      isExempt: certificate.exem,
      exemptionTitle: statedText(certificate.exemTitle),
      isCertified: certificate.cert,
      type: statedText(certificate.certType ?? certificate.type),
      name: statedText(certificate.certName ?? certificate.name),
      number: statedText(certificate.no),
    })),
    infoDuty:
      infoDuty.type === null && lines.length === 0 ? null : { type: infoDuty.type ?? '', lines },
  };
}

/** `-` is how the form writes "nothing" (3.13). */
function statedText(text: string | null): string | null {
  return text === '-' ? null : text;
}

function categoryOf({ category }: ItemView): ItemCategory | null {
  const own = category.current;
  if (own?.code == null) return null;
  const path = [...category.parents, own].flatMap((node) =>
    node.code === null ? [] : [{ name: node.name ?? '', code: node.code, depth: node.depth ?? 0 }],
  );
  const hasDepths = path.every((node) => node.depth > 0);
  return { path: hasDepths ? path.sort((a, b) => a.depth - b.depth) : path, code: own.code };
}

function problemOf(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || 'item').join(', ');
}
