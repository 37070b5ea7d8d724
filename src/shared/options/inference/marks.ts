/** Marks inside a name that say something about the sale, not about the product. */

const BADGES: ReadonlySet<string> = new Set(
  'best hot new 베스트 인기 추천 md추천 강추 신상 신상품 특가 당일발송 무료배송'.split(' '),
);
const ENCLOSED =
  /[[({<【〔「『〈《]([^[\](){}<>【】〔〕「」『』〈〉《》]{2,16})[\])}>】〕」』〉》]/g;
const STARRED = /([★☆])\s*([^★☆]{2,10}?)\s*\1/g;

function isBadge(text: string): boolean {
  return BADGES.has(text.replace(/[\s!★☆●■◆▶♥※~]/g, '').toLowerCase());
}

const MIGHT_HOLD_BADGE = /[[({<【〔「『〈《★☆]/;

/** The text without sales badges that stand in brackets or stars (`[BEST]`, `★신상★`); `isHotValue` spares HOT. */
export function removeBadges(text: string, isHotValue = false): string {
  if (!MIGHT_HOLD_BADGE.test(text)) return text;
  let result = text.replace(ENCLOSED, (whole, inner: string) =>
    isBadge(inner) && !(isHotValue && /^hot$/i.test(inner)) ? ' ' : whole,
  );
  result = result.replace(STARRED, (whole, _star: string, inner: string) =>
    isBadge(inner) ? ' ' : whole,
  );
  if (result === text) return text;
  result = result.replace(/\s+/g, ' ').trim();
  return result === '' ? text : result;
}

const SOLD_OUT_WORD =
  '일시\\s?품절|임시\\s?품절|품절|매진|완판|단종|판매\\s?종료|판매\\s?중지|sold[\\s-]?out';
const MIGHT_BE_SOLD_OUT = /품절|매진|완판|단종|종료|중지|sold/i;
const SIGNS = '[\\s★☆※\\-–—!*●■◆▶♥~]*';
const SOLD_OUT_ENCLOSED = new RegExp(
  `${SIGNS}[\\[({<【]${SIGNS}(?:${SOLD_OUT_WORD})(?:\\s?상품|됨|입니다)?${SIGNS}[\\])}>】]`,
  'gi',
);
const SOLD_OUT_BARE = new RegExp(
  `(?:[\\s★☆※*●■◆▶♥~]|^|(?<=[/_,|:;([{<가-힣)\\]}>])|[-–—])+(?:${SOLD_OUT_WORD})(?=$|[\\s★☆※*\\-–—/_,|:;)\\]}>!])[★☆※*!~]*`,
  'gi',
);

/** The text without sold-out marks, and whether one was there. A text that is nothing but the mark stays. */
export function removeSoldOut(text: string): { readonly text: string; readonly isMarked: boolean } {
  if (!MIGHT_BE_SOLD_OUT.test(text)) return { text, isMarked: false };
  const rest = text
    .replace(SOLD_OUT_ENCLOSED, ' ')
    .replace(SOLD_OUT_BARE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (rest === text) return { text, isMarked: false };
  return { text: /[\p{L}\p{N}]/u.test(rest) ? rest : text, isMarked: true };
}

const STOCK_NOTE = new RegExp(
  [
    '[\\[({<]\\s*(?:남은\\s?)?(?:재고|잔여|잔량|남은수량)(?:\\s?수량)?\\s*[:=]?\\s*\\d[\\d,]*\\s*(?:개|매|장|ea|pcs|벌|세트)?\\s*(?:남음)?\\s*[\\])}>]',
    '[\\[({<]\\s*\\d[\\d,]*\\s*(?:개|매|장|ea|pcs|벌|세트)?\\s*남음\\s*[\\])}>]',
    '(?:재고|잔여|잔량|남은\\s?수량)(?:\\s?수량)?\\s*[:=]?\\s*\\d[\\d,]*\\s*(?:개|매|장|ea|pcs|벌|세트)?(?:\\s?남음)?(?=$|[\\s)\\]}>/,_|-])',
    '(?<=^|[\\s([{</,_|-])\\d[\\d,]*\\s?(?:개|매|장|ea|pcs|벌|세트)\\s?남음(?=$|[\\s)\\]}>/,_|-])',
  ].join('|'),
  'gi',
);
const MIGHT_BE_STOCK = /재고|잔여|잔량|남은|남음/;

/** The text without notes of the stock on hand (`재고 5개`, `[재고:5]`, `5개 남음`). */
export function removeStockNote(text: string): string {
  if (!MIGHT_BE_STOCK.test(text)) return text;
  const rest = text.replace(STOCK_NOTE, ' ').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
