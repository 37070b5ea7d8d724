import type { ItemNo } from '@shared/domain/ids';
import type { IntakeLine, IntakeResult } from '@shared/domain/intake';
import { AppError } from '@shared/errors/app-error';
import type { IntakeService } from '../storebridge';
import { decodeText } from './decode-text';
import { type FoundColumn, findColumn } from './find-column';
import { isRoundedNumber, looksLikeItemNumber, readItemNumber } from './item-number';
import { type Table, tableOfText, tableOfXlsx } from './table';

/** Largest file that is read; a list of 100,000 numbers is under 2 MB. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Most lines of one list. */
export const MAX_LINES = 100_000;
const MAX_SHOWN_CHARACTERS = 200;

/** The intake of the composed product. */
export const intakeService: IntakeService = { read: readItemList };

/**
 * Understands a list of item numbers: TXT, CSV, TSV or XLSX in UTF-8, UTF-16 or CP949.
 * Every filled line gets a verdict; the file as a whole is refused with INTAKE_* when it is empty,
 * too large, not text, or holds no item number. `column` (heading or letter) settles an unclear choice.
 */
export async function readItemList(
  bytes: Uint8Array,
  fileName: string,
  column: string | null = null,
): Promise<IntakeResult> {
  const params = { file: fileName };
  if (bytes.length === 0) throw new AppError('INTAKE_EMPTY', { params });
  if (bytes.length > MAX_FILE_BYTES) {
    throw new AppError('INTAKE_TOO_LARGE', {
      params: {
        ...params,
        sizeMb: Math.ceil(bytes.length / 1024 / 1024),
        maxMb: MAX_FILE_BYTES / 1024 / 1024,
      },
    });
  }
  const { table, encoding } = await tableOfFile(bytes, fileName);
  if (table.rows.length === 0) throw new AppError('INTAKE_EMPTY', { params });
  if (table.rows.length > MAX_LINES) {
    throw new AppError('INTAKE_TOO_MANY_LINES', {
      params: { ...params, lines: table.rows.length, maxLines: MAX_LINES },
    });
  }
  const found = isLooseList(table) ? null : findColumn(table, fileName, column);
  const lines = verdicts(found === null ? looseCells(table) : columnCells(table, found));
  const itemNos = lines.flatMap((line) =>
    line.itemNo !== null && line.reason === null ? [line.itemNo] : [],
  );
  if (itemNos.length === 0) throw new AppError('INTAKE_NO_NUMBERS', { params });
  return { lines, itemNos, encoding, column: found?.label ?? null };
}

/** A list file as rows, whatever its form. Throws INTAKE_*. */
export async function tableOfFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ readonly table: Table; readonly encoding: IntakeResult['encoding'] }> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return { table: await tableOfXlsx(bytes, fileName), encoding: 'xlsx' };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new AppError('INTAKE_OLD_EXCEL', { params: { file: fileName } });
  }
  const { text, encoding } = decodeText(bytes, fileName);
  return { table: tableOfText(text), encoding };
}

/** Numbers strewn over a line (`11111111, 22222222`) are a list of their own, not columns. */
function isLooseList(table: Table): boolean {
  const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell.trim() !== ''));
  const isWide = table.rows.some((row) => row.cells.length > 1);
  return isWide && cells.length > 1 && cells.every(looksLikeItemNumber);
}

interface Cell {
  readonly line: number;
  readonly text: string;
  /** True when the number's own cell is empty and `text` is the rest of the row. */
  readonly isEmpty?: boolean;
}

function looseCells(table: Table): readonly Cell[] {
  return table.rows.flatMap((row) =>
    row.cells
      .map((cell) => ({ line: row.line, text: cell.trim() }))
      .filter((cell) => cell.text !== ''),
  );
}

function columnCells(table: Table, column: FoundColumn): readonly Cell[] {
  return table.rows.slice(column.hasHeading ? 1 : 0).map((row) => {
    const cell = (row.cells[column.index] ?? '').trim();
    // A row without a number is shown by what else it holds, so that the seller finds it.
    return {
      line: row.line,
      text: cell === '' ? row.cells.join(' ').trim() : cell,
      isEmpty: cell === '',
    };
  });
}

function verdicts(cells: readonly Cell[]): readonly IntakeLine[] {
  const firstLines = new Map<ItemNo, number>();
  return cells.map(({ line, text, isEmpty }) => {
    const shown = text.slice(0, MAX_SHOWN_CHARACTERS);
    const itemNo = isEmpty ? null : readItemNumber(text);
    if (itemNo === null) {
      const code = isRoundedNumber(text) ? 'INTAKE_ROUNDED' : 'INTAKE_MALFORMED';
      return {
        line,
        text: shown,
        itemNo: null,
        reason: { code, severity: 'block', params: { text: shown } },
      };
    }
    const firstLine = firstLines.get(itemNo);
    if (firstLine !== undefined) {
      return {
        line,
        text: shown,
        itemNo,
        reason: { code: 'INTAKE_DUPLICATE', severity: 'warn', params: { firstLine } },
      };
    }
    firstLines.set(itemNo, line);
    return { line, text: shown, itemNo, reason: null };
  });
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
