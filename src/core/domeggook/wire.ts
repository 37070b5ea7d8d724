import { z } from 'zod';

/**
 * Readers for Domeggook's JSON, which is a mechanical conversion of XML: numbers and booleans come as
 * strings or as themselves, an only child comes as an object instead of an array, and an empty element
 * comes as `""`, `{}`, `[]`, `null` or not at all.
 * Source: domeggook-openapi.md 1.4 (2026-09).
 */

/** True for every form an empty element takes. */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** True for a JSON object (not an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Trimmed text, or null when empty or when something other than a text stands there. */
export const wireText = z.preprocess(
  (value) => (isAbsent(value) || typeof value === 'object' ? null : String(value).trim()),
  z.string().nullable(),
);

/** HTML or other text that is kept to the letter; `""` when empty. */
export const wireRawText = z.preprocess(
  (value) => (typeof value === 'string' ? value : ''),
  z.string(),
);

const WHOLE_NUMBER = /^[+-]?\d{1,15}(?:\.0+)?$/;

/** A whole number, or null when empty. Anything else is refused, since a misread amount costs money. */
export const wireInt = z.preprocess(wholeNumber, z.int().nullable());

/** As `wireInt`, for values that may safely be unknown. */
export const wireLooseInt = z.preprocess((value) => {
  const number = wholeNumber(value);
  return typeof number === 'number' ? number : null;
}, z.int().nullable());

/** The number, null when empty, or the value itself when it is neither, for the schema to refuse. */
function wholeNumber(value: unknown): unknown {
  if (isAbsent(value)) return null;
  const text = String(value).trim();
  return typeof value !== 'object' && WHOLE_NUMBER.test(text)
    ? Math.trunc(Number(text))
    : JSON.stringify(value);
}

const TRUE_WORDS = new Set(['true', 'y', 'yes', '1']);

/** True only for a clear yes (`"true"`, `true`, `Y`, `1`). */
export const wireBoolean = z.preprocess(
  (value) => TRUE_WORDS.has(String(value).trim().toLowerCase()),
  z.boolean(),
);

/** A group of fields that may be empty. */
export function wireGroup<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (isRecord(value) ? value : {}), z.object(shape));
}

/** A repeated element: an array, an only child, or nothing. */
export function wireList<Element extends z.ZodType>(element: Element) {
  return z.preprocess((value) => {
    if (isAbsent(value)) return [];
    return Array.isArray(value) ? value : [value];
  }, z.array(element));
}

/** Protocol-relative addresses get `https:`; any other address stays as it is (3.8: store it unmodified). */
export function completedUrl(url: string | null): string | null {
  return url?.startsWith('//') ? `https:${url}` : url;
}

const KST_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const KST_OFFSET_MS = 9 * 3_600_000;

/** Epoch ms of a Korean local time; a date alone means its last second. Null for junk such as `0000-00-00`. */
export function parseKstMs(text: string | null): number | null {
  const match = text === null ? null : KST_DATE.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = '23', minute = '59', second = '59'] = match;
  const numbers = [
    year,
    month,
    day,
    hour,
    minute,
    match[4] === undefined ? second : (match[6] ?? 0),
  ];
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers.map(Number);
  if (y === 0 || mo < 1 || mo > 12 || d < 1 || d > 31) return null;
  return Date.UTC(y, mo - 1, d, h, mi, s) - KST_OFFSET_MS;
}
