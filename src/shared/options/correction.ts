import { applyCommand } from './editor/apply';
import type { OptionCommand } from './editor/commands';
import type { OptionModel, OptionReading } from './model';

/** Edits that mean something on another item: they speak of names, values and structure, not of rows. */
const LEARNED: ReadonlySet<OptionCommand['kind']> = new Set([
  'rename-dimension',
  'rename-value',
  'merge-values',
  'move-dimension',
  'merge-dimensions',
  'split-dimension',
  'set-type',
  'take-model',
]);

/** A taken reading is remembered by its separator; the model itself belongs to one item. */
export type LearnedCommand =
  | Exclude<OptionCommand, { readonly kind: 'take-model' }>
  | { readonly kind: 'take-separator'; readonly separator: string | null };

/**
 * What readings of one supplier have in common when a correction of one may help the other: how the
 * strings were split, the supplier's own name and the dimensions that were found.
 */
export function patternKeyOf(reading: OptionReading, setName: string): string {
  const names = reading.dimensions.map((dimension) => dimension.name).join(',');
  return [reading.type, reading.separator ?? 'none', setName.trim(), names].join('|');
}

/** The part of an edit that can be offered for other items, in order; empty when there is none. */
export function learnedFrom(commands: readonly OptionCommand[]): readonly LearnedCommand[] {
  return commands
    .filter((command) => LEARNED.has(command.kind))
    .map((command) =>
      command.kind === 'take-model'
        ? { kind: 'take-separator', separator: command.separator }
        : command,
    );
}

/** A remembered correction worked out for one item, for the seller to take or leave. */
export interface CorrectionOffer {
  readonly model: OptionModel;
  /** Commands that changed something here; those without effect are left out. */
  readonly commands: readonly OptionCommand[];
}

/** Works a correction out on a reading; null when it would change nothing. Applies nothing. */
export function offerCorrection(
  reading: OptionReading,
  learned: readonly LearnedCommand[],
): CorrectionOffer | null {
  let model: OptionModel = {
    type: reading.type,
    dimensions: reading.dimensions,
    combinations: reading.combinations,
    addOns: reading.addOns,
  };
  const commands: OptionCommand[] = [];
  for (const command of learned) {
    const concrete =
      command.kind === 'take-separator' ? takeSeparator(reading, command.separator) : command;
    if (concrete === null) continue;
    const outcome = applyCommand(model, concrete);
    if (outcome.kind === 'refused' || outcome.model === model) continue;
    if (JSON.stringify(outcome.model) === JSON.stringify(model)) continue;
    model = outcome.model;
    commands.push(concrete);
  }
  return commands.length === 0 ? null : { model, commands };
}

/** The other reading that the separator makes of this item, as a command. */
function takeSeparator(reading: OptionReading, separator: string | null): OptionCommand | null {
  const found = reading.alternatives.find((alternative) => alternative.separator === separator);
  if (found === undefined || reading.separator === separator) return null;
  return {
    kind: 'take-model',
    separator,
    model: {
      type: found.type,
      dimensions: found.dimensions.map(({ name, values }) => ({ name, values })),
      combinations: found.combinations,
      addOns: found.addOns,
    },
  };
}
