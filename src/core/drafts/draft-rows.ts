import type { Draft, DraftContent, DraftField } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import { AppError } from '@shared/errors/app-error';
import type { Explanation } from './decision';
import type { StoredRefusal } from './refusals';
import { unreadableDraft } from './unreadable-draft';

/** A draft with what is needed to judge it again without asking the supplier. */
export interface StoredDraft {
  readonly draft: Draft;
  /** What the supplier's data alone gives; differs from the content in locked fields. */
  readonly sourceContent: DraftContent;
  /** Findings of building, apart from the rules that are run again on every change. */
  readonly buildReasons: readonly Reason[];
  readonly explanations: readonly Explanation[];
  /** The item without its description and option text, which the content holds already. */
  readonly item: WholesaleItem;
  /** What the marketplace refused, whether the draft still holds it or not. */
  readonly refusals: readonly StoredRefusal[];
}

/** One row of `drafts`. */
export interface DraftRow {
  readonly store_id: string;
  readonly item_no: string;
  readonly state: string;
  readonly name: string;
  readonly content_json: string;
  readonly source_content_json: string;
  readonly reasons_json: string;
  readonly build_reasons_json: string;
  readonly explanations_json: string;
  readonly locked_fields_json: string;
  readonly item_json: string;
  readonly refusals_json: string;
  readonly version: number;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

/** The row understood. Throws DRAFT_UNREADABLE. */
export function storedOf(row: DraftRow): StoredDraft {
  try {
    return {
      draft: {
        storeId: row.store_id as StoreId,
        itemNo: row.item_no as ItemNo,
        state: row.state as Draft['state'],
        reasons: JSON.parse(row.reasons_json) as readonly Reason[],
        content: JSON.parse(row.content_json) as DraftContent,
        lockedFields: JSON.parse(row.locked_fields_json) as readonly DraftField[],
        version: row.version,
        createdAtMs: row.created_at_ms,
        updatedAtMs: row.updated_at_ms,
      },
      sourceContent: JSON.parse(row.source_content_json) as DraftContent,
      buildReasons: JSON.parse(row.build_reasons_json) as readonly Reason[],
      explanations: JSON.parse(row.explanations_json) as readonly Explanation[],
      item: JSON.parse(row.item_json) as WholesaleItem,
      refusals: JSON.parse(row.refusals_json) as readonly StoredRefusal[],
    };
  } catch (cause) {
    throw new AppError('DRAFT_UNREADABLE', { params: { itemNo: row.item_no }, cause });
  }
}

/** The row's draft; one that cannot be read is blocked and says so. */
export function listedOf(row: DraftRow): Draft {
  try {
    return storedOf(row).draft;
  } catch {
    return unreadableDraft({
      storeId: row.store_id as StoreId,
      itemNo: row.item_no as ItemNo,
      name: row.name,
      version: row.version,
      createdAtMs: row.created_at_ms,
      updatedAtMs: row.updated_at_ms,
    });
  }
}

/** Null for a row that cannot be read: the history then holds the whole new content. */
export function readableDraft(row: DraftRow): Draft | null {
  try {
    return storedOf(row).draft;
  } catch {
    return null;
  }
}
