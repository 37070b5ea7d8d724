/** Value lists that families share. */
export const COLOURS = [
  '블랙',
  '화이트',
  '아이보리',
  '그레이',
  '네이비',
  '베이지',
  '핑크',
  '카키',
] as const;
export const SIZES = ['S', 'M', 'L', 'XL'] as const;
export const FREE_SIZES = ['FREE', '빅사이즈'] as const;
export const SHOE_SIZES = ['230', '240', '250', '260', '270', '280'] as const;
export const PHONES = ['아이폰15', '아이폰15프로', '아이폰16', '갤럭시S24', '갤럭시S25'] as const;
export const BED_SIZES = ['싱글', '슈퍼싱글', '퀸', '킹'] as const;
export const VOLUMES = ['250ml', '500ml', '1L'] as const;
export const PACKS = ['1개', '3개', '5개', '10개'] as const;
export const DESIGNS = ['체크무늬', '줄무늬', '민무늬', '꽃무늬'] as const;
export const SCENTS = ['라벤더향', '레몬향', '코튼향', '무향'] as const;
export const CABLE_ENDS = ['C타입', '8핀', '5핀'] as const;
export const LENGTHS = ['1m', '2m', '3m'] as const;
export const KIDS_SIZES = ['90', '100', '110', '120'] as const;
export const METRES = ['60x90cm', '80x120cm', '120x160cm'] as const;
export const BOLTS = ['M4x20', 'M5x30', 'M6x40'] as const;
