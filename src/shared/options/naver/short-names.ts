import { FORBIDDEN_CHARACTERS, lengthOf, TEXT_MAX_LENGTH } from './limits';

const REPLACEMENTS: readonly (readonly [from: RegExp, to: string])[] = [
  [/(?<=\d\s?)\*(?=\s?\d)/g, 'x'],
  [/(?<=\d)"/g, '인치'],
  [/</g, '('],
  [/>/g, ')'],
  [/\\/g, '/'],
  [/\*/g, ' '],
  [/["?]/g, ''],
];

/** The text without Naver's forbidden characters, each replaced by what means the same. */
function withoutForbidden(text: string): string {
  if (!FORBIDDEN_CHARACTERS.test(text)) return text;
  let result = text;
  for (const [from, to] of REPLACEMENTS) result = result.replace(from, to);
  return result.replace(/\s+/g, ' ').trim();
}

/**
 * Proposes a name for every text that Naver would refuse: allowed characters, at most 25 of them,
 * still unique among all. Parallel to `texts`; a good text stays as it is.
 */
export function proposeShortNames(texts: readonly string[]): readonly string[] {
  const isGood = (text: string): boolean =>
    lengthOf(text) <= TEXT_MAX_LENGTH && !FORBIDDEN_CHARACTERS.test(text);
  const used = new Set(texts.filter(isGood));
  return texts.map((text) => {
    if (isGood(text)) return text;
    const proposed = uniqueShort(withoutForbidden(text), used);
    used.add(proposed);
    return proposed;
  });
}

function uniqueShort(text: string, used: ReadonlySet<string>): string {
  for (const shorter of shorterForms(text)) {
    if (lengthOf(shorter) <= TEXT_MAX_LENGTH && shorter !== '' && !used.has(shorter))
      return shorter;
  }
  const letters = [...text];
  for (let number = 1; ; number += 1) {
    const mark = `~${number}`;
    const head = letters
      .slice(0, TEXT_MAX_LENGTH - mark.length)
      .join('')
      .trimEnd();
    if (!used.has(head + mark)) return head + mark;
  }
}

/** Ever shorter forms: without blanks around signs, without bracketed notes, without blanks, ends kept. */
function* shorterForms(text: string): Generator<string> {
  yield text;
  const tight = text.replace(/\s*([/,()[\]+&·-])\s*/g, '$1');
  yield tight;
  const bare = text.replace(/\s*[([{][^)\]}]*[)\]}]/g, '').trim();
  yield bare;
  const joined = tight.replaceAll(' ', '');
  yield joined;
  const letters = [...joined];
  // What tells values apart is mostly at the end, so that the middle goes.
  const head = Math.ceil((TEXT_MAX_LENGTH - 1) / 2);
  if (letters.length > TEXT_MAX_LENGTH) {
    yield `${letters.slice(0, head).join('')}…${letters.slice(-(TEXT_MAX_LENGTH - 1 - head)).join('')}`;
    yield letters.slice(0, TEXT_MAX_LENGTH).join('');
  }
}
