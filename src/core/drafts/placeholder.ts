/**
 * Texts that suppliers put where information belongs: "see the description", "not applicable", dots
 * and dashes (domeggook-openapi.md 3.13, 2026-09).
 */
const POINTER =
  /(?:상세|설명|페이지|이미지|별도)\S*\s*(?:에|내)?\s*(?:별도)?\s*(?:표기|표시|기재|참조|참고)/;
const SHORT_POINTER =
  /^(?:참조|참고|상세참조|상세참고|상품상세참조|표기|별도표기|상세설명|상세페이지|상세정보)$/;
const EMPTY = /^(?:[.\-_~*/?0]+|없음|무|미상|모름|미기재|기타|n\/?a|none|null|x)$/i;
const NOT_APPLICABLE = /^(?:해당\s*(?:사항)?\s*없음|해당\s*무|비해당|해당\s*안\s*됨)\.?$/;

/** True when `text` says nothing about the goods. */
export function isPlaceholder(text: string | null): boolean {
  if (text === null) return true;
  const trimmed = text.trim();
  if (trimmed === '' || EMPTY.test(trimmed) || NOT_APPLICABLE.test(trimmed)) return true;
  const joined = trimmed.replace(/[\s()[\].]/g, '');
  if (SHORT_POINTER.test(joined)) return true;
  // A pointer inside a longer statement does not take the statement away.
  return joined.length <= 24 && POINTER.test(trimmed);
}

/** True when the supplier states that the point does not apply to the goods. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(text.trim());
}
