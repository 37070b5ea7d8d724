import { DIMENSION_NAMES, GENERIC_NAMES, KIND_WORD } from '../vocabulary/names';
import { UNIT_KINDS } from '../vocabulary/units';
import { cleanText } from './clean-text';

/** A supplier's name of a dimension as we would write it. */
export interface SuppliedName {
  readonly name: string;
  /** Kinds that fit, -1 when any value fits. */
  readonly kinds: number;
}

const SPLIT = /\s*[/,\-_+&·:#=()|~>*]\s*|\s+[xX×]\s+|(?<=[가-힣])[xX×](?=[가-힣])|\s+및\s+/;
const REQUIRED = /[[(<【]\s*(?:필수|선택|필수선택)\s*[\])>】]/g;
const REQUEST =
  /\s*(?:을|를)?\s*(?:선택해\s?주세요|선택하세요|선택해주십시오|골라\s?주세요|고르세요|선택)$/;
const NUMBERING = /^(?:[①-⑳]|\d{1,2}\s*[.)]|\(\d{1,2}\))\s*/;
const GENERIC: ReadonlySet<string> = new Set(GENERIC_NAMES);
const NAME_OF_WORD: ReadonlyMap<string, string> = new Map(
  DIMENSION_NAMES.flatMap(({ name, words }) => words.map((word) => [word, name] as const)),
);
const KINDS_OF_NAME: ReadonlyMap<string, number> = new Map(
  DIMENSION_NAMES.map(({ name, kinds }) => [name, kinds]),
);
/** Longer words first, so that 방향 is not read as 향. */
const CONTAINED: readonly string[] = [...NAME_OF_WORD.keys()]
  .filter((word) => word.length >= 2)
  .sort((left, right) => right.length - left.length);

/** Kinds that fit `name`; -1 for a name that is not in the table. */
export function kindsOfName(name: string): number {
  return KINDS_OF_NAME.get(name) ?? -1;
}

/** The supplier's names by position, normalised; null for one that says nothing. `종류` stays as it is. */
export function readSetName(setName: string): readonly (SuppliedName | null)[] {
  const text = cleanText(setName)
    .replace(REQUIRED, ' ')
    .replace(/[\u2600-\u27bf★☆■●▶※*!?]/g, ' ')
    .trim();
  if (text === '') return [];
  const raw = text
    .split(SPLIT)
    .map((part) => tidy(part))
    .filter((part) => part !== '' && !(isUnit(part) && isNote(text, part)));
  const normal = raw.map((part) => normaliseName(part));
  return normal.map((name, place) => {
    if (name === null) return null;
    // 겉감색상/안감색상 would both become 색상: then the supplier's own words tell them apart.
    const isDouble = normal.some((other, index) => index !== place && other === name);
    const own = raw[place] ?? name;
    if (isDouble) return { name: own, kinds: kindsOfName(name) };
    return { name, kinds: kindsOfName(name) };
  });
}

/** A unit behind a name says nothing, unless it is a name itself (인치). */
function isUnit(part: string): boolean {
  const key = part.toLowerCase();
  return UNIT_KINDS.has(key) && !NAME_OF_WORD.has(key) && key !== KIND_WORD;
}

/** Hangul units are names as well (`손/사이즈`, `단/색상`), unless they stand in brackets. */
function isNote(text: string, part: string): boolean {
  return !/[가-힣]/.test(part) || text.includes(`(${part})`) || text.includes(`[${part}]`);
}

function tidy(part: string): string {
  return part
    .replace(NUMBERING, '')
    .replace(/[[\]{}<>【】]/g, ' ')
    .replace(REQUEST, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name as we write it; null for a generic one. */
export function normaliseName(part: string): string | null {
  const key = part.replaceAll(' ', '').toLowerCase();
  if (key === '' || GENERIC.has(key) || /^(?:옵션|선택|option|opt)\d*$/.test(key)) return null;
  if (key === KIND_WORD) return KIND_WORD;
  const exact = NAME_OF_WORD.get(key);
  if (exact !== undefined) return exact;
  const bare = key.replace(/(?:종류|번호|구분|옵션|선택|별|명|no|넘버)$/, '');
  const short = NAME_OF_WORD.get(bare);
  if (short !== undefined) return short;
  if (bare !== key && bare !== '' && GENERIC.has(bare)) return null;
  if (key.length > 1 && key.endsWith('색')) return '색상';
  for (const word of CONTAINED) if (key.includes(word)) return NAME_OF_WORD.get(word) ?? null;
  if (key.endsWith(KIND_WORD) && bare === '') return KIND_WORD;
  return part;
}
