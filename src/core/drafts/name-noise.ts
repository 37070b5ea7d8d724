/**
 * Words that suppliers put into titles for other resellers and that say nothing about the goods.
 * Written from Domeggook titles as the references describe them (2026-09); extend freely.
 */
export const PROMOTION_WORDS: readonly string[] = [
  '당일발송',
  '당일출고',
  '당일배송',
  '오늘출발',
  '즉시발송',
  '즉시배송',
  '빠른배송',
  '빠른발송',
  '로켓배송',
  '총알배송',
  '국내배송',
  '국내발송',
  '무료배송',
  '무배',
  '묶음배송',
  '합배송',
  '특가',
  '초특가',
  '최저가',
  '핫딜',
  '세일',
  '할인',
  '땡처리',
  '재고정리',
  '재입고',
  '신상',
  '신상품',
  '신제품',
  '인기',
  '인기상품',
  '베스트상품',
  '추천',
  '추천상품',
  '강추',
  '대박',
  '히트상품',
  '마감임박',
  '한정수량',
  '한정판매',
  '수량한정',
  '사은품',
  '증정',
  '도매',
  '도매가',
  '도매꾹',
  '도매매',
  '공장직영',
  '공장직접',
  '위탁',
  '위탁판매',
  '위탁배송',
  '사업자전용',
  '소량도매',
  '대량구매',
  '단체주문',
  '판매1위',
  'md추천',
  'md pick',
];

/**
 * Words that are promotion only as a badge, in brackets or between stars: a vest is a “베스트” too, and
 * “new” begins brand names.
 */
export const BADGE_WORDS: readonly string[] = [
  '베스트',
  '히트',
  '이벤트',
  '한정',
  '1위',
  'best',
  'new',
  'hot',
  'hit',
  'sale',
  'event',
];

/** Characters Naver refuses in option values, reused for names as the cautious reading (5.1, 8.2 no. 7). */
export const FORBIDDEN_NAME_CHARACTERS = /[\\*?"<>]/g;

/** Symbols used as decoration: stars, hearts, arrows, boxes, emoji. */
export const DECORATION =
  /[\u2190-\u21ff\u2460-\u24ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\u3000-\u3003\u3008-\u303f\u{1f000}-\u{1faff}]|\ufe0f|\u200b|\u200c|\u200d/gu;

/** `[AB-1234]`, `DM12345_`, `#1023`: the supplier's own code at either end of a title. */
export const CODE_IN_BRACKETS = /^[A-Za-z]{0,6}[-_]?\d{2,}(?:[-_][A-Za-z0-9]+)*$/;
/** The supplier's code in front of a title. */
export const LEADING_CODE =
  /^(?:[A-Za-z]{1,5}[-_]?\d{3,}[_)\]\s:-]+|#\d+\s+|\d{3,}[_)]\s*|\d{1,2}\)\s*)/;
/** The supplier's code behind a title; six digits or more without a mark count as one too. */
export const TRAILING_CODE = /[\s_(]+(?:[A-Za-z]{2,4}[-_]\d{3,}|#\d+|\d{6,})\)?$/;
