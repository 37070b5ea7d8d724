import type { Draw } from '../seeded';
import type { FamilyDimension } from './families';
import type { OptionEntry, OptionSet } from './model';

/** Ways in which suppliers write options (domeggook-openapi.md 5.2). */
export const OPTION_SHAPES = [
  'none',
  'dummy',
  'one',
  'one-priced',
  'one-numbered',
  'hidden-hyphen',
  'hidden-slash',
  'hidden-underscore',
  'hidden-brackets',
  'hidden-blank',
  'hidden-price-text',
  'grid',
  'grid-priced',
  'grid-mixed-stock',
  'grid-sparse',
  'grid-three',
  'negative',
  'one-soldout',
  'one-ended',
  'one-hidden',
  'wholesale-values',
  'add-ons',
  'punctuation',
  'padded-duplicates',
  'all-soldout',
  'large',
] as const;
/** One way in which suppliers write options into one text. */
export type OptionShape = (typeof OPTION_SHAPES)[number];

interface Recipe {
  readonly draw: Draw;
  readonly dimensions: readonly FamilyDimension[];
  readonly basePriceKrw: number;
}

function entry(indexes: readonly number[], stock: number, supAddKrw = 0): OptionEntry {
  return {
    indexes,
    domAddKrw: Math.round((supAddKrw * 0.8) / 100) * 100,
    supAddKrw,
    stock,
    hid: 0,
    isOnDome: true,
    isOnSupply: true,
  };
}

function stockOf(draw: Draw): number {
  return draw.pick([12, 30, 48, 75, 120, 240, 999]);
}

/** A small addition: well inside every price window. */
function additionFor(basePriceKrw: number, step: number): number {
  return Math.max(100, Math.round((basePriceKrw * 0.06) / 100) * 100) * step;
}

function first(recipe: Recipe): FamilyDimension {
  return recipe.dimensions[0] ?? { name: '옵션', values: ['A타입', 'B타입', 'C타입'] };
}

function second(recipe: Recipe): FamilyDimension {
  return recipe.dimensions[1] ?? { name: '구성', values: ['단품', '세트'] };
}

function fewValues(dimension: FamilyDimension, count: number): string[] {
  return dimension.values.slice(0, Math.max(2, count));
}

function single(recipe: Recipe, name: string, values: readonly string[]): OptionSet {
  return {
    dimensions: [{ name, values }],
    entries: values.map((_, index) => entry([index], stockOf(recipe.draw))),
  };
}

function plainOne(recipe: Recipe): OptionSet {
  const dimension = first(recipe);
  return single(recipe, dimension.name, fewValues(dimension, recipe.draw.int(2, 5)));
}

function grid(recipe: Recipe, third: FamilyDimension | null): OptionSet {
  const dimensions = [
    { name: first(recipe).name, values: fewValues(first(recipe), third === null ? 4 : 2) },
    { name: second(recipe).name, values: fewValues(second(recipe), third === null ? 3 : 2) },
    ...(third === null ? [] : [third]),
  ];
  let tuples: number[][] = [[]];
  for (const dimension of dimensions) {
    tuples = tuples.flatMap((tuple) => dimension.values.map((_, index) => [...tuple, index]));
  }
  return { dimensions, entries: tuples.map((tuple) => entry(tuple, stockOf(recipe.draw))) };
}

/** Two dimensions pressed into one value string. */
function hidden(
  recipe: Recipe,
  join: (one: string, other: string, index: number) => string,
  names: readonly string[] = ['옵션', '옵션선택', '색상/사이즈'],
): OptionSet {
  const ones = fewValues(first(recipe), 4);
  const others = fewValues(second(recipe), 3);
  const values = ones.flatMap((one, row) =>
    others.map((other, column) => join(one, other, row * others.length + column)),
  );
  return single(recipe, recipe.draw.pick(names), values);
}

function withFirst(set: OptionSet, change: Partial<OptionEntry>, which: number): OptionSet {
  return {
    ...set,
    entries: set.entries.map((known, index) => (index === which ? { ...known, ...change } : known)),
  };
}

function priced(recipe: Recipe, set: OptionSet): OptionSet {
  const last = set.dimensions.length - 1;
  return {
    ...set,
    entries: set.entries.map((known) => {
      const step = known.indexes[last] ?? 0;
      const addition = step === 0 ? 0 : additionFor(recipe.basePriceKrw, step);
      return { ...known, supAddKrw: addition, domAddKrw: Math.round((addition * 0.8) / 100) * 100 };
    }),
  };
}

const THIRD: FamilyDimension = { name: '포장', values: ['기본포장', '선물포장'] };

const BUILDERS: Readonly<Record<OptionShape, (recipe: Recipe) => OptionSet | null>> = {
  none: () => null,
  dummy: (recipe) => single(recipe, '옵션', ['기본선택']),
  one: plainOne,
  'one-priced': (recipe) => priced(recipe, plainOne(recipe)),
  'one-numbered': (recipe) => {
    const values = fewValues(first(recipe), 6).map((value, index) => `0${index + 1}.${value}`);
    return single(recipe, first(recipe).name, values);
  },
  'hidden-hyphen': (recipe) => hidden(recipe, (one, other) => `${one}-${other}`),
  'hidden-slash': (recipe) => hidden(recipe, (one, other) => `${one} / ${other}`),
  'hidden-underscore': (recipe) => hidden(recipe, (one, other) => `${one}_${other}`),
  'hidden-brackets': (recipe) => hidden(recipe, (one, other) => `${one}(${other})`),
  'hidden-blank': (recipe) => hidden(recipe, (one, other) => `${one} ${other}`),
  'hidden-price-text': (recipe) =>
    hidden(recipe, (one, other, index) =>
      index % 3 === 2 ? `${one}-${other}(+1,000원)` : `${one}-${other}`,
    ),
  grid: (recipe) => grid(recipe, null),
  'grid-priced': (recipe) => priced(recipe, grid(recipe, null)),
  'grid-mixed-stock': (recipe) => {
    const set = grid(recipe, null);
    const changes: readonly Partial<OptionEntry>[] = [
      {},
      { stock: 0 },
      { hid: 1 },
      { hid: 2, stock: 0 },
    ];
    return changes.reduce((built, change, index) => withFirst(built, change, index), set);
  },
  'grid-sparse': (recipe) => {
    const set = grid(recipe, null);
    return { ...set, entries: set.entries.filter((_, index) => index % 4 !== 2) };
  },
  'grid-three': (recipe) => priced(recipe, grid(recipe, THIRD)),
  negative: (recipe) => {
    const unit = Math.floor((recipe.basePriceKrw * 0.12) / 100) * 100;
    const set = single(recipe, '수량', ['10매', '5매', '1매']);
    return {
      ...set,
      entries: set.entries.map((known, index) => {
        const addKrw = index === 0 ? 0 : -unit * index;
        return { ...known, supAddKrw: addKrw, domAddKrw: addKrw };
      }),
    };
  },
  'one-soldout': (recipe) => withFirst(plainOne(recipe), { stock: 0 }, 1),
  'one-ended': (recipe) => withFirst(plainOne(recipe), { hid: 1 }, 1),
  'one-hidden': (recipe) => withFirst(plainOne(recipe), { hid: 2 }, 1),
  'wholesale-values': (recipe) => {
    const set = withFirst(plainOne(recipe), { isOnSupply: false }, 0);
    return withFirst(set, { isOnDome: false }, 1);
  },
  'add-ons': (recipe) => {
    const set = single(recipe, '선택', ['본품', '추가구성품_리필 2개', '추가구성품_전용 파우치']);
    const minus = -Math.floor((recipe.basePriceKrw * 0.6) / 100) * 100;
    return withFirst(
      withFirst(set, { supAddKrw: minus, domAddKrw: minus }, 1),
      { supAddKrw: minus + 300, domAddKrw: minus + 300 },
      2,
    );
  },
  punctuation: (recipe) =>
    single(recipe, '상품선택', [
      '[당일발송] 2+1세트',
      '500ml/2개입',
      '블랙&그레이(2p)',
      'B형, 받침 포함',
    ]),
  'padded-duplicates': (recipe) => single(recipe, '색상', ['블랙', '블랙', '화이트 ']),
  'all-soldout': (recipe) => {
    const set = plainOne(recipe);
    return { ...set, entries: set.entries.map((known) => ({ ...known, stock: 0 })) };
  },
  large: (recipe) => {
    const values = Array.from(
      { length: 120 },
      (_, index) => `디자인 ${String(index + 1).padStart(3, '0')}`,
    );
    return single(recipe, '디자인', values);
  },
};

/** The options of one item in the given shape; null when it has none. */
export function buildOptions(shape: OptionShape, recipe: Recipe): OptionSet | null {
  return BUILDERS[shape](recipe);
}
