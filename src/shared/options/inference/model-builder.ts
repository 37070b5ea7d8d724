import type { OptionAddOn, OptionCombination, OptionModel } from '../model';
import type { ChoiceList } from './choice-list';
import { type NamedColumn, nameColumns } from './naming';
import type { CleanRow } from './rows';
import type { Candidate } from './split';
import { capitalSize, commonKinds, makeColumn } from './structure';

/** Most axes at Naver; further ones are joined into the last. Source: naver-commerce-api.md 5.5. */
export const AXES_MAX = 3;
const FILLER = '단일';

/** A model with where its names come from, and the rows that turned out to repeat others. */
export interface NamedModel {
  readonly model: OptionModel;
  readonly names: readonly NamedColumn[];
  readonly dropped: readonly CleanRow[];
}

/** All values whole, for the choice of another reading. */
export function wholeModel(list: ChoiceList, addOns: readonly OptionAddOn[]): OptionModel {
  const name = list.label ?? (list.supplied.length === 1 ? list.supplied[0]?.name : null) ?? '옵션';
  return {
    type: 'SIMPLE',
    dimensions: [{ name, values: list.texts }],
    combinations: list.rows.map((row, place) => toCombination(row, [list.texts[place] ?? ''])),
    addOns,
  };
}

/** The values as one dimension, cleaned like the values of any dimension. */
export function simpleModel(list: ChoiceList, addOns: readonly OptionAddOn[]): NamedModel {
  const column = makeColumn(list.texts, list.split);
  if (column === null) return fixedModel(list, list.texts, addOns);
  const label = list.label ?? column.label;
  const names = nameColumns(
    [{ distinct: column.distinct, kinds: column.kinds, label }],
    list.supplied,
    list.product,
    list.split.kinds,
  );
  return assemble(
    names,
    list.rows,
    column.values.map((value) => [value]),
    column.distinct.length === column.ids.length ? null : column.ids,
    [column.distinct],
    addOns,
  );
}

/** The given values, parallel to the rows, as one dimension without further cleaning. */
export function fixedModel(
  list: ChoiceList,
  values: readonly string[],
  addOns: readonly OptionAddOn[],
): NamedModel {
  const kinds = commonKinds(values, list.split.kinds);
  const names = list.isReadable
    ? nameColumns(
        [{ distinct: values, kinds, label: list.label }],
        list.supplied,
        list.product,
        list.split.kinds,
      )
    : [{ name: '옵션', source: 'fallback' as const }];
  return assemble(
    names,
    list.rows,
    values.map((value) => [value]),
    null,
    null,
    addOns,
  );
}

/** The dimensions of a split; odd rows keep their text whole beside the filler. */
export function splitModel(
  list: ChoiceList,
  candidate: Candidate,
  addOns: readonly OptionAddOn[],
): NamedModel {
  const { columns } = candidate.structure;
  const [first] = columns;
  const labelled =
    list.label !== null && first !== undefined && first.label === null
      ? [{ ...first, label: list.label }, ...columns.slice(1)]
      : columns;
  const names = nameColumns(labelled, list.supplied, list.product, list.split.kinds);
  const tuples: (readonly string[])[] = new Array(list.rows.length).fill([]);
  const keys: number[] = new Array(list.rows.length).fill(0);
  for (let order = 0; order < candidate.rows.length; order += 1) {
    const place = candidate.rows[order] ?? 0;
    let key = 0;
    const tuple: string[] = [];
    for (const column of columns) {
      key = key * column.distinct.length + (column.ids[order] ?? 0);
      tuple.push(column.values[order] ?? '');
    }
    tuples[place] = tuple;
    keys[place] = key;
  }
  for (const place of candidate.odd) {
    const text = list.texts[place] ?? '';
    const own = list.split.kinds.of(text);
    const fitting = columns.findIndex((column) => (column.kinds & own) !== 0);
    const home = fitting === -1 ? 0 : fitting;
    tuples[place] = columns.map((_, column) => (column === home ? capitalSize(text, own) : FILLER));
    // Odd texts differ from each other, or they would have been taken out as repeated rows.
    keys[place] = -1 - place;
  }
  const distinct = candidate.odd.length === 0 ? columns.map((column) => column.distinct) : null;
  return assemble(names, list.rows, tuples, keys, distinct, addOns);
}

/**
 * Builds the model: at most three axes, equal options once, values in order of first appearance.
 * Rows with equal `keys` are equal; null when all rows differ. `distinct` are the values of every
 * dimension where they are known already.
 */
export function assemble(
  names: readonly NamedColumn[],
  rows: readonly CleanRow[],
  tuples: readonly (readonly string[])[],
  keys: readonly number[] | null,
  distinct: readonly (readonly string[])[] | null,
  addOns: readonly OptionAddOn[],
): NamedModel {
  const areJoined = names.length > AXES_MAX;
  const axes = areJoined ? joinNames(names) : names;
  const seen = keys === null ? null : new Set<number>();
  const combinations: OptionCombination[] = [];
  const dropped: CleanRow[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place];
    const tuple = tuples[place] ?? [];
    if (row === undefined) continue;
    const values = areJoined
      ? [...tuple.slice(0, AXES_MAX - 1), tuple.slice(AXES_MAX - 1).join('/')]
      : tuple;
    if (seen !== null) {
      const before = seen.size;
      seen.add(keys?.[place] ?? place);
      if (seen.size === before) {
        dropped.push(row);
        continue;
      }
    }
    combinations.push(toCombination(row, values));
  }
  const dimensions = axes.map(({ name }, place) => ({
    name,
    values: (areJoined ? null : distinct?.[place]) ?? valuesAt(combinations, place),
  }));
  const type = combinations.length === 1 ? 'NONE' : axes.length === 1 ? 'SIMPLE' : 'COMBINATION';
  const model: OptionModel =
    type === 'NONE'
      ? {
          type,
          dimensions: [],
          combinations: combinations.map((only) => ({ ...only, values: [] })),
          addOns,
        }
      : { type, dimensions, combinations, addOns };
  return { model, names: axes, dropped };
}

function valuesAt(combinations: readonly OptionCombination[], place: number): readonly string[] {
  return [...new Set(combinations.map((combination) => combination.values[place] ?? ''))];
}

function joinNames(names: readonly NamedColumn[]): readonly NamedColumn[] {
  const rest = names.slice(AXES_MAX - 1);
  return [
    ...names.slice(0, AXES_MAX - 1),
    { name: rest.map((entry) => entry.name).join('/'), source: rest[0]?.source ?? 'fallback' },
  ];
}

export function toCombination(row: CleanRow, values: readonly string[]): OptionCombination {
  return {
    values,
    priceKrw: row.priceKrw,
    stock: row.stock,
    usable: row.usable,
    sourceKey: row.sourceKey,
  };
}

export function toAddOn(row: CleanRow): OptionAddOn {
  return {
    name: row.text,
    priceKrw: row.priceKrw,
    stock: row.stock,
    usable: row.usable,
    sourceKey: row.sourceKey,
  };
}
