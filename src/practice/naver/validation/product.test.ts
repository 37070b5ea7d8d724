import { expect, test } from 'vitest';
import { brokenBodies } from '../../testing/broken-bodies';
import { BROKEN_CHOICES, combination } from '../../testing/broken-choices';
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
const COMBINATIONS = `${OPTIONS}.optionCombinations`;

test('a well-formed body passes', () => {
  expect(check(BASE)).toEqual([]);
});

const BROKEN = [
  ...brokenBodies({
    imageUrl: IMAGE,
    parentId: CATEGORIES.find((category) => !category.isLeaf)?.id ?? '',
    noRightId: idOf('건강관리용품>파스'),
  }),
  ...BROKEN_CHOICES,
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

const FEES: readonly [what: string, fee: object, missing: string | null][] = [
  ['free', { deliveryFeeType: 'FREE' }, null],
  [
    'conditionally free',
    { deliveryFeeType: 'CONDITIONAL_FREE', baseFee: 3000, deliveryFeePayType: 'PREPAID' },
    'freeConditionalAmount',
  ],
  [
    'by quantity',
    { deliveryFeeType: 'UNIT_QUANTITY_PAID', baseFee: 3000, deliveryFeePayType: 'PREPAID' },
    'repeatQuantity',
  ],
  [
    'by range',
    {
      deliveryFeeType: 'RANGE_QUANTITY_PAID',
      baseFee: 3000,
      deliveryFeePayType: 'PREPAID',
      secondExtraFee: 0,
    },
    'secondBaseQuantity',
  ],
  [
    'by three areas',
    {
      deliveryFeeType: 'FREE',
      deliveryFeeByArea: { deliveryAreaType: 'AREA_3', area2extraFee: 3000 },
    },
    'deliveryFeeByArea.area3extraFee',
  ],
];

test.each(FEES)('a fee that is %s misses at most what its kind needs', (_what, fee, missing) => {
  const path = 'originProduct.deliveryInfo.deliveryFee';
  const names = check(changed(BASE, path, fee)).map((entry) => entry.name);
  expect(names).toEqual(missing === null ? [] : [`${path}.${missing}`]);
});

test('a product without delivery is let through', () => {
  expect(check(changed(BASE, 'originProduct.deliveryInfo', undefined))).toEqual([]);
});

test('simple options take three names and no value twice', () => {
  const options = (...pairs: readonly [string, string][]) =>
    check(
      changed(BASE, OPTIONS, {
        optionSimple: pairs.map(([groupName, name]) => ({ groupName, name })),
      }),
    ).map((entry) => entry.type);
  expect(options(['색상', '블랙'], ['색상', '화이트'], ['각인', '없음'])).toEqual([]);
  expect(options(['색상', '블랙'], ['색상', '블랙'])).toEqual(['Duplicated']);
  expect(options(['a', '1'], ['b', '1'], ['c', '1'], ['d', '1'])).toEqual(['SizeMax']);
});

test('buyer-written options stand beside combinations, up to five', () => {
  const inputs = (count: number) =>
    check(
      changed(
        BASE,
        `${OPTIONS}.optionCustom`,
        Array.from({ length: count }, (_, index) => ({ groupName: `각인${index}` })),
      ),
    ).map((entry) => entry.type);
  expect(inputs(5)).toEqual([]);
  expect(inputs(6)).toEqual(['SizeMax']);
});

test('add-on goods need group and name, and no pair twice', () => {
  const addOns = (...supplementProducts: object[]) =>
    check(changed(BASE, `${DETAIL}.supplementProductInfo`, { supplementProducts })).map(
      (entry) => entry.type,
    );
  const bag = { groupName: '추가구성', name: '파우치', price: 2000, stockQuantity: 5 };
  expect(addOns(bag)).toEqual([]);
  expect(addOns(bag, bag)).toEqual(['Duplicated']);
  expect(addOns({ ...bag, price: -500 })).toEqual(['NumberMin']);
});

test('a book wants a right ISBN and no negative option price', () => {
  const book = changed(
    changed(bodyIn('소설>한국소설'), `${DETAIL}.isbnInfo`, { isbn13: '9780306406157' }),
    `${DETAIL}.bookInfo`,
    { publishDay: '2026-01-01', publisher: '연습', authors: [{ text: '연습' }] },
  );
  expect(check(book)).toEqual([]);
  const wrong = changed(book, `${DETAIL}.isbnInfo`, { isbn13: '9780306406158' });
  expect(check(wrong).map((entry) => entry.type)).toEqual(['book.CheckValidationIsbn13']);
  const cheaper = [
    combination('가', { stockQuantity: 30 }),
    combination('나', { stockQuantity: 30, price: -500 }),
  ];
  expect(check(changed(book, COMBINATIONS, cheaper)).map((entry) => entry.type)).toEqual([
    'NotValid.optionPriceRange',
  ]);
});

test('a used unit price names capacity and unit', () => {
  const body = changed(bodyIn('스킨케어>크림'), `${DETAIL}.unitCapacity`, { unitPriceYn: true });
  expect(check(body).map((entry) => entry.name?.split('.').at(-1))).toEqual([
    'totalCapacityValue',
    'unitCapacity',
    'indicationUnit',
  ]);
});

test('an exemption from KC names its kind', () => {
  const path = `${DETAIL}.certificationTargetExcludeContent`;
  const body = bodyIn('계절가전>선풍기');
  const exempt = { kcCertifiedProductExclusionYn: 'KC_EXEMPTION_OBJECT' };
  expect(check(changed(body, path, exempt)).map((entry) => entry.name)).toEqual([
    `${path}.kcExemptionType`,
  ]);
  const named = { ...exempt, kcExemptionType: 'OVERSEAS' };
  expect(check(changed(body, path, named))).toEqual([]);
});

test('supplier conformity needs neither body nor number', () => {
  const body = changed(bodyIn('계절가전>선풍기'), `${DETAIL}.certificationTargetExcludeContent`, {
    kcCertifiedProductExclusionYn: 'FALSE',
  });
  const entry = { certificationInfoId: 1103, certificationKindType: 'KC_CERTIFICATION' };
  expect(check(changed(body, `${DETAIL}.productCertificationInfos`, [entry]))).toEqual([]);
});

test('notice types without a documented object are let through', () => {
  const notice = { productInfoProvidedNoticeType: 'TRAVEL_PACKAGE' };
  expect(check(changed(BASE, NOTICE, notice))).toEqual([]);
});

test.each([
  [{ value: 10, unitType: 'PERCENT' }, []],
  [{ value: 100, unitType: 'PERCENT' }, ['NotValid.discount']],
  [{ value: 15, unitType: 'WON' }, ['NotValid.discount']],
  [
    {
      value: 1000,
      unitType: 'WON',
      startDate: '2026-12-01T00:00:00+09:00',
      endDate: '2026-12-31T23:59:00+09:00',
    },
    [],
  ],
  [
    {
      value: 1000,
      unitType: 'WON',
      startDate: '2026-12-01T00:05:00+09:00',
      endDate: '2026-12-31T23:55:00+09:00',
    },
    ['NotValid.saleDate', 'NotValid.saleDate'],
  ],
])('an immediate discount of %o gives %o', (discountMethod, types) => {
  const benefit = { immediateDiscountPolicy: { discountMethod } };
  const found = check(changed(BASE, 'originProduct.customerBenefit', benefit));
  expect(found.map((entry) => entry.type)).toEqual(types);
});
