import type { Reason } from '@shared/domain/reason';
import type { MessageCode } from '@shared/texts/catalogue';

const UNPRICED: readonly MessageCode[] = [
  'PRICE_NO_SUPPLY_PRICE',
  'PRICE_RULE_IMPOSSIBLE',
  'PRICE_COST_NEGATIVE',
  'PRICE_ABOVE_MAXIMUM',
];
const PRICE_WRONG: readonly MessageCode[] = [...UNPRICED, 'DRAFT_PRICE_BOUNDS'];

/** Findings that only repeat another one: solving that one solves them, so that they are not shown. */
const IMPLIED_BY: Partial<Record<MessageCode, readonly MessageCode[]>> = {
  PRICE_NO_SUPPLY_PRICE: ['DRAFT_ITEM_NOT_ON_DOMEME'],
  DRAFT_PRICE_BOUNDS: UNPRICED,
  DRAFT_PRICE_LOSS: PRICE_WRONG,
  DRAFT_PRICE_BELOW_FLOOR: PRICE_WRONG,
  OPTIONS_PRICE_WINDOW: PRICE_WRONG,
  OPTIONS_PRICE_FLOOR: PRICE_WRONG,
  OPTIONS_PAID_NOTHING: [...PRICE_WRONG, 'OPTIONS_PRICE_FLOOR'],
  OPTIONS_ADD_ON_PRICE: PRICE_WRONG,
  OPTIONS_ALL_SOLD_OUT: ['DRAFT_ITEM_NOT_ON_DOMEME'],
  DRAFT_SOLD_OUT: ['DRAFT_ITEM_NOT_ON_DOMEME', 'OPTIONS_ALL_SOLD_OUT'],
  DRAFT_STOCK_UNKNOWN: ['DRAFT_ITEM_NOT_ON_DOMEME'],
  DRAFT_OPTIONS_UNSURE: ['OPTIONS_UNREADABLE', 'OPTIONS_UNKNOWN_TYPE'],
  DRAFT_ORIGIN_MISSING: [
    'DRAFT_ORIGIN_UNCLEAR',
    'DRAFT_ORIGIN_CONFLICT',
    'DRAFT_ORIGIN_UNKNOWN_AREA',
  ],
  DRAFT_NOTICE_MISSING: ['DRAFT_NOTICE_CLASS_UNKNOWN'],
  DRAFT_ITEM_ENDED: ['DRAFT_ITEM_NOT_ON_SALE'],
  DRAFT_DETAIL_EMPTY: ['DRAFT_LICENCE_MISSING'],
};

/** `reasons` without those that another one of them implies. */
export function withoutImplied(reasons: readonly Reason[]): readonly Reason[] {
  const codes = new Set(reasons.map((reason) => reason.code));
  return reasons.filter(
    (reason) => !(IMPLIED_BY[reason.code] ?? []).some((cause) => codes.has(cause)),
  );
}
