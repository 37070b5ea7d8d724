import type { DraftOrigin } from '@shared/domain/draft';
import type { ItemDetail } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { NaverOriginArea } from '../naver/port';
import { type Decision, step } from './decision';
import {
  CONTINENT_WORDS,
  COUNTRY_ALIASES,
  DEEP_SEA_WORDS,
  DOMESTIC_WORDS,
  IMPORT_WORDS,
} from './origin-countries';
import { isPlaceholder } from './placeholder';

/** Naver's general codes (naver-commerce-api.md 5.4, 2026-09). */
const DOMESTIC_CODE = '00';

const KNOWN_COUNTRIES: ReadonlySet<string> = new Set(Object.values(COUNTRY_ALIASES));

/** What a text says about origin. */
export type OriginStatement =
  | { readonly kind: 'domestic'; readonly places: readonly string[] }
  | { readonly kind: 'imported'; readonly country: string }
  | { readonly kind: 'deep-sea' }
  /** Says nothing, only "imported", or several countries. */
  | { readonly kind: 'unclear' };

/**
 * The origin of an item, from the supplier's own words only: the origin field, else the line of the
 * legal notice about the country of manufacture. When both speak and disagree, or neither is clear,
 * the seller decides; nothing is assumed.
 */
export function planOrigin(
  detail: Pick<ItemDetail, 'countryText' | 'infoDuty'>,
  areas: readonly NaverOriginArea[],
  importer: string,
): Decision<DraftOrigin | null> {
  const fieldText = detail.countryText ?? '';
  const noticeText =
    detail.infoDuty?.lines.find((line) => /제조국|원산지/.test(line.name))?.text ?? '';
  const fromField = readOrigin(fieldText);
  const fromNotice = readOrigin(noticeText);
  const statement = fromField.kind === 'unclear' ? fromNotice : fromField;
  if (statement.kind === 'unclear') return unclear('DRAFT_ORIGIN_UNCLEAR', { text: fieldText });
  if (fromNotice.kind !== 'unclear' && disagree(fromField, fromNotice)) {
    return unclear('DRAFT_ORIGIN_CONFLICT', { field: fieldText, notice: noticeText });
  }
  const code = codeOf(statement, areas);
  const source = statement === fromField ? fieldText : noticeText;
  if (code === null) return unclear('DRAFT_ORIGIN_UNKNOWN_AREA', { text: source });
  const isImported = statement.kind === 'imported';
  return {
    value: {
      code,
      importer: isImported && importer.trim() !== '' ? importer.trim() : null,
      content: null,
    },
    reasons: [],
    steps: [step(`‘${source}’ → 원산지 코드 ${code}`, `‘${source}’ → origin code ${code}`)],
  };
}

/** Reads one supplier's text: `국산_충청북도_진천군`, `수입산_아시아_중국`, `중국산`, `Made in China`. */
export function readOrigin(text: string): OriginStatement {
  if (isPlaceholder(text)) return { kind: 'unclear' };
  const words = text
    .normalize('NFC')
    .replace(/made\s+in/gi, ' ')
    .replace(/south\s+korea/gi, 'korea')
    .replace(/\((?:oem|odm)[^)]*\)|\b(?:oem|odm)\b/gi, ' ')
    .split(/[_\s,/·>:;()[\]|&]+/)
    .map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '');
  const countries = new Set<string>();
  const places: string[] = [];
  let isDomestic = false;
  let isDeepSea = false;
  for (const word of words) {
    if (DOMESTIC_WORDS.includes(word)) isDomestic = true;
    else if (DEEP_SEA_WORDS.includes(word)) isDeepSea = true;
    else if (IMPORT_WORDS.includes(word) || CONTINENT_WORDS.includes(word)) continue;
    else if (isDomestic && !KNOWN_COUNTRIES.has(countryOf(word))) places.push(word);
    else countries.add(countryOf(word));
  }
  if (Number(isDomestic) + Number(isDeepSea) + countries.size !== 1) return { kind: 'unclear' };
  if (isDomestic) return { kind: 'domestic', places };
  if (isDeepSea) return { kind: 'deep-sea' };
  const [country] = countries;
  return country === undefined ? { kind: 'unclear' } : { kind: 'imported', country };
}

/** True for codes that need an importer: imported in general or one country of it. */
export function isImportedCode(code: string): boolean {
  return code.startsWith('02');
}

function countryOf(word: string): string {
  const bare = word.length > 2 && word.endsWith('산') ? word.slice(0, -1) : word;
  return COUNTRY_ALIASES[bare] ?? bare;
}

function codeOf(statement: OriginStatement, areas: readonly NaverOriginArea[]): string | null {
  switch (statement.kind) {
    case 'unclear':
      return null;
    case 'deep-sea':
      return areas.find((area) => area.code === '01')?.code ?? null;
    case 'domestic':
      return domesticCode(statement.places, areas);
    case 'imported': {
      const matches = areas.filter(
        (area) =>
          area.code.startsWith('02') &&
          area.code.length > 2 &&
          lastWord(area.name) === statement.country,
      );
      return matches.length === 1 ? (matches[0]?.code ?? null) : null;
    }
  }
}

/** The finest domestic area whose name holds exactly the stated places; `00` is right for all of them. */
function domesticCode(places: readonly string[], areas: readonly NaverOriginArea[]): string {
  const wanted = places.map((place) => place.toLowerCase());
  if (wanted.length === 0) return DOMESTIC_CODE;
  const exact = areas.filter((area) => {
    if (!area.code.startsWith('00') || area.code.length <= 2) return false;
    const words = wordsOf(area.name).filter((word) => !DOMESTIC_WORDS.includes(word));
    return words.length === wanted.length && words.every((word, index) => word === wanted[index]);
  });
  return exact.length === 1 && exact[0] !== undefined ? exact[0].code : DOMESTIC_CODE;
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

function lastWord(name: string): string | undefined {
  const word = wordsOf(name).at(-1);
  return word === undefined ? undefined : (COUNTRY_ALIASES[word] ?? word);
}

function disagree(field: OriginStatement, notice: OriginStatement): boolean {
  if (field.kind === 'unclear') return false;
  if (field.kind !== notice.kind) return true;
  return (
    field.kind === 'imported' && notice.kind === 'imported' && field.country !== notice.country
  );
}

function unclear(
  code: Reason['code'],
  params: NonNullable<Reason['params']>,
): Decision<DraftOrigin | null> {
  return { value: null, reasons: [{ code, severity: 'ask', field: 'origin', params }], steps: [] };
}
