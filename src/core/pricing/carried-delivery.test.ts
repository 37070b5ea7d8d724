import { describe, expect, it } from 'vitest';
import { type CarriedTerms, carriedDeliveryKrw } from './carried-delivery';

const free: CarriedTerms = {
  feeType: 'FREE',
  baseFeeKrw: 0,
  freeConditionalKrw: null,
  supplierFeeKrw: 3000,
};
const paid: CarriedTerms = { ...free, feeType: 'PAID', baseFeeKrw: 3000 };
const freeFrom50k: CarriedTerms = {
  ...paid,
  feeType: 'CONDITIONAL_FREE',
  freeConditionalKrw: 50_000,
};

describe('carriedDeliveryKrw', () => {
  it.each([
    ['free delivery: all of it', free, 10_000, 3000],
    ['the buyer pays what the supplier takes', paid, 10_000, 0],
    ['the buyer pays less than the supplier takes', { ...paid, baseFeeKrw: 2500 }, 10_000, 500],
    [
      'the buyer pays more: nothing is earned by delivery',
      { ...paid, baseFeeKrw: 4000 },
      10_000,
      0,
    ],
    [
      'by quantity, less than the supplier takes',
      { ...paid, feeType: 'UNIT_QUANTITY_PAID', baseFeeKrw: 1000 },
      10_000,
      2000,
    ],
    ['free from an amount that one sale reaches', freeFrom50k, 50_000, 3000],
    ['free from an amount that two sales reach together', freeFrom50k, 49_990, 1500],
    ['free from an amount that eight sales reach together', freeFrom50k, 6800, 375],
    ['a fee that covers less than the share', { ...freeFrom50k, baseFeeKrw: 2000 }, 6800, 1000],
    ['an amount that was not entered yet', { ...freeFrom50k, freeConditionalKrw: null }, 100, 3000],
  ] as const)('%s', (_name, delivery, paidKrw, carriedKrw) => {
    expect(carriedDeliveryKrw(delivery, paidKrw)).toBe(carriedKrw);
  });
});
