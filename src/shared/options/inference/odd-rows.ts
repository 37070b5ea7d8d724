import type { Part } from './parts';
import { type SplitContext, spellingKey } from './structure';

/** Finds the parts of odd rows with the values of the regular ones; returns how many were found. */
export function repairOdd(
  texts: readonly string[],
  all: (readonly Part[])[],
  rows: number[],
  odd: number[],
  width: number,
  context: SplitContext,
): number {
  const values = Array.from({ length: width }, (_, place) => {
    const known = new Set<string>();
    for (const row of rows) known.add(spellingKey(all[row]?.[place]?.text ?? ''));
    return known;
  });
  const kinds = Array.from({ length: width }, (_, place) => {
    let common = -1;
    for (const row of rows) common &= context.kinds.of(all[row]?.[place]?.text ?? '');
    return common === -1 ? 0 : common;
  });
  const fits = (text: string, place: number): boolean =>
    values[place]?.has(spellingKey(text)) === true ||
    (context.kinds.of(text) & (kinds[place] ?? 0)) !== 0;
  let repaired = 0;
  for (let index = odd.length - 1; index >= 0; index -= 1) {
    const row = odd[index] ?? 0;
    const parts = all[row] ?? [];
    const text = texts[row] ?? '';
    const fixed =
      parts.length > width
        ? mergedToWidth(text, parts, width, fits)
        : width === 2 && parts.length === 1
          ? cutByValues(text, fits)
          : null;
    if (fixed === null) continue;
    all[row] = fixed;
    rows.push(row);
    odd.splice(index, 1);
    repaired += 1;
  }
  return repaired;
}

/** Joins neighbours of a row with too many parts so that every part fits its place. */
function mergedToWidth(
  text: string,
  parts: readonly Part[],
  width: number,
  fits: (text: string, place: number) => boolean,
): Part[] | null {
  if (parts.length > 6) return null;
  const place = (from: number, column: number): Part[] | null => {
    if (column === width - 1) {
      const joined = join(text, parts, from, parts.length - 1);
      return fits(joined.text, column) ? [joined] : null;
    }
    for (let to = from; to < parts.length - (width - 1 - column); to += 1) {
      const joined = join(text, parts, from, to);
      if (!fits(joined.text, column)) continue;
      const rest = place(to + 1, column + 1);
      if (rest !== null) return [joined, ...rest];
    }
    return null;
  };
  return place(0, 0);
}

function join(text: string, parts: readonly Part[], first: number, last: number): Part {
  const from = parts[first];
  const to = parts[last];
  if (from === undefined || to === undefined) return { text: '', from: 0, to: 0, sign: 0 };
  if (first === last) return from;
  return { text: text.slice(from.from, to.to).trim(), from: from.from, to: to.to, sign: from.sign };
}

/** Cuts a row without a sign at a blank or a change of script where both sides fit. */
function cutByValues(text: string, fits: (text: string, place: number) => boolean): Part[] | null {
  for (let at = text.length - 1; at > 0; at -= 1) {
    const isBlank = text[at] === ' ';
    const isScriptChange = /[가-힣]/.test(text[at - 1] ?? '') && /[A-Za-z0-9]/.test(text[at] ?? '');
    if (!isBlank && !isScriptChange) continue;
    const left = text.slice(0, at).trim();
    const right = text.slice(at).trim();
    if (fits(left, 0) && fits(right, 1)) {
      return [
        { text: left, from: 0, to: at, sign: 0 },
        { text: right, from: at, to: text.length, sign: 0 },
      ];
    }
  }
  return null;
}
