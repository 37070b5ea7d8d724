import type { BrokenBody } from './broken-bodies';

const DETAIL = 'originProduct.detailAttribute';
const OPTIONS = `${DETAIL}.optionInfo`;
const NOTICE = `${DETAIL}.productInfoProvidedNotice`;
const COMBINATIONS = `${OPTIONS}.optionCombinations`;

/** One combination of the two axes of the well-formed body, with all its stock. */
export function combination(name: string, extra: object = {}): object {
  return { optionName1: name, optionName2: 'M', stockQuantity: 60, price: 0, ...extra };
}

/** Options and notice, each wrong in one way. */
export const BROKEN_CHOICES: readonly BrokenBody[] = [
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
];
