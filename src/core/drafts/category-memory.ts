import type { DraftContent } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Database } from '../storage/database';
import { withSqliteFaults } from '../storage/sqlite-fault';
import type { StoredDraft } from './draft-rows';

/** A leaf that the seller confirmed. */
export interface CategoryChoice {
  readonly categoryId: string;
  readonly categoryPath: string;
}

/** The seller's confirmed Naver categories, one per supplier category. Throws STORAGE_*. */
export interface CategoryMemory {
  find(supplierCategoryCode: string): CategoryChoice | null;
  learn(supplierCategoryCode: string, choice: CategoryChoice, atMs: number): void;
  forget(supplierCategoryCode: string): void;
}

/** Remembers the category of a draft that the seller decided, for the supplier's category of its item. */
export function learnCategory(
  memory: Pick<CategoryMemory, 'learn'>,
  item: Pick<WholesaleItem, 'category'>,
  { category }: Pick<DraftContent, 'category'>,
  atMs: number,
): void {
  if (category === null || item.category === null) return;
  memory.learn(item.category.code, { categoryId: category.id, categoryPath: category.path }, atMs);
}

/** Forgets a choice that is taken back, unless another has taken its place. */
export function unlearnCategory(
  memory: Pick<CategoryMemory, 'find' | 'forget'>,
  { item, draft }: Pick<StoredDraft, 'item' | 'draft'>,
): void {
  if (item.category === null) return;
  const { code } = item.category;
  if (memory.find(code)?.categoryId === draft.content.category?.id) memory.forget(code);
}

export function createSqliteCategoryMemory(database: Database): CategoryMemory {
  const select = database.prepare<[string], { category_id: string; category_path: string }>(
    'SELECT category_id, category_path FROM category_choices WHERE supplier_category_code = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO category_choices (supplier_category_code, category_id, category_path, chosen_at_ms)
     VALUES (?, ?, ?, ?)
     ON CONFLICT (supplier_category_code) DO UPDATE SET category_id = excluded.category_id,
       category_path = excluded.category_path, chosen_at_ms = excluded.chosen_at_ms`,
  );
  const drop = database.prepare('DELETE FROM category_choices WHERE supplier_category_code = ?');
  const guard = <Value>(work: () => Value): Value => withSqliteFaults(database.name, work);
  return {
    find: (code) => {
      const row = guard(() => select.get(code));
      return row === undefined
        ? null
        : { categoryId: row.category_id, categoryPath: row.category_path };
    },
    learn: (code, choice, atMs) => {
      guard(() => upsert.run(code, choice.categoryId, choice.categoryPath, atMs));
    },
    forget: (code) => {
      guard(() => drop.run(code));
    },
  };
}
