import { Buffer } from 'node:buffer';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { BULK_MAX_DRAFTS, type BulkTarget } from '@shared/ipc/draft-review';
import { fieldChanges } from '../../drafts/field-changes';
import { retryReady } from '../../drafts/retry-ready';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

type ReviewRoute =
  | 'drafts.bulkPreview'
  | 'drafts.bulkApply'
  | 'drafts.bulkUndo'
  | 'drafts.bulkHistory'
  | 'drafts.history'
  | 'drafts.undoLast'
  | 'drafts.override'
  | 'drafts.withdrawOverride'
  | 'drafts.listOverrides'
  | 'drafts.exportTable'
  | 'drafts.readTable'
  | 'drafts.applyTable';

const OVERRIDES_SHOWN = 50;

/** A selection by filter is taken as it is now, cut to `BULK_MAX_DRAFTS`. */
export function createDraftReviewHandlers(storebridge: StoreBridge): Pick<Handlers, ReviewRoute> {
  const { drafts, draftOperations, draftOverrides, draftTables, registration } = storebridge;
  const itemNosOf = (storeId: StoreId, target: BulkTarget): readonly ItemNo[] => {
    if ('itemNos' in target) return [...new Set(target.itemNos)];
    return drafts
      .itemNos({ storeId, ...withoutUndefined(target.filter) })
      .slice(0, BULK_MAX_DRAFTS);
  };
  const planned = (storeId: StoreId, target: BulkTarget) =>
    itemNosOf(storeId, target).map((itemNo) => ({ itemNo, change: null }));

  return {
    'drafts.bulkPreview': ({ storeId, target, answer }) => {
      const { rows, total } = draftOperations.preview(storeId, {
        answer,
        items: planned(storeId, target),
        reasonCode: null,
      });
      return {
        rows: rows.map((row) => ({
          ...row,
          changes: [...row.changes],
          openReasons: [...row.openReasons],
        })),
        total,
      };
    },
    'drafts.bulkApply': async ({ storeId, target, answer, reasonCode, retriesJobs }) => {
      const items = planned(storeId, target);
      const operation = await draftOperations.apply(storeId, { answer, items, reasonCode });
      const itemNos = items.map(({ itemNo }) => itemNo);
      return {
        operation,
        retriedJobs: retriesJobs ? retryReady(registration, drafts, storeId, itemNos) : 0,
      };
    },
    'drafts.bulkUndo': async ({ operationId }) => ({
      operation: await draftOperations.undo(operationId),
    }),
    'drafts.bulkHistory': ({ storeId, limit }) => ({
      operations: [...draftOperations.list(storeId, limit)],
    }),
    'drafts.history': ({ storeId, itemNo, limit }) => ({
      edits: drafts.history(storeId, itemNo, limit).map((edit) => ({
        editId: edit.editId,
        kind: edit.kind,
        version: edit.version,
        changes: [...fieldChanges(edit.before, edit.after)],
        operationId: edit.operationId,
        isUndone: edit.isUndone,
        atMs: edit.atMs,
      })),
      overrides: [...draftOverrides.list(storeId, itemNo, OVERRIDES_SHOWN)],
    }),
    'drafts.undoLast': ({ storeId, itemNo, basedOnVersion }) => ({
      draft: draftOperations.undoLastEdit(storeId, itemNo, basedOnVersion),
    }),
    'drafts.override': ({ storeId, itemNo, code, note, basedOnVersion }) => ({
      draft: draftOverrides.override(storeId, itemNo, code, note.trim(), basedOnVersion),
    }),
    'drafts.withdrawOverride': ({ storeId, itemNo, overrideId }) => ({
      draft: draftOverrides.withdraw(storeId, itemNo, overrideId),
    }),
    'drafts.listOverrides': ({ storeId, limit }) => ({
      overrides: [...draftOverrides.list(storeId, null, limit)],
    }),
    'drafts.exportTable': async ({ storeId, target, form, language }) => {
      const itemNos = itemNosOf(storeId, target);
      if (itemNos.length === 0) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo: '-' } });
      const { bytes, draftCount } = await draftTables.write(storeId, itemNos, form, language);
      return { base64: Buffer.from(bytes).toString('base64'), draftCount };
    },
    'drafts.readTable': ({ storeId, bytes, fileName }) =>
      draftTables.read(storeId, bytes, fileName),
    'drafts.applyTable': async ({ storeId, bytes, fileName, print }) => ({
      operation: await draftTables.apply(storeId, bytes, fileName, print),
    }),
  };
}
