import type { Reason, Severity } from '../../domain/reason';
import type { MessageCode } from '../../texts/catalogue';
import type { TextParams } from '../../texts/types';
import {
  AXES_MAX,
  additionWindowKrw,
  FLOOR_KRW,
  FORBIDDEN_CHARACTERS,
  lengthOf,
  PRICE_MAX_KRW,
  TEXT_MAX_LENGTH,
} from './limits';
import { addOnPriceKrw, isSellable, type NaverView } from './terms';

/** One violation. `path` says what it is about: `dimensions.1`, `dimensions.0.values.3`, `combinations.7`, `addOns.0`, empty for all. */
export interface RuleFinding {
  readonly path: string;
  readonly params: TextParams;
}

/** One of Naver's rules for options. Data: adding a rule changes no other code. */
export interface NaverOptionRule {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly source: string;
  readonly check: (view: NaverView) => readonly RuleFinding[];
}

const SECTION = 'naver-commerce-api.md 5.5';
/** Findings of one rule that are worth listing; further ones repeat the same. */
const FINDINGS_MAX = 20;

function hasAxes(view: NaverView): boolean {
  return view.model.dimensions.length > 0;
}

function texts(view: NaverView): readonly { readonly text: string; readonly path: string }[] {
  return [
    ...view.model.dimensions.flatMap((dimension, axis) => [
      { text: dimension.name, path: `dimensions.${axis}` },
      ...dimension.values.map((text, place) => ({
        text,
        path: `dimensions.${axis}.values.${place}`,
      })),
    ]),
    ...view.model.addOns.map((addOn, place) => ({ text: addOn.name, path: `addOns.${place}` })),
  ];
}

function textRule(
  code: MessageCode,
  severity: Severity,
  isWrong: (text: string) => boolean,
): NaverOptionRule {
  return {
    code,
    severity,
    source: SECTION,
    check: (view) =>
      texts(view)
        .filter(({ text }) => isWrong(text))
        .slice(0, FINDINGS_MAX)
        .map(({ text, path }) => ({
          path,
          params: { text: text.slice(0, 60), length: lengthOf(text), max: TEXT_MAX_LENGTH },
        })),
  };
}

/** Naver's rules for options, for the editor while typing and for the last check before sending. */
const NAVER_OPTION_RULES: readonly NaverOptionRule[] = [
  {
    code: 'OPTIONS_TOO_MANY_AXES',
    severity: 'ask',
    source: SECTION,
    check: ({ model }) =>
      model.dimensions.length > AXES_MAX
        ? [{ path: '', params: { count: model.dimensions.length, max: AXES_MAX } }]
        : [],
  },
  textRule('OPTIONS_TEXT_EMPTY', 'block', (text) => text.trim() === ''),
  textRule('OPTIONS_TEXT_TOO_LONG', 'ask', (text) => lengthOf(text) > TEXT_MAX_LENGTH),
  textRule('OPTIONS_FORBIDDEN_CHARACTER', 'ask', (text) => FORBIDDEN_CHARACTERS.test(text)),
  {
    code: 'OPTIONS_NAME_TWICE',
    severity: 'block',
    source: SECTION,
    check: ({ model }) =>
      model.dimensions.flatMap(({ name }, axis) =>
        model.dimensions.findIndex((other) => other.name.trim() === name.trim()) < axis
          ? [{ path: `dimensions.${axis}`, params: { name } }]
          : [],
      ),
  },
  {
    code: 'OPTIONS_COMBINATION_TWICE',
    severity: 'block',
    source: SECTION,
    check: ({ combinations }) => {
      const seen = new Set<string>();
      const findings: RuleFinding[] = [];
      for (const [place, { values }] of combinations.entries()) {
        const key = JSON.stringify(values);
        if (values.length > 0 && seen.has(key)) {
          findings.push({ path: `combinations.${place}`, params: { name: values.join(' / ') } });
        }
        seen.add(key);
      }
      return findings.slice(0, FINDINGS_MAX);
    },
  },
  {
    code: 'OPTIONS_INCOMPLETE_COMBINATION',
    severity: 'block',
    source: SECTION,
    check: ({ model, combinations }) =>
      combinations
        .flatMap(({ values }, place) =>
          values.length === model.dimensions.length
            ? []
            : [{ path: `combinations.${place}`, params: { name: values.join(' / ') } }],
        )
        .slice(0, FINDINGS_MAX),
  },
  {
    code: 'OPTIONS_TOO_MANY',
    severity: 'ask',
    source: 'naver-commerce-api.md 5.5 and 8.2 #5: no published maximum',
    check: ({ combinations, terms }) =>
      combinations.length > terms.maxCombinations
        ? [{ path: '', params: { count: combinations.length, max: terms.maxCombinations } }]
        : [],
  },
  {
    code: 'OPTIONS_ALL_SOLD_OUT',
    severity: 'block',
    source: 'naver-commerce-api.md 5.1: stock is needed to sell',
    check: ({ model, combinations }) =>
      (combinations.length > 0 || model.dimensions.length > 0) && !combinations.some(isSellable)
        ? [{ path: '', params: { count: combinations.length } }]
        : [],
  },
  {
    code: 'OPTIONS_NO_ZERO_PRICE',
    severity: 'block',
    source: SECTION,
    check: (view) =>
      hasAxes(view) &&
      view.combinations.some(isSellable) &&
      !view.combinations.some((entry) => isSellable(entry) && entry.additionKrw === 0)
        ? [{ path: '', params: { leastKrw: Math.min(...sellableAdditions(view)) } }]
        : [],
  },
  {
    code: 'OPTIONS_PRICE_WINDOW',
    severity: 'block',
    source: 'seller notices 100001516 and 2283',
    check: (view) => {
      if (!hasAxes(view) || view.terms.isPriceWindowExempt) return [];
      const { minKrw, maxKrw } = additionWindowKrw(view.terms.salePriceKrw);
      return pricedOutside(view, minKrw, maxKrw);
    },
  },
  {
    code: 'OPTIONS_PRICE_FLOOR',
    severity: 'block',
    source: 'cac/33997, in force since 2026-09-16',
    check: (view) =>
      hasAxes(view) ? pricedOutside(view, FLOOR_KRW - view.terms.salePriceKrw, PRICE_MAX_KRW) : [],
  },
  {
    code: 'OPTIONS_BOOK_NEGATIVE',
    severity: 'block',
    source: SECTION,
    check: (view) =>
      hasAxes(view) && view.terms.isBook ? pricedOutside(view, 0, PRICE_MAX_KRW) : [],
  },
  {
    code: 'OPTIONS_PAID_NOTHING',
    severity: 'block',
    source: 'a buyer must pay at least the floor after the discount, too',
    check: (view) =>
      hasAxes(view)
        ? pricedOutside(
            view,
            FLOOR_KRW - (view.terms.salePriceKrw - view.terms.discountKrw),
            PRICE_MAX_KRW,
          )
        : [],
  },
  {
    code: 'OPTIONS_SINGLE_ADDITION',
    severity: 'ask',
    source: 'without options Naver charges the sale price alone',
    check: ({ model, combinations }) => {
      const only = combinations[0];
      return model.type === 'NONE' && only !== undefined && only.additionKrw !== 0
        ? [{ path: 'combinations.0', params: { additionKrw: only.additionKrw } }]
        : [];
    },
  },
  {
    code: 'OPTIONS_ONLY_ADD_ONS',
    severity: 'ask',
    source: 'naver-commerce-api.md 5.6: add-ons are bought with a product',
    check: ({ model }) =>
      model.type === 'INDEPENDENT' ? [{ path: '', params: { count: model.addOns.length } }] : [],
  },
  {
    code: 'OPTIONS_ADD_ON_PRICE',
    severity: 'block',
    source: 'naver-commerce-api.md 5.6: prices from 0',
    check: ({ model, terms }) =>
      model.addOns
        .flatMap(({ name, priceKrw }, place) => {
          const own = addOnPriceKrw(priceKrw, terms);
          return own >= FLOOR_KRW && own <= PRICE_MAX_KRW
            ? []
            : [{ path: `addOns.${place}`, params: { name: name.slice(0, 60), priceKrw: own } }];
        })
        .slice(0, FINDINGS_MAX),
  },
];

function sellableAdditions(view: NaverView): readonly number[] {
  return view.combinations.filter(isSellable).map((entry) => entry.additionKrw);
}

function pricedOutside(view: NaverView, minKrw: number, maxKrw: number): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const [place, { values, additionKrw }] of view.combinations.entries()) {
    if (additionKrw >= minKrw && additionKrw <= maxKrw) continue;
    findings.push({
      path: `combinations.${place}`,
      params: { name: values.join(' / ').slice(0, 60), additionKrw, minKrw, maxKrw },
    });
    if (findings.length === FINDINGS_MAX) break;
  }
  return findings;
}

/** Runs all rules; the field of every reason begins with `options`. */
export function checkNaverRules(view: NaverView): readonly Reason[] {
  return NAVER_OPTION_RULES.flatMap(({ code, severity, check }) =>
    check(view).map(({ path, params }) => ({
      code,
      severity,
      field: path === '' ? 'options' : `options.${path}`,
      params,
    })),
  );
}
