/** A labelled list in short form; prices 0, stock 10 and on sale unless said otherwise. */
export interface LabelledCase {
  readonly rule: string;
  readonly values: readonly string[];
  readonly set?: string;
  readonly category?: string;
  readonly title?: string;
  /** Expected dimensions; empty for NONE. Several names separated by `|` are all right. */
  readonly dims: Readonly<Record<string, readonly string[]>>;
  readonly separator?: string;
  /** Expected additions where they matter. */
  readonly pricesKrw?: readonly number[];
  readonly addOns?: readonly string[];
  /** Places that are not usable. */
  readonly unusable?: readonly number[];
  /** Places of rows that cannot be ordered in the input. */
  readonly closed?: readonly number[];
}

const s = (text: string): readonly string[] => text.split(', ');
const grid = (left: readonly string[], sign: string, right: readonly string[]): readonly string[] =>
  left.flatMap((a) => right.map((b) => `${a}${sign}${b}`));
const C = s('블랙, 화이트, 네이비');
const Z = s('S, M, L');
const CZ = { 색상: C, 사이즈: Z };

/** Our own labelled lists, at least one for every rule of the labelling specification. */
export const LABELLED_CASES: readonly LabelledCase[] = [
  ...[
    '-',
    '/',
    '_',
    ',',
    '|',
    '~',
    ':',
    ';',
    '★',
    '♥',
    '·',
    'ㆍ',
    '>',
    '→',
    '▶',
    '=',
    '+',
    '&',
    '*',
    '@',
    '#',
    '^',
    '//',
    '--',
    '–',
    '—',
    '∼',
    '、',
    ' x ',
    ' / ',
    ' - ',
    '- ',
    ' -',
    '->',
    ' ',
    '__',
    ' | ',
  ].map(
    (sign): LabelledCase => ({ rule: `separator "${sign}"`, values: grid(C, sign, Z), dims: CZ }),
  ),
  ...(['()', '[]', '<>', '{}'] as const).flatMap((pair): readonly LabelledCase[] => [
    {
      rule: `brackets ${pair}`,
      values: C.flatMap((a) => Z.map((b) => `${a}${pair[0]}${b}${pair[1]}`)),
      dims: CZ,
    },
    {
      rule: `leading ${pair}`,
      values: C.flatMap((a) => Z.map((b) => `${pair[0]}${a}${pair[1]} ${b}`)),
      dims: CZ,
    },
    {
      rule: `double ${pair}`,
      values: C.flatMap((a) => Z.map((b) => `${pair[0]}${a}${pair[1]}${pair[0]}${b}${pair[1]}`)),
      dims: CZ,
    },
  ]),
  {
    rule: 'fused',
    values: grid(C, '', ['95', '100', '105']),
    dims: { 색상: C, 사이즈: ['95', '100', '105'] },
  },
  {
    rule: 'fused Latin stays',
    values: grid(['NAVY', 'BLACK'], '', ['L', 'M']),
    dims: { '옵션|색상|사이즈|모델|타입|디자인': ['NAVYL', 'NAVYM', 'BLACKL', 'BLACKM'] },
  },
  {
    rule: 'no repetition, no split',
    values: s('블랙-S, 화이트-M, 네이비-L'),
    dims: { 옵션: s('블랙-S, 화이트-M, 네이비-L') },
  },
  {
    rule: 'known kinds repeat in one',
    values: s('블랙-S, 블랙-M, 화이트-L, 화이트-XL'),
    dims: { 색상: s('블랙, 화이트'), 사이즈: s('S, M, L, XL') },
  },
  {
    rule: 'hierarchy is no grid',
    values: s('과일-사과, 과일-배, 채소-당근, 채소-무'),
    dims: { 옵션: s('과일-사과, 과일-배, 채소-당근, 채소-무') },
  },
  {
    rule: 'gloss in bracket',
    values: s('S(90), M(95), L(100)'),
    dims: { 사이즈: s('S(90), M(95), L(100)') },
  },
  {
    rule: 'gloss measure',
    values: s('대형 (30cm), 중형 (20cm), 소형 (10cm)'),
    dims: { 사이즈: s('대형 (30cm), 중형 (20cm), 소형 (10cm)') },
  },
  {
    rule: 'inner gloss',
    values: s('블랙/S-90, 블랙/M-95, 화이트/S-90, 화이트/M-95'),
    dims: { 색상: s('블랙, 화이트'), 사이즈: s('S-90, M-95') },
  },
  {
    rule: 'inner gloss one colour',
    values: s('블랙/S-90, 블랙/M-95'),
    dims: { 색상: ['블랙'], 사이즈: s('S-90, M-95') },
  },
  {
    rule: 'three when not one to one',
    values: s(
      '블랙/S-90, 블랙/S-100, 블랙/M-90, 블랙/M-100, 화이트/S-90, 화이트/S-100, 화이트/M-90, 화이트/M-100',
    ),
    dims: { 색상: s('블랙, 화이트'), 사이즈: s('S, M'), '옵션3|사이즈|길이': s('90, 100') },
  },
  {
    rule: 'odd value',
    values: [...grid(C, '-', Z), '랜덤발송'],
    dims: { 색상: [...C, '랜덤발송'], 사이즈: [...Z, '단일'] },
  },
  {
    rule: 'compound colour',
    values: s('블랙/화이트, 블랙/레드, 네이비/화이트, 네이비/레드'),
    dims: { 색상: s('블랙/화이트, 블랙/레드, 네이비/화이트, 네이비/레드') },
  },
  { rule: 'compound size', values: s('S+M, M+L, L+XL'), dims: { 사이즈: s('S+M, M+L, L+XL') } },
  {
    rule: 'compound measure',
    values: s('20cm x 30cm, 30cm x 40cm, 20cm x 40cm'),
    dims: { '사이즈|규격|길이': s('20cm x 30cm, 30cm x 40cm, 20cm x 40cm') },
  },
  {
    rule: 'names apart',
    set: '겉감색상/안감색상',
    values: s('블랙/레드, 블랙/블루, 네이비/레드, 네이비/블루'),
    dims: { 겉감색상: s('블랙, 네이비'), 안감색상: s('레드, 블루') },
  },
  { rule: 'constant typed', values: grid(C, '/', ['FREE']), dims: { 색상: C, 사이즈: ['FREE'] } },
  {
    rule: 'constant free behind blank',
    values: grid(C, ' ', ['프리']),
    dims: { 색상: C, 사이즈: ['프리'] },
  },
  {
    rule: 'constant untyped stays',
    values: grid(C, '-', ['특별판']),
    dims: { 색상: grid(C, '-', ['특별판']) },
  },
  {
    rule: 'blank names',
    values: grid(s('스카이 블루, 라이트 그레이, 딥 그린'), ' ', s('S, M')),
    dims: { 색상: s('스카이 블루, 라이트 그레이, 딥 그린'), 사이즈: s('S, M') },
  },
  {
    rule: 'untyped last words repeat',
    values: grid(s('수분, 탄력, 진정'), ' ', s('로션, 크림')),
    dims: { 옵션1: s('수분, 탄력, 진정'), 옵션2: s('로션, 크림') },
  },
  {
    rule: 'inner sign stays in age',
    values: grid(s('블루, 핑크'), '-', s('5-6세, 7-8세')),
    dims: { 색상: s('블루, 핑크'), 연령: s('5-6세, 7-8세') },
  },
  {
    rule: 'inner fraction',
    values: grid(s('블랙, 화이트'), '/', s('1/2마, 1마')),
    dims: { 색상: s('블랙, 화이트'), '길이|사이즈|규격': s('1/2마, 1마') },
  },
  {
    rule: 'ranges',
    values: s('100~110, 110~120, 120~130'),
    category: '유아동>의류',
    dims: { 사이즈: s('100~110, 110~120, 120~130') },
  },
  {
    rule: 'codes',
    values: s('TX4-3000, TX4-4000, TX5-3000, TX5-4000'),
    dims: { 모델: s('TX4-3000, TX4-4000, TX5-3000, TX5-4000') },
  },
  {
    rule: 'thread next to a measure',
    values: grid(s('M8, M10'), '-', s('20mm, 30mm, 40mm')),
    category: '공구>볼트',
    dims: { '규격|사이즈': s('M8, M10'), '길이|사이즈|규격': s('20mm, 30mm, 40mm') },
  },
  { rule: 'ratio', values: s('2:3, 3:4, 1:1'), dims: { 옵션: s('2:3, 3:4, 1:1') } },
  {
    rule: 'measures',
    values: s('가로30x세로45, 가로40x세로60'),
    dims: { '사이즈|규격': s('가로30x세로45, 가로40x세로60') },
  },
  { rule: 'packs', values: s('1+1, 2+2'), dims: { '구성|수량': s('1+1, 2+2') } },
  {
    rule: 'set contents',
    values: s('베개+커버, 베개'),
    dims: { '구성|옵션': s('베개+커버, 베개') },
  },
  {
    rule: 'band and cup',
    values: grid(s('블랙, 스킨'), '-', s('75A, 80B, 85C')),
    dims: { 색상: s('블랙, 스킨'), 사이즈: s('75A, 80B, 85C') },
  },
  {
    rule: 'devices',
    values: grid(s('갤럭시 S24+, 갤럭시 S24'), '/', s('블랙, 투명')),
    dims: { 모델: s('갤럭시 S24+, 갤럭시 S24'), 색상: s('블랙, 투명') },
  },
  {
    rule: 'letters explained by the name',
    set: '색상/알파벳',
    values: grid(s('골드, 실버'), '-', s('A, B, C')),
    dims: { 색상: s('골드, 실버'), 알파벳: s('A, B, C') },
  },
  {
    rule: 'letters not explained',
    values: grid(s('가방, 지갑'), '-', s('A, B, C')),
    dims: { '옵션|모델|디자인': grid(s('가방, 지갑'), '-', s('A, B, C')) },
  },
  {
    rule: 'numbers between known parts',
    values: grid(grid(s('블랙, 화이트'), '/', s('1, 2')), '/', s('S, M')),
    dims: { 색상: s('블랙, 화이트'), 옵션2: s('1, 2'), 사이즈: s('S, M') },
  },
  {
    rule: 'plus between known kinds',
    values: grid(C, '+', s('100ml, 200ml')),
    dims: { 색상: C, 용량: s('100ml, 200ml') },
  },
  {
    rule: 'mixed with blanks',
    values: s('블랙-S, 블랙 M, 블랙(L), 화이트/S, 화이트_M, 화이트 L'),
    dims: { 색상: s('블랙, 화이트'), 사이즈: Z },
  },
  {
    rule: 'two levels',
    values: s('블랙/S(숏), 블랙/S(롱), 블랙/M(숏), 블랙/M(롱), 네이비/S(숏), 네이비/M(롱)'),
    dims: { 색상: s('블랙, 네이비'), 사이즈: s('S, M'), 길이: s('숏, 롱') },
  },
  {
    rule: 'four parts',
    set: '성별/색상/사이즈/소매',
    values: grid(
      grid(s('남, 여'), '/', s('네이비, 블랙')),
      '/',
      grid(s('95, 100'), '/', s('반팔, 긴팔')),
    ),
    dims: {
      성별: s('남, 여'),
      색상: s('네이비, 블랙'),
      '사이즈/소매': s('95/반팔, 95/긴팔, 100/반팔, 100/긴팔'),
    },
  },
  {
    rule: 'colour pairs per row',
    values: s('블랙/화이트/M, 블랙/화이트/L, 네이비/그레이/M, 네이비/그레이/L, 올블랙/M, 올블랙/L'),
    dims: { 색상: s('블랙/화이트, 네이비/그레이, 올블랙'), 사이즈: s('M, L') },
  },

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

  {
    rule: 'set name normalised',
    set: '컬러선택',
    values: ['가을', '겨울'],
    dims: { 색상: ['가을', '겨울'] },
  },
  {
    rule: 'set name with unit',
    set: '길이(cm)',
    values: ['30', '60', '90'],
    dims: { 길이: ['30', '60', '90'] },
  },
  { rule: 'set name numbered', set: '1. 색상 / 2. 사이즈', values: grid(C, '/', Z), dims: CZ },
  {
    rule: 'set name required',
    set: '[필수] 색상을 선택하세요',
    values: ['가을', '겨울'],
    dims: { 색상: ['가을', '겨울'] },
  },
  {
    rule: 'set name own',
    set: '굵기',
    values: ['0.5mm', '0.7mm'],
    dims: { 굵기: ['0.5mm', '0.7mm'] },
  },
  {
    rule: 'set name seat',
    set: '좌석',
    values: ['운전석', '조수석'],
    dims: { 좌석: ['운전석', '조수석'] },
  },
  {
    rule: 'kind wins over a wrong name',
    set: '색상',
    values: ['S', 'M', 'L'],
    dims: { 사이즈: ['S', 'M', 'L'] },
  },
  {
    rule: 'names in other order',
    set: '색상/사이즈',
    values: grid(Z, '/', C),
    dims: { 사이즈: Z, 색상: C },
  },
  {
    rule: '종류 only when nothing is known',
    set: '종류',
    values: ['갑', '을'],
    dims: { 타입: ['갑', '을'] },
  },
  {
    rule: '종류 with known values',
    set: '종류',
    values: ['블랙', '화이트'],
    dims: { 색상: ['블랙', '화이트'] },
  },
  {
    rule: 'measure fits any measure name',
    set: '지름',
    values: ['10cm', '20cm'],
    dims: { 지름: ['10cm', '20cm'] },
  },
  { rule: 'x between names', set: '색상 x 사이즈', values: grid(C, '/', Z), dims: CZ },
  { rule: '및 between names', set: '색상 및 사이즈', values: grid(C, '/', Z), dims: CZ },
  {
    rule: 'more names than dimensions',
    set: '색상/사이즈/기타',
    values: grid(C, '/', Z),
    dims: CZ,
  },
  {
    rule: 'two names normalised alike',
    set: '길이/폭',
    values: grid(['60cm', '80cm'], '/', ['15cm', '20cm']),
    dims: { 길이: ['60cm', '80cm'], 폭: ['15cm', '20cm'] },
  },

  ...(
    [
      ['성별', '남성, 여성'],
      ['방향|위치', '왼쪽, 오른쪽'],
      ['위치|방향', '운전석, 조수석'],
      ['전압', '12V, 24V'],
      ['전력', '30W, 50W'],
      ['단자|포트', 'C타입, 8핀'],
      ['포트|단자', '2포트, 4포트'],
      ['구수', '2구, 4구'],
      ['단계', '1단계, 2단계'],
      ['포장', '선물포장, 일반포장'],
      ['원산지', '국산, 중국산'],
      ['색온도|색상', '3000K, 6500K'],
      ['용량', '500ml, 1L'],
      ['용량', '64GB, 128GB'],
      ['수량', '10매, 20매'],
      ['재질', '스텐, 알루미늄'],
      ['연령', '3개월, 6개월'],
      ['사이즈', '대, 중, 소'],
      ['사이즈', '싱글, 퀸, 킹'],
      ['사이즈|규격', 'A4, A3'],
      ['사이즈', '55, 66, 77'],
      ['사이즈', 'EU38, EU39'],
      ['두께', '3T, 5T'],
      ['타입|디자인', '유선, 무선'],
      ['타입|디자인', '라운드넥, 브이넥'],
      ['디자인|타입', '물방울무늬, 꽃무늬'],
      ['구성|세트', '본품, 리필'],
      ['구성|세트|수량', '단품, 3종 세트'],
      ['색상', '전구색, 주광색'],
      ['색상', '연청, 중청'],
      ['길이', '숏, 롱'],
    ] as const
  ).map(
    ([name, values]): LabelledCase => ({
      rule: `name ${name}: ${values}`,
      values: s(values),
      dims: { [name]: s(values) },
    }),
  ),
  {
    rule: 'name: child size',
    category: '유아동>의류',
    values: ['5호', '7호', '9호'],
    dims: { 사이즈: ['5호', '7호', '9호'] },
  },
  {
    rule: 'name: child 3T',
    category: '유아동>의류',
    values: ['3T', '4T', '5T'],
    dims: { 사이즈: ['3T', '4T', '5T'] },
  },
  {
    rule: 'name: ring',
    category: '쥬얼리>반지',
    values: ['11호', '13호', '15호'],
    dims: { 호수: ['11호', '13호', '15호'] },
  },
  {
    rule: 'no kind inside words',
    values: ['그린티', '블랙체리향', '화이트닝'],
    dims: { '옵션|향': ['그린티', '블랙체리향', '화이트닝'] },
  },
  {
    rule: 'no size inside words',
    values: ['L형 꺾쇠', 'BLACKS', '크레드'],
    dims: { 옵션: ['L형 꺾쇠', 'BLACKS', '크레드'] },
  },
];
