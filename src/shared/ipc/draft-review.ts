import { z } from 'zod';
import type { DraftContent, DraftDelivery } from '../domain/draft';
import type { BulkAnswer, DraftOperation, FieldChange } from '../domain/draft-bulk';
import type { TableDiff } from '../domain/draft-table';
import { LIST_FILE_MAX_BYTES } from '../domain/intake';
import { contentShape, draftChangeSchema, draftFieldSchema, draftSchema } from './draft-values';
import { fileRoute, route } from './route';
import {
  atMsSchema,
  countSchema,
  itemNoSchema,
  messageCodeSchema,
  reasonSchema,
  SEARCH_MAX_CHARS,
  storeIdSchema,
} from './values';

/** Most drafts that one bulk change may name. */
export const BULK_MAX_DRAFTS = 10_000;

const NOTE_MAX_CHARS = 200;
const WORD_MAX_CHARS = 60;
const ROWS_MAX = 500;

const draftStateSchema = z.enum(['ready', 'needs-review', 'blocked']);
const draftListStateSchema = z.enum(['ready', 'needs-review', 'blocked', 'registered']);

/** Which drafts a list, a bulk change or a table is about. */
const draftSelectionShape = {
  state: draftListStateSchema.exactOptional(),
  reasonCode: z.string().max(64).exactOptional(),
  text: z.string().max(SEARCH_MAX_CHARS).exactOptional(),
  operationId: z.string().max(64).exactOptional(),
};

/** Named one by one, or everything that a filter finds when the change is made. */
const targetSchema = z.union([
  z.strictObject({ itemNos: z.array(itemNoSchema).min(1).max(BULK_MAX_DRAFTS) }),
  z.strictObject({ filter: z.strictObject(draftSelectionShape) }),
]);
export type BulkTarget = z.infer<typeof targetSchema>;

const deliveryChangeSchema = contentShape.delivery.partial() as unknown as z.ZodType<
  Partial<DraftDelivery>
>;

const answerSchema: z.ZodType<BulkAnswer> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    change: draftChangeSchema as unknown as z.ZodType<Partial<DraftContent>>,
  }),
  z.strictObject({
    kind: z.literal('notice'),
    type: z.string().max(50).nullable(),
    fields: z.record(z.string(), z.string().max(2000)),
    onlyEmpty: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('delivery'), change: deliveryChangeSchema }),
  z.strictObject({
    kind: z.literal('price'),
    rule: z.strictObject({
      marginPercent: z.number().min(0).max(90),
      minProfitKrw: z.int().min(0).max(1_000_000),
      roundToKrw: z.union([z.literal(10), z.literal(100), z.literal(1000)]),
    }),
  }),
  z.strictObject({
    kind: z.literal('replace-word'),
    word: z.string().trim().min(1).max(WORD_MAX_CHARS),
    by: z.string().trim().max(WORD_MAX_CHARS),
  }),
  z.strictObject({
    kind: z.literal('tags'),
    add: z.array(z.string().trim().min(1).max(WORD_MAX_CHARS)).max(50),
    remove: z.array(z.string().max(WORD_MAX_CHARS)).max(50),
  }),
  z.strictObject({ kind: z.literal('repair'), code: z.string().max(64) }),
  z.strictObject({ kind: z.literal('confirm'), field: draftFieldSchema }),
  z.strictObject({
    kind: z.literal('override'),
    code: z.string().max(64),
    note: z.string().max(NOTE_MAX_CHARS),
  }),
  z.strictObject({
    kind: z.literal('give-back'),
    fields: z.array(draftFieldSchema).min(1).max(50),
  }),
  z.strictObject({ kind: z.literal('own'), source: z.string().max(255) }),
]) as unknown as z.ZodType<BulkAnswer>;

/** `own` is made by tables alone. */
const askedAnswerSchema = answerSchema.refine(
  ({ kind }) => kind !== 'own',
  'a change of its own needs a table',
);

const fieldChangeSchema = z.strictObject({
  field: draftFieldSchema,
  isLarge: z.boolean(),
  before: z.unknown(),
  after: z.unknown(),
}) as unknown as z.ZodType<FieldChange>;

const previewRowSchema = z.strictObject({
  itemNo: itemNoSchema,
  name: z.string(),
  changes: z.array(fieldChangeSchema),
  stateBefore: draftStateSchema,
  stateAfter: draftStateSchema,
  openReasons: z.array(reasonSchema),
  skipped: messageCodeSchema.nullable(),
});

const operationSchema: z.ZodType<DraftOperation> = z.strictObject({
  operationId: z.string(),
  answer: answerSchema,
  reasonCode: z.string().nullable(),
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  madeBy: z.string(),
  draftCount: countSchema,
  changedCount: countSchema,
  skippedCount: countSchema,
  keptCount: countSchema,
  createdAtMs: atMsSchema,
  undoneAtMs: atMsSchema.nullable(),
});

const bulkShape = { storeId: storeIdSchema, target: targetSchema, answer: askedAnswerSchema };

const overrideSchema = z.strictObject({
  overrideId: countSchema,
  itemNo: itemNoSchema,
  code: z.string(),
  subject: z.string(),
  note: z.string(),
  madeBy: z.string(),
  atMs: atMsSchema,
  withdrawnAtMs: atMsSchema.nullable(),
});

const editSchema = z.strictObject({
  editId: countSchema,
  kind: z.enum(['seller', 'refresh', 'unlock', 'bulk', 'undo']),
  version: countSchema,
  changes: z.array(fieldChangeSchema),
  operationId: z.string().nullable(),
  isUndone: z.boolean(),
  atMs: atMsSchema,
});

const tableDiffSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        line: countSchema,
        text: z.string(),
        itemNo: itemNoSchema.nullable(),
        name: z.string().nullable(),
        changes: z.array(fieldChangeSchema),
        problems: z.array(reasonSchema),
        stateBefore: draftStateSchema.nullable(),
        stateAfter: draftStateSchema.nullable(),
      }),
    )
    .max(ROWS_MAX),
  lineCount: countSchema,
  changedCount: countSchema,
  unchangedCount: countSchema,
  problemCount: countSchema,
  print: z.string(),
}) as unknown as z.ZodType<TableDiff>;

const tableFileShape = {
  storeId: storeIdSchema,
  fileName: z.string().min(1).max(255),
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.byteLength <= LIST_FILE_MAX_BYTES, 'the file is too large'),
};

/** Reviewing many drafts: one answer for all of a kind, history and undo, decisions on record, tables. */
export const draftReviewRoutes = {
  /** What one answer would do to many drafts; saves nothing. */
  'drafts.bulkPreview': route(
    z.strictObject(bulkShape),
    z.strictObject({ rows: z.array(previewRowSchema).max(ROWS_MAX), total: countSchema }),
  ),
  /** Does it, and with `retriesJobs` sends on the waiting jobs of those that are ready then. */
  'drafts.bulkApply': route(
    z.strictObject({
      ...bulkShape,
      reasonCode: z.string().max(64).nullable().default(null),
      retriesJobs: z.boolean().default(false),
    }),
    z.strictObject({ operation: operationSchema, retriedJobs: countSchema }),
  ),
  'drafts.bulkUndo': route(
    z.strictObject({ operationId: z.string().max(64) }),
    z.strictObject({ operation: operationSchema }),
  ),
  /** Newest first, with the drafts that were left out of the newest ones. */
  'drafts.bulkHistory': route(
    z.strictObject({ storeId: storeIdSchema, limit: z.int().min(1).max(100).default(30) }),
    z.strictObject({ operations: z.array(operationSchema) }),
  ),
  'drafts.history': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNo: itemNoSchema,
      limit: z.int().min(1).max(200).default(50),
    }),
    z.strictObject({ edits: z.array(editSchema), overrides: z.array(overrideSchema) }),
  ),
  /** Takes the newest change that is not a refresh back. */
  'drafts.undoLast': route(
    z.strictObject({ storeId: storeIdSchema, itemNo: itemNoSchema, basedOnVersion: countSchema }),
    z.strictObject({ draft: draftSchema }),
  ),
  /** Goes on in spite of a finding, on record. */
  'drafts.override': route(
    z.strictObject({
      storeId: storeIdSchema,
      itemNo: itemNoSchema,
      code: z.string().max(64),
      note: z.string().max(NOTE_MAX_CHARS),
      basedOnVersion: countSchema,
    }),
    z.strictObject({ draft: draftSchema }),
  ),
  'drafts.withdrawOverride': route(
    z.strictObject({ storeId: storeIdSchema, itemNo: itemNoSchema, overrideId: countSchema }),
    z.strictObject({ draft: draftSchema }),
  ),
  /** Decisions of the whole store, newest first. */
  'drafts.listOverrides': route(
    z.strictObject({ storeId: storeIdSchema, limit: z.int().min(1).max(500).default(100) }),
    z.strictObject({ overrides: z.array(overrideSchema) }),
  ),
  /** A table to edit in a spreadsheet, as base64. */
  'drafts.exportTable': route(
    z.strictObject({
      storeId: storeIdSchema,
      target: targetSchema,
      form: z.enum(['csv', 'xlsx']),
      language: z.enum(['ko', 'en']).default('ko'),
    }),
    z.strictObject({ base64: z.string(), draftCount: countSchema }),
  ),
  /** What importing the table would change; saves nothing. */
  'drafts.readTable': fileRoute(z.strictObject(tableFileShape), tableDiffSchema),
  /** Applies what `drafts.readTable` showed as one change that can be undone. */
  'drafts.applyTable': fileRoute(
    z.strictObject({ ...tableFileShape, print: z.string().max(64) }),
    z.strictObject({ operation: operationSchema }),
  ),
} as const;
