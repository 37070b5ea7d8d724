import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSelectOpt } from './decode';

interface EntryOverrides {
  readonly name?: string;
  readonly sup?: string;
  readonly dom?: string;
  readonly supPrice?: string;
  readonly domPrice?: string;
  readonly qty?: string;
  readonly hid?: string;
}

function entry(overrides: EntryOverrides = {}): Record<string, string> {
  return {
    name: '블랙',
    dom: '1',
    domPrice: '0',
    sam: '0',
    samPrice: '0',
    sup: '1',
    supPrice: '0',
    qty: '50',
    hid: '0',
    hash: 'a'.repeat(32),
    ...overrides,
  };
}

function selectOpt(
  sets: Readonly<Record<string, readonly string[]>>,
  data: Readonly<Record<string, Record<string, string>>>,
): string {
  const set = Object.entries(sets).map(([name, opts]) => ({
    name,
    opts,
    domPrice: opts.map(() => '0'),
    changeKey: opts.map((_, place) => String(place)),
  }));
  return JSON.stringify({ type: 'combination', optSort: 'DA', set, orgSet: set, data });
}

function optionsOf(raw: string, market: 'supply' | 'dome' = 'supply') {
  const decoded = decodeSelectOpt(raw, market);
  if (decoded.kind !== 'options') throw new Error(`not readable: ${JSON.stringify(decoded)}`);
  return decoded;
}

describe('decodeSelectOpt', () => {
  it('reads no options from nothing', () => {
    for (const raw of [null, '', ' ', 'null'])
      expect(decodeSelectOpt(raw, 'supply')).toEqual({ kind: 'none' });
  });

  it('takes every market its own flag and addition', () => {
    const raw = selectOpt(
      { 포장: ['벌크', '선물포장'] },
      {
        '00': entry({ name: '벌크', sup: '0', domPrice: '100' }),
        '01': entry({ name: '선물포장', dom: '0', supPrice: '1500' }),
      },
    );
    expect(optionsOf(raw).options.map(({ sold, priceKrw }) => [sold, priceKrw])).toEqual([
      [false, 0],
      [true, 1500],
    ]);
    expect(optionsOf(raw, 'dome').options.map(({ sold, priceKrw }) => [sold, priceKrw])).toEqual([
      [true, 100],
      [false, 0],
    ]);
  });

  it('is not for sale in any state but the documented one', () => {
    for (const hid of ['1', '2', '9', '']) {
      expect(
        optionsOf(selectOpt({ 색상: ['블랙'] }, { '00': entry({ hid }) })).options[0]?.sold,
      ).toBe(false);
    }
  });

  it('keeps a value that the supplier hides, switched off and with a note', () => {
    const raw = selectOpt(
      { 색상: ['블랙', '화이트'] },
      { '00': entry({ name: '블랙' }), '01': entry({ name: '화이트', hid: '2', qty: '7' }) },
    );
    const decoded = optionsOf(raw);
    expect(decoded.rawOptions.map(({ name, sold, stock }) => [name, sold, stock])).toEqual([
      ['블랙', true, 50],
      ['화이트', false, 7],
    ]);
    expect(decoded.notes).toMatchObject([
      { code: 'OPTIONS_HIDDEN_BY_SUPPLIER', params: { name: '화이트' } },
    ]);
  });

  it('goes by keys, whatever their order and width, and never splits a name at a slash', () => {
    const values = Array.from({ length: 120 }, (_, place) => `${place}/2`);
    const keys = values
      .map((_, place) => [place, String(place).padStart(2, '0')] as const)
      .reverse();
    const raw = selectOpt(
      { 규격: values },
      Object.fromEntries(
        keys.map(([place, key]) => [key, entry({ name: `${place}/2`, qty: String(place) })]),
      ),
    );
    const decoded = optionsOf(raw);
    expect(decoded.rawOptions.map((option) => option.name)).toEqual(values);
    expect(decoded.rawOptions.map((option) => option.stock)).toEqual(
      values.map((_, place) => place),
    );
    expect(decoded.rawOptions[100]?.sourceKey).toBe('100');
  });

  it('lists only combinations with a key', () => {
    const raw = selectOpt(
      { 기종: ['A', 'B'], 색상: ['블랙', '투명'] },
      { '00_00': entry({ name: 'A/블랙' }), '01_01': entry({ name: 'B/투명', supPrice: '-300' }) },
    );
    const { options, dimensions } = optionsOf(raw);
    expect(options.map((option) => [option.sourceKey, ...option.values])).toEqual([
      ['00_00', 'A', '블랙'],
      ['01_01', 'B', '투명'],
    ]);
    expect(dimensions).toEqual([
      { name: '기종', values: ['A', 'B'] },
      { name: '색상', values: ['블랙', '투명'] },
    ]);
  });

  it('falls back to the entry name when the set does not know the key, and says so', () => {
    const decoded = optionsOf(
      selectOpt({ 색상: ['블랙'] }, { '00': entry(), '01': entry({ name: '화이트' }) }),
    );
    expect(decoded.options.map((option) => option.name)).toEqual(['블랙', '화이트']);
    expect(decoded.notes.map((note) => note.code)).toEqual(['OPTIONS_SET_DISAGREES']);
  });

  it('refuses a type that is not known', () => {
    const raw = JSON.stringify({ type: 'freetext', set: [], data: {} });
    expect(decodeSelectOpt(raw, 'supply')).toMatchObject({
      kind: 'unreadable',
      reason: { code: 'OPTIONS_UNKNOWN_TYPE', params: { type: 'freetext' } },
    });
  });

  it.each([
    ['broken JSON', '{"type":"combination","set":['],
    ['a list', '[]'],
    ['a key that is none', selectOpt({ 색상: ['블랙'] }, { a0: entry() })],
    ['keys of another width than the set', selectOpt({ 색상: ['블랙'] }, { '00_00': entry() })],
    [
      'a combination of unknown values',
      selectOpt({ 색상: ['블랙'], 크기: ['S'] }, { '00_07': entry() }),
    ],
    ['a set without data', selectOpt({ 색상: ['블랙'] }, {})],
    [
      'a price that is no number',
      selectOpt({ 색상: ['블랙'] }, { '00': entry({ supPrice: '1e9' }) }),
    ],
    ['a huge price', selectOpt({ 색상: ['블랙'] }, { '00': entry({ supPrice: '99999999999' }) })],
    [
      'a huge negative price',
      selectOpt({ 색상: ['블랙'] }, { '00': entry({ supPrice: '-99999999999' }) }),
    ],
    ['stock that is no number', selectOpt({ 색상: ['블랙'] }, { '00': entry({ qty: '많음' }) })],
    ['an empty name', selectOpt({ 색상: [' '] }, { '00': entry({ name: '' }) })],
    ['a name of 10,000 characters', selectOpt({ 색상: ['가'.repeat(10_000)] }, { '00': entry() })],
    ['one key in two spellings', selectOpt({ 색상: ['블랙'] }, { '00': entry(), '0': entry() })],
  ])('puts %s to a person instead of reading no options', (_, raw) => {
    expect(decodeSelectOpt(raw, 'supply')).toMatchObject({
      kind: 'unreadable',
      reason: { code: 'OPTIONS_UNREADABLE', severity: 'ask' },
    });
  });

  it('names the place of the damage, and nothing of it in English alone', () => {
    const whole = selectOpt({ 색상: ['블랙'] }, { '00': entry() });
    const problemOf = (raw: string): unknown => {
      const decoded = decodeSelectOpt(raw, 'supply');
      return decoded.kind === 'unreadable' ? decoded.reason.params?.problem : null;
    };
    expect(problemOf(whole.slice(0, 40))).toBe('selectOpt');
    expect(problemOf('{"type":"combination","set":[{"name":"x"}],"data":{}}')).toBe(
      'selectOpt.set.0.opts',
    );
  });

  it('reads 5,000 values', () => {
    const values = Array.from({ length: 5000 }, (_, place) => `값${place}`);
    const raw = selectOpt(
      { 색상: values },
      Object.fromEntries(
        values.map((name, place) => [String(place).padStart(2, '0'), entry({ name })]),
      ),
    );
    expect(optionsOf(raw).options).toHaveLength(5000);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        expect(['none', 'options', 'unreadable']).toContain(decodeSelectOpt(raw, 'supply').kind);
      }),
    );
  });
});
