import { findCourier } from '@shared/domain/couriers';
import { DISCOUNT_MAX_KRW } from '@shared/options/naver/limits';
import type { TextParams } from '@shared/texts/types';
import {
  CERTIFICATIONS_MAX,
  certificationNeeds,
  describeCertificates,
  openNeeds,
} from '../drafts/certification';
import { AREA_FEE_MAX_KRW, CLAIM_FEE_MAX_KRW, DELIVERY_FEE_MAX_KRW } from '../drafts/delivery';
import type { NaverAddress } from '../naver/port';
import { carriedDeliveryKrw } from '../pricing/carried-delivery';
import {
  type ChoiceProfit,
  computeChoiceProfit,
  SALE_PRICE_MAX_KRW,
  SALE_PRICE_MIN_KRW,
  sellable,
} from '../pricing/price';
import { type PreflightContext, type PreflightRule, rule } from './rule';
import { business, law, naver, OWN_CHECK, REVIEW_SETTINGS } from './sources';

/** Price, options, certification and delivery (5.12 steps 2, 4, 6 and 7). */
export const TRADE_RULES: readonly PreflightRule[] = [
  rule('DRAFT_PRICE_BOUNDS', 'block', 'price', naver('5.1'), ({ content }) => {
    const { salePriceKrw } = content.price;
    if (
      salePriceKrw >= SALE_PRICE_MIN_KRW &&
      salePriceKrw <= SALE_PRICE_MAX_KRW &&
      salePriceKrw % 10 === 0
    )
      return [];
    return [{ salePriceKrw, minKrw: SALE_PRICE_MIN_KRW, maxKrw: SALE_PRICE_MAX_KRW }];
  }),
  rule('DRAFT_DISCOUNT_BOUNDS', 'block', 'price', naver('5.8'), ({ content }) => {
    const { salePriceKrw, immediateDiscountKrw: discountKrw } = content.price;
    if (discountKrw === 0) return [];
    const isRight =
      discountKrw >= 10 &&
      discountKrw % 10 === 0 &&
      discountKrw <= DISCOUNT_MAX_KRW &&
      discountKrw < salePriceKrw;
    return isRight ? [] : [{ discountKrw, salePriceKrw }];
  }),
  rule(
    'DRAFT_PRICE_BELOW_FLOOR',
    'block',
    'price',
    business('공급사 최저 재판매가', 'the supplier’s resale minimum'),
    (context) => {
      const floorKrw = (context.item.resaleMinimumKrw ?? 0) * context.content.unitQuantity;
      const lowest = lowestPaid(profitsOf(context));
      return lowest.paidKrw < floorKrw ? [{ paidKrw: lowest.paidKrw, floorKrw }] : [];
    },
  ),
  rule('DRAFT_PRICE_LOSS', 'block', 'price', OWN_CHECK, (context) => {
    const worst = profitsOf(context).reduce((a, b) => (b.profitKrw < a.profitKrw ? b : a));
    return worst.profitKrw < 0
      ? [{ lossKrw: -worst.profitKrw, paidKrw: worst.paidKrw, costKrw: worst.costKrw }]
      : [];
  }),
  rule(
    'DRAFT_OPTIONS_UNSURE',
    'ask',
    'options',
    REVIEW_SETTINGS,
    ({ content, settings }) =>
      content.options.confidence < settings.registration.minOptionConfidence
        ? [{ percent: Math.round(content.options.confidence * 100) }]
        : [],
    { isSettledByEdit: true },
  ),
  rule('OPTIONS_SUPPLIER_CHANGED', 'warn', 'options', OWN_CHECK, ({ content }) => {
    // Stock moves all the time and follows the supplier; what changes the choice is worth a look.
    const count = (content.options.supplierChanges ?? []).filter(
      ({ kind }) => kind !== 'stock',
    ).length;
    return count === 0 ? [] : [{ count }];
  }),
  rule(
    'DRAFT_CERTIFICATION_OPEN',
    'ask',
    'certification',
    law('KC·어린이·친환경 인증', 'KC, children’s and green certificates'),
    ({ content, category, item }) => {
      if (category === null) return [];
      const open = openNeeds(content.certification, certificationNeeds(category));
      if (open.length === 0) return [];
      return [{ kinds: open.join(', '), stated: describeCertificates(item.detail.certifications) }];
    },
  ),
  rule(
    'DRAFT_CERTIFICATION_ENTRY',
    'block',
    'certification',
    naver('5.7'),
    ({ content, category }) => {
      if (content.certification.kind !== 'certified' || category === null) return [];
      const problems: TextParams[] = [];
      for (const entry of content.certification.entries) {
        const known = category.certifications.find((info) => info.id === entry.certificationInfoId);
        if (known === undefined) {
          problems.push({ name: entry.name, problem: 'unknown' });
          continue;
        }
        if (!known.kindTypes.includes(entry.kindType)) {
          problems.push({ name: known.name, problem: 'kindType' });
        }
        if (!known.isNumberOptional && entry.name.trim() === '') {
          problems.push({ name: known.name, problem: 'name' });
        }
        if (!known.isNumberOptional && entry.number.trim() === '')
          problems.push({ name: known.name, problem: 'number' });
        if (known.isCompanyNameRequired && (entry.companyName ?? '').trim() === '')
          problems.push({ name: known.name, problem: 'companyName' });
      }
      return problems;
    },
  ),
  rule('DRAFT_CERTIFICATIONS_TOO_MANY', 'block', 'certification', naver('5.4'), ({ content }) =>
    content.certification.kind === 'certified' &&
    content.certification.entries.length > CERTIFICATIONS_MAX
      ? [{ max: CERTIFICATIONS_MAX }]
      : [],
  ),
  rule(
    'DRAFT_COURIER_MISSING',
    'block',
    'delivery',
    naver('5.3'),
    ({ content }) => !/^[A-Z0-9_]{2,20}$/.test(content.delivery.courierCode),
  ),
  rule('DRAFT_COURIER_UNKNOWN', 'warn', 'delivery', naver('appendix B'), ({ content }) =>
    findCourier(content.delivery.courierCode) !== null
      ? []
      : [{ code: content.delivery.courierCode }],
  ),
  rule('DRAFT_DELIVERY_FEES', 'block', 'delivery', naver('5.3'), ({ content }) => {
    const { delivery } = content;
    const isCharged = delivery.feeType !== 'FREE';
    const isRight =
      delivery.baseFeeKrw <= DELIVERY_FEE_MAX_KRW &&
      (!isCharged || delivery.baseFeeKrw > 0) &&
      (delivery.feeType !== 'CONDITIONAL_FREE' || (delivery.freeConditionalKrw ?? 0) > 0) &&
      (delivery.feeType !== 'UNIT_QUANTITY_PAID' || (delivery.repeatQuantity ?? 0) >= 1) &&
      delivery.jejuExtraKrw <= AREA_FEE_MAX_KRW &&
      delivery.islandsExtraKrw <= AREA_FEE_MAX_KRW &&
      delivery.returnFeeKrw <= CLAIM_FEE_MAX_KRW &&
      delivery.exchangeFeeKrw <= CLAIM_FEE_MAX_KRW;
    return isRight
      ? []
      : [
          {
            feeType: delivery.feeType,
            baseFeeKrw: delivery.baseFeeKrw,
            maxKrw: DELIVERY_FEE_MAX_KRW,
          },
        ];
  }),
  rule(
    'DRAFT_DELIVERY_COLLECT_AS_FREE',
    'block',
    'delivery',
    law('배송비 표시', 'truthful delivery terms'),
    ({ content, item }) =>
      item.delivery.payer === 'collect' &&
      (content.delivery.feeType === 'FREE' || content.delivery.payType === 'PREPAID') &&
      content.delivery.supplierFeeKrw === 0,
  ),
  rule(
    'DRAFT_SHIPPING_ADDRESS',
    'ask',
    'delivery',
    naver('5.3, 6.4'),
    ({ content, addresses }) =>
      !isAddressOf(addresses, content.delivery.shippingAddressId, 'RELEASE'),
  ),
  rule(
    'DRAFT_RETURN_ADDRESS',
    'ask',
    'delivery',
    naver('5.3, 6.4'),
    ({ content, addresses }) =>
      !isAddressOf(addresses, content.delivery.returnAddressId, 'REFUND_OR_EXCHANGE'),
  ),
  rule(
    'DRAFT_SHIPPING_FROM_OVERSEA',
    'block',
    'delivery',
    naver('5.4 customsTaxType'),
    ({ content, addresses }) =>
      addresses?.some(
        (address) => address.id === content.delivery.shippingAddressId && address.isOversea,
      ) ?? false,
  ),
  rule(
    'DRAFT_RETURN_COURIER_MISSING',
    'warn',
    'delivery',
    naver('5.11'),
    ({ returnCouriers }) => returnCouriers?.length === 0,
  ),
];

/** Profit of every choice that can be bought. */
export function profitsOf(context: PreflightContext): readonly [ChoiceProfit, ...ChoiceProfit[]] {
  const { content, settings } = context;
  const terms = {
    unitQuantity: content.unitQuantity,
    deliveryKrwAt: (paidKrw: number) => carriedDeliveryKrw(content.delivery, paidKrw),
    settings: settings.pricing,
  };
  const [first, ...rest] = sellable(content.options.combinations);
  return [
    computeChoiceProfit(content.price, first, terms),
    ...rest.map((choice) => computeChoiceProfit(content.price, choice, terms)),
  ];
}

function lowestPaid(profits: readonly [ChoiceProfit, ...ChoiceProfit[]]): ChoiceProfit {
  return profits.reduce((low, profit) => (profit.paidKrw < low.paidKrw ? profit : low));
}

function isAddressOf(
  addresses: readonly NaverAddress[] | null,
  id: number | null,
  type: string,
): boolean {
  if (id === null) return false;
  return (
    addresses === null || addresses.some((address) => address.id === id && address.type === type)
  );
}
