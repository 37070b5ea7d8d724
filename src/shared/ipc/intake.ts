import { z } from 'zod';
import { type IntakeLine, type IntakeResult, LIST_FILE_MAX_BYTES } from '../domain/intake';
import { fileRoute, nothing, route } from './route';
import { itemNoSchema, reasonSchema } from './values';

const FILE_NAME_MAX_CHARS = 255;
const COLUMN_MAX_CHARS = 500;

const intakeLineSchema: z.ZodType<IntakeLine> = z.strictObject({
  line: z.int().min(1),
  text: z.string().max(200),
  itemNo: itemNoSchema.nullable(),
  reason: reasonSchema.nullable(),
});

const intakeResultSchema: z.ZodType<IntakeResult> = z.strictObject({
  lines: z.array(intakeLineSchema),
  itemNos: z.array(itemNoSchema),
  encoding: z.enum(['utf-8', 'cp949', 'utf-16', 'xlsx']),
  column: z.string().nullable(),
});

/**
 * Lists of item numbers. Throw INTAKE_* for a file that cannot be used as a whole; a line that
 * cannot is a verdict of its own.
 */
export const intakeRoutes = {
  /** Reads a list of item numbers; writes nothing. */
  'intake.readList': fileRoute(
    z.strictObject({
      fileName: z.string().min(1).max(FILE_NAME_MAX_CHARS),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.byteLength <= LIST_FILE_MAX_BYTES, 'the file is too large'),
      /** Heading or letter of the column with the numbers, after INTAKE_COLUMN_UNCLEAR; null = find it. */
      column: z.string().min(1).max(COLUMN_MAX_CHARS).nullable().default(null),
    }),
    intakeResultSchema,
  ),
  /** The list that was opened with the desktop app, once; always null in a browser. */
  'intake.takeOpenedFile': route(
    nothing,
    z.strictObject({
      file: z.strictObject({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
    }),
  ),
} as const;

/** A list was opened with the app; `intake.takeOpenedFile` hands it over. */
export type FileOpened = Readonly<Record<string, never>>;
