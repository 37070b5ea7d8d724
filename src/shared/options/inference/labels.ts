import { DIMENSION_NAMES } from '../vocabulary/names';
import { trimSeparators } from './clean-text';
import { normaliseName } from './set-name';

/** Words that are as often a value's own beginning; as a label they need a sign behind them. */
const NEEDS_SIGN: ReadonlySet<string> = new Set([
  '세트',
  '인치',
  '무늬',
  '패턴',
  '문양',
  '모양',
  '캐릭터',
  '스타일',
  '맛',
  '향',
  '폭',
  '색',
  '단계',
  '포장',
  '포트',
  '단자',
  '원단',
  '구수',
  '품번',
  '기기',
  '나이',
  '향기',
]);
const WORDS: readonly string[] = DIMENSION_NAMES.flatMap((name) => name.words).sort(
  (left, right) => right.length - left.length,
);
const NAME_OF_WORD: ReadonlyMap<string, string> = new Map(
  DIMENSION_NAMES.flatMap((name) => name.words.map((word) => [word, name.name] as const)),
);
const ANY_WORD = WORDS.join('|');
const STARTS_WITH_LABEL = new RegExp(
  `^(?:[[({<]\\s*(?:${ANY_WORD})\\s*[\\])}>]|(?:${ANY_WORD})(?:\\s*[:=-]|\\s))`,
  'i',
);
const LABEL = new RegExp(
  `(^|[\\s/_,|;·>~&+)\\]}-])(?:[[({<]\\s*(${ANY_WORD})\\s*[\\])}>]\\s*[:=-]?\\s*|(${ANY_WORD})(\\s*[:=-]\\s*|\\s+)(?=\\S))`,
  'gi',
);

/** A name of the supplier's own (`단수:2단`): only a sign behind it makes it a label. */
const ANY_LABEL = /(^|[\s/_,|;·>~&+-])([가-힣A-Za-z]{2,8})(\s*[:=]\s*)(?=\S)/g;
const STARTS_WITH_ANY_LABEL = /^[가-힣A-Za-z]{2,8}\s*[:=]/;

/** More labels than any supplier gives: then the words are no labels. */
const LABELS_MAX = 6;

/** Texts that carry their dimension's name in front of each part (`색상:블랙/사이즈:M`). */
export interface LabelledTexts {
  /** The name each label stands for, in the order of the parts. */
  readonly names: readonly string[];
  /** One list of parts per text, without the labels. */
  readonly parts: readonly (readonly string[])[];
}

/**
 * Reads labels (`색상:블랙/사이즈:M`, `[색상]블랙`, `색상 블랙`) that all texts carry in the same order; else
 * null. Beside a known label any word with a sign behind it is one, too (`밝기:약/색상:블랙`).
 */
export function readLabels(texts: readonly string[]): LabelledTexts | null {
  const first = texts[0];
  if (first === undefined || texts.length < 2) return null;
  const known = STARTS_WITH_LABEL.test(first) ? labelsAt(texts, knownLabels) : null;
  if (known !== null && known.names.length > 1) return known;
  const any = STARTS_WITH_ANY_LABEL.test(first) ? labelsAt(texts, anyLabels) : null;
  return any ?? known;
}

function labelsAt(
  texts: readonly string[],
  labelsOf: (text: string) => OneLabelled | null,
): LabelledTexts | null {
  let names: readonly string[] | null = null;
  const parts: (readonly string[])[] = [];
  for (const text of texts) {
    const found = labelsOf(text);
    if (found === null) return null;
    if (names === null) names = found.names;
    else if (names.join('\n') !== found.names.join('\n')) return null;
    parts.push(found.parts);
  }
  return names === null ? null : { names, parts };
}

interface OneLabelled {
  readonly names: readonly string[];
  readonly parts: readonly string[];
}

interface LabelStart {
  readonly labelFrom: number;
  readonly valueFrom: number;
}

function knownLabels(text: string): OneLabelled | null {
  const names: string[] = [];
  const starts: LabelStart[] = [];
  for (const match of text.matchAll(LABEL)) {
    if (starts.length > LABELS_MAX) return null;
    const word = (match[2] ?? match[3] ?? '').toLowerCase();
    const sign = match[4];
    if (sign !== undefined && sign.trim() === '' && NEEDS_SIGN.has(word)) continue;
    const labelFrom = (match.index ?? 0) + (match[1]?.length ?? 0);
    const name = NAME_OF_WORD.get(word);
    if (name === undefined) continue;
    names.push(name);
    starts.push({ labelFrom, valueFrom: (match.index ?? 0) + match[0].length });
  }
  return behindLabels(text, names, starts);
}

/** Several different labels with a sign behind each, of which at least one is known. */
function anyLabels(text: string): OneLabelled | null {
  const words: string[] = [];
  const starts: LabelStart[] = [];
  for (const match of text.matchAll(ANY_LABEL)) {
    words.push(match[2] ?? '');
    const labelFrom = match.index + (match[1]?.length ?? 0);
    starts.push({ labelFrom, valueFrom: match.index + match[0].length });
  }
  const names = words.map((word) => normaliseName(word) ?? word);
  const isOneKnown = words.some((word) => NAME_OF_WORD.has(word.toLowerCase()));
  if (names.length < 2 || !isOneKnown || new Set(names).size < names.length) return null;
  return behindLabels(text, names, starts);
}

/** What stands behind each label; null unless the text begins with one and none stands alone. */
function behindLabels(
  text: string,
  names: readonly string[],
  starts: readonly LabelStart[],
): OneLabelled | null {
  if (starts[0]?.labelFrom !== 0) return null;
  if (starts.length > LABELS_MAX) return null;
  const parts: string[] = [];
  for (const [place, start] of starts.entries()) {
    const part = trimSeparators(text.slice(start.valueFrom, starts[place + 1]?.labelFrom));
    if (!/[\p{L}\p{N}]/u.test(part)) return null;
    parts.push(part);
  }
  return { names, parts };
}
