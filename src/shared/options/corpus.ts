import { z } from 'zod';
import type { OptionReading, RawOption } from './model';

/**
 * The line format of labelled option lists: one item with one supplier dimension, and what is to be
 * inferred from it.
 */
const expectedDimension = z.object({
  name: z.string(),
  altNames: z.array(z.string()).optional(),
  values: z.array(z.string()),
});
const expectedAnswer = z.object({
  type: z.enum(['NONE', 'SIMPLE', 'COMBINATION', 'INDEPENDENT']),
  dimensions: z.array(expectedDimension),
  combinations: z.array(
    z.object({
      values: z.array(z.string()),
      price: z.number(),
      stock: z.number(),
      usable: z.boolean(),
    }),
  ),
  addOns: z
    .array(
      z.object({
        name: z.string(),
        price: z.number(),
        stock: z.number(),
        usable: z.boolean().optional(),
      }),
    )
    .optional(),
});
const corpusLineSchema = z.object({
  id: z.string(),
  category: z.string().default(''),
  title: z.string().default(''),
  setName: z.string().default(''),
  options: z.array(
    z.object({
      name: z.string(),
      price: z.number().default(0),
      stock: z.number().default(0),
      sold: z.boolean().default(true),
    }),
  ),
  expect: expectedAnswer
    .extend({ ambiguous: z.boolean().optional(), accept: z.array(expectedAnswer).optional() })
    .optional(),
  tags: z.array(z.string()).default([]),
});

export type CorpusLine = z.infer<typeof corpusLineSchema>;
export type ExpectedAnswer = z.infer<typeof expectedAnswer>;

/** Reads one line; throws a SyntaxError or zod error that names the place. */
export function parseCorpusLine(line: string): CorpusLine {
  return corpusLineSchema.parse(JSON.parse(line));
}

/** The options of a line as raw supplier options. */
export function rawOptionsOf(line: CorpusLine): readonly RawOption[] {
  return line.options.map(({ name, price, stock, sold }) => ({
    name,
    priceKrw: price,
    stock,
    sold,
    sourceKey: null,
  }));
}

/** A reading in the answer format of the corpus. */
export function answerOf(reading: OptionReading): ExpectedAnswer {
  return {
    type: reading.type,
    dimensions: reading.dimensions.map(({ name, values }) => ({ name, values: [...values] })),
    combinations: reading.combinations.map(({ values, priceKrw, stock, usable }) => ({
      values: [...values],
      price: priceKrw,
      stock,
      usable,
    })),
    addOns: reading.addOns.map(({ name, priceKrw, stock, usable }) =>
      usable ? { name, price: priceKrw, stock } : { name, price: priceKrw, stock, usable: false },
    ),
  };
}

/** The first difference between an answer and what is expected, or null when it is right. */
export function differenceTo(
  answer: ExpectedAnswer,
  expected: NonNullable<CorpusLine['expect']>,
): string | null {
  const first = difference(answer, expected);
  if (first === null || expected.ambiguous !== true) return first;
  return (expected.accept ?? []).some((other) => difference(answer, other) === null) ? null : first;
}

function difference(answer: ExpectedAnswer, expected: ExpectedAnswer): string | null {
  if (answer.type !== expected.type) return `type ${answer.type}, not ${expected.type}`;
  if (answer.dimensions.length !== expected.dimensions.length) {
    return `${answer.dimensions.length} dimensions, not ${expected.dimensions.length}`;
  }
  for (const [place, dimension] of expected.dimensions.entries()) {
    const own = answer.dimensions[place];
    if (own === undefined) return `dimension ${place} missing`;
    if (JSON.stringify(own.values) !== JSON.stringify(dimension.values)) {
      return `values ${JSON.stringify(own.values.slice(0, 20))}, not ${JSON.stringify(dimension.values.slice(0, 20))}`;
    }
    if (own.name !== dimension.name && dimension.altNames?.includes(own.name) !== true) {
      return `name ${own.name}, not ${dimension.name}`;
    }
  }
  if (answer.combinations.length !== expected.combinations.length) {
    return `${answer.combinations.length} combinations, not ${expected.combinations.length}`;
  }
  for (const [place, combination] of expected.combinations.entries()) {
    const own = answer.combinations[place];
    const isSame =
      own !== undefined &&
      JSON.stringify(own.values) === JSON.stringify(combination.values) &&
      own.price === combination.price &&
      own.stock === combination.stock &&
      own.usable === combination.usable;
    if (!isSame)
      return `combination ${place}: ${JSON.stringify(own)}, not ${JSON.stringify(combination)}`;
  }
  return addOnDifference(answer.addOns ?? [], expected.addOns ?? []);
}

type ExpectedAddOns = NonNullable<ExpectedAnswer['addOns']>;

function addOnDifference(answer: ExpectedAddOns, expected: ExpectedAddOns): string | null {
  if (answer.length !== expected.length) return `${answer.length} add-ons, not ${expected.length}`;
  for (const [place, addOn] of expected.entries()) {
    const own = answer[place];
    const isSame =
      own !== undefined &&
      own.name === addOn.name &&
      own.price === addOn.price &&
      own.stock === addOn.stock &&
      (own.usable ?? true) === (addOn.usable ?? true);
    if (!isSame) return `add-on ${place}: ${JSON.stringify(own)}, not ${JSON.stringify(addOn)}`;
  }
  return null;
}
