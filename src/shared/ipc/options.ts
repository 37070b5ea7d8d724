import { z } from 'zod';
import { learnedCommandsSchema } from '../options/correction';
import { optionCommandSchema, optionModelSchema } from '../options/editor/commands';
import { draftChangeSchema, draftSchema } from './draft-values';
import { done, route } from './route';
import { countSchema, itemNoSchema, messageCodeSchema, storeIdSchema } from './values';

/** Most edits of one session, and most drafts of one batch, that a request may carry. */
const COMMANDS_MAX = 2000;
const BATCH_MAX = 1000;

const oneDraft = { storeId: storeIdSchema, itemNo: itemNoSchema };
const draftAtVersionSchema = z.strictObject({ itemNo: itemNoSchema, version: countSchema });
const batchSchema = z.array(draftAtVersionSchema).min(1).max(BATCH_MAX);
const outcomeSchema = z.strictObject({
  done: z.array(draftAtVersionSchema),
  skipped: z.array(z.strictObject({ itemNo: itemNoSchema, code: messageCodeSchema })),
});

/** Editing a draft's options, and what is remembered of it for the supplier's other items. */
export const optionsRoutes = {
  /** Saves an edit and remembers what it teaches; `commands` are the session's edits. */
  'options.save': route(
    z.strictObject({
      ...oneDraft,
      change: draftChangeSchema,
      commands: z.array(optionCommandSchema).max(COMMANDS_MAX),
      basedOnVersion: countSchema,
    }),
    z.strictObject({ draft: draftSchema }),
  ),
  /** The correction remembered for items like this one; null when there is nothing to offer. */
  'options.offer': route(
    z.strictObject(oneDraft),
    z.strictObject({
      offer: z
        .strictObject({
          model: optionModelSchema,
          separator: z.string().nullable(),
          commands: learnedCommandsSchema,
          takenCount: countSchema,
        })
        .nullable(),
    }),
  ),
  /** Other drafts of the supplier that the remembered correction would change, before and after. */
  'options.similar': route(
    z.strictObject(oneDraft),
    z.strictObject({
      drafts: z.array(
        z.strictObject({
          itemNo: itemNoSchema,
          name: z.string(),
          version: countSchema,
          before: optionModelSchema,
          after: optionModelSchema,
        }),
      ),
    }),
  ),
  /** Applies the correction remembered for `itemNo` to the named drafts. */
  'options.applyCorrection': route(
    z.strictObject({ ...oneDraft, drafts: batchSchema }),
    outcomeSchema,
  ),
  /** Takes a batch back: the drafts get what was read of the supplier's data. */
  'options.undoCorrection': route(
    z.strictObject({ storeId: storeIdSchema, drafts: batchSchema }),
    outcomeSchema,
  ),
  'options.forgetCorrection': route(z.strictObject(oneDraft), done),
} as const;
