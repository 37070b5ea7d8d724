import type { DraftDelivery } from '@shared/domain/draft';
import type { ItemDelivery, WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { PricingSettings, StoreSettings } from '@shared/domain/settings';
import type { ExplanationStep } from '@shared/options/model';
import type { NaverAddress } from '../naver/port';
import { supplierDeliveryFeeKrw } from '../pricing/supply-cost';
import { type Decision, step } from './decision';

/** Naver's limits (naver-commerce-api.md 5.3, 2026-09). */
export const DELIVERY_FEE_MAX_KRW = 100_000;
/** Extra fee for Jeju or the islands, each. */
export const AREA_FEE_MAX_KRW = 200_000;
/** Fee of a return or an exchange, one way. */
export const CLAIM_FEE_MAX_KRW = 1_000_000;

/** A cap on pieces per order below this hurts sales enough to ask the seller first. */
const SMALLEST_UNASKED_ORDER_CAP = 3;

/** How the supplier's fee can be charged at Naver without asking a buyer for more or less than it is. */
interface FeePlan {
  readonly fee: Pick<DraftDelivery, 'feeType' | 'baseFeeKrw' | 'repeatQuantity'>;
  /** Most sales per order for which the fee is exact; null = any. */
  readonly maxPerOrder: number | null;
  readonly isExact: boolean;
}

/**
 * Delivery and return terms of one product. Never shows a fee the courier collects as free; a fee
 * table that Naver cannot express exactly is put to the seller. Addresses come from the settings or,
 * when the address book has a single one of the kind, from there.
 */
export function planDelivery(
  item: WholesaleItem,
  unitQuantity: number,
  pricing: PricingSettings,
  store: StoreSettings,
  addresses: readonly NaverAddress[],
): Decision<DraftDelivery> {
  const reasons: Reason[] = [];
  const steps: ExplanationStep[] = [];
  const { delivery } = item;
  const supplierFeeKrw = supplierDeliveryFeeKrw(delivery, unitQuantity);
  const isCollected = delivery.payer === 'collect';
  let plan: FeePlan = FREE_PLAN;
  if (delivery.payer === 'unknown' || supplierFeeKrw === null) {
    reasons.push(ask('DRAFT_DELIVERY_UNKNOWN', { text: describeFee(delivery) }));
  } else if (delivery.payer !== 'free') {
    const isIncluded = pricing.deliveryFee === 'include-in-price' && !isCollected;
    plan = isIncluded ? includedPlan(delivery, unitQuantity) : chargedPlan(delivery, unitQuantity);
    steps.push(
      isIncluded
        ? step(
            `공급사 배송비 ${supplierFeeKrw}원을 판매가에 포함`,
            `The supplier's delivery of ${supplierFeeKrw} won is inside the price`,
          )
        : step(
            `공급사 배송비를 구매자에게 청구 (${describeFee(delivery)})`,
            `The supplier's delivery is charged to the buyer (${describeFee(delivery)})`,
          ),
    );
    if (!plan.isExact) {
      reasons.push(ask('DRAFT_DELIVERY_INEXACT', { text: describeFee(delivery) }));
    } else if (plan.maxPerOrder !== null) {
      reasons.push({
        code: 'DRAFT_DELIVERY_CAPPED',
        severity: plan.maxPerOrder < SMALLEST_UNASKED_ORDER_CAP ? 'ask' : 'warn',
        field: 'delivery',
        params: { maxPerOrder: plan.maxPerOrder, text: describeFee(delivery) },
      });
    }
  }
  if (isCollected) reasons.push(ask('DRAFT_DELIVERY_COLLECT', {}));
  const supplierMax = salesPerOrder(item, unitQuantity);
  if (supplierMax !== null) {
    steps.push(
      step(
        `공급사가 한 주문을 ${item.supplyMaxPerOrder}개까지로 제한`,
        `The supplier takes at most ${item.supplyMaxPerOrder} pieces in one order`,
      ),
    );
  }
  const isFree = plan.fee.feeType === 'FREE';
  const returnFeeKrw =
    (item.returnFeeKrw ?? store.returnFeeKrw) *
    (isFree && item.isReturnFeeDoubledOnFreeDelivery ? 2 : 1);
  const shipping = chooseAddress(addresses, 'RELEASE', store.shippingAddressId);
  const returning = chooseAddress(addresses, 'REFUND_OR_EXCHANGE', store.returnAddressId);
  return {
    value: {
      ...plan.fee,
      freeConditionalKrw: null,
      payType: isCollected ? 'COLLECT' : 'PREPAID',
      jejuExtraKrw: delivery.jejuExtraKrw,
      islandsExtraKrw: delivery.islandsExtraKrw,
      returnFeeKrw,
      exchangeFeeKrw: item.returnFeeKrw === null ? store.exchangeFeeKrw : item.returnFeeKrw * 2,
      courierCode: store.courierCode,
      shippingAddressId: shipping,
      returnAddressId: returning,
      supplierFeeKrw: supplierFeeKrw ?? 0,
      maxPerOrder: lower(plan.maxPerOrder, supplierMax),
    },
    reasons,
    steps: [
      ...steps,
      step(
        item.returnFeeKrw === null ? '반품비는 설정값' : `반품비는 공급사 기준 ${returnFeeKrw}원`,
        item.returnFeeKrw === null
          ? 'The return fee comes from the settings'
          : `The return fee of ${returnFeeKrw} won is the supplier's`,
      ),
    ],
  };
}

/** Most sales that one order at the wholesaler can fill; null = any number. */
function salesPerOrder(item: WholesaleItem, unitQuantity: number): number | null {
  const maxPieces = item.supplyMaxPerOrder;
  return maxPieces === null ? null : Math.max(1, Math.floor(maxPieces / unitQuantity));
}

function lower(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : Math.min(left, right);
}

const FREE_PLAN: FeePlan = {
  fee: { feeType: 'FREE', baseFeeKrw: 0, repeatQuantity: null },
  maxPerOrder: null,
  isExact: true,
};

function flatPlan(feeKrw: number, maxPerOrder: number | null, isExact = true): FeePlan {
  if (feeKrw === 0 && isExact) return { ...FREE_PLAN, maxPerOrder };
  return {
    fee: { feeType: 'PAID', baseFeeKrw: feeKrw, repeatQuantity: null },
    maxPerOrder,
    isExact,
  };
}

/** One sale carries the whole fee, so several sales in one parcel only ever cost us less. */
function includedPlan(delivery: ItemDelivery, unitQuantity: number): FeePlan {
  const fee = delivery.fee;
  if (fee.kind !== 'tiered' || tiersNeverOutgrow(fee.tiers, unitQuantity)) return FREE_PLAN;
  return { ...FREE_PLAN, isExact: false };
}

function tiersNeverOutgrow(
  tiers: readonly { readonly minQuantity: number; readonly feeKrw: number }[],
  unitQuantity: number,
): boolean {
  const firstKrw = tiers[0]?.feeKrw ?? 0;
  return tiers.every(
    (tier) => tier.feeKrw <= firstKrw * Math.max(1, Math.ceil(tier.minQuantity / unitQuantity)),
  );
}

function chargedPlan(delivery: ItemDelivery, unitQuantity: number): FeePlan {
  const fee = delivery.fee;
  switch (fee.kind) {
    case 'none':
      return FREE_PLAN;
    case 'fixed':
      return flatPlan(fee.feeKrw, null);
    case 'unknown':
      return { ...FREE_PLAN, isExact: false };
    case 'tiered': {
      const [first, ...later] = fee.tiers;
      if (first === undefined) return { ...FREE_PLAN, isExact: false };
      const change = later.find((tier) => tier.feeKrw !== first.feeKrw);
      if (change === undefined) return flatPlan(first.feeKrw, null);
      return cappedPlan(first.feeKrw, change.minQuantity - 1, unitQuantity);
    }
    case 'proportional': {
      const isEven = fee.firstQuantity === fee.stepQuantity && fee.firstFeeKrw === fee.stepFeeKrw;
      if (isEven && fee.firstQuantity > 0 && fee.firstQuantity % unitQuantity === 0) {
        if (fee.firstFeeKrw === 0) return FREE_PLAN;
        return {
          fee: {
            feeType: 'UNIT_QUANTITY_PAID',
            baseFeeKrw: fee.firstFeeKrw,
            repeatQuantity: fee.firstQuantity / unitQuantity,
          },
          maxPerOrder: null,
          isExact: true,
        };
      }
      if (fee.stepFeeKrw === 0) return flatPlan(fee.firstFeeKrw, null);
      return cappedPlan(fee.firstFeeKrw, fee.firstQuantity, unitQuantity);
    }
  }
}

/** A fee that is flat up to a quantity is exact when no order may hold more than that. */
function cappedPlan(feeKrw: number, upToPieces: number, unitQuantity: number): FeePlan {
  const maxPerOrder = Math.floor(upToPieces / unitQuantity);
  return maxPerOrder < 1 ? flatPlan(feeKrw, null, false) : flatPlan(feeKrw, maxPerOrder);
}

function chooseAddress(
  addresses: readonly NaverAddress[],
  type: 'RELEASE' | 'REFUND_OR_EXCHANGE',
  chosenId: number | null,
): number | null {
  if (chosenId !== null) return chosenId;
  const [only, ...others] = addresses.filter((address) => address.type === type);
  return only !== undefined && others.length === 0 ? only.id : null;
}

function describeFee(delivery: ItemDelivery): string {
  const fee = delivery.fee;
  const payer = delivery.payerText;
  switch (fee.kind) {
    case 'none':
      return payer;
    case 'fixed':
      return `${payer} ${fee.feeKrw}원`;
    case 'tiered':
      return `${payer} ${fee.tiers.map((tier) => `${tier.minQuantity}개부터 ${tier.feeKrw}원`).join(', ')}`;
    case 'proportional':
      return `${payer} ${fee.firstQuantity}개까지 ${fee.firstFeeKrw}원, 이후 ${fee.stepQuantity}개마다 ${fee.stepFeeKrw}원`;
    case 'unknown':
      return `${payer} ${fee.text}`.trim();
  }
}

function ask(code: Reason['code'], params: NonNullable<Reason['params']>): Reason {
  return { code, severity: 'ask', field: 'delivery', params };
}
