/** Characters that take two columns of a terminal: Hangul, Chinese characters, kana, full-width forms. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** Columns that `text` takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** `rows` as lines whose cells stand below each other, two blanks apart; cells named in `right` end there. */
export function aligned(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [place, cell] of row.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, columnsOf(cell));
    }
  }
  return rows.map((row) =>
    row
      .map((cell, place) => {
        const blanks = ' '.repeat((widths[place] ?? 0) - columnsOf(cell));
        return right.includes(place) ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
}
