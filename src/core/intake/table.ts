import { AppError } from '@shared/errors/app-error';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** Rows of text cells with the line each stands on. */
export interface Table {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const DELIMITERS = ['\t', ',', ';', '|'];
/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 50;

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }),
);

/** CSV, TSV or plain lines as rows. A text that breaks CSV's quoting rules is taken line by line. */
export function tableOfText(text: string): Table {
  const delimiter = findDelimiter(text);
  if (delimiter === null) return plainLines(text, null);
  try {
    const records = recordsSchema.parse(
      parse(text, {
        delimiter,
        info: true,
        bom: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        // Lines that were pasted behind a saved list may end otherwise than its own.
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    );
    return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (fault) {
    if (isCsvFault(fault)) return plainLines(text, delimiter);
    throw fault;
  }
}

function plainLines(text: string, delimiter: string | null): Table {
  const rows = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({
      line: index + 1,
      cells: delimiter === null ? [line] : line.split(delimiter),
    }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  return { rows };
}

/** The sign that most sample lines hold; null when no sign is in at least half of them. */
function findDelimiter(text: string): string | null {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best: { readonly delimiter: string; readonly count: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const count = lines.filter((line) => line.includes(delimiter)).length;
    if (count * 2 >= lines.length && count > (best?.count ?? 0)) best = { delimiter, count };
  }
  return best?.delimiter ?? null;
}

function isCsvFault(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('CSV_');
}

/** Most that an XLSX may unpack to; a real list of 100,000 numbers is under 20 MB. */
const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;

/**
 * First sheet of an XLSX as rows. Formula cells give their stored result.
 * Throws INTAKE_DAMAGED, or INTAKE_TOO_LARGE for an archive that unpacks to more than 300 MB.
 */
export async function tableOfXlsx(bytes: Uint8Array, fileName: string): Promise<Table> {
  const params = { file: fileName };
  const unpackedBytes = unpackedSizeBytes(bytes);
  if (unpackedBytes === null) throw new AppError('INTAKE_DAMAGED', { params });
  if (unpackedBytes > MAX_UNPACKED_BYTES) {
    throw new AppError('INTAKE_TOO_LARGE', {
      params: {
        ...params,
        sizeMb: Math.round(unpackedBytes / 1024 / 1024),
        maxMb: MAX_UNPACKED_BYTES / 1024 / 1024,
      },
    });
  }
  // Loaded on first use: half of all starts never see a spreadsheet.
  const { readSheet } = await import('read-excel-file/node');
  try {
    const sheet = await readSheet(Buffer.from(bytes));
    const rows = sheet
      .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
      .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
    return { rows };
  } catch (fault) {
    throw new AppError('INTAKE_DAMAGED', { params, cause: fault });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  return String(cell);
}

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
/** The end record is 22 bytes plus a comment of at most 65,535. */
const END_SEARCH_BYTES = 22 + 65_535;

/**
 * Sum of the unpacked sizes that a ZIP's central directory states (PKWARE APPNOTE 4.3.12), or null
 * when there is no readable directory. Read before unpacking, so that a bomb is never unpacked.
 */
function unpackedSizeBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - END_SEARCH_BYTES); at -= 1) {
    if (view.getUint32(at, true) === END_OF_CENTRAL) {
      end = at;
      break;
    }
  }
  if (end < 0) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_ENTRY) return null;
    sum += view.getUint32(at + 24, true);
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return sum;
}
