import { z } from 'zod';

/**
 * The body of `POST /v2/products` as far as we fill it in (naver-commerce-api.md 5.1 to 5.10,
 * 2026-09). Strict: a key that is not here is a slip of ours, caught before it is sent.
 */

const stockQuantity = z.int().min(0).max(99_999_999);
const picture = z.strictObject({ url: z.url() });

const optionName = z.string().min(1).max(25);

const optionInfoSchema = z.strictObject({
  optionCombinationSortType: z.enum(['CREATE', 'ABC', 'LOW_PRICE', 'HIGH_PRICE']).optional(),
  optionCombinationGroupNames: z
    .strictObject({
      optionGroupName1: optionName,
      optionGroupName2: optionName.optional(),
      optionGroupName3: optionName.optional(),
    })
    .optional(),
  optionCombinations: z
    .array(
      z.strictObject({
        optionName1: optionName,
        optionName2: optionName.optional(),
        optionName3: optionName.optional(),
        stockQuantity,
        price: z.int().min(-999_999_990).max(999_999_990),
        usable: z.boolean(),
        sellerManagerCode: z.string().optional(),
      }),
    )
    .min(1)
    .optional(),
  useStockManagement: z.boolean(),
});

const supplementProductInfoSchema = z.strictObject({
  sortType: z.enum(['CREATE', 'ABC', 'LOW_PRICE', 'HIGH_PRICE']).optional(),
  supplementProducts: z
    .array(
      z.strictObject({
        groupName: z.string().min(1),
        name: z.string().min(1),
        price: z.int().min(0).max(999_999_990),
        stockQuantity,
        sellerManagementCode: z.string().optional(),
        usable: z.boolean().optional(),
      }),
    )
    .min(1),
});

const deliveryInfo = z.strictObject({
  deliveryType: z.enum(['DELIVERY', 'DIRECT']),
  deliveryAttributeType: z.literal('NORMAL'),
  deliveryCompany: z.string().min(1),
  deliveryFee: z.strictObject({
    deliveryFeeType: z.enum(['FREE', 'CONDITIONAL_FREE', 'PAID', 'UNIT_QUANTITY_PAID']),
    baseFee: z.int().min(0).max(100_000).optional(),
    freeConditionalAmount: z.int().min(1).max(999_999_990).optional(),
    repeatQuantity: z.int().min(1).optional(),
    deliveryFeePayType: z.enum(['COLLECT', 'PREPAID', 'COLLECT_OR_PREPAID']).optional(),
    deliveryFeeByArea: z
      .strictObject({
        deliveryAreaType: z.enum(['AREA_2', 'AREA_3']),
        area2extraFee: z.int().min(0).max(200_000),
        area3extraFee: z.int().min(0).max(200_000).optional(),
      })
      .optional(),
  }),
  claimDeliveryInfo: z.strictObject({
    returnDeliveryCompanyPriorityType: z.literal('PRIMARY'),
    returnDeliveryFee: z.int().min(0).max(1_000_000),
    exchangeDeliveryFee: z.int().min(0).max(1_000_000),
    shippingAddressId: z.int(),
    returnAddressId: z.int(),
  }),
});

const certificationInfo = z.strictObject({
  certificationInfoId: z.int(),
  certificationKindType: z.string().min(1),
  name: z.string(),
  certificationNumber: z.string(),
  companyName: z.string().optional(),
});

const detailAttribute = z.strictObject({
  naverShoppingSearchInfo: z
    .strictObject({
      modelName: z.string().optional(),
      manufacturerName: z.string().optional(),
      brandName: z.string().optional(),
    })
    .optional(),
  afterServiceInfo: z.strictObject({
    afterServiceTelephoneNumber: z.string().min(1),
    afterServiceGuideContent: z.string().min(1),
  }),
  purchaseQuantityInfo: z
    .strictObject({ maxPurchaseQuantityPerOrder: z.int().min(1).max(10_000) })
    .optional(),
  originAreaInfo: z.strictObject({
    originAreaCode: z.string().min(2),
    importer: z.string().min(1).optional(),
    content: z.string().min(1).optional(),
    plural: z.literal(false),
  }),
  sellerCodeInfo: z.strictObject({ sellerManagementCode: z.string().min(1).max(30) }),
  optionInfo: optionInfoSchema.optional(),
  supplementProductInfo: supplementProductInfoSchema.optional(),
  taxType: z.enum(['TAX', 'DUTYFREE', 'SMALL']),
  productCertificationInfos: z.array(certificationInfo).min(1).max(5).optional(),
  certificationTargetExcludeContent: z
    .strictObject({
      childCertifiedProductExclusionYn: z.boolean().optional(),
      kcCertifiedProductExclusionYn: z.enum(['TRUE', 'FALSE', 'KC_EXEMPTION_OBJECT']).optional(),
      greenCertifiedProductExclusionYn: z.boolean().optional(),
      kcExemptionType: z.enum(['SAFE_CRITERION', 'OVERSEAS', 'PARALLEL_IMPORT']).optional(),
    })
    .optional(),
  minorPurchasable: z.boolean(),
  unitCapacity: z
    .strictObject({
      unitPriceYn: z.boolean(),
      totalCapacityValue: z.number().positive().optional(),
      unitCapacity: z.int().min(1).optional(),
      indicationUnit: z.string().min(1).optional(),
    })
    .optional(),
  // One child object named by the type; its fields are checked against the type's own list.
  productInfoProvidedNotice: z.looseObject({ productInfoProvidedNoticeType: z.string().min(1) }),
  seoInfo: z
    .strictObject({
      sellerTags: z
        .array(z.strictObject({ text: z.string().min(1) }))
        .min(1)
        .max(10),
    })
    .optional(),
});

/** The whole body; only checked before sending, never a reading of Naver's answers. */
export const productBodySchema = z.strictObject({
  originProduct: z.strictObject({
    statusType: z.literal('SALE'),
    saleType: z.literal('NEW'),
    leafCategoryId: z.string().min(1),
    name: z.string().min(1).max(100),
    detailContent: z.string().min(1),
    images: z.strictObject({
      representativeImage: picture,
      optionalImages: z.array(picture).max(9).optional(),
    }),
    salePrice: z.int().min(10).max(999_999_990).multipleOf(10),
    stockQuantity: z.int().min(1).max(99_999_999),
    deliveryInfo,
    detailAttribute,
    customerBenefit: z
      .strictObject({
        immediateDiscountPolicy: z.strictObject({
          discountMethod: z.strictObject({
            value: z.int().min(10).max(10_000_000).multipleOf(10),
            unitType: z.literal('WON'),
          }),
        }),
      })
      .optional(),
  }),
  smartstoreChannelProduct: z.strictObject({
    naverShoppingRegistration: z.boolean(),
    channelProductDisplayStatusType: z.enum(['ON', 'SUSPENSION']),
  }),
});
