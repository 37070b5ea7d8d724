import type { ItemDelivery } from '@shared/domain/item';
import { defaultSettings } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import { carriedDeliveryKrw } from '../pricing/carried-delivery';
import { aWholesaleItem, type WholesaleItemOverrides } from '../testing/wholesale-item';
import { planDelivery } from './delivery';

const { pricing, store } = defaultSettings();
const release = {
  id: 11,
  name: '출고지',
  type: 'RELEASE',
  address: '',
  phone: null,
  isOversea: false,
};
const returns = { ...release, id: 12, type: 'REFUND_OR_EXCHANGE' };

function plan(
  delivery: Partial<ItemDelivery>,
  more: { overrides?: WholesaleItemOverrides; unitQuantity?: number; included?: boolean } = {},
) {
  return planDelivery(
    aWholesaleItem({ ...more.overrides, delivery }),
    more.unitQuantity ?? 1,
    { ...pricing, deliveryFee: more.included ? 'include-in-price' : 'charge-buyer' },
    store,
    [release, returns],
  );
}

describe('planDelivery', () => {
  it('charges a fixed fee as it is', () => {
    expect(plan({}).value).toMatchObject({ feeType: 'PAID', baseFeeKrw: 3000, payType: 'PREPAID' });
  });

  it('allows no larger order than the supplier takes, counted in sales', () => {
    const maxOf = (supplyMaxPerOrder: number | null, unitQuantity = 1) =>
      plan({}, { overrides: { supplyMaxPerOrder }, unitQuantity }).value.maxPerOrder;
    expect([maxOf(null), maxOf(10), maxOf(10, 3), maxOf(2, 3)]).toEqual([null, 10, 3, 1]);
  });

  it('shows delivery as free only when nobody is charged for it', () => {
    const free = plan({ payer: 'free', fee: { kind: 'none' } });
    expect(free.value).toMatchObject({ feeType: 'FREE', supplierFeeKrw: 0 });
    expect(free.reasons).toEqual([]);
  });

  it('never shows a fee that the courier collects as free, even when fees go into the price', () => {
    const collect = plan({ payer: 'collect', payerText: '착불' }, { included: true });
    expect(collect.value).toMatchObject({ feeType: 'PAID', payType: 'COLLECT', supplierFeeKrw: 0 });
    expect(collect.reasons.map((reason) => reason.code)).toEqual(['DRAFT_DELIVERY_COLLECT']);
  });

  it('puts the fee into the price when the settings say so', () => {
    const included = plan({}, { included: true });
    expect(included.value.feeType).toBe('FREE');
    expect(carriedDeliveryKrw(included.value, 10_000)).toBe(3000);
  });

  it('repeats an even fee by quantity, counted in sales', () => {
    const fee = {
      kind: 'proportional',
      firstQuantity: 24,
      firstFeeKrw: 3000,
      stepQuantity: 24,
      stepFeeKrw: 3000,
    } as const;
    expect(plan({ fee }).value).toMatchObject({
      feeType: 'UNIT_QUANTITY_PAID',
      repeatQuantity: 24,
    });
    expect(plan({ fee }, { unitQuantity: 6 }).value.repeatQuantity).toBe(4);
  });

  it('keeps an uneven fee exact by capping the order, and says so', () => {
    const fee = {
      kind: 'tiered',
      tiers: [
        { minQuantity: 1, feeKrw: 2500 },
        { minQuantity: 20, feeKrw: 2350 },
      ],
    } as const;
    const capped = plan({ fee });
    expect(capped.value).toMatchObject({ feeType: 'PAID', baseFeeKrw: 2500, maxPerOrder: 19 });
    expect(capped.reasons[0]).toMatchObject({ code: 'DRAFT_DELIVERY_CAPPED', severity: 'warn' });
  });

  it('asks when the cap would leave hardly anything to order', () => {
    const fee = {
      kind: 'tiered',
      tiers: [
        { minQuantity: 1, feeKrw: 3000 },
        { minQuantity: 2, feeKrw: 5000 },
      ],
    } as const;
    expect(plan({ fee }).reasons[0]).toMatchObject({
      code: 'DRAFT_DELIVERY_CAPPED',
      severity: 'ask',
    });
  });

  it('asks for a fee that the supplier does not state', () => {
    expect(plan({ fee: { kind: 'unknown', text: '금액비노출' } }).reasons[0]?.code).toBe(
      'DRAFT_DELIVERY_UNKNOWN',
    );
  });

  it('doubles the return fee of free delivery where the supplier does', () => {
    const overrides = { isReturnFeeDoubledOnFreeDelivery: true, returnFeeKrw: 2500 };
    expect(plan({ payer: 'free', fee: { kind: 'none' } }, { overrides }).value.returnFeeKrw).toBe(
      5000,
    );
    expect(plan({}, { overrides }).value.returnFeeKrw).toBe(2500);
  });

  it('takes the only address of a kind, and none when there are several', () => {
    const item = aWholesaleItem();
    const several = planDelivery(item, 1, pricing, store, [
      release,
      { ...release, id: 13 },
      returns,
    ]);
    expect(plan({}).value).toMatchObject({ shippingAddressId: 11, returnAddressId: 12 });
    expect(several.value).toMatchObject({ shippingAddressId: null, returnAddressId: 12 });
  });
});
