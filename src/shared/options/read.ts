import type { Reason } from '../domain/reason';
import type { DecodedOptions, StructuredOption } from './decode';
import type { InferenceContext } from './inference/choice-list';
import { steps } from './inference/explain';
import { inferOptions } from './inference/infer';
import { cleanRows } from './inference/rows';
import { readSetName } from './inference/set-name';
import { spellingKey } from './inference/structure';
import type { OptionCombination, OptionDimension, OptionReading } from './model';

const AXES_MAX = 3;

/** What is known of the item besides its options. */
export type ReadingContext = Omit<InferenceContext, 'setName'>;

/**
 * What can be chosen of an item: the supplier's own structure where it has two or more dimensions,
 * else inference on the value strings. Unreadable data gives a reading with confidence 0 and its
 * reason, never an item without options.
 */
export function readOptions(decoded: DecodedOptions, context: ReadingContext): OptionReading {
  if (decoded.kind === 'unreadable') return { ...emptyReading(0), notes: [decoded.reason] };
  if (decoded.kind === 'none') return { ...emptyReading(1), steps: [steps.noOptions()] };
  const reading =
    decoded.dimensions.length >= 2
      ? readStructured(decoded.dimensions, decoded.options)
      : inferOptions(decoded.rawOptions, {
          ...context,
          setName: decoded.dimensions[0]?.name ?? '',
        });
  return { ...reading, notes: [...decoded.notes, ...reading.notes] };
}

/** What an option costs beside the item and whether it is on sale, where its name says so too. */
export interface OptionTerms {
  /** Won; from the name where the figure is 0. */
  readonly priceKrw: number;
  /** Not when the name says that it is sold out. */
  readonly sold: boolean;
}

/** The terms of every option, parallel to `rawOptions`, exactly as `readOptions` takes them. */
export function readOptionTerms(
  decoded: Extract<DecodedOptions, { kind: 'options' }>,
): readonly OptionTerms[] {
  const { dimensions, options, rawOptions } = decoded;
  const cleaned = dimensions.length >= 2 ? null : cleanRows(rawOptions);
  const rows = new Map(
    [...(cleaned?.choices ?? []), ...(cleaned?.addOns ?? [])].map((row) => [row.index, row]),
  );
  return rawOptions.map((raw, place) => {
    const structured = options[place];
    const read =
      cleaned !== null
        ? rows.get(place)
        : structured === undefined
          ? undefined
          : cleanStructured(structured, place, []);
    const isMarked = read !== undefined && !read.usable && raw.stock > 0;
    return { priceKrw: read?.priceKrw ?? raw.priceKrw, sold: raw.sold && !isMarked };
  });
}

function emptyReading(confidence: number): OptionReading {
  return {
    type: 'NONE',
    dimensions: [],
    combinations: [],
    addOns: [],
    confidence,
    separator: null,
    steps: [],
    notes: [],
    alternatives: [],
  };
}

/** The supplier's structure with cleaned values and normalised names; nothing is inferred. */
function readStructured(
  dimensions: readonly OptionDimension[],
  options: readonly StructuredOption[],
): OptionReading {
  const notes: Reason[] = [];
  const seen = new Set<string>();
  const spelling = dimensions.map(() => new Map<string, string>());
  const combinations: OptionCombination[] = [];
  for (const [index, option] of options.entries()) {
    const { values, ...combination } = cleanStructured(option, index, notes);
    const joined =
      values.length > AXES_MAX
        ? [...values.slice(0, AXES_MAX - 1), values.slice(AXES_MAX - 1).join('/')]
        : values;
    const spelled = joined.map((value, place) => firstSpelling(spelling[place], value));
    const key = spelled.join('\n');
    if (seen.has(key)) {
      notes.push({
        code: 'OPTIONS_DUPLICATE_LEFT_OUT',
        severity: 'warn',
        field: 'options',
        params: { row: index + 1, name: option.name.slice(0, 60) },
      });
      continue;
    }
    seen.add(key);
    combinations.push({ ...combination, values: spelled });
  }
  const names = structuredNames(dimensions);
  const axes =
    names.length > AXES_MAX
      ? [...names.slice(0, AXES_MAX - 1), names.slice(AXES_MAX - 1).join('/')]
      : names;
  const trail = [steps.structured(dimensions.length)];
  if (names.length > AXES_MAX) trail.push(steps.joinedAxes(names.length));
  return {
    type: 'COMBINATION',
    dimensions: axes.map((name, place) => ({
      name,
      values: [...new Set(combinations.map((combination) => combination.values[place] ?? ''))],
    })),
    combinations,
    addOns: [],
    confidence: 0.99,
    separator: null,
    steps: trail,
    notes,
    alternatives: [],
  };
}

function firstSpelling(known: Map<string, string> | undefined, value: string): string {
  if (known === undefined) return value;
  const key = spellingKey(value);
  const first = known.get(key);
  if (first !== undefined) return first;
  known.set(key, value);
  return value;
}

/** One combination with every value cleaned like an inferred one; marks of any value count for the whole. */
function cleanStructured(
  option: StructuredOption,
  index: number,
  notes: Reason[],
): OptionCombination {
  let priceKrw = option.priceKrw;
  let usable = option.sold && option.stock > 0;
  const values = option.values.map((value) => {
    const part = cleanRows([{ ...option, name: value, priceKrw: 0, stock: 1, sold: true }]);
    const row = part.choices[0];
    if (row === undefined) return value;
    if (!row.usable) usable = false;
    if (row.priceKrw !== 0 && option.priceKrw === 0) priceKrw += row.priceKrw;
    for (const found of part.notes) {
      notes.push({ ...found, params: { ...found.params, row: index + 1 } });
    }
    return row.text;
  });
  return { values, priceKrw, stock: option.stock, usable, sourceKey: option.sourceKey };
}

/** Every dimension's own name, normalised; two that would become equal keep the supplier's words. */
function structuredNames(dimensions: readonly OptionDimension[]): readonly string[] {
  const normal = dimensions.map((dimension) => readSetName(dimension.name)[0]?.name ?? null);
  return dimensions.map((dimension, place) => {
    const name = normal[place] ?? null;
    const isDouble = normal.some((other, index) => index !== place && other === name);
    if (name !== null && !isDouble) return name;
    const own = dimension.name.trim();
    const isOwnUnique =
      own !== '' &&
      dimensions.every((other, index) => index === place || other.name.trim() !== own);
    return isOwnUnique && name !== null ? own : `옵션${place + 1}`;
  });
}
