import { expect, test } from 'vitest';
import { changed, leafEndingWith, wellFormedBody } from '../../testing/product-body';
import { buildCategoryTree } from '../category-tree';
import type { JsonObject } from '../json-value';
import { readNoticeTypes } from '../notice-types';
import { buildOriginAreas } from '../origin-areas';
import { PRACTICE_ADDRESSES } from '../seller-routes';
import { optionPriceWindow } from './options';
import { checkProduct } from './product';
import type { ProductWorld } from './world';

const CATEGORIES = buildCategoryTree();
const IMAGE = 'http://127.0.0.1:1/phinf/a.jpg';
const world: ProductWorld = {
  categories: new Map(CATEGORIES.map((category) => [category.id, category])),
  noticeTypes: readNoticeTypes(),
  originAreaCodes: new Set(buildOriginAreas().map(([code]) => code)),
  addresses: new Map(PRACTICE_ADDRESSES.map((address) => [address.addressBookNo, address])),
  isUploaded: (url) => url === IMAGE,
  isBundleGroup: (id) => id === 54_000_001,
  recommendedTagText: (code) => (code === 7 ? '기본티' : null),
};
const idOf = (ending: string): string => leafEndingWith(CATEGORIES, ending).id;
const bodyIn = (ending: string): JsonObject =>
  wellFormedBody({ leafCategoryId: idOf(ending), imageUrl: IMAGE });
const BASE = bodyIn('여성의류>티셔츠');

function check(body: JsonObject, mode: 'create' | 'update' = 'create') {
  return checkProduct(body, world, { mode, needsChannel: true });
}

const DETAIL = 'originProduct.detailAttribute';
const OPTIONS = `${DETAIL}.optionInfo`;
const NOTICE = `${DETAIL}.productInfoProvidedNotice`;
const DELIVERY = 'originProduct.deliveryInfo';
const COMBINATIONS = `${OPTIONS}.optionCombinations`;
const combination = (name: string, extra: object = {}) => ({
  optionName1: name,
  optionName2: 'M',
  stockQuantity: 60,
  price: 0,
  ...extra,
});

test('a well-formed body passes', () => {
  expect(check(BASE)).toEqual([]);
});

const BROKEN: readonly [
  what: string,
  path: string,
  value: unknown,
  name: string | undefined,
  type: string,
][] = [
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
    CATEGORIES.find((one) => !one.isLeaf)?.id,
    'originProduct.leafCategoryId',
    'NotValid.leafCategoryId',
  ],
  [
    'a category without sale right',
    'originProduct.leafCategoryId',
    idOf('건강관리용품>파스'),
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
    { url: `${IMAGE}?type=w640` },
    'originProduct.images.representativeImage.url',
    'InvalidImageUrl',
  ],
  [
    'ten more pictures',
    'originProduct.images.optionalImages',
    Array.from({ length: 10 }, () => ({ url: IMAGE })),
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
  ['no stock', 'originProduct.stockQuantity', undefined, 'originProduct.stockQuantity', 'NotNull'],
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
    'four axes’ worth of values',
    COMBINATIONS,
    [combination('블랙', { optionName3: 'x' })],
    `${COMBINATIONS}[0].optionName3`,
    'NotValid.optionAxes',
  ],
  [
    'a missing value',
    COMBINATIONS,
    [{ optionName1: '블랙', stockQuantity: 60 }],
    `${COMBINATIONS}[0].optionName2`,
    'NotNull',
  ],
  [
    'a value above 25 characters',
    COMBINATIONS,
    [combination('가'.repeat(26))],
    `${COMBINATIONS}[0].optionName1`,
    'LengthMax',
  ],
  [
    'a forbidden character',
    COMBINATIONS,
    [combination('A*B')],
    `${COMBINATIONS}[0].optionName1`,
    'NotValid.optionCharacter',
  ],
  [
    'twice the same combination',
    COMBINATIONS,
    [combination('블랙'), combination('블랙', { stockQuantity: 0 })],
    COMBINATIONS,
    'Duplicated',
  ],
  [
    'no free combination',
    COMBINATIONS,
    [combination('블랙', { price: 1000 })],
    COMBINATIONS,
    'NotValid.optionZeroPrice',
  ],
  [
    'a free combination out of stock only',
    COMBINATIONS,
    [combination('블랙', { stockQuantity: 0 }), combination('화이트', { price: 10 })],
    COMBINATIONS,
    'NotValid.optionZeroPrice',
  ],
  [
    'an extra price outside the window',
    COMBINATIONS,
    [
      combination('블랙', { stockQuantity: 30 }),
      combination('화이트', { stockQuantity: 30, price: 9910 }),
    ],
    COMBINATIONS,
    'NotValid.optionPriceRange',
  ],
  [
    'an extra price that is no multiple of ten',
    COMBINATIONS,
    [combination('블랙', { price: 5 })],
    `${COMBINATIONS}[0].price`,
    'NotMultipleOf10',
  ],
  [
    'no axis names',
    `${OPTIONS}.optionCombinationGroupNames`,
    undefined,
    `${OPTIONS}.optionCombinationGroupNames`,
    'NotNull',
  ],
  [
    'two option systems',
    `${OPTIONS}.optionSimple`,
    [{ groupName: '색상', name: '블랙' }],
    OPTIONS,
    'NotValid.optionKinds',
  ],
  ['an empty option block', OPTIONS, {}, OPTIONS, 'NotEmpty'],
  ['no notice', NOTICE, undefined, NOTICE, 'NotNull'],
  [
    'an unknown notice type',
    `${NOTICE}.productInfoProvidedNoticeType`,
    'CLOTHES',
    `${NOTICE}.productInfoProvidedNoticeType`,
    'NotValidEnum',
  ],
  [
    'the object of another notice type',
    `${NOTICE}.productInfoProvidedNoticeType`,
    'ETC',
    `${NOTICE}.etc`,
    'NotNull',
  ],
  [
    'a required notice field missing',
    `${NOTICE}.wear.material`,
    undefined,
    `${NOTICE}.wear.material`,
    'NotNull',
  ],
  [
    'neither of a date pair',
    `${NOTICE}.wear.packDate`,
    undefined,
    `${NOTICE}.wear.packDate`,
    'NotNull',
  ],
  [
    'a notice month as free text',
    `${NOTICE}.wear.packDate`,
    '2026년 8월',
    `${NOTICE}.wear.packDate`,
    'NotValid.noticeFormat',
  ],
  [
    'a notice text above its limit',
    `${NOTICE}.wear.color`,
    '가'.repeat(201),
    `${NOTICE}.wear.color`,
    'LengthMax',
  ],
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

test.each(BROKEN)('%s is refused', (_what, path, value, name, type) => {
  const found = check(changed(BASE, path, value));
  expect(found.map((entry) => [entry.name, entry.type])).toContainEqual([name, type]);
});

test('a channel block inside the origin product counts as missing', () => {
  const nested = changed(
    BASE,
    'originProduct.smartstoreChannelProduct',
    BASE.smartstoreChannelProduct,
  );
  const found = check(changed(nested, 'smartstoreChannelProduct', undefined));
  expect(found).toEqual([
    expect.objectContaining({ name: 'smartstoreChannelProduct', type: 'NotNull' }),
  ]);
});

test('a KC category wants a statement, and a certificate when the product is subject', () => {
  const body = bodyIn('계절가전>선풍기');
  const exclude = `${DETAIL}.certificationTargetExcludeContent`;
  expect(check(body)).toEqual([
    expect.objectContaining({
      name: `${exclude}.kcCertifiedProductExclusionYn`,
      type: 'NotValidEnum',
    }),
  ]);
  expect(check(changed(body, exclude, { kcCertifiedProductExclusionYn: 'TRUE' }))).toEqual([]);
  const subject = changed(body, exclude, { kcCertifiedProductExclusionYn: 'FALSE' });
  expect(check(subject).map((entry) => entry.type)).toEqual([
    'Empty.product.detailAttribute.certificationInfos.kindType',
  ]);
  const certified = changed(subject, `${DETAIL}.productCertificationInfos`, [
    {
      certificationInfoId: 1102,
      certificationKindType: 'KC_CERTIFICATION',
      name: '기관',
      certificationNumber: 'HU1',
    },
  ]);
  expect(check(certified)).toEqual([]);
});

test('a child category refuses a certificate of an unknown id or without its maker', () => {
  const body = changed(bodyIn('완구/매트>블록'), `${DETAIL}.certificationTargetExcludeContent`, {
    childCertifiedProductExclusionYn: false,
  });
  const withEntry = (entry: object) =>
    check(changed(body, `${DETAIL}.productCertificationInfos`, [entry]));
  const entry = {
    certificationKindType: 'CHILD_CERTIFICATION',
    name: '기관',
    certificationNumber: 'CB1',
  };
  expect(withEntry({ ...entry, certificationInfoId: 99 }).map((found) => found.type)).toEqual([
    'NotValid.certificationInfoId',
  ]);
  expect(withEntry({ ...entry, certificationInfoId: 1202 }).map((found) => found.name)).toEqual([
    `${DETAIL}.productCertificationInfos[0].companyName`,
  ]);
  expect(withEntry({ ...entry, certificationInfoId: 1202, companyName: '연습' })).toEqual([]);
});

test('a unit price category wants the unit price decision', () => {
  const body = bodyIn('스킨케어>스킨/토너');
  expect(check(body)).toEqual([
    expect.objectContaining({
      type: 'Required.product.unitPriceYn',
      name: `${DETAIL}.unitCapacity.unitPriceYn`,
    }),
  ]);
  expect(check(changed(body, `${DETAIL}.unitCapacity`, { unitPriceYn: false }))).toEqual([]);
});

test('an exempt category lifts the extra price window', () => {
  const far = [
    combination('블랙', { stockQuantity: 30 }),
    combination('화이트', { stockQuantity: 30, price: 90_000 }),
  ];
  expect(check(changed(bodyIn('수집품>피규어'), COMBINATIONS, far))).toEqual([]);
});

test('an adult category is closed to minors', () => {
  const id = idOf('주류>와인');
  const found = check(changed(BASE, 'originProduct.leafCategoryId', id));
  expect(found.map((entry) => entry.type)).toContain('NotValid.adultCategory');
});

test.each([
  [1_990, { minKrw: 0, maxKrw: 1_990 }],
  [2_000, { minKrw: -1_000, maxKrw: 2_000 }],
  [9_990, { minKrw: -4_995, maxKrw: 9_990 }],
  [10_000, { minKrw: -5_000, maxKrw: 5_000 }],
])('the extra price window of %i won is %o', (price, window) => {
  expect(optionPriceWindow(price)).toEqual(window);
});

test('every documented notice type can be filled and is then complete', () => {
  for (const type of world.noticeTypes.values()) {
    const value = {
      text: '상세설명참조',
      month: '2026-08',
      day: '2026-08-01',
      boolean: false,
      integer: 30,
    };
    const content = Object.fromEntries(
      type.fields
        .filter((field) => field.flag !== 'N' && field.flag !== 'X')
        .map((field) => [field.name, value[field.form]]),
    );
    const notice = { productInfoProvidedNoticeType: type.type, [type.key]: content };
    expect(check(changed(BASE, NOTICE, notice)), type.type).toEqual([]);
  }
  expect(world.noticeTypes.size).toBe(36);
});

test('an update keeps what may be left out and still wants the price', () => {
  const kept = ['originProduct.detailContent', 'originProduct.leafCategoryId', NOTICE].reduce(
    (body, path) => changed(body, path, undefined),
    BASE,
  );
  expect(check(kept, 'update')).toEqual([]);
  const found = check(changed(kept, 'originProduct.salePrice', undefined), 'update');
  expect(found).toEqual([
    expect.objectContaining({ name: 'originProduct.salePrice', type: 'NotNull' }),
  ]);
});
