import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServerTime, realClock } from '../../gateway/clock';
import { createStatsBoard } from '../../gateway/stats';
import { changed, leafEndingWith, wellFormedBody } from '../../testing/product-body';
import { buildCategoryTree } from '../category-tree';
import { asObject, type JsonObject } from '../json-value';
import { readNoticeTypes } from '../notice-types';
import { createProductStore } from '../product-store';
import { checkProduct } from './product';
import type { ProductWorld } from './world';

const CATEGORIES = buildCategoryTree();
const world: ProductWorld = {
  categories: new Map(CATEGORIES.map((category) => [category.id, category])),
  noticeTypes: readNoticeTypes(),
  originAreaCodes: new Set(['0200037']),
  addresses: new Map(),
  isUploaded: () => true,
  isBundleGroup: () => true,
  recommendedTagText: () => null,
};
const BASE = changed(
  wellFormedBody({
    leafCategoryId: leafEndingWith(CATEGORIES, '여성의류>티셔츠').id,
    imageUrl: 'x',
  }),
  'originProduct.deliveryInfo',
  undefined,
);

function pathsOf(value: unknown, prefix = ''): string[] {
  const entries = asObject(value) ?? (Array.isArray(value) ? { ...value } : null);
  if (entries === null) return [];
  return Object.entries(entries).flatMap(([key, inner]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [path, ...pathsOf(inner, path)];
  });
}
const path = fc.constantFrom(...pathsOf(BASE));
const create = { mode: 'create', needsChannel: true } as const;

test('no value at any place of a body can do more than be refused', () => {
  fc.assert(
    fc.property(path, fc.jsonValue(), path, fc.jsonValue(), (one, value, other, otherValue) => {
      let body: JsonObject = changed(BASE, one, value);
      try {
        body = changed(body, other, otherValue);
      } catch {
        // The first change took away the place of the second.
      }
      const found = checkProduct(body, world, create);
      expect(found.every((entry) => entry.message !== '')).toBe(true);
      if (found.length > 0) return;
      const journal = { past: [], append: () => undefined };
      const time = createServerTime(realClock);
      const stored = createProductStore({ time, stats: createStatsBoard(), journal }).create(body);
      expect(stored).toBeDefined();
    }),
    { numRuns: 600 },
  );
});
