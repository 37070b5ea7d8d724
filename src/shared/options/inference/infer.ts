import type { Reason } from '../../domain/reason';
import type {
  ExplanationStep,
  OptionAddOn,
  OptionAlternative,
  OptionCombination,
  OptionModel,
  OptionReading,
  RawOption,
} from '../model';
import { confidenceOfSimple, confidenceOfSplit } from './confidence';
import { steps } from './explain';
import { readLabels } from './labels';
import { type NamedColumn, nameColumns, ProductContext, promisesSeveral } from './naming';
import { removeNumbering } from './numbering';
import { removeRepeatedWords, TitleWords } from './repeated-words';
import { type CleanRow, cleanRows, NAME_LENGTH_MAX, note } from './rows';
import { readSetName, type SuppliedName } from './set-name';
import { type Candidate, findSplits, findUnprovenSplit } from './split';
import { capitalSize, commonKinds, makeColumn, type SplitContext, spellingKey } from './structure';
import { ValueKinds } from './value-kind';

/** What is known of the item besides its option values. All may be empty. */
export interface InferenceContext {
  readonly category: string;
  readonly title: string;
  /** The supplier's name of the dimension. */
  readonly setName: string;
}

/** Most supplier names remembered; then the memory starts anew. */
const NAMES_REMEMBERED_MAX = 5_000;

/** What readings in a row may share: it depends on the words alone, not on the item. Bounded. */
export class ReadingMemory {
  readonly kinds = new ValueKinds();
  readonly #names = new Map<string, readonly (SuppliedName | null)[]>();

  namesOf(setName: string): readonly (SuppliedName | null)[] {
    const known = this.#names.get(setName);
    if (known !== undefined) return known;
    const names = readSetName(setName);
    if (this.#names.size >= NAMES_REMEMBERED_MAX) this.#names.clear();
    this.#names.set(setName, names);
    return names;
  }
}

/** Most axes at Naver; further ones are joined into the last. Source: naver-commerce-api.md 5.5. */
const AXES_MAX = 3;
const ALTERNATIVES_MAX = 4;
const FILLER = '단일';
const DUMMIES: ReadonlySet<string> = new Set(
  '기본 기본형 기본선택 기본옵션 기본상품 단품 단일 단일상품 단일옵션 본품 본상품 옵션없음 없음 선택없음 default basic one - .'.split(
    ' ',
  ),
);

/**
 * Finds the structure that one supplier dimension hides: type, dimensions, listed combinations and
 * add-ons, with confidence, explanation and other readings. Nothing is invented; every row that is
 * left out has a note. Give readings in a row the same `memory`: values and names that come again are then known.
 */
export function inferOptions(
  options: readonly RawOption[],
  context: InferenceContext,
  memory: ReadingMemory = new ReadingMemory(),
): OptionReading {
  const trail: ExplanationStep[] = [];
  const cleaned = cleanRows(options);
  const notes: Reason[] = [...cleaned.notes];
  const addOns = cleaned.addOns.map(toAddOn);
  if (addOns.length > 0) trail.push(steps.addOns(addOns.length));
  if (cleaned.placeholders.length > 0) trail.push(steps.placeholders(cleaned.placeholders.length));
  if (cleaned.choices.length === 0) return withoutChoices(options.length, addOns, trail, notes);

  const title = new TitleWords(context.title);
  const list = new ChoiceList(cleaned.choices, title, context, memory, trail, notes);
  if (list.rows.length === 1) return singleChoice(list, addOns, title, trail, notes);
  return severalChoices(list, addOns, trail, notes);
}

/** The choices with list-wide prefixes removed and repeated rows taken out. */
class ChoiceList {
  readonly rows: readonly CleanRow[];
  readonly texts: readonly string[];
  readonly supplied: readonly (SuppliedName | null)[];
  readonly label: string | null;
  readonly isShadeNumber: boolean;
  /** False when a name is too long to be one; then all values stay whole. */
  readonly isReadable: boolean;
  readonly product: ProductContext;
  readonly split: SplitContext;
  /** The texts with their numbers, when those may be shade numbers. */
  readonly numberedTexts: readonly string[];

  constructor(
    choices: readonly CleanRow[],
    title: TitleWords,
    context: InferenceContext,
    memory: ReadingMemory,
    trail: ExplanationStep[],
    notes: Reason[],
  ) {
    this.supplied = memory.namesOf(context.setName);
    this.product = new ProductContext(context.category, context.title);
    let texts: readonly string[] = choices.map((row) => row.text);
    this.numberedTexts = texts;
    this.isReadable = texts.every((text) => text.length <= NAME_LENGTH_MAX);
    const numbered = this.isReadable ? removeNumbering(texts, true) : null;
    if (numbered !== null) {
      texts = numbered.texts;
      trail.push(steps.numbering());
    }
    this.isShadeNumber = numbered?.isBare === true;
    const labelled = this.isReadable ? readLabels(texts) : null;
    this.label = labelled?.names.length === 1 ? (labelled.names[0] ?? null) : null;
    if (labelled !== null && labelled.names.length === 1) {
      texts = labelled.parts.map((row) => row[0] ?? '');
      trail.push(steps.label(labelled.names[0] ?? ''));
    }
    const repeated = this.isReadable ? removeRepeatedWords(texts, title) : null;
    if (repeated !== null) {
      texts = repeated.texts;
      trail.push(steps.repeatedWords(repeated.removed));
      texts = removeNumbering(texts, false)?.texts ?? texts;
    }
    const seen = new Set<string>();
    const rows: CleanRow[] = [];
    const kept: string[] = [];
    for (const [place, row] of choices.entries()) {
      const text = texts[place] ?? row.text;
      const key = spellingKey(text);
      if (seen.has(key)) {
        notes.push(note('OPTIONS_DUPLICATE_LEFT_OUT', row.index, row.text));
        continue;
      }
      seen.add(key);
      rows.push(row);
      kept.push(text);
    }
    this.rows = rows;
    this.texts = kept;
    this.split = {
      kinds: memory.kinds,
      title,
      names: this.supplied.map((name) => name?.name ?? null),
      isBareNumberingAllowed: false,
    };
  }
}

function withoutChoices(
  inputCount: number,
  addOns: readonly OptionAddOn[],
  trail: ExplanationStep[],
  notes: readonly Reason[],
): OptionReading {
  const isIndependent = addOns.length > 0;
  trail.push(isIndependent ? steps.onlyAddOns() : steps.noOptions());
  return {
    type: isIndependent ? 'INDEPENDENT' : 'NONE',
    dimensions: [],
    combinations: [],
    addOns,
    confidence: isIndependent ? 0.98 : inputCount === 0 ? 1 : 0.8,
    separator: null,
    steps: trail,
    notes,
    alternatives: [],
  };
}

function singleChoice(
  list: ChoiceList,
  addOns: readonly OptionAddOn[],
  title: TitleWords,
  trail: ExplanationStep[],
  notes: readonly Reason[],
): OptionReading {
  const row = list.rows[0];
  const text = list.texts[0] ?? '';
  const isDummy =
    DUMMIES.has(text.replaceAll(' ', '').toLowerCase()) || title.isTitle(row?.text ?? text);
  trail.push(isDummy ? steps.dummy(text) : steps.singleValue(text));
  const combinations = row === undefined ? [] : [toCombination(row, [])];
  const alternatives: OptionAlternative[] = [];
  if (!isDummy && row !== undefined) {
    const value = capitalSize(text, list.split.kinds.of(text));
    const { names } = fixedModel(list, [value], addOns);
    alternatives.push({
      type: 'SIMPLE',
      dimensions: [{ name: names[0]?.name ?? '옵션', values: [value] }],
      combinations: [toCombination(row, [value])],
      addOns,
      confidence: 0.1,
      separator: null,
    });
  }
  return {
    type: 'NONE',
    dimensions: [],
    combinations,
    addOns,
    confidence: isDummy ? 0.99 : 0.9,
    separator: null,
    steps: trail,
    notes,
    alternatives,
  };
}

interface NamedModel {
  readonly model: OptionModel;
  readonly names: readonly NamedColumn[];
  readonly dropped: readonly CleanRow[];
}

function severalChoices(
  list: ChoiceList,
  addOns: readonly OptionAddOn[],
  trail: ExplanationStep[],
  notes: Reason[],
): OptionReading {
  const candidates = list.isReadable ? findSplits(list.texts, list.split) : [];
  const best = candidates[0];
  if (best === undefined) {
    const simple = list.isReadable
      ? simpleModel(list, addOns)
      : fixedModel(list, list.texts, addOns);
    trail.push(steps.simple(simple.names[0]?.name ?? '', list.rows.length));
    const confidence = confidenceOfSimple({
      texts: list.texts,
      kinds: list.split.kinds,
      names: simple.names,
      isShadeNumber: list.isShadeNumber,
      isReadable: list.isReadable,
      promisesSeveral: promisesSeveral(list.supplied),
    });
    noteDropped(simple, notes);
    return finish(
      simple,
      confidence,
      null,
      trail,
      notes,
      simpleAlternatives(list, addOns, confidence),
      addOns,
    );
  }
  const chosen = splitModel(list, best, addOns);
  const confidence = confidenceOfSplit(best, chosen.names, candidates[1] ?? null);
  noteDropped(chosen, notes);
  explainSplit(best, chosen, trail, notes, list);
  const alternatives: OptionAlternative[] = candidates
    .slice(1, ALTERNATIVES_MAX)
    .map((candidate) => ({
      ...splitModel(list, candidate, addOns).model,
      confidence: Math.min(1 - confidence, 0.4),
      separator: candidate.separator,
    }));
  alternatives.push({
    ...wholeModel(list, addOns),
    confidence: Math.min(1 - confidence, 0.45),
    separator: null,
  });
  alternatives.sort((left, right) => right.confidence - left.confidence);
  return finish(chosen, confidence, best.separator, trail, notes, alternatives, addOns);
}

function noteDropped(named: NamedModel, notes: Reason[]): void {
  for (const row of named.dropped)
    notes.push(note('OPTIONS_DUPLICATE_LEFT_OUT', row.index, row.text));
}

/** Readings beside a list of whole values: the numbers as part of the value, or a split without repetition. */
function simpleAlternatives(
  list: ChoiceList,
  addOns: readonly OptionAddOn[],
  confidence: number,
): readonly OptionAlternative[] {
  const alternatives: OptionAlternative[] = [];
  if (list.isShadeNumber) {
    const named = nameColumns(
      [{ distinct: list.numberedTexts, kinds: 0, label: list.label }],
      list.supplied,
      list.product,
      list.split.kinds,
    );
    const tuples = list.rows.map((row) => [row.text]);
    alternatives.push({
      ...assemble(named, list.rows, tuples, null, addOns).model,
      confidence: 1 - confidence,
      separator: null,
    });
  }
  const unproven = list.isReadable ? findUnprovenSplit(list.texts, list.split) : null;
  if (unproven !== null) {
    alternatives.push({
      ...splitModel(list, unproven, addOns).model,
      confidence: Math.min(0.45, 1 - confidence),
      separator: unproven.separator,
    });
  }
  return alternatives;
}

/** All values whole, for the choice of another reading. */
function wholeModel(list: ChoiceList, addOns: readonly OptionAddOn[]): OptionModel {
  const name = list.label ?? (list.supplied.length === 1 ? list.supplied[0]?.name : null) ?? '옵션';
  return {
    type: 'SIMPLE',
    dimensions: [{ name, values: list.texts }],
    combinations: list.rows.map((row, place) => toCombination(row, [list.texts[place] ?? ''])),
    addOns,
  };
}

function finish(
  named: NamedModel,
  confidence: number,
  separator: string | null,
  trail: readonly ExplanationStep[],
  notes: readonly Reason[],
  alternatives: readonly OptionAlternative[],
  addOns: readonly OptionAddOn[],
): OptionReading {
  return {
    ...named.model,
    addOns,
    confidence: Math.round(confidence * 100) / 100,
    separator,
    steps: trail,
    notes,
    alternatives,
  };
}

function explainSplit(
  candidate: Candidate,
  named: NamedModel,
  trail: ExplanationStep[],
  notes: Reason[],
  list: ChoiceList,
): void {
  const sizes = named.model.dimensions.map((dimension) => dimension.values.length);
  trail.push(
    steps.split(candidate.separator, candidate.boundary, sizes, named.model.combinations.length),
  );
  trail.push(steps.names(named.names.map((entry) => entry.name)));
  if (candidate.structure.columns.length > AXES_MAX) {
    trail.push(steps.joinedAxes(candidate.structure.columns.length));
  }
  for (const place of candidate.odd) {
    const row = list.rows[place];
    if (row === undefined) continue;
    notes.push({
      code: 'OPTIONS_ODD_VALUE',
      severity: 'warn',
      field: 'options',
      params: { row: row.index + 1, name: row.text.slice(0, 60) },
    });
  }
}

function simpleModel(list: ChoiceList, addOns: readonly OptionAddOn[]): NamedModel {
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
    column.ids,
    addOns,
  );
}

function fixedModel(
  list: ChoiceList,
  values: readonly string[],
  addOns: readonly OptionAddOn[],
): NamedModel {
  const kinds = commonKinds(values, list.split.kinds);
  const names = nameColumns(
    [{ distinct: values, kinds, label: list.label }],
    list.supplied,
    list.product,
    list.split.kinds,
  );
  return assemble(
    names,
    list.rows,
    values.map((value) => [value]),
    null,
    addOns,
  );
}

function splitModel(
  list: ChoiceList,
  candidate: Candidate,
  addOns: readonly OptionAddOn[],
): NamedModel {
  const { columns } = candidate.structure;
  const labelled = columns.map((column, place) =>
    place === 0 && column.label === null && list.label !== null
      ? { ...column, label: list.label }
      : column,
  );
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
  return assemble(names, list.rows, tuples, keys, addOns);
}

/**
 * Builds the model: at most three axes, equal options once, values in order of first appearance.
 * Rows with equal `keys` are equal; null when all rows differ.
 */
function assemble(
  names: readonly NamedColumn[],
  rows: readonly CleanRow[],
  tuples: readonly (readonly string[])[],
  keys: readonly number[] | null,
  addOns: readonly OptionAddOn[],
): NamedModel {
  const axes = names.length > AXES_MAX ? joinNames(names) : names;
  const seen = new Set<number>();
  const combinations: OptionCombination[] = [];
  const dropped: CleanRow[] = [];
  for (const [place, row] of rows.entries()) {
    const tuple = tuples[place] ?? [];
    const values =
      tuple.length > AXES_MAX
        ? [...tuple.slice(0, AXES_MAX - 1), tuple.slice(AXES_MAX - 1).join('/')]
        : tuple;
    const key = keys?.[place] ?? place;
    if (seen.has(key)) {
      dropped.push(row);
      continue;
    }
    seen.add(key);
    combinations.push(toCombination(row, values));
  }
  const dimensions = axes.map(({ name }, place) => ({
    name,
    values: [...new Set(combinations.map((combination) => combination.values[place] ?? ''))],
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

function joinNames(names: readonly NamedColumn[]): readonly NamedColumn[] {
  const rest = names.slice(AXES_MAX - 1);
  return [
    ...names.slice(0, AXES_MAX - 1),
    { name: rest.map((entry) => entry.name).join('/'), source: rest[0]?.source ?? 'fallback' },
  ];
}

function toCombination(row: CleanRow, values: readonly string[]): OptionCombination {
  return {
    values,
    priceKrw: row.priceKrw,
    stock: row.stock,
    usable: row.usable,
    sourceKey: row.sourceKey,
  };
}

function toAddOn(row: CleanRow): OptionAddOn {
  return {
    name: row.text,
    priceKrw: row.priceKrw,
    stock: row.stock,
    usable: row.usable,
    sourceKey: row.sourceKey,
  };
}
