import type { Draft } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { PreflightRule } from '../preflight';
import { overridable } from './bulk/work-out';
import type { DraftBench } from './draft-bench';
import type { LoggedOverride, OverrideLog } from './override-log';
import type { SurroundingsSource } from './surroundings';

export interface OverrideDeskDeps {
  readonly clock: Clock;
  readonly bench: DraftBench;
  readonly rules: readonly PreflightRule[];
  readonly log: OverrideLog;
  readonly surroundings: SurroundingsSource;
  readonly operator: string;
}

/** The seller's decisions to go on in spite of a finding. */
export interface OverrideDesk {
  /**
   * Records the decision for the draft's findings of `code` and judges the draft again. Throws
   * DRAFT_OVERRIDE_NOT_ALLOWED, DRAFT_NOT_FOUND, DRAFT_CHANGED_MEANWHILE.
   */
  override(
    storeId: StoreId,
    itemNo: ItemNo,
    code: string,
    note: string,
    basedOnVersion: number,
  ): Draft;
  /** Takes a decision back; the finding stops the draft again. */
  withdraw(storeId: StoreId, itemNo: ItemNo, overrideId: number): Draft;
  /** Newest first, withdrawn ones too; of one item, or of the whole store. */
  list(storeId: StoreId, itemNo: ItemNo | null, limit: number): readonly LoggedOverride[];
}

/**
 * A finding that no rule lets pass is never overridden (DRAFT_OVERRIDE_NOT_ALLOWED); each decision
 * is on record under the operator's name.
 */
export function createOverrideDesk(deps: OverrideDeskDeps): OverrideDesk {
  const { clock, bench, log } = deps;
  const judgedAgain = (storeId: StoreId, itemNo: ItemNo): Draft => {
    const stored = bench.mustFind(storeId, itemNo);
    const { content, lockedFields } = stored.draft;
    return bench.saveChange(stored, content, lockedFields, { kind: 'seller' });
  };
  return {
    override: (storeId, itemNo, code, note, basedOnVersion) => {
      const stored = bench.mustFindAt(storeId, itemNo, basedOnVersion);
      const findings = overridable(deps, stored, code);
      if (findings.length === 0) throw new AppError('DRAFT_OVERRIDE_NOT_ALLOWED');
      for (const { subject } of findings) {
        const atMs = clock.nowMs();
        log.add(storeId, itemNo, { code, subject, note, madeBy: deps.operator, atMs });
      }
      const category = stored.draft.content.category;
      // With the right in hand the category is open for every other draft as well.
      if (code === 'DRAFT_CATEGORY_NO_RIGHT' && category !== null) {
        deps.surroundings.allowCategory(storeId, category.id);
      }
      return judgedAgain(storeId, itemNo);
    },
    withdraw: (storeId, itemNo, overrideId) => {
      log.withdraw(storeId, itemNo, overrideId, clock.nowMs());
      return judgedAgain(storeId, itemNo);
    },
    list: (storeId, itemNo, limit) => log.list(storeId, itemNo, limit),
  };
}
