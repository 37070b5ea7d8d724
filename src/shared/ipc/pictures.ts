import { z } from 'zod';
import { done, nothing, route } from './route';
import { countSchema, itemNoSchema, reasonSchema, storeIdSchema } from './values';

const URL_MAX_CHARS = 2048;
const sizePxSchema = z.int().min(1);

const pictureShape = {
  /** Address at the supplier, as the draft names it. */
  url: z.string().max(URL_MAX_CHARS),
  role: z.enum(['product', 'detail']),
};

const shareSchema = z.number().min(0).max(1);

const pictureWarningSchema = z.strictObject({
  reason: reasonSchema,
  /** Where it is seen in the prepared picture, in shares of it; empty = the picture as a whole. */
  regions: z.array(
    z.strictObject({
      left: shareSchema,
      top: shareSchema,
      width: shareSchema,
      height: shareSchema,
    }),
  ),
});
export type InspectedPictureWarning = z.infer<typeof pictureWarningSchema>;

const inspectedPictureSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('prepared'),
    ...pictureShape,
    /** What would go to the marketplace, served by the shells by content; never the bytes. */
    files: z.array(
      z.strictObject({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        widthPx: sizePxSchema,
        heightPx: sizePxSchema,
        sizeBytes: countSchema,
      }),
    ),
    warnings: z.array(pictureWarningSchema),
    /** The supplier's picture, after turning it upright. */
    source: z.strictObject({ widthPx: sizePxSchema, heightPx: sizePxSchema }),
  }),
  z.strictObject({
    kind: z.literal('duplicate'),
    ...pictureShape,
    /** The copy of the same role that is used. */
    ofUrl: z.string().max(URL_MAX_CHARS),
  }),
  z.strictObject({ kind: z.literal('dropped'), ...pictureShape, reason: reasonSchema }),
]);
export type InspectedPicture = z.infer<typeof inspectedPictureSchema>;

const oneDraft = { storeId: storeIdSchema, itemNo: itemNoSchema };

const backupStatusSchema = z.strictObject({
  /** Nothing is copied in practice mode. */
  isPractice: z.boolean(),
  isOn: z.boolean(),
  /** Bucket and both keys are there. */
  isSetUp: z.boolean(),
  /** Products whose pictures wait, are copied, could not be. */
  waiting: countSchema,
  stored: countSchema,
  failed: countSchema,
  /** Why the latest did not go through; null when nothing is in the way. */
  problem: reasonSchema.nullable(),
  lastStoredAtMs: z.int().nullable(),
});
export type PictureBackupStatus = z.infer<typeof backupStatusSchema>;

/** A draft's pictures ahead of its registration, and the copy in the seller's storage. */
export const picturesRoutes = {
  /** Prepares the draft's pictures and tells what becomes of each; may take as long as the downloads. */
  'pictures.inspect': route(
    z.strictObject(oneDraft),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('inspected'),
        version: countSchema,
        pictures: z.array(inspectedPictureSchema),
      }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  ),
  /** Ends the inspection of this version of the draft, which then answers `cancelled`. */
  'pictures.cancel': route(z.strictObject({ ...oneDraft, version: countSchema }), done),
  /** How far the copies in the seller's storage are. */
  'pictures.backupStatus': route(nothing, backupStatusSchema),
  /** Writes, reads and removes one object; `problem` says what is in the way. */
  'pictures.testBackup': route(nothing, z.strictObject({ problem: reasonSchema.nullable() })),
} as const;
