/** Other spellings of countries in suppliers' texts, to the Korean name used in origin lists. */
export const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  china: '중국',
  prc: '중국',
  cn: '중국',
  중화인민공화국: '중국',
  vietnam: '베트남',
  vn: '베트남',
  월남: '베트남',
  japan: '일본',
  jp: '일본',
  usa: '미국',
  us: '미국',
  unitedstates: '미국',
  아메리카합중국: '미국',
  taiwan: '대만',
  타이완: '대만',
  thailand: '태국',
  타이: '태국',
  indonesia: '인도네시아',
  india: '인도',
  philippines: '필리핀',
  malaysia: '말레이시아',
  bangladesh: '방글라데시',
  cambodia: '캄보디아',
  myanmar: '미얀마',
  pakistan: '파키스탄',
  turkey: '튀르키예',
  터키: '튀르키예',
  germany: '독일',
  france: '프랑스',
  italy: '이탈리아',
  이태리: '이탈리아',
  spain: '스페인',
  uk: '영국',
  england: '영국',
  poland: '폴란드',
  portugal: '포르투갈',
  hongkong: '홍콩',
  russia: '러시아',
  러시아연방: '러시아',
  australia: '호주',
  오스트레일리아: '호주',
  newzealand: '뉴질랜드',
  canada: '캐나다',
  mexico: '멕시코',
  brazil: '브라질',
};

/** Words that say "made in Korea", folded. */
export const DOMESTIC_WORDS: readonly string[] = [
  '국산',
  '국내산',
  '국내',
  '국내생산',
  '국내제조',
  '한국',
  '한국산',
  '대한민국',
  'korea',
  'southkorea',
  'republicofkorea',
  'kr',
];

/** Words that say "deep-sea fishing", Naver's code 01. */
export const DEEP_SEA_WORDS: readonly string[] = ['원양산', '원양'];

/** Words that only say "imported", without a country. */
export const IMPORT_WORDS: readonly string[] = ['수입산', '수입', '해외', '수입품', '외국산'];

/** Continents in front of countries in Domeggook's underscore path (domeggook-openapi.md 3.13). */
export const CONTINENT_WORDS: readonly string[] = [
  '아시아',
  '유럽',
  '북아메리카',
  '남아메리카',
  '북미',
  '남미',
  '중남미',
  '아프리카',
  '오세아니아',
  '중동',
];
