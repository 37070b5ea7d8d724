import { expect, it } from 'vitest';
import type { NaverCategory } from '../naver/port';
import { findLeaves } from './find-leaves';

const leaf = (id: string, path: string): NaverCategory => ({
  id,
  name: path.split('>').at(-1) ?? '',
  path,
  isLeaf: true,
});
const LEAVES = [
  leaf('1', '생활/건강>수납용품>컵받침'),
  leaf('2', '생활/건강>주방용품>컵>머그컵'),
  leaf('3', '패션의류>여성의류>티셔츠'),
];

it('finds a category by words of its path in any order, its own name first', () => {
  expect(findLeaves(LEAVES, '주방 컵', 10).map(({ id }) => id)).toEqual(['2']);
  expect(findLeaves(LEAVES, '컵', 10).map(({ id }) => id)).toEqual(['1', '2']);
  expect(findLeaves(LEAVES, '티셔츠', 10).map(({ id }) => id)).toEqual(['3']);
});

it('finds a category by its number, and nothing for a blank text', () => {
  expect(findLeaves(LEAVES, '3', 10).map(({ id }) => id)).toEqual(['3']);
  expect(findLeaves(LEAVES, '  ', 10)).toEqual([]);
});

it('keeps to the limit and never offers a category that is no leaf', () => {
  const branch = { ...leaf('9', '생활/건강>컵'), isLeaf: false };
  expect(findLeaves([branch, ...LEAVES], '컵', 1)).toHaveLength(1);
  expect(findLeaves([branch], '컵', 10)).toEqual([]);
});
