import type { ItemNo } from '@shared/domain/ids';
import { type IntakeLine, verdictOf } from '@shared/domain/intake';
import type { FoundColumn } from './find-column';
import { isRoundedNumber, looksLikeItemNumber, readItemNumber } from './item-number';
import type { ReadingCourse } from './reading-course';
import type { Table, TableRow } from './table';

const MAX_SHOWN_CHARACTERS = 200;

interface Cell {
  readonly line: number;
  readonly text: string;
  /** True when the number's own cell is empty and `text` is the rest of the row. */
  readonly isEmpty: boolean;
}

/** Numbers strewn over a line (`11111111, 22222222`) are a list of their own, not columns. */
export async function isLooseList(table: Table, course: ReadingCourse): Promise<boolean> {
  if (!table.rows.some((row) => row.cells.length > 1)) return false;
  let cellCount = 0;
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      if (cell.trim() === '') continue;
      if (!looksLikeItemNumber(cell)) return false;
      cellCount += 1;
      if (course.isDue()) await course.giveWay();
    }
  }
  return cellCount > 1;
}

/** How many lines get a verdict: every filled cell of a loose list, else every row but the heading. */
export function countLines(table: Table, column: FoundColumn | null): number {
  if (column !== null) return table.rowCount - (column.hasHeading ? 1 : 0);
  return table.rows.reduce(
    (count, { cells }) => count + cells.filter((cell) => cell.trim() !== '').length,
    table.rowCount - table.rows.length,
  );
}

/** A verdict for each line of the list; `column` null for numbers strewn over lines. */
export async function judgeLines(
  table: Table,
  column: FoundColumn | null,
  course: ReadingCourse,
): Promise<{ readonly lines: readonly IntakeLine[]; readonly itemNos: readonly ItemNo[] }> {
  const lineTotal = countLines(table, column);
  const firstLines = new Map<ItemNo, number>();
  const verdicts = { taken: 0, duplicate: 0, malformed: 0 };
  const lines: IntakeLine[] = [];
  course.reached({ phase: 'verdicts', lineCount: 0, lineTotal });
  for (const row of column?.hasHeading ? table.rows.slice(1) : table.rows) {
    for (const cell of column === null ? looseCells(row) : [columnCell(row, column)]) {
      const line = judge(cell, firstLines);
      verdicts[verdictOf(line)] += 1;
      lines.push(line);
      if (!course.isDue()) continue;
      course.reached({ lineCount: lines.length, verdicts: { ...verdicts } });
      await course.giveWay();
    }
  }
  return { lines, itemNos: [...firstLines.keys()] };
}

function looseCells(row: TableRow): readonly Cell[] {
  return row.cells
    .map((cell) => ({ line: row.line, text: cell.trim(), isEmpty: false }))
    .filter(({ text }) => text !== '');
}

function columnCell(row: TableRow, column: FoundColumn): Cell {
  const cell = (row.cells[column.index] ?? '').trim();
  // A row without a number is shown by what else it holds, so that the seller finds it.
  return {
    line: row.line,
    text: cell === '' ? row.cells.join(' ').trim() : cell,
    isEmpty: cell === '',
  };
}

function judge({ line, text, isEmpty }: Cell, firstLines: Map<ItemNo, number>): IntakeLine {
  const shown = text.slice(0, MAX_SHOWN_CHARACTERS);
  const itemNo = isEmpty ? null : readItemNumber(text);
  if (itemNo === null) {
    const code = isRoundedNumber(text) ? 'INTAKE_ROUNDED' : 'INTAKE_MALFORMED';
    const reason = { code, severity: 'block', params: { text: shown } } as const;
    return { line, text: shown, itemNo, reason };
  }
  const firstLine = firstLines.get(itemNo);
  if (firstLine !== undefined) {
    const reason = { code: 'INTAKE_DUPLICATE', severity: 'warn', params: { firstLine } } as const;
    return { line, text: shown, itemNo, reason };
  }
  firstLines.set(itemNo, line);
  return { line, text: shown, itemNo, reason: null };
}
