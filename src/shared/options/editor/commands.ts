import { z } from 'zod';

const axis = z.int().min(0).max(2);
const places = z.array(z.int().min(0)).min(1).max(20_000);
const name = z.string().max(1000);
const won = z.int().min(-999_999_990).max(999_999_990);

const combination = z.strictObject({
  values: z.array(z.string()).readonly(),
  priceKrw: won,
  stock: z.int().min(0),
  usable: z.boolean(),
  sourceKey: z.string().nullable(),
});
const addOn = z.strictObject({
  name: z.string(),
  priceKrw: won,
  stock: z.int().min(0),
  usable: z.boolean(),
  sourceKey: z.string().nullable(),
});

/** A whole option model as plain data. */
export const optionModelSchema = z.strictObject({
  type: z.enum(['NONE', 'SIMPLE', 'COMBINATION', 'INDEPENDENT']),
  dimensions: z
    .array(z.strictObject({ name: z.string(), values: z.array(z.string()).readonly() }))
    .readonly(),
  combinations: z.array(combination).readonly(),
  addOns: z.array(addOn).readonly(),
});

/**
 * Where a whole model comes from: another reading of the mapper, a sign that the seller typed, a
 * proposed repair, a remembered correction, or the supplier's newer data below the seller's edits.
 */
const MODEL_SOURCES = ['reading', 'typed-sign', 'repair', 'correction', 'supplier'] as const;

/**
 * Every edit of options as data. Axes and places count from 0; values are named, so that a command
 * learned on one item means the same on the next.
 */
export const optionCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rename-dimension'), axis, name }),
  z.strictObject({ kind: z.literal('rename-value'), axis, value: z.string(), name }),
  /** Every combination of `value` becomes one of `into`; equal combinations are then marked, not dropped. */
  z.strictObject({ kind: z.literal('merge-values'), axis, value: z.string(), into: z.string() }),
  /** The combinations at `places` leave `value` for a new value. */
  z.strictObject({ kind: z.literal('split-value'), axis, value: z.string(), places, name }),
  z.strictObject({ kind: z.literal('move-dimension'), axis, to: axis }),
  z.strictObject({
    kind: z.literal('move-value'),
    axis,
    value: z.string(),
    to: z.int().min(0),
  }),
  /** Joins a dimension with the next one. */
  z.strictObject({ kind: z.literal('merge-dimensions'), axis, joiner: z.string().max(3) }),
  /** Splits every value of a dimension at the first `separator`; refused when a value lacks it. */
  z.strictObject({
    kind: z.literal('split-dimension'),
    axis,
    separator: z.string().min(1).max(3),
    names: z.tuple([name, name]),
  }),
  z.strictObject({ kind: z.literal('set-type'), type: z.enum(['NONE', 'SIMPLE', 'INDEPENDENT']) }),
  z.strictObject({ kind: z.literal('set-price'), places, priceKrw: won }),
  z.strictObject({ kind: z.literal('add-price'), places, deltaKrw: won }),
  z.strictObject({ kind: z.literal('set-stock'), places, stock: z.int().min(0).max(99_999_999) }),
  z.strictObject({ kind: z.literal('set-usable'), places, usable: z.boolean() }),
  z.strictObject({ kind: z.literal('mark-add-on'), places }),
  z.strictObject({ kind: z.literal('unmark-add-on'), places }),
  z.strictObject({ kind: z.literal('rename-add-on'), place: z.int().min(0), name }),
  /** Another reading, another separator or a proposed repair: the whole model at once. */
  z.strictObject({
    kind: z.literal('take-model'),
    model: optionModelSchema,
    /** The sign between the parts of the model's values; null without a split. */
    separator: z.string().nullable(),
    from: z.enum(MODEL_SOURCES),
  }),
]);

export type OptionCommand = z.infer<typeof optionCommandSchema>;
