import type { DraftCategory } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { NaverCategory } from '../naver/port';
import type { CategoryIndex } from './category-index';
import type { CategoryMemory } from './category-memory';
import { type Decision, step } from './decision';

/** Candidates offered to the seller. */
const CANDIDATES = 5;

/**
 * The Naver leaf of an item: the seller's remembered choice for the supplier's category when that
 * leaf still exists, else the likeliest leaf with its confidence. Null when nothing speaks for any.
 */
export function planCategory(
  item: Pick<WholesaleItem, 'category' | 'title' | 'keywords'>,
  index: CategoryIndex,
  leaves: ReadonlyMap<string, NaverCategory>,
  memory: Pick<CategoryMemory, 'find'>,
): Decision<DraftCategory | null> {
  const candidates = index.search(
    {
      path: item.category?.path.map((level) => level.name) ?? [],
      title: item.title,
      keywords: item.keywords,
    },
    CANDIDATES,
  );
  const chosen = item.category === null ? null : memory.find(item.category.code);
  const remembered = chosen === null ? undefined : leaves.get(chosen.categoryId);
  if (remembered !== undefined) {
    return {
      value: {
        id: remembered.id,
        path: remembered.path,
        confidence: 1,
        decidedBy: 'memory',
        candidates,
      },
      reasons: [],
      steps: [
        step(
          `이전에 같은 도매꾹 카테고리에 선택한 ‘${remembered.path}’`,
          `‘${remembered.path}’, chosen before for the same supplier category`,
        ),
      ],
    };
  }
  const [best] = candidates;
  if (best === undefined) return { value: null, reasons: [], steps: [] };
  const percent = Math.round(best.confidence * 100);
  return {
    value: { ...best, decidedBy: 'inference', candidates },
    reasons: [],
    steps: [
      step(
        `도매꾹 카테고리와 상품명이 ‘${best.path}’와 가장 비슷함 (${percent}%)`,
        `The supplier's category and title are closest to ‘${best.path}’ (${percent}%)`,
      ),
    ],
  };
}
