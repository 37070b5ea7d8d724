import type { ExplanationStep, OptionModel } from '../model';
import {
  additionWindowKrw,
  DISCOUNT_MAX_KRW,
  FLOOR_KRW,
  PRICE_MAX_KRW,
  roundUpToStep,
} from './limits';
import { proposeShortNames } from './short-names';
import { buyerAdditionKrw, isSellable, type NaverTerms, paidKrw, viewOf } from './terms';

/** What a repair changes for the buyer of one combination. */
export interface BuyerPriceChange {
  readonly values: readonly string[];
  readonly beforeKrw: number;
  readonly afterKrw: number;
}

/**
 * A change that would make the options acceptable. Nothing is applied by itself.
 * `rebase`: another combination becomes the one without addition; every supplier addition shifts by
 * `shiftKrw`, which the item's cost takes over. `resplit`: a higher sale price with a higher discount.
 * `rename`: names that Naver takes.
 */
export interface OptionRepair {
  readonly kind: 'rebase' | 'resplit' | 'rebase-and-resplit' | 'rename';
  readonly salePriceKrw: number;
  readonly discountKrw: number;
  /** Supplier's addition that becomes zero; add it to the item's cost. 0 when nothing shifts. */
  readonly shiftKrw: number;
  readonly model: OptionModel;
  /** Combinations for which the buyer pays something else than before; empty: nobody does. */
  readonly changes: readonly BuyerPriceChange[];
  readonly explanation: ExplanationStep;
}

/** Price repairs, least change first; empty when the prices are fine or no allowed change helps. */
export function proposePriceRepairs(
  model: OptionModel,
  terms: NaverTerms,
): readonly OptionRepair[] {
  if (model.dimensions.length === 0) return proposeForOnlyOption(model, terms);
  const view = viewOf(model, terms);
  const sellable = view.combinations.filter(isSellable);
  if (sellable.length === 0) return [];
  const hasZero = sellable.some((entry) => entry.additionKrw === 0);
  const additions = view.combinations.map((entry) => entry.additionKrw);
  if (hasZero && fits(terms.salePriceKrw, additions, terms)) return [];
  const repairs: OptionRepair[] = [];
  if (hasZero) {
    const split = resplit(terms, additions);
    if (split !== null) repairs.push(repairOf('resplit', model, terms, 0, split));
  }
  for (const shiftKrw of basesOf(model)) {
    const rebased = repairByRebase(model, terms, shiftKrw);
    if (rebased !== null) repairs.push(rebased);
  }
  const headlineKrw = terms.salePriceKrw - terms.discountKrw;
  const headlineChange = (repair: OptionRepair): number =>
    Math.abs(repair.salePriceKrw - repair.discountKrw - headlineKrw);
  return repairs
    .sort(
      (left, right) =>
        left.changes.length - right.changes.length ||
        headlineChange(left) - headlineChange(right) ||
        left.discountKrw - right.discountKrw,
    )
    .slice(0, 3);
}

/** Without a choice Naver takes no addition: it moves into the sale price. */
function proposeForOnlyOption(model: OptionModel, terms: NaverTerms): readonly OptionRepair[] {
  const [only, ...others] = model.combinations;
  if (only === undefined || others.length > 0 || only.priceKrw === 0) return [];
  const repair = repairByRebase(model, terms, only.priceKrw);
  return repair === null ? [] : [repair];
}

/** Additions of orderable combinations that could become the base: cheapest, most frequent, middle. */
function basesOf(model: OptionModel): readonly number[] {
  const additions = model.combinations
    .filter((entry) => entry.usable && entry.stock > 0)
    .map((entry) => entry.priceKrw)
    .sort((left, right) => left - right);
  const counts = new Map<number, number>();
  for (const addition of additions) counts.set(addition, (counts.get(addition) ?? 0) + 1);
  const frequent = [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
  const middle = additions[Math.floor(additions.length / 2)];
  const bases = [additions[0], frequent, middle].filter((base) => base !== undefined && base !== 0);
  return [...new Set(bases)].filter((base): base is number => base !== undefined);
}

function repairByRebase(
  model: OptionModel,
  terms: NaverTerms,
  shiftKrw: number,
): OptionRepair | null {
  const shifted = shift(model, shiftKrw);
  const salePriceKrw = terms.salePriceKrw + buyerAdditionKrw(shiftKrw, terms.optionFactor);
  if (salePriceKrw < FLOOR_KRW || salePriceKrw > PRICE_MAX_KRW) return null;
  if (salePriceKrw <= terms.discountKrw) return null;
  const moved = { ...terms, salePriceKrw };
  const additions = viewOf(shifted, moved).combinations.map((entry) => entry.additionKrw);
  if (fits(salePriceKrw, additions, moved)) {
    return repairOf('rebase', model, terms, shiftKrw, {
      salePriceKrw,
      discountKrw: terms.discountKrw,
    });
  }
  const split = resplit(moved, additions);
  return split === null ? null : repairOf('rebase-and-resplit', model, terms, shiftKrw, split);
}

function shift(model: OptionModel, shiftKrw: number): OptionModel {
  if (shiftKrw === 0) return model;
  return {
    ...model,
    combinations: model.combinations.map((entry) => ({
      ...entry,
      priceKrw: entry.priceKrw - shiftKrw,
    })),
    addOns: model.addOns.map((entry) => ({ ...entry, priceKrw: entry.priceKrw - shiftKrw })),
  };
}

function fits(salePriceKrw: number, additions: readonly number[], terms: NaverTerms): boolean {
  const window = additionWindowKrw(salePriceKrw);
  const least = Math.max(
    FLOOR_KRW - (salePriceKrw - terms.discountKrw),
    terms.isBook ? 0 : Number.NEGATIVE_INFINITY,
    terms.isPriceWindowExempt ? Number.NEGATIVE_INFINITY : window.minKrw,
  );
  const most = terms.isPriceWindowExempt ? PRICE_MAX_KRW : window.maxKrw;
  return additions.every((addition) => addition >= least && addition <= most);
}

/** The smallest higher sale price whose window takes all additions while the buyer pays the same; or null. */
function resplit(
  terms: NaverTerms,
  additions: readonly number[],
): { readonly salePriceKrw: number; readonly discountKrw: number } | null {
  const paid = terms.salePriceKrw - terms.discountKrw;
  const up = Math.max(0, ...additions);
  const down = Math.max(0, ...additions.map((addition) => -addition));
  if (paid - down < FLOOR_KRW || (terms.isBook && down > 0)) return null;
  // The window is a step function: the smallest price of each of its three bands, in order.
  for (const least of [up, Math.max(2_000, up, 2 * down), Math.max(10_000, 2 * up, 2 * down)]) {
    const salePriceKrw = roundUpToStep(Math.max(least, terms.salePriceKrw));
    const discountKrw = salePriceKrw - paid;
    if (
      salePriceKrw <= PRICE_MAX_KRW &&
      discountKrw <= DISCOUNT_MAX_KRW &&
      fits(salePriceKrw, additions, { ...terms, discountKrw })
    ) {
      return { salePriceKrw, discountKrw };
    }
  }
  return null;
}

function repairOf(
  kind: OptionRepair['kind'],
  model: OptionModel,
  terms: NaverTerms,
  shiftKrw: number,
  price: { readonly salePriceKrw: number; readonly discountKrw: number },
): OptionRepair {
  const repaired = shift(model, shiftKrw);
  return {
    kind,
    ...price,
    shiftKrw,
    model: repaired,
    changes: changesOf(model, repaired, terms, { ...terms, ...price }),
    explanation: explain(kind, terms, price),
  };
}

function changesOf(
  before: OptionModel,
  after: OptionModel,
  termsBefore: NaverTerms,
  termsAfter: NaverTerms,
): readonly BuyerPriceChange[] {
  const old = viewOf(before, termsBefore).combinations;
  return viewOf(after, termsAfter).combinations.flatMap((entry, place) => {
    const was = old[place];
    if (was === undefined) return [];
    const beforeKrw = paidKrw(was, termsBefore);
    const afterKrw = paidKrw(entry, termsAfter);
    return beforeKrw === afterKrw ? [] : [{ values: entry.values, beforeKrw, afterKrw }];
  });
}

function explain(
  kind: OptionRepair['kind'],
  terms: NaverTerms,
  price: { readonly salePriceKrw: number; readonly discountKrw: number },
): ExplanationStep {
  const ko = (krw: number): string => `${krw.toLocaleString('ko-KR')}원`;
  const en = (krw: number): string => `${krw.toLocaleString('en-US')} won`;
  const base =
    kind === 'resplit'
      ? { ko: '', en: '' }
      : {
          ko: '추가금이 없는 기준 옵션을 바꾸고, ',
          en: 'Another option becomes the one without addition; ',
        };
  return {
    ko: `${base.ko}판매가를 ${ko(terms.salePriceKrw)}에서 ${ko(price.salePriceKrw)}으로, 즉시할인을 ${ko(terms.discountKrw)}에서 ${ko(price.discountKrw)}으로 바꿉니다.`,
    en: `${base.en}the sale price goes from ${en(terms.salePriceKrw)} to ${en(price.salePriceKrw)}, the discount from ${en(terms.discountKrw)} to ${en(price.discountKrw)}.`,
  };
}

/** Names that Naver takes for those it would refuse; null when all are fine. */
export function proposeRename(model: OptionModel, terms: NaverTerms): OptionRepair | null {
  const names = proposeShortNames(model.dimensions.map((dimension) => dimension.name));
  const renamed = model.dimensions.map((dimension, axis) => ({
    name: names[axis] ?? dimension.name,
    values: proposeShortNames(dimension.values),
  }));
  const addOnNames = proposeShortNames(model.addOns.map((addOn) => addOn.name));
  const isChanged =
    renamed.some(
      (dimension, axis) =>
        dimension.name !== model.dimensions[axis]?.name ||
        dimension.values.some((value, place) => value !== model.dimensions[axis]?.values[place]),
    ) || addOnNames.some((name, place) => name !== model.addOns[place]?.name);
  if (!isChanged) return null;
  const shortOf = model.dimensions.map(
    (dimension, axis) =>
      new Map(
        dimension.values.map((value, place) => [value, renamed[axis]?.values[place] ?? value]),
      ),
  );
  return {
    kind: 'rename',
    salePriceKrw: terms.salePriceKrw,
    discountKrw: terms.discountKrw,
    shiftKrw: 0,
    model: {
      ...model,
      dimensions: renamed,
      combinations: model.combinations.map((combination) => ({
        ...combination,
        values: combination.values.map((value, axis) => shortOf[axis]?.get(value) ?? value),
      })),
      addOns: model.addOns.map((addOn, place) => ({
        ...addOn,
        name: addOnNames[place] ?? addOn.name,
      })),
    },
    changes: [],
    explanation: {
      ko: '네이버가 받지 않는 글자와 25자를 넘는 이름을 짧게 바꿉니다.',
      en: 'Names with characters or lengths that Naver refuses are shortened.',
    },
  };
}
