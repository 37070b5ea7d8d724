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
export const categoriesSchema = z.array(listedCategorySchema);
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

export const returnCouriersSchema = z.object({
  returnDeliveryCompanies: z.array(
    z.object({ id: requiredText, name: requiredText, returnDeliveryCompanyPriorityType: text }),
  ),
});

export const originAreasSchema = z.object({
  originAreaCodeNames: z.array(z.object({ code: requiredText, name: requiredText })),
});

export const uploadSchema = z.object({ images: z.array(z.object({ url: z.string().min(1) })) });

export const createdSchema = z.object({
  originProductNo,
  smartstoreChannelProductNo: channelProductNo.nullish(),
  windowChannelProductNo: channelProductNo.nullish(),
});

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
