import type { NaverCategory } from '../naver/port';

/**
 * Leaf categories whose path holds every word of `text`, those first whose own name does; at most
 * `limit`. Blank text finds nothing.
 */
export function findLeaves(
  leaves: readonly NaverCategory[],
  text: string,
  limit: number,
): readonly NaverCategory[] {
  const words = text
    .toLowerCase()
    .split(/[\s>/,]+/)
    .filter(Boolean);
  if (words.length === 0) return [];
  const holdsAll = (own: string): boolean => words.every((word) => own.includes(word));
  const found = leaves.filter(
    (leaf) => leaf.isLeaf && (leaf.id === text.trim() || holdsAll(leaf.path.toLowerCase())),
  );
  const isByName = (leaf: NaverCategory): boolean => holdsAll(leaf.name.toLowerCase());
  return [...found.filter(isByName), ...found.filter((leaf) => !isByName(leaf))].slice(0, limit);
}
