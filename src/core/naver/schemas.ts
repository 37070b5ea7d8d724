import type { ChannelProductNo, OriginProductNo } from '@shared/domain/ids';
import { z } from 'zod';

/** Answers of Naver's product and seller APIs, tolerant of missing and extra keys (naver-commerce-api.md 6, 2026-09). */

const text = z.preprocess(
  (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null),
  z.string().nullable(),
);
const requiredText = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string(),
);
const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.int(),
);
const looseNumber = z.preprocess((value) => Number(value ?? 0) || 0, z.number());
const flag = z.preprocess(
  (value) => value === true || value === 'true' || value === 'Y',
  z.boolean(),
);
const productNo = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^\d+$/),
);
const originProductNo = productNo.transform((no) => no as OriginProductNo);
const channelProductNo = productNo.transform((no) => no as ChannelProductNo);

/** A list inside a thing, which may be missing. The list that a call is about must be there: its absence is never "none". */
function listOf<Element extends z.ZodType>(element: Element) {
  return z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(element));
}

/** `[{tag, restricted}]` (naver-commerce-api.md 6.3, 2026-09). */
export const restrictedTagsSchema = z.array(z.object({ tag: requiredText, restricted: flag }));

/** `GET /v1/seller/account` (6.4). */
export const accountSchema = z.object({ accountId: requiredText, grade: text });

const categorySchema = z.object({
  id: requiredText,
  name: requiredText,
  wholeCategoryName: text,
  last: flag,
});
/** Asked for leaves alone, so only a plain no makes an entry anything else. */
const listedCategorySchema = categorySchema.extend({
  last: z.preprocess((value) => value !== false && value !== 'false', z.boolean()),
});
/** `GET /v1/categories` (6.3). */
export const categoriesSchema = z.array(listedCategorySchema);
/** `GET /v1/categories/{id}` (6.3, 5.7). */
export const categoryDetailSchema = categorySchema.extend({
  exceptionalCategories: listOf(z.string()),
  certificationInfos: listOf(
    z.object({
      id: wholeNumber,
      name: requiredText,
      kindTypes: listOf(z.string()),
      companyName: flag,
      nonEssential: flag,
    }),
  ),
});

/** `GET /v1/seller/addressbooks-for-page` (6.4). */
export const addressPageSchema = z.object({
  addressBooks: z.array(
    z.object({
      addressBookNo: wholeNumber,
      name: text,
      addressType: requiredText,
      address: text,
      baseAddress: text,
      detailAddress: text,
      phoneNumber1: text,
      overseasAddress: flag,
    }),
  ),
  totalPage: wholeNumber,
});

/** `GET /v2/product-delivery-info/return-delivery-companies` (6.4). */
export const returnCouriersSchema = z.object({
  returnDeliveryCompanies: z.array(
    z.object({ id: requiredText, name: requiredText, returnDeliveryCompanyPriorityType: text }),
  ),
});

/** `GET /v1/product-origin-areas` (6.3). */
export const originAreasSchema = z.object({
  originAreaCodeNames: z.array(z.object({ code: requiredText, name: requiredText })),
});

/** `POST /v1/product-images/upload` (4): one address per file, in order. */
export const uploadSchema = z.object({ images: z.array(z.object({ url: z.string().min(1) })) });

/** `POST /v2/products` (5.11). */
export const createdSchema = z.object({
  originProductNo,
  smartstoreChannelProductNo: channelProductNo.nullish(),
  windowChannelProductNo: channelProductNo.nullish(),
});

/** `POST /v1/products/search` (6.2). */
export const searchPageSchema = z.object({
  contents: z.array(
    z.object({
      originProductNo,
      channelProducts: listOf(
        z.object({
          channelProductNo,
          channelServiceType: text,
          name: text,
          sellerManagementCode: text,
          statusType: text,
          salePrice: looseNumber,
          discountedPrice: looseNumber,
          stockQuantity: looseNumber,
        }),
      ),
    }),
  ),
  totalPages: wholeNumber,
});

/**
 * `GET /v2/products/origin-products/{no}` (6.2): the fields that are read back; all others stay in
 * the raw answer.
 */
export const storedProductSchema = z.object({
  originProduct: z.object({
    statusType: requiredText,
    name: requiredText,
    salePrice: wholeNumber,
    stockQuantity: looseNumber,
    customerBenefit: z
      .object({
        immediateDiscountPolicy: z
          .object({ discountMethod: z.object({ value: looseNumber, unitType: text }).nullish() })
          .nullish(),
      })
      .nullish(),
    images: z.preprocess(
      (value) => value ?? {},
      z.object({
        representativeImage: z.object({ url: z.string() }).nullish(),
        optionalImages: listOf(z.object({ url: z.string() })),
      }),
    ),
    detailAttribute: z.preprocess(
      (value) => value ?? {},
      z.object({
        sellerCodeInfo: z.object({ sellerManagementCode: text }).nullish(),
        optionInfo: z
          .object({
            optionCombinations: listOf(
              z.object({
                id: wholeNumber,
                optionName1: text,
                optionName2: text,
                optionName3: text,
                sellerManagerCode: text,
                price: looseNumber,
                stockQuantity: looseNumber,
                usable: z.preprocess((value) => value !== false, z.boolean()),
              }),
            ),
          })
          .nullish(),
      }),
    ),
  }),
});

/** `GET /v1/product-inspections/channel-products` (6.2). */
export const inspectionPageSchema = z.object({
  contents: z.array(
    z.object({
      channelProductNo,
      reason: text,
      action: text,
      restorationRequestAvailable: flag,
    }),
  ),
  totalPages: z.preprocess((value) => value ?? 1, wholeNumber),
});
