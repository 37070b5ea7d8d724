import type { Draft } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import { inSales } from '@shared/options/in-sales';
import type { OptionModel } from '@shared/options/model';
import { mapToNaver } from '@shared/options/naver/map';
import type { OptionRepair } from '@shared/options/naver/repairs';
import { addOnPriceKrw, type NaverTerms, paidKrw, viewOf } from '@shared/options/naver/terms';
import { buyersOrder } from '@shared/options/order';
import type { Surroundings } from './surroundings';

/** One combination as the grid shows it. Won. */
export interface OptionRow {
  /** In the model's combinations. */
  readonly place: number;
  readonly values: readonly string[];
  /** What the supplier wrote; null when the draft does not hold it. */
  readonly sourceText: string | null;
  readonly priceKrw: number;
  readonly paidKrw: number;
  readonly stock: number;
  readonly usable: boolean;
  /** Axes whose value breaks a rule. */
  readonly wrongAxes: readonly number[];
  /** The price or the whole combination breaks a rule. */
  readonly isWrong: boolean;
}

/** Everything the screen shows of one state of the options; computed on this page. */
export interface OptionView {
  readonly model: OptionModel;
  readonly terms: NaverTerms;
  /** In the order in which a buyer meets them: by the dimensions' values. */
  readonly rows: readonly OptionRow[];
  readonly addOnPaidKrw: readonly number[];
  readonly problems: readonly Reason[];
  readonly repairs: readonly OptionRepair[];
  readonly wrongDimensions: ReadonlySet<number>;
  readonly wrongAddOns: ReadonlySet<number>;
}

/** What options are checked by beside the price. */
export interface ViewTerms {
  readonly maxCombinations: number;
  /** Flags of the draft's category (`exceptionalCategories`). */
  readonly exceptions: readonly string[];
}

/** The rules' terms at the price and discount the editor shows, saved or not. */
export function termsOf(draft: Draft, around: Surroundings, more: ViewTerms): NaverTerms {
  return {
    salePriceKrw: around.salePriceKrw,
    discountKrw: around.discountKrw,
    optionFactor: draft.content.price.optionFactor,
    maxCombinations: more.maxCombinations,
    isPriceWindowExempt: more.exceptions.includes('OPTION_PRICE'),
    isBook: more.exceptions.includes('BOOK'),
  };
}

/** The state's rows, findings and repairs. `unitQuantity`: pieces per sale. */
export function viewOfOptions(
  model: OptionModel,
  terms: NaverTerms,
  unitQuantity: number,
  sourceTexts: ReadonlyMap<string, string>,
): OptionView {
  const mapped = mapToNaver(inSales(model, unitQuantity), terms);
  // A repair is an edit of the pieces that the draft counts, not of whole sales.
  const repairs = unitQuantity === 1 ? mapped.repairs : mapToNaver(model, terms).repairs;
  const buyer = viewOf(model, terms).combinations;
  const wrong = wrongPlaces(model, mapped.problems);
  const rows = buyersOrder(model).flatMap((place): readonly OptionRow[] => {
    const own = model.combinations[place];
    const seen = buyer[place];
    if (own === undefined || seen === undefined) return [];
    return [
      {
        place,
        values: own.values,
        sourceText: own.sourceKey === null ? null : (sourceTexts.get(own.sourceKey) ?? null),
        priceKrw: own.priceKrw,
        paidKrw: paidKrw(seen, terms),
        stock: own.stock,
        usable: own.usable,
        wrongAxes: own.values.flatMap((value, axis) =>
          wrong.values[axis]?.has(value) === true ? [axis] : [],
        ),
        isWrong: wrong.combinations.has(place),
      },
    ];
  });
  return {
    model,
    terms,
    rows,
    addOnPaidKrw: model.addOns.map((addOn) => addOnPriceKrw(addOn.priceKrw, terms)),
    problems: mapped.problems,
    repairs,
    wrongDimensions: wrong.dimensions,
    wrongAddOns: wrong.addOns,
  };
}

interface WrongPlaces {
  readonly dimensions: ReadonlySet<number>;
  readonly values: readonly ReadonlySet<string>[];
  readonly combinations: ReadonlySet<number>;
  readonly addOns: ReadonlySet<number>;
}

/** The places that the findings' fields name (`options.dimensions.0.values.3`). */
function wrongPlaces(model: OptionModel, problems: readonly Reason[]): WrongPlaces {
  const dimensions = new Set<number>();
  const combinations = new Set<number>();
  const addOns = new Set<number>();
  const values = model.dimensions.map(() => new Set<string>());
  for (const { field = '' } of problems) {
    const [, part, first, , second] = field.split('.');
    const place = Number(first);
    if (part === 'combinations') combinations.add(place);
    if (part === 'addOns') addOns.add(place);
    if (part !== 'dimensions') continue;
    const value =
      second === undefined ? undefined : model.dimensions[place]?.values[Number(second)];
    if (second === undefined) dimensions.add(place);
    else if (value !== undefined) values[place]?.add(value);
  }
  return { dimensions, values, combinations, addOns };
}
