import type { DraftPrice } from '@shared/domain/draft';
import type { PriceTier } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { PricingSettings } from '@shared/domain/settings';
import type { ExplanationStep } from '@shared/options/model';
import { buyerAdditionKrw } from '@shared/options/naver/terms';
import { roundUpTo } from './round';
import { unitPriceAtKrw } from './supply-cost';

/** Naver's bounds of a sale price (naver-commerce-api.md 5.1, 2026-09). */
export const SALE_PRICE_MIN_KRW = 10;
/** The upper bound, a multiple of ten like every sale price. */
export const SALE_PRICE_MAX_KRW = 999_999_990;

/** Digits kept of the option factor, so that stored and recomputed additions agree. */
const FACTOR_DIGITS = 4;

/** One thing a buyer can pick, as the supplier prices it. */
export interface PricedChoice {
  /** Supplier's addition for one piece; may be negative. */
  readonly priceKrw: number;
  readonly usable: boolean;
}

/** What a price depends on. `unitQuantity` is the pieces of one sale. */
export interface PriceInput {
  readonly tiers: readonly PriceTier[];
  readonly unitQuantity: number;
  /** Lowest price of one piece that the supplier allows; null when none. */
  readonly resaleMinimumKrw: number | null;
  /** What delivery of one sale costs us when a buyer pays so much for the goods; never less for more. */
  readonly deliveryKrwAt: (paidKrw: number) => number;
  /** Supplier's addition per piece that every sale carries; the choices are counted from it. */
  readonly baseAdditionKrw: number;
  /** Empty for an item without options. */
  readonly choices: readonly PricedChoice[];
  readonly settings: PricingSettings;
}

/** The price with its way there in steps a person can follow, or why there is none. */
export type PriceOutcome =
  | {
      readonly kind: 'priced';
      readonly price: DraftPrice;
      readonly steps: readonly ExplanationStep[];
    }
  | { readonly kind: 'unpriceable'; readonly reason: Reason };

/** What one choice brings: paid, taken and left, for one sale. */
export interface ChoiceProfit {
  readonly additionKrw: number;
  readonly paidKrw: number;
  /** Goods and the delivery that we carry. */
  readonly costKrw: number;
  readonly deliveryKrw: number;
  readonly feeKrw: number;
  readonly profitKrw: number;
}

/**
 * The price of one sale. For every choice that can be bought, with cost C (tier price plus addition,
 * times pieces), delivery inside the price D, Naver's share f, wanted margin m and least profit g,
 * the paid price P (sale price plus the choice's addition) satisfies
 *
 *   P >= (C + D) / (1 - f - m),   P >= (C + D + g) / (1 - f),   P >= resale minimum x pieces
 *
 * and the sale price is the smallest multiple of the rounding step for which all of them hold.
 * Guarantees: no choice is paid below its cost, below the resale minimum or below 10 won. Where what
 * delivery costs us rises with the price (free from an amount on), D is the most that any choice has at
 * the price found.
 */
export function computePrice(input: PriceInput): PriceOutcome {
  let deliveryKrw = input.deliveryKrwAt(SALE_PRICE_MIN_KRW);
  for (;;) {
    const outcome = priceWith(input, deliveryKrw);
    if (outcome.kind === 'unpriceable') return outcome;
    const { price } = outcome;
    const mostKrw = Math.max(
      ...sellable(input.choices).map(
        (choice) => computeChoiceProfit(price, choice, input).deliveryKrw,
      ),
    );
    if (mostKrw <= deliveryKrw) return outcome;
    deliveryKrw = mostKrw;
  }
}

function priceWith(input: PriceInput, deliveryKrw: number): PriceOutcome {
  const { settings, unitQuantity } = input;
  const unitPriceKrw = unitPriceAtKrw(input.tiers, unitQuantity);
  if (unitPriceKrw === null) return unpriceable('PRICE_NO_SUPPLY_PRICE', {});
  const fee = settings.feePercent / 100;
  const kept = 1 - fee - settings.marginPercent / 100;
  if (kept <= 0) {
    return unpriceable('PRICE_RULE_IMPOSSIBLE', {
      marginPercent: settings.marginPercent,
      feePercent: settings.feePercent,
    });
  }
  const optionFactor = ceilDigits(unitQuantity / kept);
  const floorKrw = (input.resaleMinimumKrw ?? 0) * unitQuantity;
  const costKrw = (unitPriceKrw + input.baseAdditionKrw) * unitQuantity;
  let neededKrw = SALE_PRICE_MIN_KRW;
  for (const choice of sellable(input.choices)) {
    const outlayKrw = costKrw + choice.priceKrw * unitQuantity + deliveryKrw;
    if (outlayKrw < 0) return unpriceable('PRICE_COST_NEGATIVE', { additionKrw: choice.priceKrw });
    const additionKrw = buyerAdditionKrw(choice.priceKrw, optionFactor);
    const paidKrw = Math.max(
      outlayKrw / kept,
      (outlayKrw + settings.minProfitKrw) / (1 - fee),
      floorKrw,
      SALE_PRICE_MIN_KRW,
    );
    neededKrw = Math.max(neededKrw, paidKrw - additionKrw);
  }
  let salePriceKrw = roundUpTo(neededKrw, settings.roundToKrw);
  const draftOf = (sale: number): DraftPrice =>
    withProfit(
      {
        costKrw,
        salePriceKrw: sale,
        immediateDiscountKrw: 0,
        optionFactor,
        netProfitKrw: 0,
        marginRate: 0,
        ...(input.baseAdditionKrw === 0 ? {} : { baseAdditionKrw: input.baseAdditionKrw }),
        resaleMinimumKrw: input.resaleMinimumKrw,
      },
      input,
    );
  let price = draftOf(salePriceKrw);
  // Naver's fee is counted in whole won rounded up, which can take the last won of the least profit.
  while (price.netProfitKrw < settings.minProfitKrw && salePriceKrw < SALE_PRICE_MAX_KRW) {
    salePriceKrw += settings.roundToKrw;
    price = draftOf(salePriceKrw);
  }
  if (salePriceKrw > SALE_PRICE_MAX_KRW) {
    return unpriceable('PRICE_ABOVE_MAXIMUM', { salePriceKrw, maxKrw: SALE_PRICE_MAX_KRW });
  }
  return {
    kind: 'priced',
    price,
    steps: explain(input, unitPriceKrw, deliveryKrw, price, floorKrw),
  };
}

/** Profit of one sale of one choice at `price`; the discount counts as not paid. */
export function computeChoiceProfit(
  price: Pick<DraftPrice, 'costKrw' | 'salePriceKrw' | 'immediateDiscountKrw' | 'optionFactor'>,
  choice: PricedChoice,
  terms: Pick<PriceInput, 'unitQuantity' | 'deliveryKrwAt' | 'settings'>,
): ChoiceProfit {
  const additionKrw = buyerAdditionKrw(choice.priceKrw, price.optionFactor);
  const paidKrw = price.salePriceKrw - price.immediateDiscountKrw + additionKrw;
  const deliveryKrw = terms.deliveryKrwAt(paidKrw);
  const costKrw = price.costKrw + choice.priceKrw * terms.unitQuantity + deliveryKrw;
  const feeKrw = roundUpTo((Math.max(0, paidKrw) * terms.settings.feePercent) / 100, 1);
  return {
    additionKrw,
    paidKrw,
    costKrw,
    deliveryKrw,
    feeKrw,
    profitKrw: paidKrw - feeKrw - costKrw,
  };
}

/** `price` with profit and margin of its least profitable choice filled in. */
export function withProfit(
  price: DraftPrice,
  terms: Pick<PriceInput, 'unitQuantity' | 'deliveryKrwAt' | 'settings' | 'choices'>,
): DraftPrice {
  const profits = sellable(terms.choices).map((choice) =>
    computeChoiceProfit(price, choice, terms),
  );
  const least = profits.reduce((worst, profit) =>
    profit.profitKrw < worst.profitKrw ? profit : worst,
  );
  return {
    ...price,
    netProfitKrw: least.profitKrw,
    marginRate: least.paidKrw > 0 ? roundRate(least.profitKrw / least.paidKrw) : 0,
  };
}

const BASE_CHOICE: PricedChoice = { priceKrw: 0, usable: true };

/** Choices that can be bought; the plain item when there are none. The base price is never left out. */
export function sellable(
  choices: readonly PricedChoice[],
): readonly [PricedChoice, ...PricedChoice[]] {
  const [first, ...rest] = choices.filter((choice) => choice.usable);
  return first === undefined ? [BASE_CHOICE] : [first, ...rest];
}

function explain(
  input: PriceInput,
  unitPriceKrw: number,
  deliveryKrw: number,
  price: DraftPrice,
  floorKrw: number,
): readonly ExplanationStep[] {
  const { settings, unitQuantity } = input;
  const steps: ExplanationStep[] = [
    {
      ko: `원가 ${unitPriceKrw + input.baseAdditionKrw}원 × ${unitQuantity}개 = ${price.costKrw}원, 가격에 포함한 배송비 ${deliveryKrw}원`,
      en: `Cost ${unitPriceKrw + input.baseAdditionKrw} won × ${unitQuantity} = ${price.costKrw} won, delivery inside the price ${deliveryKrw} won`,
    },
    {
      ko: `마진 ${settings.marginPercent}%, 수수료 ${settings.feePercent}%, 최소 이익 ${settings.minProfitKrw}원, ${settings.roundToKrw}원 단위 올림 → ${price.salePriceKrw}원`,
      en: `Margin ${settings.marginPercent}%, fee ${settings.feePercent}%, least profit ${settings.minProfitKrw} won, rounded up to ${settings.roundToKrw} won → ${price.salePriceKrw} won`,
    },
  ];
  if (floorKrw > 0) {
    steps.push({
      ko: `최저 재판매가 ${floorKrw}원을 모든 옵션이 지킵니다`,
      en: `Every option keeps the resale minimum of ${floorKrw} won`,
    });
  }
  return steps;
}

function unpriceable(code: Reason['code'], params: NonNullable<Reason['params']>): PriceOutcome {
  return { kind: 'unpriceable', reason: { code, severity: 'block', field: 'price', params } };
}

function ceilDigits(value: number): number {
  const scale = 10 ** FACTOR_DIGITS;
  return Math.ceil(value * scale - 1e-6) / scale;
}

function roundRate(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
