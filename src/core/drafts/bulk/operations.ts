import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftContent, DraftField } from '@shared/domain/draft';
import type {
  BulkAnswer,
  BulkPreviewRow,
  DraftOperation,
  DraftOperationState,
} from '@shared/domain/draft-bulk';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { MessageCode } from '@shared/texts/catalogue';
import type { Clock } from '../../platform/clock';
import type { Logger } from '../../platform/logger';
import type { Randomness } from '../../platform/randomness';
import type { Database } from '../../storage/database';
import { type CategoryMemory, learnCategory, unlearnCategory } from '../category-memory';
import type { StoredDraft } from '../draft-rows';
import { changedFields, type DraftStore, findReadableDraft } from '../draft-store';
import { fieldChanges } from '../field-changes';
import type { OverrideLog } from '../override-log';
import { settlePrice } from '../settle-price';
import {
  createOperationStore,
  type OperationItem,
  type PlannedItem,
  type StoredOperation,
} from './operation-store';
import { type WorkOutDeps, workOut } from './work-out';

/** Drafts per transaction: a slice takes some tens of milliseconds, and screens are answered between. */
const SLICE_DRAFTS = 20;
/** Most rows that a preview works out; the rest is counted only. */
const PREVIEW_MAX_ROWS = 300;
const OPERATION_ID_BYTES = 8;

export interface DraftOperationsDeps extends WorkOutDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  readonly store: DraftStore;
  readonly overrides: OverrideLog;
  readonly categoryMemory: CategoryMemory;
  /** Who sits at this computer, for the log. */
  readonly operator: string;
}

/** One answer to many drafts; drafts that do not exist are skipped. */
export interface BulkRequest {
  readonly answer: BulkAnswer;
  /** The drafts with a change of their own where the answer is `own`. */
  readonly items: readonly PlannedItem[];
  /** The reason that is answered, for the log. */
  readonly reasonCode: string | null;
}

/** What a request would do, worked out for its first drafts only. */
export interface BulkPreview {
  /** The first of the drafts, as they would become. */
  readonly rows: readonly BulkPreviewRow[];
  /** All drafts of the request. */
  readonly total: number;
}

/** Changes to many drafts and the way back. */
export interface DraftOperations {
  /** What `apply` would do; saves nothing. */
  preview(storeId: StoreId, request: BulkRequest): BulkPreview;
  /**
   * One durable change: planned in one transaction, then done slice by slice; an interrupted one goes
   * on with `resume`. Resolves when every draft is changed or skipped. Operations wait for each other.
   */
  apply(storeId: StoreId, request: BulkRequest): Promise<DraftOperation>;
  /**
   * Brings the drafts back to their image of before; drafts edited since stay as they are. Throws
   * DRAFT_OPERATION_NOT_FOUND, DRAFT_OPERATION_BUSY, DRAFT_OPERATION_UNDONE.
   */
  undo(operationId: string): Promise<DraftOperation>;
  /** Newest first. */
  list(storeId: StoreId, limit: number): readonly DraftOperation[];
  leftOut(
    operationId: string,
    limit: number,
  ): readonly { readonly itemNo: ItemNo; readonly code: MessageCode }[];
  /** Takes the draft's newest change back. Throws DRAFT_NOTHING_TO_UNDO, DRAFT_CHANGED_MEANWHILE. */
  undoLastEdit(storeId: StoreId, itemNo: ItemNo, basedOnVersion: number): Draft;
  /** Goes on with what an earlier run left unfinished; what fails again is logged and stays unfinished. */
  resume(): Promise<void>;
}

/**
 * Twenty drafts a transaction, with the screens served in between. Each answer is worked out on the
 * draft as it is by then; one that is gone, cannot be read or has nothing of the answer is skipped
 * with its reason. A fault of the disk ends the operation, which `resume` goes on with.
 */
export function createDraftOperations(deps: DraftOperationsDeps): DraftOperations {
  const { database, clock, store, bench, overrides } = deps;
  const kept = createOperationStore(database);
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: two bulk changes of the same drafts must not be mixed. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const mustFind = (operationId: string): ReturnType<typeof kept.find> & object => {
    const operation = kept.find(operationId);
    if (operation === null) throw new AppError('DRAFT_OPERATION_NOT_FOUND');
    return operation;
  };

  const applyTo = (
    storeId: StoreId,
    operationId: string,
    answer: BulkAnswer,
    item: OperationItem,
    atMs: number,
  ): void => {
    let stored: StoredDraft;
    try {
      stored = bench.mustFind(storeId, item.itemNo);
    } catch (fault) {
      // One draft that cannot be read must not hold up the others; a full disk must.
      const { code } = toAppError(fault);
      if (code !== 'DRAFT_UNREADABLE' && code !== 'DRAFT_NOT_FOUND') throw fault;
      kept.settle(operationId, item.itemNo, 'skipped', { code });
      return;
    }
    const worked = workOut(deps, stored, answer, item.change);
    if (worked === null) {
      kept.settle(operationId, item.itemNo, 'skipped', { code: 'DRAFT_BULK_NOT_APPLICABLE' });
      return;
    }
    for (const { code, subject } of worked.overrides) {
      const note = answer.kind === 'override' ? answer.note : '';
      overrides.add(storeId, item.itemNo, {
        code,
        subject,
        note,
        madeBy: deps.operator,
        atMs,
      });
    }
    const images = changedFields(stored.draft.content, worked.content) ?? { before: {}, after: {} };
    bench.saveChange(stored, worked.content, worked.locked, { kind: 'bulk', operationId });
    if (images.after.category !== undefined) {
      learnCategory(deps.categoryMemory, stored.item, worked.content, atMs);
    }
    kept.settle(operationId, item.itemNo, 'changed', {
      ...images,
      lockedBefore: stored.draft.lockedFields,
    });
  };

  const undoFor = (
    storeId: StoreId,
    operationId: string,
    answer: BulkAnswer,
    item: OperationItem,
    madeAtMs: number,
  ): void => {
    let stored: StoredDraft | null;
    try {
      stored = store.find(storeId, item.itemNo);
    } catch (fault) {
      const { code } = toAppError(fault);
      if (code !== 'DRAFT_UNREADABLE') throw fault;
      kept.settle(operationId, item.itemNo, 'kept', { code });
      return;
    }
    if (stored === null || !holds(stored.draft.content, item.after)) {
      kept.settle(operationId, item.itemNo, 'kept', { code: 'DRAFT_EDITED_SINCE' });
      return;
    }
    if (answer.kind === 'override') {
      for (const each of overrides.list(storeId, item.itemNo, OVERRIDES_LOOKED_AT)) {
        if (each.code === answer.code && each.atMs === madeAtMs) {
          overrides.withdraw(storeId, item.itemNo, each.overrideId, clock.nowMs());
        }
      }
    }
    const edit = store
      .edits(storeId, item.itemNo, EDITS_LOOKED_AT)
      .find((each) => each.operationId === operationId);
    const fields = Object.keys(item.after) as DraftField[];
    restore(stored, item.before, lockedAfterUndo(stored, item.lockedBefore, fields), {
      operationId,
      ...(edit === undefined ? {} : { undoesEditId: edit.editId }),
    });
    kept.settle(operationId, item.itemNo, 'undone');
  };

  const restore = (
    stored: StoredDraft,
    before: Partial<DraftContent>,
    locked: readonly DraftField[],
    note: { readonly operationId?: string; readonly undoesEditId?: number },
  ): Draft => {
    if (before.category !== undefined) unlearnCategory(deps.categoryMemory, stored);
    // What it costs may have moved meanwhile; the price itself is the one of before.
    const content = settlePrice(
      { ...stored.draft.content, ...before },
      [...locked, 'price'],
      false,
      stored.item,
      deps.settings(),
    );
    return bench.saveChange(stored, content, locked, { kind: 'undo', ...note });
  };

  const run = async (operationId: string): Promise<DraftOperation> => {
    const { storeId, answer, state, createdAtMs } = mustFind(operationId);
    const isUndoing = state === 'undoing';
    const slice = database.transaction((): number => {
      const items = kept.next(operationId, isUndoing ? 'changed' : 'planned', SLICE_DRAFTS);
      for (const item of items) {
        if (isUndoing) undoFor(storeId, operationId, answer, item, createdAtMs);
        else applyTo(storeId, operationId, answer, item, createdAtMs);
      }
      return items.length;
    });
    while (slice.immediate() > 0) await nextTurn();
    kept.setState(operationId, isUndoing ? 'undone' : 'done', clock.nowMs());
    return withoutStore(mustFind(operationId));
  };

  return {
    preview: (storeId, { answer, items }) => ({
      total: items.length,
      rows: items
        .slice(0, PREVIEW_MAX_ROWS)
        .flatMap(({ itemNo, change }) => previewRow(storeId, itemNo, answer, change)),
    }),

    apply: (storeId, request) =>
      inTurn(() => {
        const operationId = deps.randomness.hex(OPERATION_ID_BYTES);
        const state: DraftOperationState = 'running';
        kept.plan(
          {
            operationId,
            storeId,
            answer: request.answer,
            reasonCode: request.reasonCode,
            state,
            madeBy: deps.operator,
            draftCount: request.items.length,
            changedCount: 0,
            skippedCount: 0,
            keptCount: 0,
            createdAtMs: clock.nowMs(),
            undoneAtMs: null,
          },
          request.items,
        );
        return run(operationId);
      }),

    undo: (operationId) =>
      inTurn(() => {
        const { state } = mustFind(operationId);
        if (state === 'undone') throw new AppError('DRAFT_OPERATION_UNDONE');
        if (state === 'running') throw new AppError('DRAFT_OPERATION_BUSY');
        kept.setState(operationId, 'undoing', clock.nowMs());
        return run(operationId);
      }),

    list: (storeId, limit) => kept.list(storeId, limit).map(withoutStore),
    leftOut: (operationId, limit) => kept.leftOut(operationId, limit),

    undoLastEdit: (storeId, itemNo, basedOnVersion) => {
      const stored = bench.mustFindAt(storeId, itemNo, basedOnVersion);
      const edit = store
        .edits(storeId, itemNo, EDITS_LOOKED_AT)
        .find(({ kind, isUndone }) => !isUndone && kind !== 'refresh' && kind !== 'undo');
      if (edit === undefined) throw new AppError('DRAFT_NOTHING_TO_UNDO');
      const fields = Object.keys(edit.after) as DraftField[];
      return restore(stored, edit.before, lockedAfterUndo(stored, edit.lockedBefore, fields), {
        undoesEditId: edit.editId,
      });
    },

    resume: () =>
      inTurn(async () => {
        for (const { operationId, state } of kept.open()) {
          deps.logger.info({ operationId, state }, 'an interrupted bulk change goes on');
          try {
            await run(operationId);
          } catch (fault) {
            // One that cannot go on must hold up neither the others nor the start; the next start tries again.
            deps.logger.error(
              { operationId, err: fault },
              'an interrupted bulk change did not go on',
            );
          }
        }
      }),
  };

  function previewRow(
    storeId: StoreId,
    itemNo: ItemNo,
    answer: BulkAnswer,
    own: Partial<DraftContent> | null,
  ): readonly BulkPreviewRow[] {
    const found = findReadableDraft(store, storeId, itemNo);
    if (found === null) return [];
    const { draft } = found;
    const stopsOf = (judged: Draft): BulkPreviewRow['openReasons'] =>
      judged.reasons.filter(({ severity }) => severity !== 'warn');
    const row = { itemNo, name: draft.content.name, stateBefore: draft.state };
    const worked = workOut(deps, found, answer, own);
    if (worked === null) {
      const skipped: MessageCode = 'DRAFT_BULK_NOT_APPLICABLE';
      return [
        { ...row, changes: [], stateAfter: draft.state, openReasons: stopsOf(draft), skipped },
      ];
    }
    const after = bench.judged(found, worked.content, worked.locked);
    const overridden = new Set(worked.overrides.map(({ code }) => code));
    const openReasons = stopsOf(after).filter(({ code }) => !overridden.has(code));
    return [
      {
        ...row,
        changes: fieldChanges(draft.content, worked.content),
        stateAfter: overridden.size > 0 && openReasons.length === 0 ? 'ready' : after.state,
        openReasons,
        skipped: null,
      },
    ];
  }
}

const EDITS_LOOKED_AT = 200;
const OVERRIDES_LOOKED_AT = 200;

function holds(content: DraftContent, image: Partial<DraftContent>): boolean {
  return (
    (Object.keys(image) as DraftField[])
      .filter((field) => field !== 'price')
      .every((field) => isDeepStrictEqual(content[field] ?? null, image[field] ?? null)) &&
    isSamePrice(content.price, image.price)
  );
}

/** Cost and profit follow the supplier; only what the seller asks counts as an edit. */
function isSamePrice(now: DraftContent['price'], then: DraftContent['price'] | undefined): boolean {
  return (
    then === undefined ||
    (now.salePriceKrw === then.salePriceKrw &&
      now.immediateDiscountKrw === then.immediateDiscountKrw)
  );
}

/** The locks of before for what is taken back; locks that came later for other fields stay. */
function lockedAfterUndo(
  stored: StoredDraft,
  lockedBefore: readonly DraftField[],
  fields: readonly DraftField[],
): readonly DraftField[] {
  const later = stored.draft.lockedFields.filter(
    (field) => !fields.includes(field) && !lockedBefore.includes(field),
  );
  // A pure confirmation changed no field: the lock itself is what is taken back.
  return fields.length === 0 ? lockedBefore : [...lockedBefore, ...later];
}

/** As it is told: whoever asks knows the store. */
function withoutStore({ storeId: _asked, ...operation }: StoredOperation): DraftOperation {
  return operation;
}
