import { describe, expect, it } from 'vitest';
import { aligned, columnsOf } from './columns';

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['도매꾹', 6],
    ['가a나', 5],
    ['ＡＢ', 4],
    ['', 0],
    ['“x” → ✓', 7],
  ])('gives “%s” %i columns', (text, expected) => {
    expect(columnsOf(text)).toBe(expected);
  });

  it('puts cells below each other whatever letters they are in', () => {
    const lines = aligned(
      [
        ['목록.xlsx', '3/24'],
        ['a', '1,000/1,000'],
      ],
      [1],
    );
    expect(lines).toEqual(['목록.xlsx         3/24', 'a          1,000/1,000']);
  });

  it('leaves no blanks at the end of a line', () => {
    expect(
      aligned([
        ['a', ''],
        ['bb', 'c'],
      ]),
    ).toEqual(['a', 'bb  c']);
  });
});
