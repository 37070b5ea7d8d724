import { z } from 'zod';
import { applyCommand } from './editor/apply';
import { type OptionCommand, optionCommandSchema } from './editor/commands';
import { splitAtSign } from './editor/split-at';
import type { InferenceContext } from './inference/choice-list';
import type { OptionAlternative, OptionModel, OptionReading } from './model';

/** Edits that mean something on another item: they speak of names, values and structure, not of rows. */
const LEARNED: ReadonlySet<OptionCommand['kind']> = new Set([
  'rename-dimension',
  'rename-value',
  'merge-values',
  'move-dimension',
  'merge-dimensions',
  'split-dimension',
  'set-type',
]);

/** A taken reading is remembered by its separator; the model itself belongs to one item. */
const takeSeparatorSchema = z.strictObject({
  kind: z.literal('take-separator'),
  separator: z.string().nullable(),
  /** The seller typed the sign, so that it is tried where the mapper does not offer it. */
  isTyped: z.boolean(),
});

/** An edit that means something on another item of the same pattern. */
export type LearnedCommand =
  | Exclude<OptionCommand, { readonly kind: 'take-model' }>
  | z.infer<typeof takeSeparatorSchema>;

/** A remembered correction as plain data. */
export const learnedCommandsSchema: z.ZodType<readonly LearnedCommand[]> = z.array(
  z
    .union([optionCommandSchema, takeSeparatorSchema])
    .refine((command): command is LearnedCommand => command.kind !== 'take-model'),
);

/**
 * What readings of one supplier have in common when a correction of one may help the other: how the
 * strings were split, the supplier's own name and the dimensions that were found.
 */
export function patternKeyOf(reading: OptionReading, setName: string): string {
  const names = reading.dimensions.map((dimension) => dimension.name).join(',');
  return [reading.type, reading.separator ?? 'none', setName.trim(), names].join('|');
}

/**
 * The part of an edit that can be offered for other items, in order; empty when there is none.
 * `remembered` is what a taken offer consisted of.
 */
export function learnedFrom(
  commands: readonly OptionCommand[],
  remembered: readonly LearnedCommand[] = [],
): readonly LearnedCommand[] {
  let learned: LearnedCommand[] = [];
  for (const command of commands) {
    if (command.kind !== 'take-model') {
      if (LEARNED.has(command.kind)) learned.push(command);
      continue;
    }
    const { from, separator } = command;
    // Another reading begins anew; a repair or newer data holds what was there before.
    if (from === 'reading') learned = [{ kind: 'take-separator', separator, isTyped: false }];
    if (from === 'typed-sign') learned = [{ kind: 'take-separator', separator, isTyped: true }];
    if (from === 'correction') learned = [...remembered];
  }
  return learned;
}

/** A remembered correction worked out for one item, for the seller to take or leave. */
export interface CorrectionOffer {
  readonly model: OptionModel;
  /** The sign between the parts of the model's values; null without a split. */
  readonly separator: string | null;
  /** What changed something here; commands without effect are left out. */
  readonly commands: readonly LearnedCommand[];
}

/** Works a correction out on a reading; null when it would change nothing. Applies nothing. */
export function offerCorrection(
  reading: OptionReading,
  learned: readonly LearnedCommand[],
  context: InferenceContext,
): CorrectionOffer | null {
  let model = modelOf(reading);
  let separator = reading.separator;
  const commands: LearnedCommand[] = [];
  for (const command of learned) {
    const next =
      command.kind === 'take-separator'
        ? modelAt(reading, command, context)
        : modelAfter(model, command);
    if (next === null || JSON.stringify(next) === JSON.stringify(model)) continue;
    model = next;
    if (command.kind === 'take-separator') separator = command.separator;
    commands.push(command);
  }
  return commands.length === 0 ? null : { model, separator, commands };
}

/** The reading as it becomes with an accepted offer; what it was stays among the alternatives. */
export function withCorrection(reading: OptionReading, offer: CorrectionOffer): OptionReading {
  if (offer.separator === reading.separator) return { ...reading, ...offer.model };
  const { confidence, separator } = reading;
  const before: OptionAlternative = { ...modelOf(reading), confidence, separator };
  return {
    ...reading,
    ...offer.model,
    separator: offer.separator,
    alternatives: [
      before,
      ...reading.alternatives.filter((other) => other.separator !== offer.separator),
    ],
  };
}

/** All values whole: the list itself where it was not split, else the reading that leaves it whole. */
export function wholeReadingOf(
  readings: readonly (OptionModel & Pick<OptionAlternative, 'separator'>)[],
): OptionModel | null {
  const whole = readings.find(
    (reading) => reading.separator === null && reading.dimensions.length === 1,
  );
  return whole === undefined ? null : modelOf(whole);
}

function modelOf({ type, dimensions, combinations, addOns }: OptionModel): OptionModel {
  return {
    type,
    dimensions: dimensions.map(({ name, values }) => ({ name, values })),
    combinations,
    addOns,
  };
}

function modelAfter(
  model: OptionModel,
  command: Exclude<LearnedCommand, { readonly kind: 'take-separator' }>,
): OptionModel | null {
  const outcome = applyCommand(model, command);
  return outcome.kind === 'refused' ? null : outcome.model;
}

/** What the separator makes of this item; null when it makes nothing or is the reading's own. */
function modelAt(
  reading: OptionReading,
  { separator, isTyped }: z.infer<typeof takeSeparatorSchema>,
  context: InferenceContext,
): OptionModel | null {
  if (reading.separator === separator) return null;
  const found = reading.alternatives.find((alternative) => alternative.separator === separator);
  if (found !== undefined && !isTyped) return modelOf(found);
  const whole = wholeReadingOf([reading, ...reading.alternatives]);
  if (!isTyped || separator === null || whole === null) return null;
  return splitAtSign(whole, separator, context)?.model ?? null;
}
