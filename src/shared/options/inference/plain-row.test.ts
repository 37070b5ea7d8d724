import { describe, expect, it } from 'vitest';
import { isPlainRow } from './plain-row';
import { cleanRows } from './rows';

const textsOf = (...names: readonly string[]): readonly string[] =>
  cleanRows(
    names.map((name) => ({ name, priceKrw: 0, stock: 5, sold: true, sourceKey: null })),
  ).choices.map((row) => row.text);

describe('isPlainRow', () => {
  it.each([
    '블랙/S',
    'M4×20/철/20개',
    '갤럭시S24+_블랙',
    '블랙(S)',
    '[블랙] M',
    '침대 & 매트',
    '5-6세',
  ])('needs no cleaning for %s', (text) => {
    expect(isPlainRow(text)).toBe(true);
    expect(textsOf(text)).toEqual([text]);
  });

  it.each([
    '블랙(+500)',
    '블랙 +1000',
    '블랙(-500)',
    '블랙( 500)',
    '블랙(품절)',
    '(HOT)블랙',
    '[추천] 블랙',
    '블랙&amp;화이트',
    '블랙/',
    '*블랙',
    '블랙  S',
    '블랙★',
    '블랙 1,000원',
    '',
  ])('looks closer at %s', (text) => {
    expect(isPlainRow(text)).toBe(false);
  });
});

describe('cleanRows', () => {
  it('keeps HOT beside plain iced values', () => {
    expect(textsOf('라떼(HOT)', '라떼(아이스)')).toEqual(['라떼(HOT)', '라떼(아이스)']);
    expect(textsOf('라떼(HOT)', '모카')).toEqual(['라떼', '모카']);
  });
});
