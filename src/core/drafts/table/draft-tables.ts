import { createHash } from 'node:crypto';
import type { DraftContent } from '@shared/domain/draft';
import type { BulkAnswer, DraftOperation } from '@shared/domain/draft-bulk';
import type { TableDiff, TableLine } from '@shared/domain/draft-table';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import { AppError } from '@shared/errors/app-error';
import type { Language } from '@shared/texts/types';
import { readItemNumber } from '../../intake/item-number';
import { tableOfFile } from '../../intake/read-list';
import type { NaverMasterData } from '../../naver/port';
import type { PlannedItem } from '../bulk/operation-store';
import type { DraftOperations } from '../bulk/operations';
import type { DraftBench } from '../draft-bench';
import type { StoredDraft } from '../draft-rows';
import { changedFields, type DraftStore, findReadableDraft } from '../draft-store';
import { fieldChanges } from '../field-changes';
import { type KnownValues, TABLE_COLUMNS, type TableColumn } from './columns';
import { csvBytes, plainCell, type SheetRows, xlsxBytes } from './write-file';

/** Most drafts of one table. */
const TABLE_MAX_DRAFTS = 10_000;
/** Most lines that a diff spells out. */
const TABLE_LINES_SHOWN = 500;

export interface DraftTablesDeps {
  readonly store: DraftStore;
  readonly bench: DraftBench;
  readonly operations: DraftOperations;
  readonly masterData: Pick<NaverMasterData, 'leafCategories'>;
}

/** A table as a file. */
export interface TableFile {
  readonly bytes: Uint8Array;
  readonly draftCount: number;
}

/** Drafts as a table that a seller edits in a spreadsheet and brings back. */
export interface DraftTables {
  /** The drafts of `itemNos`, in their order; unknown or unreadable ones are left out. */
  write(
    storeId: StoreId,
    itemNos: readonly ItemNo[],
    form: 'csv' | 'xlsx',
    language: Language,
  ): Promise<TableFile>;
  /** What importing the file would change, cell by cell. Throws INTAKE_* and DRAFT_TABLE_NO_KEY. */
  read(storeId: StoreId, bytes: Uint8Array, fileName: string): Promise<TableDiff>;
  /**
   * Applies what `read` showed as one change that can be undone. Throws DRAFT_TABLE_CHANGED when file or
   * drafts are not what `print` stands for.
   */
  apply(
    storeId: StoreId,
    bytes: Uint8Array,
    fileName: string,
    print: string,
  ): Promise<DraftOperation>;
}

interface ReadTable {
  readonly diff: TableDiff;
  readonly items: readonly PlannedItem[];
}

/**
 * Takes at most `TABLE_MAX_DRAFTS` drafts either way; an untouched cell changes nothing, whatever
 * the spreadsheet made of its looks.
 */
export function createDraftTables(deps: DraftTablesDeps): DraftTables {
  const { store, bench, operations } = deps;

  const readTable = async (
    storeId: StoreId,
    bytes: Uint8Array,
    fileName: string,
  ): Promise<ReadTable> => {
    const { table, encoding } = await tableOfFile(bytes, fileName, TABLE_MAX_DRAFTS + 1);
    // Only CSV carries the mark against formulas.
    const plain = (cell: string | undefined): string => {
      const text = (cell ?? '').trim();
      return encoding === 'xlsx' ? text : plainCell(text);
    };
    const [heading, ...rows] = table.rows;
    const columns = (heading?.cells ?? []).map(columnOf);
    const keyAt = columns.findIndex((column) => column?.key === 'item_no');
    if (keyAt < 0) throw new AppError('DRAFT_TABLE_NO_KEY', { params: { file: fileName } });
    const leaves = await deps.masterData.leafCategories({ lane: 'normal', isInteractive: true });
    const pathById = new Map(leaves.map(({ id, path }) => [id, path]));
    const known: KnownValues = { categoryPath: (id) => pathById.get(id) ?? null };
    const seen = new Set<ItemNo>();
    const lines: TableLine[] = [];
    const items: PlannedItem[] = [];
    for (const { line, cells } of rows.slice(0, TABLE_MAX_DRAFTS)) {
      const text = plain(cells[keyAt]);
      const itemNo = readItemNumber(text);
      const stored = itemNo === null ? null : findReadableDraft(store, storeId, itemNo);
      const refused = refusalOf(text, itemNo, stored, seen, line);
      if (itemNo === null || stored === null || refused !== null) {
        lines.push(emptyLine(line, text, itemNo, refused));
        continue;
      }
      seen.add(itemNo);
      const read = readLine(stored, columns, cells.map(plain), known);
      const worked = read.change === null ? null : bench.withChange(stored, read.change);
      if (read.change !== null) items.push({ itemNo, change: read.change });
      lines.push({
        line,
        text,
        itemNo,
        name: stored.draft.content.name,
        // As they will be saved: the profit follows an edited price, a computed price the rest.
        changes: worked === null ? [] : fieldChanges(stored.draft.content, worked.content),
        problems: read.problems,
        stateBefore: stored.draft.state,
        stateAfter:
          worked === null
            ? stored.draft.state
            : bench.judged(stored, worked.content, worked.locked).state,
      });
    }
    return { diff: diffOf(lines, items), items };
  };
  return {
    write: async (storeId, itemNos, form, language) => {
      const drafts = itemNos
        .slice(0, TABLE_MAX_DRAFTS)
        .flatMap((itemNo) => findReadableDraft(store, storeId, itemNo) ?? []);
      const rows: SheetRows = [
        TABLE_COLUMNS.map(({ key, title }) => `${title[language]} [${key}]`),
        ...drafts.map((stored) => TABLE_COLUMNS.map((column) => column.read(stored, language))),
      ];
      const bytes =
        form === 'csv'
          ? csvBytes(rows)
          : await xlsxBytes(rows, language === 'ko' ? '상품 초안' : 'Drafts');
      return { bytes, draftCount: drafts.length };
    },
    read: async (storeId, bytes, fileName) => (await readTable(storeId, bytes, fileName)).diff,
    apply: async (storeId, bytes, fileName, print) => {
      const { diff, items } = await readTable(storeId, bytes, fileName);
      if (diff.print !== print) throw new AppError('DRAFT_TABLE_CHANGED');
      const answer: BulkAnswer = { kind: 'own', source: fileName };
      return operations.apply(storeId, { answer, items, reasonCode: null });
    },
  };
}

/** The column of a heading: by the key in brackets, else by its words in either language. */
function columnOf(heading: string): TableColumn | null {
  const key = /\[([a-z_]+)\]\s*$/.exec(heading)?.[1];
  const words = heading.trim();
  return (
    TABLE_COLUMNS.find((column) => column.key === (key ?? words)) ??
    TABLE_COLUMNS.find(({ title }) => title.ko === words || title.en === words) ??
    null
  );
}

function refusalOf(
  text: string,
  itemNo: ItemNo | null,
  stored: StoredDraft | null,
  seen: ReadonlySet<ItemNo>,
  line: number,
): Reason | null {
  if (itemNo === null) {
    return { code: 'DRAFT_TABLE_ITEM', severity: 'block', params: { text: text.slice(0, 40) } };
  }
  if (stored === null) {
    return { code: 'DRAFT_TABLE_NO_DRAFT', severity: 'block', params: { itemNo } };
  }
  if (!seen.has(itemNo)) return null;
  return { code: 'DRAFT_TABLE_TWICE', severity: 'block', params: { itemNo, line } };
}

/** Cells that differ from what the draft would be exported as; an untouched cell changes nothing. */
function readLine(
  stored: StoredDraft,
  columns: readonly (TableColumn | null)[],
  cells: readonly string[],
  known: KnownValues,
): {
  readonly change: Partial<DraftContent> | null;
  readonly problems: readonly Reason[];
} {
  let content = stored.draft.content;
  const problems: Reason[] = [];
  columns.forEach((column, at) => {
    if (column === null || at >= cells.length) return;
    const text = cells[at] ?? '';
    if (column.key === 'version') {
      const exported = Number(text);
      const { version } = stored.draft;
      if (text !== '' && exported !== version) {
        problems.push({
          code: 'DRAFT_TABLE_CONFLICT',
          severity: 'warn',
          params: { exported: Number.isFinite(exported) ? exported : 0, version },
        });
      }
      return;
    }
    if (column.write === undefined || isUntouched(column, stored, text)) return;
    const reading = column.write(text, content, known);
    if (reading.kind === 'change') {
      content = reading.content;
      return;
    }
    problems.push({
      code: 'DRAFT_TABLE_CELL',
      severity: 'block',
      params: {
        columnKo: column.title.ko,
        columnEn: column.title.en,
        text: text.slice(0, 80),
        expectedKo: reading.expected.ko,
        expectedEn: reading.expected.en,
      },
    });
  });
  return { change: changedFields(stored.draft.content, content)?.after ?? null, problems };
}

/** Spreadsheets take leading zeros and thousands apart; that is no edit. */
function isUntouched(column: TableColumn, stored: StoredDraft, text: string): boolean {
  return (['ko', 'en'] as const).some((language) => {
    const shown = column.read(stored, language);
    if (typeof shown === 'number') return text !== '' && Number(text) === shown;
    const own = shown.trim();
    return own === text || (/^0\d+$/.test(own) && own.replace(/^0+/, '') === text);
  });
}

function emptyLine(
  line: number,
  text: string,
  itemNo: ItemNo | null,
  problem: Reason | null,
): TableLine {
  return {
    line,
    text: text.slice(0, 80),
    itemNo,
    name: null,
    changes: [],
    problems: problem === null ? [] : [problem],
    stateBefore: null,
    stateAfter: null,
  };
}

function diffOf(lines: readonly TableLine[], items: readonly PlannedItem[]): TableDiff {
  const telling = lines.filter(({ changes, problems }) => changes.length + problems.length > 0);
  return {
    lines: telling.slice(0, TABLE_LINES_SHOWN),
    lineCount: lines.length,
    changedCount: items.length,
    unchangedCount: lines.filter(
      ({ changes, problems }) => changes.length === 0 && problems.length === 0,
    ).length,
    problemCount: lines.filter(({ problems }) => problems.length > 0).length,
    print: createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 32),
  };
}
