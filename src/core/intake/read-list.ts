import { type IntakeResult, LIST_MAX_LINES } from '@shared/domain/intake';
import { AppError } from '@shared/errors/app-error';
import { listTooLarge } from '@shared/errors/list-too-large';
import { decodeText } from './decode-text';
import { findColumn } from './find-column';
import { countLines, isLooseList, judgeLines } from './judge-lines';
import { createReadingCourse, type ReadingCourse } from './reading-course';
import { tableOfXlsx } from './sheet-rows';
import { type Table, tableOfText } from './table';

/**
 * Understands a list of item numbers: TXT, CSV, TSV or XLSX in UTF-8, UTF-16 or CP949.
 * Every filled line gets a verdict; the file as a whole is refused with INTAKE_* when it is empty,
 * too large, not text, or holds no item number. `column` (heading or letter) settles an unclear choice.
 * Holds nothing up: it gives way as `course` says, and rejects with its signal's reason when aborted.
 */
export async function readItemList(
  bytes: Uint8Array,
  fileName: string,
  column: string | null = null,
  course: ReadingCourse = createReadingCourse(),
): Promise<IntakeResult> {
  const params = { file: fileName };
  if (bytes.length === 0) throw new AppError('INTAKE_EMPTY', { params });
  const tooLarge = listTooLarge(fileName, bytes.length);
  if (tooLarge !== null) throw tooLarge;
  const { table, encoding } = await tableOfFile(bytes, fileName, LIST_MAX_LINES + 1, course);
  if (table.rows.length === 0) throw new AppError('INTAKE_EMPTY', { params });
  const found = (await isLooseList(table, course))
    ? null
    : await findColumn(table, fileName, column, course);
  const lineTotal = countLines(table, found);
  if (lineTotal > LIST_MAX_LINES) {
    throw new AppError('INTAKE_TOO_MANY_LINES', {
      params: { ...params, lines: lineTotal, maxLines: LIST_MAX_LINES },
    });
  }
  const { lines, itemNos } = await judgeLines(table, found, course);
  if (itemNos.length === 0) throw new AppError('INTAKE_NO_NUMBERS', { params });
  return { lines, itemNos, encoding, column: found?.label ?? null };
}

/** A list file as rows, whatever its form; at most `maxRows` of them. Throws INTAKE_*. */
export async function tableOfFile(
  bytes: Uint8Array,
  fileName: string,
  maxRows: number,
  course: ReadingCourse = createReadingCourse(),
): Promise<{ readonly table: Table; readonly encoding: IntakeResult['encoding'] }> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    // A document or archive of another kind is no damaged spreadsheet.
    if (/\.(?!xls[xm]?$)[a-z]{2,5}$/i.test(fileName)) {
      throw new AppError('INTAKE_BINARY', { params: { file: fileName } });
    }
    return { table: await tableOfXlsx(bytes, fileName, maxRows, course), encoding: 'xlsx' };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new AppError('INTAKE_OLD_EXCEL', { params: { file: fileName } });
  }
  const { text, encoding } = await decodeText(bytes, fileName, course);
  return { table: await tableOfText(text, maxRows, course), encoding };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
