import { z } from 'zod';
import {
  isAbsent,
  isRecord,
  wireBoolean,
  wireGroup,
  wireInt,
  wireList,
  wireLooseInt,
  wireRawText,
  wireText,
} from './wire';

const deliveryTerms = z.preprocess(
  (value) => (isAbsent(value) || !isRecord(value) ? null : value),
  z.object({ type: wireText, fee: wireText, tbl: wireText, pay: wireText }).nullable(),
);

/**
 * The `deli` group of an item. `supply` null or absent means that the terms of `dome` hold for
 * Domeme too (domeggook-openapi.md 3.6, 2026-09).
 */
export const deliverySchema = wireGroup({
  method: wireText,
  pay: wireText,
  dome: deliveryTerms,
  supply: deliveryTerms,
  wating: wireText,
  periodDeli: wireLooseInt,
  feeExtra: wireGroup({ jeju: wireInt, islands: wireInt }),
  fromOversea: wireBoolean,
  reqCcno: wireBoolean,
});

const categoryNode = z.object({ name: wireText, code: wireText, depth: wireLooseInt });

/**
 * One item of getItemView 4.6, single or out of a `multiple` answer. Only `basis` must be there. An
 * amount that stands there and is no amount fails the item: it must not be taken for "none".
 * Source: domeggook-openapi.md 3.2 to 3.14 (2026-09).
 */
export const itemViewSchema = z.object({
  basis: z.object({
    no: wireText,
    status: wireText,
    title: wireText,
    keywords: z.preprocess((value) => (isRecord(value) ? value.kw : value), wireList(wireText)),
    adult: wireBoolean,
    dateEnd: wireText,
    tax: wireText,
  }),
  price: wireGroup({
    supply: wireText,
    resale: wireGroup({
      minumum: wireInt,
      minimum: wireInt,
      Recommand: wireLooseInt,
      recommand: wireLooseInt,
    }),
  }),
  qty: wireGroup({ inventory: wireInt, supplyUnit: wireInt, supplyLoq: wireInt }),
  deli: deliverySchema,
  channel: wireGroup({ supply: wireBoolean }),
  thumb: wireGroup({ original: wireText, large: wireText, hash: wireText }),
  desc: wireGroup({
    license: wireGroup({ usable: wireBoolean, msg: wireText }),
    // An only memo may come as an object or as a bare text.
    comment: wireList(
      z.preprocess(
        (value) => (isRecord(value) ? value : { memo: value }),
        z.object({ memo: wireText }),
      ),
    ),
    // Older versions sent the description as a plain text.
    contents: z.preprocess(
      (value) => (typeof value === 'string' ? { item: value } : isRecord(value) ? value : {}),
      z.object({ item: wireRawText }),
    ),
  }),
  selectOpt: z.unknown().optional(),
  seller: wireGroup({
    id: wireText,
    nick: wireText,
    type: wireText,
    good: wireBoolean,
    vacation: wireGroup({ startDate: wireText, endDate: wireText }),
  }),
  detail: wireGroup({
    size: wireText,
    weight: wireText,
    country: wireText,
    manufacturer: wireText,
    model: wireText,
    safetyCert: wireList(
      wireGroup({
        exem: wireBoolean,
        exemTitle: wireText,
        cert: wireBoolean,
        certType: wireText,
        certName: wireText,
        type: wireText,
        name: wireText,
        no: wireText,
      }),
    ),
    infoDuty: wireGroup({
      type: wireText,
      item: wireList(wireGroup({ type: wireText, name: wireText, desc: wireText })),
    }),
  }),
  category: wireGroup({
    parents: z.preprocess(
      (value) => (isRecord(value) && 'elem' in value ? value.elem : []),
      wireList(categoryNode),
    ),
    current: z.preprocess(
      (value) => (isAbsent(value) || !isRecord(value) ? null : value),
      categoryNode.nullable(),
    ),
  }),
  return: wireGroup({ deliAmt: wireInt, deliAmtDouble: wireBoolean }),
  etc: wireGroup({ denyMarket: wireBoolean }),
});

/**
 * An item as the schema leaves it: fields by their wire names, null where nothing usable stands.
 */
export type ItemView = z.output<typeof itemViewSchema>;
