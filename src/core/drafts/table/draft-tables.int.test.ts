import { MAIN_STORE } from '@shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOfFile } from '../../intake/read-list';
import { aDraftDomain } from '../../testing/draft-domain';
import { anItemNo, aWholesaleItem } from '../../testing/wholesale-item';
import { csvBytes, plainCell, xlsxBytes } from './write-file';

const CALL = { lane: 'batch' } as const;
const FORMS = ['csv', 'xlsx'] as const;

async function twoDrafts() {
  const domain = await aDraftDomain();
  const itemNos = ['30000001', '30000002'].map(anItemNo);
  for (const [at, itemNo] of itemNos.entries()) {
    await domain.desk.prepare(
      MAIN_STORE,
      aWholesaleItem({ itemNo, title: `진공 텀블러 ${at}호` }),
      CALL,
    );
  }
  return { ...domain, itemNos };
}

async function cellsOf(bytes: Uint8Array, name: string): Promise<string[][]> {
  const { table } = await tableOfFile(bytes, name, 10_000);
  return table.rows.map(({ cells }) => [...cells]);
}

function edited(
  rows: readonly (readonly string[])[],
  line: number,
  key: string,
  value: string,
): string[][] {
  const at = rows[0]?.findIndex((heading) => heading.endsWith(`[${key}]`)) ?? -1;
  return rows.map((cells, row) =>
    cells.map((cell, place) => (row === line && place === at ? value : cell)),
  );
}

describe.each(FORMS)('a table of drafts as %s', (form) => {
  const fileName = `drafts.${form}`;
  const bytesOf = (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
    form === 'csv' ? Promise.resolve(csvBytes(rows)) : xlsxBytes(rows, '상품 초안');

  it('changes nothing when it comes back as it went', async () => {
    const { tables, itemNos } = await twoDrafts();
    for (const language of ['ko', 'en'] as const) {
      const { bytes, draftCount } = await tables.write(MAIN_STORE, itemNos, form, language);
      expect(draftCount).toBe(2);
      const diff = await tables.read(MAIN_STORE, bytes, fileName);
      expect(diff).toMatchObject({
        lines: [],
        changedCount: 0,
        unchangedCount: 2,
        problemCount: 0,
      });
    }
  });

  it('brings edits back cell by cell, as one change that can be undone', async () => {
    const { tables, operations, desk, itemNos } = await twoDrafts();
    const [first] = itemNos.map((itemNo) => desk.find(MAIN_STORE, itemNo));
    const { bytes } = await tables.write(MAIN_STORE, itemNos, form, 'ko');
    let rows = await cellsOf(bytes, fileName);
    rows = edited(rows, 1, 'name', '새 이름 컵');
    rows = edited(rows, 1, 'sale_price', '15,900');
    rows = edited(rows, 2, 'tax', '면세');
    rows = edited(rows, 2, 'tags', '컵, 선물, 컵');
    const changed = await bytesOf(rows);
    const diff = await tables.read(MAIN_STORE, changed, fileName);
    expect(diff).toMatchObject({ changedCount: 2, problemCount: 0 });
    expect(diff.lines[0]?.changes.map(({ field }) => field)).toEqual(['name', 'price']);
    expect(desk.find(MAIN_STORE, anItemNo('30000001'))).toEqual(first);

    const operation = await tables.apply(MAIN_STORE, changed, fileName, diff.print);
    expect(operation).toMatchObject({ changedCount: 2, answer: { kind: 'own' } });
    const after = itemNos.map((itemNo) => desk.find(MAIN_STORE, itemNo)?.content);
    expect(after[0]).toMatchObject({ name: '새 이름 컵', price: { salePriceKrw: 15_900 } });
    expect(after[1]).toMatchObject({ taxType: 'DUTYFREE', tags: ['컵', '선물'] });
    // What was shown is what was saved, the profit of the new price among it.
    expect(diff.lines[0]?.changes[1]?.after).toEqual(after[0]?.price);
    expect(after[0]?.price.netProfitKrw).not.toBe(first?.content.price.netProfitKrw);
    await operations.undo(operation.operationId);
    expect(desk.find(MAIN_STORE, anItemNo('30000001'))?.content).toEqual(first?.content);
  });

  it('says of every wrong cell what it takes, and leaves only that cell out', async () => {
    const { tables, itemNos } = await twoDrafts();
    const { bytes } = await tables.write(MAIN_STORE, itemNos, form, 'ko');
    let rows = await cellsOf(bytes, fileName);
    rows = edited(rows, 1, 'sale_price', '공짜');
    rows = edited(rows, 1, 'brand', '자체제작');
    rows = edited(rows, 2, 'item_no', '99999999');
    rows = [...rows, ['합계']];
    const diff = await tables.read(MAIN_STORE, await bytesOf(rows), fileName);
    expect(diff.changedCount).toBe(1);
    expect(diff.lines[0]?.changes.map(({ field }) => field)).toEqual(['brand']);
    expect(diff.lines.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['DRAFT_TABLE_CELL'],
      ['DRAFT_TABLE_NO_DRAFT'],
      ['DRAFT_TABLE_ITEM'],
    ]);
  });

  it.each([
    ['item_no', '30,000,001', []],
    ['item_no', '30000001.0', []],
    ['origin_code', '200038', ['origin']],
    ['origin_code', '3', ['origin']],
    ['as_phone', '1012345678', ['afterService']],
  ])('understands what a spreadsheet makes of a typed %s: %s', async (key, cell, fields) => {
    const { tables, desk, itemNos } = await twoDrafts();
    const { bytes } = await tables.write(MAIN_STORE, itemNos, form, 'ko');
    const rows = edited(await cellsOf(bytes, fileName), 1, key, cell);
    const changed = await bytesOf(rows);
    const diff = await tables.read(MAIN_STORE, changed, fileName);
    expect(diff).toMatchObject({ problemCount: 0, changedCount: fields.length });
    await tables.apply(MAIN_STORE, changed, fileName, diff.print);
    const content = desk.find(MAIN_STORE, anItemNo('30000001'))?.content;
    const wanted: Readonly<Record<string, unknown>> = {
      '200038': { origin: { code: '0200038' } },
      '3': { origin: { code: '03' } },
      '1012345678': { afterService: { phone: '01012345678' } },
    };
    expect(content).toMatchObject(wanted[cell] ?? {});
  });

  it.each([
    ['item_no', '3.0E+07', 'DRAFT_TABLE_ITEM'],
    ['origin_code', '9999999', 'DRAFT_TABLE_CELL'],
    ['sale_price', '1.59E+04원이요', 'DRAFT_TABLE_CELL'],
  ])('refuses a %s that a spreadsheet has spoilt: %s', async (key, cell, code) => {
    const { tables, itemNos } = await twoDrafts();
    const { bytes } = await tables.write(MAIN_STORE, itemNos, form, 'ko');
    const rows = edited(await cellsOf(bytes, fileName), 1, key, cell);
    const diff = await tables.read(MAIN_STORE, await bytesOf(rows), fileName);
    expect(diff.lines.flatMap(({ problems }) => problems.map((problem) => problem.code))).toEqual([
      code,
    ]);
    expect(diff.changedCount).toBe(0);
  });

  it('tells when a draft moved on, and does not apply what nobody has seen', async () => {
    const { tables, desk, itemNos } = await twoDrafts();
    const { bytes } = await tables.write(MAIN_STORE, itemNos, form, 'ko');
    const rows = edited(await cellsOf(bytes, fileName), 1, 'brand', '자체제작');
    const changed = await bytesOf(rows);
    const seen = await tables.read(MAIN_STORE, changed, fileName);
    const first = anItemNo('30000001');
    desk.edit(MAIN_STORE, first, { name: '그 사이 바뀐 이름' }, 1);
    const now = await tables.read(MAIN_STORE, changed, fileName);
    expect(now.lines[0]?.problems.map(({ code }) => code)).toEqual(['DRAFT_TABLE_CONFLICT']);
    await expect(tables.apply(MAIN_STORE, changed, fileName, seen.print)).rejects.toMatchObject({
      code: 'DRAFT_TABLE_CHANGED',
    });
  });
});

it('refuses a table without item numbers', async () => {
  const { tables } = await twoDrafts();
  const bytes = csvBytes([['이름'], ['컵']]);
  await expect(tables.read(MAIN_STORE, bytes, 'a.csv')).rejects.toMatchObject({
    code: 'DRAFT_TABLE_NO_KEY',
  });
});

it('keeps every text through both kinds of file, and none becomes a formula', async () => {
  // Letters, signs and line breaks; what XML cannot hold is not a text anybody types.
  const text = fc
    .string({ unit: fc.constantFrom(...'가나 A1,"\n=+-@\'<&>;|#🙂') })
    .map((value) => value.trim());
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const rows = [
        ['key', ...texts.map((_, at) => `c${at}`)],
        ['x', ...texts, 'end'],
      ];
      const csv = await cellsOf(csvBytes(rows), 'a.csv');
      for (const cell of csv[1] ?? []) expect(cell).not.toMatch(/^[=+@-]/);
      expect(csv[1]?.map((cell) => plainCell(cell).trim())).toEqual(['x', ...texts, 'end']);
      const xlsx = await cellsOf(await xlsxBytes(rows, 'a'), 'a.xlsx');
      expect(xlsx[1]?.map((cell) => cell.trim())).toEqual(['x', ...texts, 'end']);
    }),
    { numRuns: 40 },
  );
});
