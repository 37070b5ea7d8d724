import type {
  CallOptions,
  NaverCategory,
  NaverCategoryDetail,
  NaverMasterData,
} from '../naver/port';
import { type CategoryIndex, createCategoryIndex } from './category-index';
import type { DraftBench } from './draft-bench';

/** All leaf categories with what finds one among them. */
export interface LeafLookup {
  readonly list: readonly NaverCategory[];
  readonly byId: ReadonlyMap<string, NaverCategory>;
  readonly index: CategoryIndex;
}

/** Reads Naver's lists and keeps on the bench what judging needs of them. Throws what the lists throw. */
export interface ListReader {
  /** The index is built once per list. */
  leaves(options: CallOptions): Promise<LeafLookup>;
  /** Null without an id. */
  category(id: string | undefined, options: CallOptions): Promise<NaverCategoryDetail | null>;
  /** Asks which of the tags may not be used. */
  learnTags(tags: readonly string[], options: CallOptions): Promise<void>;
}

/** Everything read is put into `known`, which the bench judges by. */
export function createListReader(
  masterData: NaverMasterData,
  known: DraftBench['known'],
): ListReader {
  let leaves: LeafLookup | null = null;

  const leavesOf = async (options: CallOptions): Promise<LeafLookup> => {
    const list = await masterData.leafCategories(options);
    if (leaves === null || (leaves.list !== list && !isSameList(leaves.list, list))) {
      const byId = new Map(list.map((leaf) => [leaf.id, leaf]));
      leaves = { list, byId, index: createCategoryIndex(list) };
    }
    return leaves;
  };

  const categoryDetail = async (
    id: string | undefined,
    options: CallOptions,
  ): Promise<NaverCategoryDetail | null> => {
    if (id === undefined) return null;
    const detail = await masterData.category(id, options);
    known.categories.set(id, detail);
    return detail;
  };

  const learnTags = async (tags: readonly string[], options: CallOptions): Promise<void> => {
    if (tags.length === 0) return;
    for (const [tag, isRestricted] of await masterData.restrictedTags(tags, options)) {
      known.restrictedTags.set(tag, isRestricted);
    }
  };

  return { leaves: leavesOf, category: categoryDetail, learnTags };
}

function isSameList(a: readonly NaverCategory[], b: readonly NaverCategory[]): boolean {
  return (
    a.length === b.length &&
    a.every((leaf, at) => leaf.id === b[at]?.id && leaf.path === b[at]?.path)
  );
}
