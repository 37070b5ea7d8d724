import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { OptionReading } from '@shared/options/model';
import type { Database } from '../storage/database';

/** A draft whose options are still as they were read, with what reading them depended on. */
export interface UntouchedOptions {
  readonly itemNo: ItemNo;
  readonly name: string;
  readonly version: number;
  readonly categoryPath: string;
  readonly options: OptionReading;
}

/** Most drafts of one supplier that are looked at for one request. */
const DRAFTS_MAX = 1000;

interface Row {
  readonly item_no: string;
  readonly name: string;
  readonly version: number;
  readonly category_path: string | null;
  readonly options_json: string | null;
}

/**
 * Drafts of one supplier whose options nobody has edited, newest first. A row that cannot be read is
 * left out: its own draft says so.
 */
export function createSupplierDrafts(
  database: Database,
): (storeId: StoreId, supplierId: string) => readonly UntouchedOptions[] {
  const select = database.prepare<[string, string, number], Row>(
    `SELECT item_no, name, version,
       json_extract(content_json, '$.category.path') AS category_path,
       json_extract(content_json, '$.options') AS options_json
     FROM drafts
     WHERE store_id = ?
       AND CASE WHEN json_valid(item_json) AND json_valid(content_json) AND json_valid(locked_fields_json)
         THEN json_extract(item_json, '$.supplier.id') = ?
           AND NOT EXISTS (SELECT 1 FROM json_each(locked_fields_json) WHERE value = 'options')
         ELSE 0 END
     ORDER BY updated_at_ms DESC, item_no LIMIT ?`,
  );
  return (storeId, supplierId) =>
    select.all(storeId, supplierId, DRAFTS_MAX).flatMap((row): readonly UntouchedOptions[] =>
      row.options_json === null
        ? []
        : [
            {
              itemNo: row.item_no as ItemNo,
              name: row.name,
              version: row.version,
              categoryPath: row.category_path ?? '',
              options: JSON.parse(row.options_json) as OptionReading,
            },
          ],
    );
}
