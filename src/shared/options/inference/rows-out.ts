/** Rows that are no choice of the product: add-on components and instructions. */

const ADD_ON_WORDS =
  '추가\\s?구성품|추가\\s?구성|추가\\s?상품|추가\\s?옵션|추가\\s?선택|추가\\s?구매|별도\\s?구매|별매품|별매|추가|add(?![\\s-]*on\\b)';
const ADD_ON_ENCLOSED = new RegExp(
  `^[\\[({<【〔]\\s*(?:${ADD_ON_WORDS})\\s*[\\])}>】〕]\\s*[:_\\-]?\\s*`,
  'i',
);
const ADD_ON_OPEN = new RegExp(
  `^(?:${ADD_ON_WORDS})(?:\\s*[):_]\\s*|\\s*-\\s*(?!on\\b)|\\s+)`,
  'i',
);
const AMOUNT_NEXT =
  /^[:+]?\s*₩?\s*(?:\d{1,3}(?:,\d{3})+|\d{3,}|\d+\s?[만천])\s*(?:원|won)?(?:\s|$|[)\]])/i;
const MIGHT_BE_ADD_ON = /^[[({<【〔]?\s*(?:추가|별|add)/i;

const NUMBER_IN_FRONT =
  /^(?:[([]?(?:no\.?\s*|#)?[a-z]?\d{1,3}번?\s*[)\].:_-]|[\u2460-\u2473])\s*(?=\S)/i;

/** The text without a number in front, when a marker that cannot be a word stands behind it. */
function behindNumber(text: string): string {
  const rest = text.replace(NUMBER_IN_FRONT, '');
  return rest !== text && /^(?:[[({<【〔]|[^\s]+?[):_])/.test(rest) ? rest : text;
}

/** The name of the add-on without its marker, or null when `written` does not start with a marker (a number may stand before). */
export function addOnName(written: string): string | null {
  const text = behindNumber(written);
  if (!MIGHT_BE_ADD_ON.test(text)) return null;
  for (const marker of [ADD_ON_ENCLOSED, ADD_ON_OPEN]) {
    const match = marker.exec(text);
    if (match === null) continue;
    const rest = text.slice(match[0].length).trim();
    // "추가 1,000원" is an amount next to its word, not a component.
    if (rest === '' || (AMOUNT_NEXT.test(rest) && !/[)\]}>:_]/.test(match[0]))) return null;
    return rest;
  }
  return null;
}

const LETTERS_ONLY = /[^\p{L}\p{N}\s]/gu;
const INSTRUCTION_VERB =
  /(?:선택|골라|고르|클릭|확인|입력|지정)\s?(?:을|를)?\s?(?:해|하|하여)?\s?(?:주세요|주십시오|주시기 바랍니다|주시기바랍니다|세요|십시오|하세요|하십시오|바랍니다|바람|하기|할것|요망|요|필수|부탁드립니다)$/;
const INSTRUCTION_WORDS =
  /^(?:필수|옵션|색상|컬러|사이즈|상품|제품|종류|구성|기종|모델|수량|디자인|타입|품목|규격|용량|향|맛|아래|에서|아래에서|중|하나|하나를|한가지|을|를|의|먼저|꼭|반드시|원하는|원하시는|여기서|여기|목록|항목|\s)*(?:선택|고르기|선택란|선택하기|선택필수|필수선택|선택사항)$/;
const INSTRUCTION_ENGLISH =
  /^(?:please )?(?:select|choose)(?: (?:an?|the|your|one))?(?: (?:options?|colou?r|size|item|product|here))*$/i;

/** True for a text that only asks to choose, or draws a line. Whether it is orderable is the caller's question. */
export function isPlaceholderText(text: string): boolean {
  const words = text.replace(LETTERS_ONLY, ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return true;
  if (words.length > 40) return false;
  return (
    INSTRUCTION_VERB.test(words) || INSTRUCTION_WORDS.test(words) || INSTRUCTION_ENGLISH.test(words)
  );
}
