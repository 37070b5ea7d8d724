import type { Reason } from '../../domain/reason';
import type {
  ExplanationStep,
  OptionAddOn,
  OptionAlternative,
  OptionModel,
  OptionReading,
  RawOption,
} from '../model';
import { ChoiceList, type InferenceContext, ReadingMemory } from './choice-list';
import { confidenceOfSimple, confidenceOfSplit } from './confidence';
import { steps } from './explain';
import {
  AXES_MAX,
  assemble,
  fixedModel,
  type NamedModel,
  simpleModel,
  splitModel,
  toAddOn,
  toCombination,
  wholeModel,
} from './model-builder';
import { nameColumns, promisesSeveral } from './naming';
import { TitleWords } from './repeated-words';
import { cleanRows, note } from './rows';
import { type Candidate, findSplits, findUnprovenSplit } from './split';
import { capitalSize } from './structure';

const ALTERNATIVES_MAX = 4;
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
  const alternatives = candidates
    .slice(1, ALTERNATIVES_MAX)
    .map((candidate) =>
      alternativeOf(
        splitModel(list, candidate, addOns).model,
        Math.min(1 - confidence, 0.4),
        candidate.separator,
      ),
    );
  alternatives.push(alternativeOf(wholeModel(list, addOns), Math.min(1 - confidence, 0.45), null));
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
    const { model } = assemble(named, list.rows, tuples, null, null, addOns);
    alternatives.push(alternativeOf(model, 1 - confidence, null));
  }
  const unproven = list.isReadable ? findUnprovenSplit(list.texts, list.split) : null;
  if (unproven !== null) {
    const { model } = splitModel(list, unproven, addOns);
    const own = Math.min(0.45, 1 - confidence);
    alternatives.push(alternativeOf(model, own, unproven.separator));
  }
  return alternatives;
}

/** Field by field: a spread of the model costs several times as much, and every list has alternatives. */
function alternativeOf(
  { type, dimensions, combinations, addOns }: OptionModel,
  confidence: number,
  separator: string | null,
): OptionAlternative {
  return { type, dimensions, combinations, addOns, confidence, separator };
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
  const { type, dimensions, combinations } = named.model;
  return {
    type,
    dimensions,
    combinations,
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
