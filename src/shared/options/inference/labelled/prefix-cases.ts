import { C, CZ, grid, type LabelledCase, Z } from './labelled-case';

/** Numbering, labels, repeated words, repeated values and add-ons. */
export const PREFIX_CASES: readonly LabelledCase[] = [
  {
    rule: 'numbering of the colour in a grid',
    values: C.flatMap((c, i) => Z.map((z) => `0${i + 1}.${c}-${z}`)),
    dims: CZ,
  },
  { rule: 'numbering of lines', values: grid(C, '/', Z).map((v, i) => `${i + 1}) ${v}`), dims: CZ },
  {
    rule: 'numbering of both parts',
    values: C.flatMap((c, i) => Z.map((z, j) => `${i + 1}.${c}/${j + 1}.${z}`)),
    dims: CZ,
  },
  { rule: 'running index', values: grid(C, '/', Z).map((v, i) => `${i + 1}/${v}`), dims: CZ },
  { rule: 'numbering with gaps', values: ['1.블랙', '3.화이트', '4.네이비'], dims: { 색상: C } },
  {
    rule: 'no numbering, starts late',
    values: ['21호', '22호', '23호'],
    category: '화장품>메이크업',
    dims: { 호수: ['21호', '22호', '23호'] },
  },
  {
    rule: 'no numbering, measure',
    values: ['1.5m', '2.5m', '3.5m'],
    dims: { '길이|사이즈|규격': ['1.5m', '2.5m', '3.5m'] },
  },
  {
    rule: 'no numbering, age',
    values: ['1-2세', '3-4세', '5-6세'],
    dims: { 연령: ['1-2세', '3-4세', '5-6세'] },
  },
  {
    rule: 'a label of no known name beside a known one',
    values: grid(['밝기:약', '밝기:강'], ' / ', ['색상:화이트', '색상:블랙']),
    dims: { 밝기: ['약', '강'], 색상: ['화이트', '블랙'] },
  },
  {
    rule: 'a label that contains a known name',
    values: grid(['제품컬러:그레이', '제품컬러:블랙'], '/', ['치수=M', '치수=L']),
    dims: { 색상: ['그레이', '블랙'], 사이즈: ['M', 'L'] },
  },
  {
    rule: 'no labels, none of them is a known name',
    values: ['홍길동:작가', '김철수:감독'],
    dims: { '종류|옵션': ['홍길동:작가', '김철수:감독'] },
  },
  {
    rule: 'placeholders',
    values: [
      '== 선택 ==',
      '(필수) 색상을 선택해 주세요',
      '------',
      '▼ 아래에서 선택 ▼',
      '블랙',
      '화이트',
    ],
    closed: [0, 1, 2, 3],
    dims: { 색상: ['블랙', '화이트'] },
  },
  {
    rule: 'title prefix',
    title: '면 반팔티 남녀공용',
    values: grid(['반팔티 블랙', '반팔티 화이트'], '-', ['S', 'M']),
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['S', 'M'] },
  },
  {
    rule: 'title prefix in brackets',
    title: '면 반팔티 남녀공용',
    values: ['[반팔티] 블랙', '[반팔티] 화이트'],
    dims: { 색상: ['블랙', '화이트'] },
  },
  {
    rule: 'title suffix',
    title: '접이식 우산 3단',
    values: ['블랙 우산', '화이트 우산', '핑크 우산'],
    dims: { 색상: ['블랙', '화이트', '핑크'] },
  },
  {
    rule: 'common word not in title stays',
    title: '견과 모음',
    values: ['수입 캐슈넛', '수입 피칸'],
    dims: { 옵션: ['수입 캐슈넛', '수입 피칸'] },
  },
  {
    rule: 'colour word as ending',
    values: ['블랙컬러', '화이트컬러', '레드컬러'],
    dims: { 색상: ['블랙', '화이트', '레드'] },
  },
  {
    rule: 'endings of one part',
    values: grid(['블랙색상', '화이트색상'], '/', ['M사이즈', 'L사이즈']),
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['M', 'L'] },
  },
  {
    rule: 'natural endings stay',
    values: ['딸기맛', '초코맛', '바나나맛'],
    dims: { 맛: ['딸기맛', '초코맛', '바나나맛'] },
  },
  ...[
    '색상:블랙|색상:화이트',
    '색상=블랙|색상=화이트',
    '색상-블랙|색상-화이트',
    '색상 블랙|색상 화이트',
    '[색상]블랙|[색상]화이트',
    'Color: 블랙|Color: 화이트',
    '컬러 : 블랙|컬러 : 화이트',
  ].map(
    (pair): LabelledCase => ({
      rule: `label ${pair}`,
      values: pair.split('|'),
      dims: { 색상: ['블랙', '화이트'] },
    }),
  ),
  {
    rule: 'labels with blanks',
    values: ['색상:블랙 사이즈:M', '색상:블랙 사이즈:L', '색상:화이트 사이즈:M'],
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['M', 'L'] },
  },
  {
    rule: 'labels in brackets',
    values: ['[색상]블랙/[사이즈]M', '[색상]블랙/[사이즈]L', '[색상]화이트/[사이즈]M'],
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['M', 'L'] },
  },
  {
    rule: 'label of the second part',
    values: ['블랙/사이즈:M', '블랙/사이즈:L', '화이트/사이즈:M'],
    dims: { 색상: ['블랙', '화이트'], 사이즈: ['M', 'L'] },
  },
  {
    rule: 'letter sizes in capitals',
    values: ['xl', 'l', 'free'],
    dims: { 사이즈: ['XL', 'L', 'FREE'] },
  },
  {
    rule: 'equal without blanks and case',
    values: ['스카이 블루-M', '스카이블루-L', '블랙-M', '블랙-l'],
    dims: { 색상: ['스카이 블루', '블랙'], 사이즈: ['M', 'L'] },
  },
  { rule: 'duplicates', values: ['블랙', ' 블랙 ', '화이트'], dims: { 색상: ['블랙', '화이트'] } },

  ...[
    '추가)건전지',
    '추가구성)건전지',
    '[추가구성] 건전지',
    '추가구성품_건전지',
    '추가상품:건전지',
    '추가옵션-건전지',
    '추가선택 건전지',
    '추가구매)건전지',
    '별도구매)건전지',
    '별매 건전지',
    '(별매품)건전지',
    'ADD)건전지',
    '추가 건전지',
  ].map(
    (addOn): LabelledCase => ({
      rule: `add-on ${addOn}`,
      values: ['블랙', '화이트', addOn],
      dims: { 색상: ['블랙', '화이트'] },
      addOns: ['건전지'],
    }),
  ),
  {
    rule: 'add-on word elsewhere',
    values: ['2개', '3개', '3개+건전지 추가'],
    dims: { '구성|수량': ['2개', '3개', '3개+건전지 추가'] },
  },
  {
    rule: 'add-ons take no part in numbering',
    values: ['1.블랙', '2.화이트', '추가)건전지'],
    dims: { 색상: ['블랙', '화이트'] },
    addOns: ['건전지'],
  },
];
