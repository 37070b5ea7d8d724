import { carryEditsOver } from '@shared/options/editor/carry-over';
import type { OptionDifference, OptionModel, OptionReading } from '@shared/options/model';

/**
 * The seller's options on what the supplier lists now: the seller's names, structure, own prices and
 * hidden options stay, stock and the rest follow. What changed is kept with the options until the
 * seller saves them again. Data that cannot be read leaves the seller's options alone. All three count their additions from one base.
 * @param before the reading that the seller's edit started from
 * @param edited what the seller made of it
 * @param fresh the reading of the supplier's data now
 */
export function optionsOnNewData(
  before: OptionReading,
  edited: OptionReading,
  fresh: OptionReading,
): OptionReading {
  if (isUnreadable(fresh)) return edited;
  const { model, differences } = carryEditsOver(
    isUnreadable(before) ? edited : before,
    edited,
    fresh,
  );
  const { supplierChanges, ...own } = edited;
  const changes = merged(supplierChanges ?? [], differences);
  return {
    ...own,
    ...modelOf(model),
    alternatives: fresh.alternatives,
    ...(fresh.sourceTexts === undefined ? {} : { sourceTexts: fresh.sourceTexts }),
    ...(changes.length === 0 ? {} : { supplierChanges: changes }),
  };
}

/** The mapper says so with confidence 0; an item without options is read with confidence 1. */
function isUnreadable({ confidence, combinations }: OptionReading): boolean {
  return confidence === 0 && combinations.length === 0;
}

function modelOf({ type, dimensions, combinations, addOns }: OptionModel): OptionModel {
  return { type, dimensions, combinations, addOns };
}

/** One difference per option and kind: from what the seller last saw to what is there now. */
function merged(
  seen: readonly OptionDifference[],
  newest: readonly OptionDifference[],
): readonly OptionDifference[] {
  const byKey = new Map<string, OptionDifference>();
  for (const difference of [...seen, ...newest]) {
    const key = `${difference.kind} ${difference.sourceKey}`;
    const first = byKey.get(key);
    byKey.set(key, first === undefined ? difference : { ...difference, before: first.before });
  }
  return [...byKey.values()].filter(({ before, after }) => before !== after);
}
