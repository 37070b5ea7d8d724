import { LIST_FILE_MAX_BYTES } from '@shared/domain/intake';
import { AppError } from '@shared/errors/app-error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { readItemList } from './read-list';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `상품번호,이름` and one row with Korean, in CP949. */
const CP949_LIST = Uint8Array.from([
  0xbb, 0xf3, 0xc7, 0xb0, 0xb9, 0xf8, 0xc8, 0xa3, 0x2c, 0xc0, 0xcc, 0xb8, 0xa7, 0x0a, 0x36, 0x30,
  0x30, 0x30, 0x30, 0x30, 0x30, 0x31, 0x2c, 0xb0, 0xa1, 0xb9, 0xe6, 0x0a,
]);

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (fault) {
    if (fault instanceof AppError) return fault.code;
    throw fault;
  }
  return 'no error';
}

describe('reading a list of item numbers', () => {
  it('takes one number per line and says which lines it cannot take', async () => {
    const result = await readItemList(
      encode('60000001\n60000002\n\nabc\n60000001\n123-45\n'),
      'list.txt',
    );
    expect(result.itemNos).toEqual(['60000001', '60000002']);
    expect(result.lines.map((line) => [line.line, line.itemNo, line.reason?.code ?? null])).toEqual(
      [
        [1, '60000001', null],
        [2, '60000002', null],
        [4, null, 'INTAKE_MALFORMED'],
        [5, '60000001', 'INTAKE_DUPLICATE'],
        [6, null, 'INTAKE_MALFORMED'],
      ],
    );
  });

  it('tells lines apart that end in different ways', async () => {
    const result = await readItemList(
      encode('상품번호,이름\r\n60000001,가방\r\nabc,\n60000002,모자\r60000003,신발'),
      'list.csv',
    );
    expect(result.itemNos).toEqual(['60000001', '60000002', '60000003']);
    expect(result.lines.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it('does not mistake an unreadable first line for a heading', async () => {
    const result = await readItemList(encode('hello\n60000001\n'), 'list.txt');
    expect(result.lines[0]?.reason?.code).toBe('INTAKE_MALFORMED');
  });

  it.each([
    ['60000001', '60000001'],
    ['６００００００１', '60000001'],
    ['60,000,001', '60000001'],
    ['60000001.0', '60000001'],
    ['No. 60000001', '60000001'],
    ['상품번호: 60000001', '60000001'],
    ['http://domeggook.com/60000001', '60000001'],
    ['https://www.domeggook.com/60000001?from=list', '60000001'],
    ['domeme.domeggook.com/s/60000001', '60000001'],
    ['https://domeggook.com/main/item/itemView.php?aid=1&no=60000001', '60000001'],
    ['=HYPERLINK("http://domeggook.com/60000001","보기")', '60000001'],
    ['\u200B60000001\uFEFF', '60000001'],
  ])('reads the number in “%s”', async (text, expected) => {
    const result = await readItemList(
      encode(`60009999\n"${text.replaceAll('"', '""')}"\n`),
      'x.csv',
    );
    expect(result.itemNos).toEqual(['60009999', expected]);
  });

  it.each([
    '0600001',
    '6.0E+07',
    '-60000001',
    'https://example.com/60000001',
    '1234567890123',
    '가방',
  ])('takes no number from “%s”', async (text) => {
    const result = await readItemList(encode(`60009999\n${text}\n`), 'x.txt');
    expect(result.itemNos).toEqual(['60009999']);
    expect(result.lines[1]?.reason?.severity).toBe('block');
  });

  it('finds the column by its heading among other numbers', async () => {
    const result = await readItemList(
      encode('순번,가격,상품번호,재고\n1,120000,60000001,100000\n2,150000,60000002,200000\n'),
      'list.csv',
    );
    expect(result.column).toBe('상품번호');
    expect(result.itemNos).toEqual(['60000001', '60000002']);
  });

  it('finds the column by its contents when there is no heading', async () => {
    const result = await readItemList(
      encode('가방;3000;60000001\n신발;5000;60000002\n'),
      'list.csv',
    );
    expect(result.column).toBe('C');
    expect(result.itemNos).toEqual(['60000001', '60000002']);
  });

  it('asks which column when two are equally likely, and takes the answer', async () => {
    const mixed = encode('a,b,c\n60000001,70000001,x\n60000002,70000002,y\n');
    expect(await codeOf(readItemList(mixed, 'x.csv'))).toBe('INTAKE_COLUMN_UNCLEAR');
    expect((await readItemList(mixed, 'x.csv', 'B')).itemNos).toEqual(['70000001', '70000002']);
    expect(await codeOf(readItemList(mixed, 'x.csv', 'Z'))).toBe('INTAKE_COLUMN_MISSING');
  });

  it('takes several numbers from one line', async () => {
    const result = await readItemList(encode('60000001, 60000002\n60000003, 60000004'), 'x.txt');
    expect(result.itemNos).toEqual(['60000001', '60000002', '60000003', '60000004']);
  });

  it('reads CP949 and both byte orders of UTF-16', async () => {
    expect(await readItemList(CP949_LIST, 'x.csv')).toMatchObject({
      encoding: 'cp949',
      column: '상품번호',
      itemNos: ['60000001'],
    });
    const utf16 = Buffer.from('\uFEFF상품번호\n60000001\n', 'utf16le');
    expect((await readItemList(utf16, 'x.txt')).itemNos).toEqual(['60000001']);
    expect((await readItemList(Buffer.from(utf16).swap16(), 'x.txt')).itemNos).toEqual([
      '60000001',
    ]);
  });

  it('reads the syllables that only CP949 has', async () => {
    const heading = [0x8c, 0x63, 0x2c, 0xbb, 0xf3, 0xc7, 0xb0, 0xb9, 0xf8, 0xc8, 0xa3, 0x0a];
    const bytes = Uint8Array.from([...heading, 0x41, 0x2c, ...encode('60000001')]);
    const result = await readItemList(bytes, 'x.csv');
    expect(result).toMatchObject({ encoding: 'cp949', column: '상품번호' });
    expect((await readItemList(bytes, 'x.csv', '똠').catch((fault) => fault)).code).toBe(
      'INTAKE_NO_NUMBERS',
    );
  });

  it('reads a spreadsheet and shows a row without a number by what else it holds', async () => {
    const cell = (value: string | number) => ({ value });
    const bytes = await writeExcel([
      [cell('메모'), cell('도매꾹 상품번호')],
      [cell('첫째'), cell(60000001)],
      [cell('둘째'), cell('http://domeggook.com/60000002')],
      [cell('합계'), null],
    ]).toBuffer();
    const result = await readItemList(bytes, 'list.xlsx');
    expect(result.itemNos).toEqual(['60000001', '60000002']);
    expect(result.lines.at(-1)).toMatchObject({ line: 4, text: '합계', itemNo: null });
  });

  it('takes the stored result of a formula cell and reports one without a result', async () => {
    const bytes = await writeExcel([
      [{ value: '상품번호' }],
      [{ value: 60000001 }],
      [{ value: 'CONCATENATE("6000","0002")', type: 'Formula' as const }],
    ]).toBuffer();
    const result = await readItemList(bytes, 'list.xlsx');
    expect(result.itemNos).toContain('60000001');
  });

  it('refuses a file it cannot use with the reason', async () => {
    const junk = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    expect(await codeOf(readItemList(new Uint8Array(), 'x'))).toBe('INTAKE_EMPTY');
    expect(await codeOf(readItemList(encode(' \n\n'), 'x'))).toBe('INTAKE_EMPTY');
    expect(await codeOf(readItemList(encode('가나다\n라마바'), 'x'))).toBe('INTAKE_NO_NUMBERS');
    expect(await codeOf(readItemList(junk, 'x'))).toBe('INTAKE_BINARY');
    expect(await codeOf(readItemList(Uint8Array.from([0xff, 0x41, 0x0a]), 'x'))).toBe(
      'INTAKE_ENCODING',
    );
    expect(await codeOf(readItemList(new Uint8Array(LIST_FILE_MAX_BYTES + 1), 'x'))).toBe(
      'INTAKE_TOO_LARGE',
    );
    expect(await codeOf(readItemList(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), 'x.xlsx'))).toBe(
      'INTAKE_DAMAGED',
    );
    expect(await codeOf(readItemList(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'x.xls'))).toBe(
      'INTAKE_OLD_EXCEL',
    );
  });

  it('takes 100,000 lines below their heading and refuses more', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => String(60_000_000 + index));
    const result = await readItemList(encode(['상품번호', ...lines].join('\n')), 'x.txt');
    expect(result.itemNos).toHaveLength(100_000);
    expect(await codeOf(readItemList(encode([...lines, '1'].join('\n')), 'x.txt'))).toBe(
      'INTAKE_TOO_MANY_LINES',
    );
  });

  it('counts the numbers of one long line, and all lines of a table it does not keep', async () => {
    const numbers = Array.from({ length: 100_002 }, (_, index) => String(60_000_000 + index));
    for (const text of [numbers.join(','), numbers.map((no) => `${no},x`).join('\n')]) {
      const refused = readItemList(encode(text), 'x.csv');
      await expect(refused).rejects.toMatchObject({
        code: 'INTAKE_TOO_MANY_LINES',
        params: { lines: 100_002 },
      });
    }
  });

  it('answers any bytes with a list or a readable refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await codeOf(readItemList(bytes, 'x'))).toMatch(/^(no error|INTAKE_[A-Z_]+)$/);
      }),
    );
  });
});
