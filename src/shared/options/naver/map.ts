import type { Reason } from '../../domain/reason';
import type { OptionModel } from '../model';
import { buyersOrder } from '../order';
import { STOCK_MAX } from './limits';
import { type OptionRepair, proposePriceRepairs, proposeRename } from './repairs';
import { checkNaverRules } from './rules';
import { addOnPriceKrw, type NaverTerms, viewOf } from './terms';

/** Naver's `optionInfo` as we fill it in: a combination of one to three axes. */
export interface NaverOptionInfo {
  readonly optionCombinationSortType: 'CREATE';
  readonly optionCombinationGroupNames: Readonly<Record<string, string>>;
  readonly optionCombinations: readonly Readonly<Record<string, string | number | boolean>>[];
  readonly useStockManagement: true;
}

/** Naver's form of add-ons (naver-commerce-api.md 5.6, 2026-09); prices in won. */
export interface NaverSupplementProductInfo {
  readonly sortType: 'CREATE';
  readonly supplementProducts: readonly {
    readonly groupName: string;
    readonly name: string;
    readonly price: number;
    readonly stockQuantity: number;
    readonly sellerManagementCode?: string;
    readonly usable: boolean;
  }[];
}

/** What the options become at Naver. */
export interface NaverOptions {
  /** Null without a choice. */
  readonly optionInfo: NaverOptionInfo | null;
  readonly supplementProductInfo: NaverSupplementProductInfo | null;
  /** Stock of the product: the sum of its combinations; null when the options say nothing about it. */
  readonly stockQuantity: number | null;
  readonly problems: readonly Reason[];
  /** Changes that would solve problems, with their effect on what a buyer pays. */
  readonly repairs: readonly OptionRepair[];
}

/** Group under which add-ons are shown. */
const ADD_ON_GROUP = '추가상품';

/**
 * Maps options to Naver's fields. One dimension becomes a one-axis combination, because simple options
 * carry neither price nor stock. Every listed combination is sent, never one that is not listed, in
 * the order of the dimensions' values: with `CREATE` that is the order in which buyers see them.
 * Pure; the mapped fields are for sending only when no problem stops them.
 * Source: naver-commerce-api.md 5.5, 5.6 and example 9.2, 2026-09.
 */
export function mapToNaver(model: OptionModel, terms: NaverTerms): NaverOptions {
  const view = viewOf(model, terms);
  const rename = proposeRename(model, terms);
  return {
    optionInfo: optionInfoOf(model, view.combinations),
    supplementProductInfo: supplementsOf(model, terms),
    stockQuantity:
      model.combinations.length === 0
        ? null
        : view.combinations.reduce((sum, combination) => sum + combination.stock, 0),
    problems: checkNaverRules(view),
    repairs: [...proposePriceRepairs(model, terms), ...(rename === null ? [] : [rename])],
  };
}

function optionInfoOf(
  model: OptionModel,
  combinations: ReturnType<typeof viewOf>['combinations'],
): NaverOptionInfo | null {
  if (model.dimensions.length === 0 || combinations.length === 0) return null;
  return {
    optionCombinationSortType: 'CREATE',
    optionCombinationGroupNames: numbered(
      'optionGroupName',
      model.dimensions.map((dimension) => dimension.name),
    ),
    optionCombinations: buyersOrder(model)
      .flatMap((place) => combinations[place] ?? [])
      .map((combination) => ({
        ...numbered('optionName', combination.values),
        stockQuantity: combination.stock,
        price: combination.additionKrw,
        usable: combination.usable,
        ...(combination.sourceKey === null ? {} : { sellerManagerCode: combination.sourceKey }),
      })),
    useStockManagement: true,
  };
}

function numbered(key: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, place) => [`${key}${place + 1}`, text]));
}

function supplementsOf(model: OptionModel, terms: NaverTerms): NaverSupplementProductInfo | null {
  if (model.addOns.length === 0) return null;
  return {
    sortType: 'CREATE',
    supplementProducts: model.addOns.map((addOn) => ({
      groupName: ADD_ON_GROUP,
      name: addOn.name,
      price: addOnPriceKrw(addOn.priceKrw, terms),
      stockQuantity: addOn.usable ? Math.min(addOn.stock, STOCK_MAX) : 0,
      ...(addOn.sourceKey === null ? {} : { sellerManagementCode: addOn.sourceKey }),
      usable: addOn.usable,
    })),
  };
}
