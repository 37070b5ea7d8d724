import type { Reason } from '../../domain/reason';
import type { OptionCombination, OptionDifference, OptionModel } from '../model';

/** The seller's structure over the supplier's present options, and what changed in them. */
export interface CarriedOver {
  readonly model: OptionModel;
  readonly differences: readonly OptionDifference[];
  /** New options that the seller's structure has no place for: shown, switched off. */
  readonly reasons: readonly Reason[];
}

const FILLER = '단일';

/**
 * Brings a supplier change into options the seller has edited: names, order, structure, own prices and
 * hidden options stay; stock, supplier prices and new or vanished options follow the supplier. Options
 * are matched by the supplier's key.
 * @param base the reading the seller's edit started from
 * @param edited what the seller made of it
 * @param fresh the reading of the supplier's data now
 */
export function carryEditsOver(
  base: OptionModel,
  edited: OptionModel,
  fresh: OptionModel,
): CarriedOver {
  const before = byKey(base);
  const now = byKey(fresh);
  const shiftKrw = commonShift(before, edited);
  const differences: OptionDifference[] = [];
  const reasons: Reason[] = [];
  const follow = <Row extends Omit<OptionCombination, 'values'>>(row: Row, name: string): Row[] => {
    if (row.sourceKey === null) return [row];
    const next = now.get(row.sourceKey);
    const was = before.get(row.sourceKey);
    if (next === undefined) {
      differences.push(difference('removed', row.sourceKey, name, name, null));
      return [];
    }
    if (was !== undefined) noteChanges(row.sourceKey, name, was, next, differences);
    const hasOwnPrice =
      was !== undefined &&
      row.priceKrw !== was.priceKrw &&
      row.priceKrw - was.priceKrw !== shiftKrw;
    const isHidden = was?.usable === true && !row.usable;
    return [
      {
        ...row,
        priceKrw: hasOwnPrice ? row.priceKrw : next.priceKrw + shiftKrw,
        stock: next.stock,
        usable: next.usable && !isHidden,
      },
    ];
  };
  const combinations = edited.combinations.flatMap((row) => follow(row, row.values.join(' / ')));
  const addOns = edited.addOns.flatMap((row) => follow(row, row.name));
  const known = new Set([...edited.combinations, ...edited.addOns].map((row) => row.sourceKey));
  const rename = renamesOf(before, edited);
  for (const row of fresh.combinations) {
    if (row.sourceKey === null || known.has(row.sourceKey) || before.has(row.sourceKey)) continue;
    const placed = place(row, edited, rename);
    if (placed.isForced) reasons.push(notPlaced(row));
    combinations.push({ ...placed.row, priceKrw: row.priceKrw + shiftKrw });
    differences.push(
      difference('added', row.sourceKey, row.values.join(' / '), null, row.values.join(' / ')),
    );
  }
  for (const row of fresh.addOns) {
    if (row.sourceKey === null || known.has(row.sourceKey) || before.has(row.sourceKey)) continue;
    addOns.push({ ...row, priceKrw: row.priceKrw + shiftKrw });
    differences.push(difference('added', row.sourceKey, row.name, null, row.name));
  }
  return { model: { ...withValuesOf(edited, combinations), addOns }, differences, reasons };
}

interface KnownRow {
  readonly name: string;
  readonly values: readonly string[];
  readonly priceKrw: number;
  readonly stock: number;
  readonly usable: boolean;
}

function byKey(model: OptionModel): ReadonlyMap<string, KnownRow> {
  const rows = new Map<string, KnownRow>();
  for (const row of model.combinations) {
    if (row.sourceKey !== null) rows.set(row.sourceKey, { ...row, name: row.values.join(' / ') });
  }
  for (const row of model.addOns) {
    if (row.sourceKey !== null) rows.set(row.sourceKey, { ...row, values: [row.name] });
  }
  return rows;
}

/** The one amount by which the seller moved all additions (another base option), or 0. */
function commonShift(before: ReadonlyMap<string, KnownRow>, edited: OptionModel): number {
  let shift: number | null = null;
  let count = 0;
  for (const row of edited.combinations) {
    const was = row.sourceKey === null ? undefined : before.get(row.sourceKey);
    if (was === undefined) continue;
    const own = row.priceKrw - was.priceKrw;
    if (shift !== null && own !== shift) return 0;
    shift = own;
    count += 1;
  }
  return count > 1 ? (shift ?? 0) : 0;
}

function noteChanges(
  sourceKey: string,
  name: string,
  was: KnownRow,
  next: KnownRow,
  differences: OptionDifference[],
): void {
  const compared = [
    ['price', was.priceKrw, next.priceKrw],
    ['stock', was.stock, next.stock],
    ['usable', was.usable, next.usable],
    ['renamed-by-supplier', was.name, next.name],
  ] as const;
  for (const [kind, before, after] of compared) {
    if (before !== after) differences.push(difference(kind, sourceKey, name, before, after));
  }
}

function difference(
  kind: OptionDifference['kind'],
  sourceKey: string,
  name: string,
  before: OptionDifference['before'],
  after: OptionDifference['after'],
): OptionDifference {
  return { kind, sourceKey, name, before, after };
}

/** Per axis, what the seller calls the values of the reading; null when the structure was changed. */
function renamesOf(
  before: ReadonlyMap<string, KnownRow>,
  edited: OptionModel,
): readonly ReadonlyMap<string, string>[] | null {
  const maps = edited.dimensions.map(() => new Map<string, string>());
  for (const row of edited.combinations) {
    const was = row.sourceKey === null ? undefined : before.get(row.sourceKey);
    if (was === undefined) continue;
    if (was.values.length !== row.values.length) return null;
    for (const [axis, value] of row.values.entries()) {
      const original = was.values[axis] ?? '';
      const known = maps[axis]?.get(original);
      if (known !== undefined && known !== value) return null;
      maps[axis]?.set(original, value);
    }
  }
  return maps;
}

function place(
  row: OptionCombination,
  edited: OptionModel,
  rename: readonly ReadonlyMap<string, string>[] | null,
): { readonly row: OptionCombination; readonly isForced: boolean } {
  const width = edited.dimensions.length;
  if (rename !== null && row.values.length === width) {
    const values = row.values.map((value, axis) => rename[axis]?.get(value) ?? value);
    return { row: { ...row, values }, isForced: false };
  }
  if (width <= 1) {
    return {
      row: { ...row, values: width === 0 ? [] : [row.values.join('/')] },
      isForced: width === 0,
    };
  }
  const values = [row.values.join('/'), ...Array.from({ length: width - 1 }, () => FILLER)];
  return { row: { ...row, values, usable: false }, isForced: true };
}

function notPlaced(row: OptionCombination): Reason {
  return {
    code: 'OPTIONS_NEW_NOT_PLACED',
    severity: 'ask',
    field: 'options',
    params: { name: row.values.join(' / ').slice(0, 60) },
  };
}

/** The edited model with these combinations: the seller's order of values first, new values behind. */
function withValuesOf(
  edited: OptionModel,
  combinations: readonly OptionCombination[],
): OptionModel {
  return {
    ...edited,
    combinations,
    dimensions: edited.dimensions.map((dimension, axis) => {
      const used = new Set(combinations.map((row) => row.values[axis] ?? ''));
      const kept = dimension.values.filter((value) => used.has(value));
      return { ...dimension, values: [...new Set([...kept, ...used])] };
    }),
  };
}
