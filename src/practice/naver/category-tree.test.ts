import { expect, test } from 'vitest';
import { leafEndingWith } from '../testing/product-body';
import { buildCategoryTree } from './category-tree';

const TREE = buildCategoryTree();

test('there are at least five hundred leaves with distinct ids', () => {
  const leaves = TREE.filter((category) => category.isLeaf);
  expect(leaves.length).toBeGreaterThanOrEqual(500);
  expect(new Set(TREE.map((category) => category.id)).size).toBe(TREE.length);
});

test('every category hangs below a parent that is no leaf', () => {
  const byId = new Map(TREE.map((category) => [category.id, category]));
  const astray = TREE.filter(
    (category) => category.parentId !== null && byId.get(category.parentId)?.isLeaf !== false,
  );
  expect(astray).toEqual([]);
});

test.each([
  ['계절가전>선풍기', 'KC_CERTIFICATION'],
  ['완구/매트>블록', 'CHILD_CERTIFICATION'],
  ['스킨케어>로션', 'UNIT_PRICE'],
  ['주류>와인', 'ADULT'],
  ['수집품>우표', 'OPTION_PRICE'],
  ['소설>한국소설', 'BOOK'],
])('%s carries the flag %s', (ending, flag) => {
  expect(leafEndingWith(TREE, ending).exceptions).toContain(flag);
});

test('a plain category asks for no certificate', () => {
  const exceptions = leafEndingWith(TREE, '여성의류>티셔츠').exceptions;
  expect(exceptions.filter((flag) => flag.endsWith('CERTIFICATION'))).toEqual([]);
});
