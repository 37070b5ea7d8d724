import { z } from 'zod';
import { type IntakeLine, LIST_FILE_MAX_BYTES, type ListReading } from '../domain/intake';
import { done, fileRoute, nothing, route } from './route';
import {
  batchIdSchema,
  countSchema,
  itemNoSchema,
  messageCodeSchema,
  reasonSchema,
  storeIdSchema,
  textParamsSchema,
} from './values';

const FILE_NAME_MAX_CHARS = 255;
const COLUMN_MAX_CHARS = 500;

const intakeLineSchema: z.ZodType<IntakeLine> = z.strictObject({
  line: z.int().min(1),
  text: z.string().max(200),
  itemNo: itemNoSchema.nullable(),
  reason: reasonSchema.nullable(),
});

const LINES_MAX_ROWS = 500;
const LISTS_MAX = 200;

const verdictsSchema = z.strictObject({
  taken: countSchema,
  duplicate: countSchema,
  malformed: countSchema,
});

const readingIdSchema = z.string().min(1).max(64);

const readingSchema: z.ZodType<ListReading> = z.strictObject({
  readingId: readingIdSchema,
  fileName: z.string(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('reading'),
      progress: z.strictObject({
        phase: z.enum(['opening', 'lines', 'verdicts']),
        lineCount: countSchema,
        lineTotal: countSchema.nullable(),
        verdicts: verdictsSchema,
      }),
    }),
    z.strictObject({ kind: z.literal('read') }),
    z.strictObject({
      kind: z.literal('refused'),
      code: messageCodeSchema,
      params: textParamsSchema,
    }),
    z.strictObject({
      kind: z.literal('taking-in'),
      takenCount: countSchema,
      itemCount: countSchema,
      isCancelling: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('taken-in'),
      batchId: batchIdSchema,
      queued: countSchema,
      existing: countSchema,
      alreadyRegistered: countSchema,
    }),
    z.strictObject({ kind: z.literal('cancelled'), keptCount: countSchema }),
  ]),
  summary: z
    .strictObject({
      verdicts: verdictsSchema,
      encoding: z.enum(['utf-8', 'cp949', 'utf-16', 'xlsx']),
      column: z.string().nullable(),
    })
    .nullable(),
});

const oneReading = z.strictObject({ reading: readingSchema });

/**
 * Lists of item numbers. Throw INTAKE_* for a file that cannot be used as a whole; a line that
 * cannot is a verdict of its own.
 */
export const intakeRoutes = {
  /** Reads a list of item numbers and holds it; answers when it is read, refused or cancelled. Writes nothing. */
  'intake.readList': fileRoute(
    z.strictObject({
      fileName: z.string().min(1).max(FILE_NAME_MAX_CHARS),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.byteLength <= LIST_FILE_MAX_BYTES, 'the file is too large'),
      /** Heading or letter of the column with the numbers, after INTAKE_COLUMN_UNCLEAR; null = find it. */
      column: z.string().min(1).max(COLUMN_MAX_CHARS).nullable().default(null),
    }),
    oneReading,
  ),
  /** Every list that is held, in the order they came. */
  'intake.listReadings': route(nothing, z.strictObject({ readings: z.array(readingSchema) })),
  /** A page of the lines of a list with their verdicts; in `all`, those that need a look come first. */
  'intake.listLines': route(
    z.strictObject({
      readingId: readingIdSchema,
      group: z.enum(['all', 'taken', 'duplicate', 'malformed']),
      offset: countSchema,
      limit: z.int().min(1).max(LINES_MAX_ROWS),
    }),
    z.strictObject({ lines: z.array(intakeLineSchema), total: countSchema }),
  ),
  /** Puts the numbers of a list into the queue; answers when all are in, or it was cancelled. */
  'intake.takeIn': route(
    z.strictObject({ readingId: readingIdSchema, storeId: storeIdSchema }),
    oneReading,
  ),
  /** Ends the reading or taking in of a list; answers when nothing half is left of it. */
  'intake.cancelReading': route(z.strictObject({ readingId: readingIdSchema }), oneReading),
  /** Lets go of lists that nothing is under way for. */
  'intake.forgetReadings': route(
    z.strictObject({ readingIds: z.array(readingIdSchema).max(LISTS_MAX) }),
    done,
  ),
  /** The next list that was opened with the desktop app, each once; always null in a browser. */
  'intake.takeOpenedFile': route(
    nothing,
    z.strictObject({
      file: z.strictObject({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
    }),
  ),
} as const;

/** A list was opened with the app; `intake.takeOpenedFile` hands it over. */
export type FileOpened = Readonly<Record<string, never>>;

/** The lists that are held, as they are now. */
export interface ReadingsChanged {
  readonly readings: readonly ListReading[];
}
