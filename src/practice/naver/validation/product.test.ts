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
