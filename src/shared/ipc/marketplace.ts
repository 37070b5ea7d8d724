import { z } from 'zod';
import { nothing, route } from './route';
import { SEARCH_MAX_CHARS } from './values';

/** Most rows that one search of a marketplace's list answers with. */
const LOOKUP_MAX_ROWS = 100;
const CATEGORY_ID_MAX_CHARS = 50;

const searchInput = z.strictObject({
  text: z.string().max(SEARCH_MAX_CHARS),
  limit: z.int().min(1).max(LOOKUP_MAX_ROWS).default(30),
});

const noticeTypeSchema = z.strictObject({
  type: z.string(),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      requirement: z.enum([
        'required',
        'when-applicable',
        'optional',
        'one-of-group',
        'deprecated',
      ]),
      format: z.enum(['text', 'month', 'date', 'boolean', 'integer']),
      maxLength: z.int().nullable(),
      /** The store marketplace's own Korean label. */
      label: z.string(),
    }),
  ),
});
export type NoticeTypeInfo = z.infer<typeof noticeTypeSchema>;

/** The store marketplace's slow lists, to choose from while a draft is edited. */
export const marketplaceRoutes = {
  /** Leaf categories whose path holds every word of `text`; none for a blank text. */
  'marketplace.findCategories': route(
    searchInput,
    z.strictObject({ categories: z.array(z.strictObject({ id: z.string(), path: z.string() })) }),
  ),
  /** What a category asks for, certificates first. */
  'marketplace.getCategory': route(
    z.strictObject({ id: z.string().min(1).max(CATEGORY_ID_MAX_CHARS) }),
    z.strictObject({
      id: z.string(),
      path: z.string(),
      exceptions: z.array(z.string()),
      certifications: z.array(
        z.strictObject({
          id: z.int(),
          name: z.string(),
          kindTypes: z.array(z.string()),
          isNumberOptional: z.boolean(),
          isCompanyNameRequired: z.boolean(),
        }),
      ),
    }),
  ),
  /** Places of origin whose name holds `text` or whose code it is; the first ones for a blank text. */
  'marketplace.findOrigins': route(
    searchInput,
    z.strictObject({ origins: z.array(z.strictObject({ code: z.string(), name: z.string() })) }),
  ),
  /** The store's address book. */
  'marketplace.listAddresses': route(
    nothing,
    z.strictObject({
      addresses: z.array(
        z.strictObject({
          id: z.int(),
          name: z.string(),
          type: z.string(),
          address: z.string(),
          phone: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** All kinds of the legal product information with their fields. */
  'marketplace.listNoticeTypes': route(
    nothing,
    z.strictObject({ types: z.array(noticeTypeSchema) }),
  ),
} as const;
