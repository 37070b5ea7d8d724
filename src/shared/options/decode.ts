import { z } from 'zod';
import type { Reason } from '../domain/reason';
import type { OptionDimension, RawOption } from './model';

/** Which of the supplier's two markets an item is bought on: Domeme (`supply`) or Domeggook (`dome`). */
export type SupplierMarket = 'supply' | 'dome';

/** One entry of the supplier's option data with its place in every dimension. */
export interface StructuredOption extends RawOption {
  /** Parallel to the dimensions. */
  readonly values: readonly string[];
}

/** What `selectOpt` holds. A damaged one is never read as "no options". */
export type DecodedOptions =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'options';
      /** As the supplier wrote them, not cleaned. */
      readonly dimensions: readonly OptionDimension[];
      /** In the order of the keys; one per combination that the supplier lists. */
      readonly options: readonly StructuredOption[];
      /** The same options as plain names, for items whose single dimension hides several. */
      readonly rawOptions: readonly RawOption[];
      /** Findings that do not stop the reading. */
      readonly notes: readonly Reason[];
    }
  | { readonly kind: 'unreadable'; readonly reason: Reason };

/** Longest value name taken; anything longer is damage or an attack, not a name. */
const NAME_MAX_LENGTH = 1000;
/** Most entries taken; well above any listing seen, small enough to stay fast. */
const ENTRIES_MAX = 20_000;
/** Additions beyond this (either sign) are damage: no item costs that much. */
const ADDITION_MAX_KRW = 999_999_990;
const STOCK_MAX = 99_999_999;

const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullish();

const setSchema = z.object({ name: z.string().catch(''), opts: z.array(text) });
const entrySchema = z.object({
  name: optionalText,
  dom: optionalText,
  sup: optionalText,
  domPrice: optionalText,
  supPrice: optionalText,
  qty: optionalText,
  hid: optionalText,
});
const selectOptSchema = z.object({
  type: z.string(),
  set: z.array(setSchema),
  data: z.union([z.record(z.string(), entrySchema), z.array(entrySchema).max(0)]),
});

/** State of a value that the supplier hides; it may come back, so that it is kept switched off. */
const HIDDEN = '2';

const KEY = /^\d+(?:_\d+)*$/;
const INTEGER = /^[+-]?\d+$/;

/** `problem` names the place, in the wire's own words: it is shown in every language. */
function unreadable(problem: string): DecodedOptions {
  return {
    kind: 'unreadable',
    reason: { code: 'OPTIONS_UNREADABLE', severity: 'ask', field: 'options', params: { problem } },
  };
}

/**
 * Reads the supplier's option JSON for one market. Keys decide, never positions: any digit count, any
 * key order. Orderable is: sold in the market, `hid` 0 and stock. Hidden values (`hid` 2) stay listed as
 * not orderable with a note, so that nothing vanishes and the watcher finds them when they come back.
 * Source: domeggook-openapi.md 5.1, read 2026-11.
 */
export function decodeSelectOpt(raw: string | null, market: SupplierMarket): DecodedOptions {
  if (raw === null || raw.trim() === '' || raw.trim() === 'null') return { kind: 'none' };
  let json: unknown;
  try {
    json = JSON.parse(raw);
    // Some answers escape the string twice.
    if (typeof json === 'string') json = JSON.parse(json);
  } catch (fault) {
    // The parser's own words are English and say nothing that a seller could mend.
    if (fault instanceof SyntaxError) return unreadable('selectOpt');
    throw fault;
  }
  if (json === null) return { kind: 'none' };
  const typed = z.object({ type: z.unknown() }).safeParse(json);
  if (typed.success && typeof typed.data.type === 'string' && typed.data.type !== 'combination') {
    return {
      kind: 'unreadable',
      reason: {
        code: 'OPTIONS_UNKNOWN_TYPE',
        severity: 'ask',
        field: 'options',
        params: { type: typed.data.type.slice(0, 40) },
      },
    };
  }
  const parsed = selectOptSchema.safeParse(json);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return unreadable(`selectOpt${path === '' ? '' : `.${path}`}`.slice(0, 200));
  }
  return readEntries(parsed.data, market);
}

type SelectOpt = z.infer<typeof selectOptSchema>;
type Entry = z.infer<typeof entrySchema>;

function readEntries(selectOpt: SelectOpt, market: SupplierMarket): DecodedOptions {
  const entries = Array.isArray(selectOpt.data) ? [] : Object.entries(selectOpt.data);
  if (entries.length > ENTRIES_MAX) return unreadable(`data: ${entries.length} > ${ENTRIES_MAX}`);
  const sets = selectOpt.set;
  if (entries.length === 0) {
    return sets.length === 0 ? { kind: 'none' } : unreadable('data = {}');
  }
  const keyed: {
    readonly key: string;
    readonly indexes: readonly number[];
    readonly entry: Entry;
  }[] = [];
  for (const [key, entry] of entries) {
    if (!KEY.test(key)) return unreadable(`data.${key.slice(0, 40)}`);
    const indexes = key.split('_').map(Number);
    if (sets.length > 0 && indexes.length !== sets.length) {
      return unreadable(`data.${key.slice(0, 40)} ≠ set × ${sets.length}`);
    }
    keyed.push({ key, indexes, entry });
  }
  keyed.sort((left, right) => compareIndexes(left.indexes, right.indexes));
  const notes: Reason[] = [];
  const options: StructuredOption[] = [];
  let lastIndexes: readonly number[] | null = null;
  for (const { key, indexes, entry } of keyed) {
    if (lastIndexes !== null && compareIndexes(lastIndexes, indexes) === 0) {
      return unreadable(`data.${key} × 2`);
    }
    lastIndexes = indexes;
    const option = readEntry(key, indexes, entry, sets, market);
    if (typeof option === 'string') return unreadable(option);
    if (option.isNameOnly) {
      notes.push({
        code: 'OPTIONS_SET_DISAGREES',
        severity: 'ask',
        field: 'options',
        params: { key, name: option.option.name },
      });
    }
    if (entry.hid === HIDDEN) {
      notes.push({
        code: 'OPTIONS_HIDDEN_BY_SUPPLIER',
        severity: 'warn',
        field: 'options',
        params: { name: option.option.name.slice(0, 60) },
      });
    }
    options.push(option.option);
  }
  return {
    kind: 'options',
    dimensions: dimensionsOf(sets, options),
    options,
    rawOptions: options.map(({ name, priceKrw, stock, sold, sourceKey }) => ({
      name,
      priceKrw,
      stock,
      sold,
      sourceKey,
    })),
    notes,
  };
}

function compareIndexes(left: readonly number[], right: readonly number[]): number {
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? -1) - (right[place] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** One entry, or what is wrong with it. `isNameOnly`: the set does not know the key, the entry's own name is used. */
function readEntry(
  key: string,
  indexes: readonly number[],
  entry: Entry,
  sets: SelectOpt['set'],
  market: SupplierMarket,
): { readonly option: StructuredOption; readonly isNameOnly: boolean } | string {
  const values: string[] = [];
  let isKnown = sets.length > 0;
  for (const [place, index] of indexes.entries()) {
    const value = sets[place]?.opts[index];
    if (value === undefined) isKnown = false;
    else values.push(value);
  }
  if (!isKnown) {
    // Value names may contain "/", so the name can stand in for one dimension only.
    if (indexes.length > 1) return `set ≠ data.${key}`;
    if (entry.name === null || entry.name === undefined) return `data.${key}.name`;
    values.length = 0;
    values.push(entry.name);
  }
  const tooLong = values.find((value) => value.length > NAME_MAX_LENGTH);
  if (tooLong !== undefined) return `data.${key}.name (${tooLong.length} > ${NAME_MAX_LENGTH})`;
  if (values.some((value) => value.trim() === '')) return `data.${key}.name = ""`;
  const priceText = (market === 'supply' ? entry.supPrice : entry.domPrice) ?? '0';
  const price = integerOf(priceText);
  if (price === null || Math.abs(price) > ADDITION_MAX_KRW) {
    return `data.${key}.${market === 'supply' ? 'supPrice' : 'domPrice'} = "${priceText.slice(0, 40)}"`;
  }
  const stockText = entry.qty ?? '0';
  const stock = integerOf(stockText);
  if (stock === null || stock > STOCK_MAX) return `data.${key}.qty = "${stockText.slice(0, 40)}"`;
  const isInMarket = (market === 'supply' ? entry.sup : entry.dom) === '1';
  // A missing state is not a sold one: only the documented "0" is on sale.
  const isOnSale = entry.hid === '0';
  return {
    isNameOnly: !isKnown || (indexes.length === 1 && differs(entry.name, values[0])),
    option: {
      name: values.join('/'),
      values,
      priceKrw: price,
      stock: Math.max(0, stock),
      sold: isInMarket && isOnSale,
      sourceKey: key,
    },
  };
}

function differs(entryName: string | null | undefined, value: string | undefined): boolean {
  if (entryName === null || entryName === undefined || value === undefined) return false;
  return entryName.trim() !== value.trim();
}

function integerOf(value: string): number | null {
  const trimmed = value.trim();
  if (trimmed === '') return 0;
  if (!INTEGER.test(trimmed)) return null;
  const number = Number(trimmed);
  return Number.isSafeInteger(number) ? number : null;
}

/** The supplier's dimensions, reduced to values that a listed combination uses. */
function dimensionsOf(
  sets: SelectOpt['set'],
  options: readonly StructuredOption[],
): readonly OptionDimension[] {
  const count = options[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, place) => ({
    name: sets[place]?.name ?? '',
    values: [...new Set(options.map((option) => option.values[place] ?? ''))],
  }));
}
