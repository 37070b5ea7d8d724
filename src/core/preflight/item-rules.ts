import { koreanDay, type PreflightRule, rule } from './rule';
import { BUSINESS, business, law, naver } from './sources';

/** Words in a licence text that take the permission back for open markets. */
const LICENCE_LIMIT =
  /(?:오픈\s*마켓|스마트\s*스토어|네이버|재판매|타\s*(?:사이트|마켓|쇼핑몰)|외부)[^.]{0,12}(?:불가|금지|제한|불허|안\s*됨|안됩니다)/;
/** Words in a supplier's memo that announce trouble. */
const MEMO_ALARM = /품절|단종|지연|인상|변경|중단|휴무|입고/;

/** Whether the item can be sold at all (business rules for a reseller). */
export const ITEM_RULES: readonly PreflightRule[] = [
  rule('DRAFT_ITEM_NOT_ON_SALE', 'block', 'name', BUSINESS, ({ item }) =>
    item.status === 'on-sale' ? [] : [{ status: item.statusText }],
  ),
  rule('DRAFT_ITEM_ENDED', 'block', 'name', BUSINESS, ({ item, nowMs }) =>
    item.saleEndsAtMs !== null && item.saleEndsAtMs < nowMs
      ? [{ endedOn: koreanDay(item.saleEndsAtMs) }]
      : [],
  ),
  rule('DRAFT_ITEM_NOT_ON_DOMEME', 'block', 'price', BUSINESS, ({ item }) => !item.isOnDomeme),
  rule(
    'DRAFT_ITEM_LISTING_DENIED',
    'block',
    'name',
    business(
      '표시의 뜻이 문서에 없어 조심스럽게 해석',
      'the flag is not documented; read with caution',
    ),
    ({ item }) => item.isListingDenied,
  ),
  rule(
    'DRAFT_ITEM_ADULT',
    'ask',
    'isMinorPurchasable',
    law('청소년 보호', 'protection of minors'),
    ({ item }) => item.isAdult,
    { isSettledByEdit: true },
  ),
  rule(
    'DRAFT_ADULT_OPEN_TO_MINORS',
    'block',
    'isMinorPurchasable',
    naver('5.4'),
    ({ item, content, category }) =>
      content.isMinorPurchasable &&
      (item.isAdult || (category?.exceptions.includes('ADULT') ?? false)),
    { repair: () => ({ isMinorPurchasable: false }) },
  ),
  rule('DRAFT_ITEM_SUPPLIER_AWAY', 'block', 'delivery', BUSINESS, ({ item, nowMs }) => {
    const vacation = item.supplier.vacation;
    if (vacation === null || vacationPhase(vacation, nowMs) !== 'now') return [];
    return [{ startText: vacation.startText, endText: vacation.endText }];
  }),
  rule('DRAFT_ITEM_SUPPLIER_LEAVING', 'warn', 'delivery', BUSINESS, ({ item, nowMs }) => {
    const vacation = item.supplier.vacation;
    if (vacation === null || vacationPhase(vacation, nowMs) !== 'ahead') return [];
    return [{ startText: vacation.startText, endText: vacation.endText }];
  }),
  rule(
    'DRAFT_ITEM_FROM_OVERSEA',
    'ask',
    'delivery',
    BUSINESS,
    ({ item }) => item.delivery.isFromOversea || item.delivery.needsCustomsCode,
    { isSettledByEdit: true },
  ),
  rule('DRAFT_SOLD_OUT', 'block', 'options', naver('8.2'), ({ stock }) => stock === 0),
  rule('DRAFT_STOCK_UNKNOWN', 'ask', 'options', naver('5.1'), ({ stock }) => stock === null),
  rule('DRAFT_BUNDLE', 'warn', 'unitQuantity', BUSINESS, ({ content }) =>
    content.unitQuantity > 1 ? [{ unitQuantity: content.unitQuantity }] : [],
  ),
  rule(
    'DRAFT_LICENCE_MISSING',
    'block',
    'images',
    law('이미지 저작권과 이용 허락', 'copyright and permission of pictures'),
    ({ item, content }) => {
      if (item.licence.isUsable) return [];
      const ownOnly =
        content.images.product.length > 0 &&
        !usesSupplierPicture(content.images.product, item) &&
        content.images.detail.length === 0;
      return ownOnly ? [] : [{ text: item.licence.text }];
    },
  ),
  rule(
    'DRAFT_LICENCE_LIMITED',
    'ask',
    'images',
    BUSINESS,
    ({ item }) =>
      item.licence.isUsable && isLicenceLimited(item.licence) ? [{ text: item.licence.text }] : [],
    { isSettledByEdit: true },
  ),
  rule('DRAFT_SUPPLIER_MEMO', 'warn', 'options', BUSINESS, ({ item }) =>
    item.supplierMemos
      .filter((memo) => MEMO_ALARM.test(memo))
      .slice(0, 3)
      .map((memo) => ({ memo: memo.slice(0, 120) })),
  ),
];

/** True when the words of a permission take it back for open markets. */
export function isLicenceLimited(licence: { readonly text: string }): boolean {
  return LICENCE_LIMIT.test(licence.text);
}

/** When a supplier's holiday is, seen from `nowMs`; texts are dates in Korean time. */
export function vacationPhase(
  vacation: { readonly startText: string; readonly endText: string },
  nowMs: number,
): 'now' | 'ahead' | 'over' | 'unknown' {
  const startMs = koreanDayMs(vacation.startText);
  const endMs = koreanDayMs(vacation.endText);
  if (startMs === null || endMs === null) return 'unknown';
  if (nowMs < startMs) return 'ahead';
  return nowMs < endMs + DAY_MS ? 'now' : 'over';
}

const DAY_MS = 86_400_000;
const KOREA_OFFSET_MS = 9 * 3_600_000;

function koreanDayMs(text: string): number | null {
  const match = /(\d{4})\D?(\d{2})\D?(\d{2})/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Number.isNaN(utc) ? null : utc - KOREA_OFFSET_MS;
}

function usesSupplierPicture(
  urls: readonly string[],
  item: {
    readonly thumbnail: { readonly originalUrl: string; readonly largeUrl: string | null } | null;
  },
): boolean {
  const own = [item.thumbnail?.originalUrl, item.thumbnail?.largeUrl];
  return urls.some((url) => own.includes(url));
}
