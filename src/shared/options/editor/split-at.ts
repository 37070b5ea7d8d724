import type { InferenceContext } from '../inference/choice-list';
import { nameColumns, ProductContext } from '../inference/naming';
import { TitleWords } from '../inference/repeated-words';
import { readSetName } from '../inference/set-name';
import { makeColumn } from '../inference/structure';
import { ValueKinds } from '../inference/value-kind';
import type { OptionModel } from '../model';

const AXES_MAX = 3;
/** Stands where a value has fewer parts than the others. */
const FILLER = '단일';

/** A list cut at the sign that the seller typed. */
export interface SplitAtSign {
  readonly model: OptionModel;
  /** Values without the sign, or with fewer parts than the others: they stay whole. */
  readonly wholeCount: number;
}

/**
 * Cuts every value of a one-dimensional model at every `sign`; parts beyond the third stay together.
 * Null when no value has the sign or the model has several dimensions. No combination is added or lost.
 */
export function splitAtSign(
  whole: OptionModel,
  sign: string,
  context: InferenceContext,
): SplitAtSign | null {
  if (sign === '' || whole.dimensions.length !== 1) return null;
  const cut = whole.combinations.map(({ values }) => partsAt(values[0] ?? '', sign));
  const width = Math.max(1, ...cut.map((parts) => parts.length));
  if (width < 2) return null;
  let wholeCount = 0;
  const rows = cut.map((parts, place): readonly string[] => {
    if (parts.length === width) return parts;
    wholeCount += 1;
    const text = whole.combinations[place]?.values[0] ?? '';
    return [text, ...Array.from({ length: width - 1 }, () => FILLER)];
  });
  const kinds = new ValueKinds();
  const split = {
    kinds,
    title: new TitleWords(context.title),
    names: [],
    isBareNumberingAllowed: false,
  };
  const columns = Array.from({ length: width }, (_, axis) =>
    makeColumn(
      rows.map((row) => row[axis] ?? ''),
      split,
    ),
  ).filter((column) => column !== null);
  if (columns.length !== width) return null;
  const names = nameColumns(
    columns,
    readSetName(context.setName),
    new ProductContext(context.category, context.title),
    kinds,
  );
  return {
    model: {
      ...whole,
      type: 'COMBINATION',
      dimensions: columns.map(({ distinct }, axis) => ({
        name: names[axis]?.name ?? `옵션${axis + 1}`,
        values: distinct,
      })),
      combinations: whole.combinations.map((combination, place) => ({
        ...combination,
        values: columns.map(({ values }) => values[place] ?? ''),
      })),
    },
    wholeCount,
  };
}

function partsAt(text: string, sign: string): readonly string[] {
  const parts = text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length <= AXES_MAX) return parts;
  return [...parts.slice(0, AXES_MAX - 1), parts.slice(AXES_MAX - 1).join(sign)];
}
