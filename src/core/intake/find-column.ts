import { AppError } from '@shared/errors/app-error';
import { looksLikeItemNumber, readItemNumber } from './item-number';
import type { ReadingCourse } from './reading-course';
import type { Table } from './table';

/** Where the item numbers stand; `index` counts from 0. */
export interface FoundColumn {
  readonly index: number;
  /** The heading, or the spreadsheet letter where there is none. */
  readonly label: string;
  /** True when the first row is a heading and not data. */
  readonly hasHeading: boolean;
}

/** Headings that mean "item number", compared without blanks and case. */
const HEADINGS = new Set(
  [
    '상품번호',
    '도매꾹상품번호',
    '도매매상품번호',
    '도매꾹번호',
    '도매매번호',
    '상품코드',
    '공급사상품번호',
    '원상품번호',
    '상품url',
    '상품링크',
    '상품주소',
    '도매꾹url',
    '도매꾹링크',
    'url',
    '링크',
    'itemno',
    'item_no',
    'item number',
    'itemnumber',
    'no',
    'itemid',
    'item_id',
    'productno',
  ].map(plain),
);

/** Share of a column's filled cells that must look like item numbers. */
const MIN_SHARE = 0.5;
/** A second column this close to the best one makes the choice unclear. */
const CLEAR_LEAD = 0.25;
/** Rows judged; a column does not change its nature after that. */
const SAMPLE_ROWS = 2_000;

/**
 * The column that holds the item numbers: the one asked for, else one with a telling heading, else
 * the one whose cells look like item numbers. Null when no column does.
 * Throws INTAKE_COLUMN_MISSING, or INTAKE_COLUMN_UNCLEAR when two columns are equally likely.
 */
export async function findColumn(
  table: Table,
  fileName: string,
  wanted: string | null,
  course: ReadingCourse,
): Promise<FoundColumn | null> {
  const first = table.rows[0];
  if (first === undefined) return null;
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const hasHeading = isHeading(first.cells, width);
  const labelOf = (index: number): string => {
    const heading = hasHeading ? (first.cells[index] ?? '').trim() : '';
    return heading === '' ? letterOf(index) : heading;
  };
  if (wanted !== null) {
    for (let index = 0; index < width; index += 1) {
      if (plain(labelOf(index)) === plain(wanted) || letterOf(index) === wanted.toUpperCase()) {
        return { index, label: labelOf(index), hasHeading };
      }
    }
    throw new AppError('INTAKE_COLUMN_MISSING', { params: { file: fileName, column: wanted } });
  }
  const scored: { readonly index: number; readonly share: number; readonly isNamed: boolean }[] =
    [];
  for (let index = 0; index < width; index += 1) {
    const share = shareOfNumbers(table, index, hasHeading);
    const isNamed = hasHeading && HEADINGS.has(plain(first.cells[index] ?? ''));
    if (share >= MIN_SHARE || (isNamed && share > 0)) scored.push({ index, share, isNamed });
    if (course.isDue()) await course.giveWay();
  }
  scored.sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.share - a.share);
  const [best, second] = scored;
  if (best === undefined) return null;
  if (second && best.isNamed === second.isNamed && best.share - second.share < CLEAR_LEAD) {
    if (!sameNumbers(table, best.index, second.index)) {
      const columns = scored.map((column) => labelOf(column.index)).join(', ');
      throw new AppError('INTAKE_COLUMN_UNCLEAR', { params: { file: fileName, columns } });
    }
  }
  return { index: best.index, label: labelOf(best.index), hasHeading };
}

/** In a plain list only a known word is a heading: any other first line gets its verdict like the rest. */
function isHeading(cells: readonly string[], width: number): boolean {
  if (cells.some((cell) => HEADINGS.has(plain(cell)))) return true;
  return width > 1 && cells.every((cell) => readItemNumber(cell) === null);
}

function shareOfNumbers(table: Table, index: number, hasHeading: boolean): number {
  let filled = 0;
  let numbers = 0;
  for (const row of table.rows.slice(hasHeading ? 1 : 0, SAMPLE_ROWS)) {
    const cell = (row.cells[index] ?? '').trim();
    if (cell === '') continue;
    filled += 1;
    if (looksLikeItemNumber(cell)) numbers += 1;
  }
  return filled === 0 ? 0 : numbers / filled;
}

/** A number column beside its address column says the same twice; either will do. */
function sameNumbers(table: Table, a: number, b: number): boolean {
  return table.rows
    .slice(0, SAMPLE_ROWS)
    .every((row) => digits(row.cells[a]) === digits(row.cells[b]));
}

function digits(cell: string | undefined): string {
  return /\d{5,}/.exec(cell ?? '')?.[0] ?? '';
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s_()[\].:-]/g, '')
    .toLowerCase();
}

/** Spreadsheet letter of a zero-based column: 0 → A, 26 → AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
