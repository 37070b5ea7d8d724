import { z } from 'zod';
import { route } from './route';
import {
  atMsSchema,
  channelProductNoSchema,
  countSchema,
  itemNoSchema,
  originProductNoSchema,
  storeIdSchema,
} from './values';

/** Most products that one decision may name. */
const ORPHANS_MAX_DECIDED = 500;

const orphanReportSchema = z.strictObject({
  orphans: z.array(
    z.strictObject({
      originProductNo: originProductNoSchema,
      channelProductNo: channelProductNoSchema,
      itemNo: itemNoSchema,
      sellerCode: z.string(),
      name: z.string(),
      status: z.string(),
      salePriceKrw: z.number(),
      stock: z.number(),
      foundAtMs: atMsSchema,
      isDouble: z.boolean(),
      decision: z.enum(['adopted', 'left']).nullable(),
    }),
  ),
  scannedAtMs: atMsSchema.nullable(),
  productCount: countSchema,
  readingCount: countSchema.nullable(),
});

/**
 * Products of the store that carry our code and are unknown here. A scan throws NAVER_* and
 * NETWORK_*; a decision sends nothing to Naver.
 */
export const orphanRoutes = {
  'registration.getOrphans': route(z.strictObject({ storeId: storeIdSchema }), orphanReportSchema),
  /** Reads the whole list of the store's products; answers when it is read. */
  'registration.scanOrphans': route(z.strictObject({ storeId: storeIdSchema }), orphanReportSchema),
  'registration.decideOrphans': route(
    z.strictObject({
      storeId: storeIdSchema,
      decision: z.enum(['adopt', 'leave']),
      originProductNos: z.array(originProductNoSchema).min(1).max(ORPHANS_MAX_DECIDED),
    }),
    orphanReportSchema,
  ),
} as const;
