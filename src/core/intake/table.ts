import { parse } from 'csv-parse';
import { z } from 'zod';
import type { ReadingCourse } from './reading-course';

/** A filled row; `line` is that of the file, blank lines counted. */
export interface TableRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of text cells, each with the line it stands on. */
export interface Table {
  /** Filled rows, as many as were asked for. */
  readonly rows: readonly TableRow[];
  /** How many filled rows there are, also beyond those asked for. */
  readonly rowCount: number;
}

const DELIMITERS = ['\t', ',', ';', '|'];
/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 50;
/** Text handed to the CSV parser at once: some milliseconds of its work. */
const CSV_SLICE_CHARACTERS = 16 * 1024;

const recordSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.int() }),
});

/**
 * CSV, TSV or plain lines as rows, at most `maxRows` of them. A text that breaks CSV's quoting rules is
 * taken line by line.
 */
export async function tableOfText(
  text: string,
  maxRows: number,
  course: ReadingCourse,
): Promise<Table> {
  const delimiter = findDelimiter(text);
  if (delimiter === null) return plainLines(text, null, maxRows, course);
  try {
    return await csvRows(text, delimiter, maxRows, course);
  } catch (fault) {
    if (isCsvFault(fault)) return plainLines(text, delimiter, maxRows, course);
    throw fault;
  }
}

async function csvRows(
  text: string,
  delimiter: string,
  maxRows: number,
  course: ReadingCourse,
): Promise<Table> {
  const rows: TableRow[] = [];
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Lines that were pasted behind a saved list may end otherwise than its own.
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  parser.on('data', (parsed: unknown) => {
    const { record, info } = recordSchema.parse(parsed);
    rows.push({ line: info.lines, cells: record });
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  // The fault is met where the text is written or at its end; here it must not count as unmet.
  ended.catch(() => undefined);
  try {
    for (const slice of slicesOf(text)) {
      await Promise.race([
        ended,
        new Promise<void>((resolve) => parser.write(slice, () => resolve())),
      ]);
      if (rows.length > maxRows) {
        const { rowCount } = await plainLines(text, null, 0, course);
        return { rows: rows.slice(0, maxRows), rowCount: Math.max(rowCount, rows.length) };
      }
      course.reached({ phase: 'lines', lineCount: rows.length });
      if (course.isDue()) await course.giveWay();
    }
    parser.end();
    await ended;
    return { rows: rows.slice(0, maxRows), rowCount: rows.length };
  } finally {
    parser.destroy();
  }
}

/** The text in slices, none of which ends between the two halves of a character. */
function* slicesOf(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    let end = Math.min(at + CSV_SLICE_CHARACTERS, text.length);
    const last = text.charCodeAt(end - 1);
    if (last >= 0xd800 && last <= 0xdbff && end < text.length) end += 1;
    yield text.slice(at, end);
    at = end;
  }
}

async function plainLines(
  text: string,
  delimiter: string | null,
  maxRows: number,
  course: ReadingCourse,
): Promise<Table> {
  const rows: TableRow[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let rowCount = 0;
  let line = 0;
  for (let at = 0; at <= text.length; at = lineEnd.lastIndex) {
    line += 1;
    const found = lineEnd.exec(text);
    const content = text.slice(at, found?.index ?? text.length);
    if (content.trim() !== '') {
      const cells = delimiter === null ? [content] : content.split(delimiter);
      if (cells.some((cell) => cell.trim() !== '')) {
        rowCount += 1;
        if (rows.length < maxRows) rows.push({ line, cells });
      }
    }
    if (found === null) break;
    if (course.isDue()) {
      course.reached({ phase: 'lines', lineCount: rows.length });
      await course.giveWay();
    }
  }
  return { rows, rowCount };
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
