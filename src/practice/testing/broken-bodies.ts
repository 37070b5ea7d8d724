/** What is broken, where, with which value (undefined = left out), and the finding it must give. */
export type BrokenBody = readonly [
  what: string,
  path: string,
  value: unknown,
  name: string | undefined,
  type: string,
];

const DETAIL = 'originProduct.detailAttribute';
const DELIVERY = 'originProduct.deliveryInfo';

export interface BrokenParts {
  /** The address of the well-formed body's picture. */
  readonly imageUrl: string;
  /** A category with children. */
  readonly parentId: string;
  /** A leaf that the store may not sell in. */
  readonly noRightId: string;
}

/** Everything but options and notice, each wrong in one way. */
export function brokenBodies({
  imageUrl,
  parentId,
  noRightId,
}: BrokenParts): readonly BrokenBody[] {
  return [
    ['no origin product', 'originProduct', undefined, 'originProduct', 'NotNull'],
    [
      'no channel product',
      'smartstoreChannelProduct',
      undefined,
      'smartstoreChannelProduct',
      'NotNull',
    ],
    [
      'an unknown display status',
      'smartstoreChannelProduct.channelProductDisplayStatusType',
      'SELL',
      'smartstoreChannelProduct.channelProductDisplayStatusType',
      'NotValidEnum',
    ],
    [
      'no shopping registration',
      'smartstoreChannelProduct.naverShoppingRegistration',
      undefined,
      'smartstoreChannelProduct.naverShoppingRegistration',
      'NotNull',
    ],
    [
      'an unknown status',
      'originProduct.statusType',
      'ON_SALE',
      'originProduct.statusType',
      'NotValidEnum',
    ],
    [
      'an unknown category',
      'originProduct.leafCategoryId',
      '12345',
      'originProduct.leafCategoryId',
      'NotValid.leafCategoryId',
    ],
    [
      'a parent category',
      'originProduct.leafCategoryId',
      parentId,
      'originProduct.leafCategoryId',
      'NotValid.leafCategoryId',
    ],
    [
      'a category without sale right',
      'originProduct.leafCategoryId',
      noRightId,
      undefined,
      'NotAuthority.product.category.id',
    ],
    ['no name', 'originProduct.name', undefined, 'originProduct.name', 'NotNull'],
    ['an empty name', 'originProduct.name', ' ', 'originProduct.name', 'NotEmpty'],
    [
      'a name above 100 characters',
      'originProduct.name',
      '가'.repeat(101),
      'originProduct.name',
      'LengthMax',
    ],
    [
      'no description',
      'originProduct.detailContent',
      undefined,
      'originProduct.detailContent',
      'NotNull',
    ],
    ['no picture', 'originProduct.images', undefined, 'originProduct.images', 'NotNull'],
    [
      'a picture from elsewhere',
      'originProduct.images.representativeImage',
      { url: 'https://x.example/a.jpg' },
      'originProduct.images.representativeImage.url',
      'InvalidImageUrl',
    ],
    [
      'an altered picture address',
      'originProduct.images.representativeImage',
      { url: `${imageUrl}?type=w640` },
      'originProduct.images.representativeImage.url',
      'InvalidImageUrl',
    ],
    [
      'ten more pictures',
      'originProduct.images.optionalImages',
      Array.from({ length: 10 }, () => ({ url: imageUrl })),
      'originProduct.images.optionalImages',
      'SizeMax',
    ],
    ['no price', 'originProduct.salePrice', null, 'originProduct.salePrice', 'NotNull'],
    [
      'a price above the maximum',
      'originProduct.salePrice',
      1_000_000_000,
      'originProduct.salePrice',
      'NumberMax',
    ],
    [
      'a price that is no multiple of ten',
      'originProduct.salePrice',
      19_805,
      'originProduct.salePrice',
      'NotMultipleOf10',
    ],
    [
      'a price as text',
      'originProduct.salePrice',
      '19800',
      'originProduct.salePrice',
      'TypeMismatch',
    ],
    [
      'no stock',
      'originProduct.stockQuantity',
      undefined,
      'originProduct.stockQuantity',
      'NotNull',
    ],
    [
      'a stock that is not the sum',
      'originProduct.stockQuantity',
      61,
      'originProduct.stockQuantity',
      'NotValid.optionStockSum',
    ],
    [
      'a sale start off the hour',
      'originProduct.saleStartDate',
      '2026-12-01T00:30:00+09:00',
      'originProduct.saleStartDate',
      'NotValid.saleDate',
    ],
    [
      'a sale end that is not minute 59',
      'originProduct.saleEndDate',
      '2026-12-31T23:00:00+09:00',
      'originProduct.saleEndDate',
      'NotValid.saleDate',
    ],
    [
      'a courier by its name',
      `${DELIVERY}.deliveryCompany`,
      'CJ대한통운',
      `${DELIVERY}.deliveryCompany`,
      'NotValid.deliveryCompany',
    ],
    [
      'no courier',
      `${DELIVERY}.deliveryCompany`,
      undefined,
      `${DELIVERY}.deliveryCompany`,
      'NotNull',
    ],
    [
      'an unknown delivery kind',
      `${DELIVERY}.deliveryAttributeType`,
      'FAST',
      `${DELIVERY}.deliveryAttributeType`,
      'NotValidEnum',
    ],
    [
      'a fee above the maximum',
      `${DELIVERY}.deliveryFee.baseFee`,
      100_010,
      `${DELIVERY}.deliveryFee.baseFee`,
      'NumberMax',
    ],
    [
      'a fee without who pays',
      `${DELIVERY}.deliveryFee.deliveryFeePayType`,
      undefined,
      `${DELIVERY}.deliveryFee.deliveryFeePayType`,
      'NotValidEnum',
    ],
    [
      'an unknown address',
      `${DELIVERY}.claimDeliveryInfo.shippingAddressId`,
      1,
      `${DELIVERY}.claimDeliveryInfo.shippingAddressId`,
      'NotValid.address',
    ],
    [
      'a return address to ship from',
      `${DELIVERY}.claimDeliveryInfo.shippingAddressId`,
      310_000_002,
      `${DELIVERY}.claimDeliveryInfo.shippingAddressId`,
      'NotValid.address',
    ],
    [
      'an unknown bundle group',
      `${DELIVERY}.deliveryBundleGroupId`,
      5,
      `${DELIVERY}.deliveryBundleGroupId`,
      'NotValid.bundleGroup',
    ],
    [
      'a ship-from abroad without customs tax',
      `${DELIVERY}.claimDeliveryInfo.shippingAddressId`,
      310_000_004,
      `${DETAIL}.customsTaxType`,
      'NotValidEnum',
    ],
    [
      'no after-service phone',
      `${DETAIL}.afterServiceInfo.afterServiceTelephoneNumber`,
      '',
      `${DETAIL}.afterServiceInfo.afterServiceTelephoneNumber`,
      'NotEmpty',
    ],
    [
      'an origin code without its zero',
      `${DETAIL}.originAreaInfo.originAreaCode`,
      '200037',
      `${DETAIL}.originAreaInfo.originAreaCode`,
      'NotValid',
    ],
    [
      'an imported product without importer',
      `${DETAIL}.originAreaInfo.importer`,
      undefined,
      `${DETAIL}.originAreaInfo.importer`,
      'NotNull',
    ],
    [
      'a free-text origin without text',
      `${DETAIL}.originAreaInfo`,
      { originAreaCode: '04' },
      `${DETAIL}.originAreaInfo.content`,
      'NotNull',
    ],
    [
      'a seller code above 30 characters',
      `${DETAIL}.sellerCodeInfo.sellerManagementCode`,
      'x'.repeat(31),
      `${DETAIL}.sellerCodeInfo.sellerManagementCode`,
      'LengthMax',
    ],
    [
      'no word on minors',
      `${DETAIL}.minorPurchasable`,
      undefined,
      `${DETAIL}.minorPurchasable`,
      'NotNull',
    ],
    ['an unknown tax type', `${DETAIL}.taxType`, 'VAT', `${DETAIL}.taxType`, 'NotValidEnum'],
    [
      'eleven tags',
      `${DETAIL}.seoInfo`,
      { sellerTags: Array.from({ length: 11 }, (_, n) => ({ text: `t${n}` })) },
      `${DETAIL}.seoInfo.sellerTags`,
      'SizeMax',
    ],
    [
      'a refused tag word',
      `${DETAIL}.seoInfo`,
      { sellerTags: [{ text: '최저가티' }] },
      `${DETAIL}.seoInfo.sellerTags`,
      'Restricted.sellerTags',
    ],
    [
      'a tag code with another text',
      `${DETAIL}.seoInfo`,
      { sellerTags: [{ code: 7, text: '다른티' }] },
      `${DETAIL}.seoInfo.sellerTags[0].text`,
      'NotValid.recommendTags.text',
    ],
    [
      'a discount above the price',
      'originProduct.customerBenefit',
      { immediateDiscountPolicy: { discountMethod: { value: 19_800, unitType: 'WON' } } },
      'originProduct.customerBenefit.immediateDiscountPolicy.discountMethod.value',
      'NotValid.discount',
    ],
    [
      'six certificates',
      `${DETAIL}.productCertificationInfos`,
      Array.from({ length: 6 }, () => ({
        certificationInfoId: 1901,
        name: 'x',
        certificationNumber: '1',
      })),
      `${DETAIL}.productCertificationInfos`,
      'SizeMax',
    ],
  ];
}
