/** Value lists that product classes share. */
const COLOURS = [
  '블랙',
  '화이트',
  '아이보리',
  '그레이',
  '네이비',
  '베이지',
  '핑크',
  '카키',
] as const;
const SIZES = ['S', 'M', 'L', 'XL'] as const;
const FREE_SIZES = ['FREE', '빅사이즈'] as const;
const SHOE_SIZES = ['230', '240', '250', '260', '270', '280'] as const;
const PHONES = ['아이폰15', '아이폰15프로', '아이폰16', '갤럭시S24', '갤럭시S25'] as const;
const BED_SIZES = ['싱글', '슈퍼싱글', '퀸', '킹'] as const;
const VOLUMES = ['250ml', '500ml', '1L'] as const;
const PACKS = ['1개', '3개', '5개', '10개'] as const;
const DESIGNS = ['체크무늬', '줄무늬', '민무늬', '꽃무늬'] as const;
const SCENTS = ['라벤더향', '레몬향', '코튼향', '무향'] as const;
const CABLE_ENDS = ['C타입', '8핀', '5핀'] as const;
const LENGTHS = ['1m', '2m', '3m'] as const;
const KIDS_SIZES = ['90', '100', '110', '120'] as const;
const METRES = ['60x90cm', '80x120cm', '120x160cm'] as const;
const BOLTS = ['M4x20', 'M5x30', 'M6x40'] as const;

const WEAR = '제품 소재=면 60% 폴리에스터 40%|색상=상세정보 별도표기|치수=상세설명참조';
const GOODS = '품명 및 모델명=상세설명참조|크기=상세정보 별도표기|재질=상세설명참조';

/** The lists by the names that `family-data.ts` uses. */
export const WORD_LISTS: Readonly<Record<string, readonly string[]>> = {
  COLOURS,
  SIZES,
  FREE_SIZES,
  SHOE_SIZES,
  PHONES,
  BED_SIZES,
  VOLUMES,
  PACKS,
  DESIGNS,
  SCENTS,
  CABLE_ENDS,
  LENGTHS,
  KIDS_SIZES,
  METRES,
  BOLTS,
};

/** Notice lines that many classes share. */
export const NOTICE_LISTS: Readonly<Record<string, string>> = { WEAR, GOODS };
