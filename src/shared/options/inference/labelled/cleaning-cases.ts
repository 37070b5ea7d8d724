import { C, type LabelledCase } from './labelled-case';

/** Marks, prices and decoration inside names. */
export const CLEANING_CASES: readonly LabelledCase[] = [
  {
    rule: 'entities, full width, units',
    values: ['블랙&amp;화이트', '６２０㎖', '&#39;A&#39;형'],
    dims: { 옵션: ['블랙&화이트', '620ml', "'A'형"] },
  },
  {
    rule: 'badges',
    values: ['[MD추천]블랙', '(무료배송) 화이트', '★인기★네이비', '[수입] 카키'],
    dims: { 색상: ['블랙', '화이트', '네이비', '[수입] 카키'] },
  },
  {
    rule: 'sold-out marks',
    values: [
      '블랙(품절)',
      '★품절★화이트',
      '네이비-품절',
      'SOLD OUT 카키',
      '베이지 ※일시품절※',
      '레드',
    ],
    dims: { 색상: ['블랙', '화이트', '네이비', '카키', '베이지', '레드'] },
    unusable: [0, 1, 2, 3, 4],
  },
  {
    rule: 'sold-out inside a word stays',
    values: ['품절대란 세트', '기본 세트'],
    dims: { 구성: ['품절대란 세트', '기본 세트'] },
  },
  {
    rule: 'price signed',
    values: [
      '블랙',
      '화이트(+1000)',
      '네이비 +1만원',
      '카키 +2만5천원',
      '레드 [+500]',
      '민트 +₩1,000',
      '그린 −500',
      '핑크 -500원',
    ],
    dims: { 색상: ['블랙', '화이트', '네이비', '카키', '레드', '민트', '그린', '핑크'] },
    pricesKrw: [0, 1000, 10000, 25000, 500, 1000, -500, -500],
  },
  {
    rule: 'price with word',
    values: ['블랙', '화이트 1,000원 추가', '네이비 추가금 2,000원', '카키(추가금:500원)'],
    dims: { 색상: ['블랙', '화이트', '네이비', '카키'] },
    pricesKrw: [0, 1000, 2000, 500],
  },
  {
    rule: 'amount that is the value',
    values: ['500원짜리', '1,000원짜리', '5,000원권'],
    dims: { '옵션|타입': ['500원짜리', '1,000원짜리', '5,000원권'] },
    pricesKrw: [0, 0, 0],
  },
  {
    rule: 'no price',
    values: ['S24+', 'SPF50+', '+2.25', '+3.00'],
    dims: { '옵션|모델': ['S24+', 'SPF50+', '+2.25', '+3.00'] },
    pricesKrw: [0, 0, 0, 0],
  },
  {
    rule: 'prices in a grid',
    values: ['블랙/S', '블랙/M(+1,000원)', '화이트/S +500', '화이트/M(+1,500원)'],
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['S', 'M'] },
    pricesKrw: [0, 1000, 500, 1500],
  },
  {
    rule: 'total price',
    values: ['1박스 12,900원', '2박스 (24,500원)'],
    dims: { '수량|구성': ['1박스', '2박스'] },
    pricesKrw: [0, 0],
  },
  {
    rule: 'total that is the value',
    values: ['1만원 세트', '2만원 세트'],
    dims: { 구성: ['1만원 세트', '2만원 세트'] },
  },
  {
    rule: 'hot beside cold',
    values: ['라떼(HOT)', '라떼(ICE)', '모카(HOT)', '모카(ICE)'],
    category: '식품>커피',
    dims: { '맛|옵션1': ['라떼', '모카'], 옵션2: ['HOT', 'ICE'] },
  },
  {
    rule: 'name: dolls are no form',
    values: ['곰인형', '토끼인형'],
    dims: { '옵션|디자인': ['곰인형', '토끼인형'] },
  },
  {
    rule: 'sizes behind a plus',
    values: ['블랙+95', '블랙+100', '화이트+95', '화이트+100'],
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['95', '100'] },
    pricesKrw: [0, 0, 0, 0],
  },
  {
    rule: 'add-on behind a number',
    values: ['1.블랙', '2.화이트', '3.추가)건전지'],
    dims: { 색상: ['블랙', '화이트'] },
    addOns: ['건전지'],
  },
  {
    rule: 'free sizes end like a size word',
    values: ['블랙 ONE SIZE', '화이트 ONE SIZE'],
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['ONE SIZE'] },
  },
  {
    rule: 'stock notes',
    values: [
      '블랙 재고 5개',
      '화이트(재고5)',
      '네이비[재고:5]',
      '카키 잔여 5',
      '레드 남은수량 5',
      '민트 5개 남음',
    ],
    dims: { 색상: ['블랙', '화이트', '네이비', '카키', '레드', '민트'] },
  },
  ...(['.', ')', '_', ':', '-', '. ', ') '] as const).flatMap((sign): readonly LabelledCase[] => [
    {
      rule: `numbering 1${sign}`,
      values: C.map((c, i) => `${i + 1}${sign}${c}`),
      dims: { 색상: C },
    },
    {
      rule: `numbering 01${sign}`,
      values: C.map((c, i) => `0${i + 1}${sign}${c}`),
      dims: { 색상: C },
    },
    {
      rule: `numbering A${sign}`,
      values: C.map((c, i) => `${'ABC'[i]}${sign}${c}`),
      dims: { 색상: C },
    },
    {
      rule: `numbering 가${sign}`,
      values: C.map((c, i) => `${'가나다'[i]}${sign}${c}`),
      dims: { 색상: C },
    },
  ]),
  ...[
    (i: number) => `No.${i} `,
    (i: number) => `#${i} `,
    (i: number) => `${i}번 `,
    (i: number) => `${i}번.`,
    (i: number) => `(${i}) `,
    (i: number) => `[0${i}]`,
    (i: number) => `${'①②③'[i - 1]}`,
    (i: number) => `${'㉮㉯㉰'[i - 1]} `,
    (i: number) => `${'ⓐⓑⓒ'[i - 1]}`,
    (i: number) => `No${i}.`,
    (i: number) => `A0${i}.`,
  ].map(
    (front): LabelledCase => ({
      rule: `numbering ${front(1)}`,
      values: C.map((c, i) => front(i + 1) + c),
      dims: { 색상: C },
    }),
  ),
];
