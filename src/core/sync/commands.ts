import type { ItemNo, StoreId } from '@shared/domain/ids';
import { MAIN_STORE } from '@shared/domain/ids';
import type { ChangeAspect, WatchFinding } from '@shared/domain/watch';
import { AppError } from '@shared/errors/app-error';
import type { StoredDraft } from '../drafts/draft-rows';
import type { Clock } from '../platform/clock';
import type { Database } from '../storage/database';
import type { ChangeStore } from './change-store';
import { listingOf } from './effect';
import type { FindingStore } from './finding-store';
import { ruleFor } from './policies';
import type { PolicyStore } from './policy-store';
import type { WatchEvent, WatchService } from './port';
import type { WatchQueries } from './watch-queries';
import type { WatchStore } from './watch-store';
import type { WriteStore } from './write-store';

export interface WatchCommandsDeps {
  readonly database: Database;
  readonly store: WatchStore;
  readonly changes: ChangeStore;
  readonly writes: WriteStore;
  readonly findings: FindingStore;
  readonly policies: PolicyStore;
  readonly queries: WatchQueries;
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
  readonly clock: Clock;
  /** Lets the watcher look at once. */
  readonly wake: () => void;
  /** The schedule's facts changed. */
  readonly reload: () => void;
  readonly tell: (event: WatchEvent) => void;
}

type WatchCommands = Pick<
  WatchService,
  | 'approve'
  | 'dismiss'
  | 'savePolicy'
  | 'removePolicy'
  | 'saveControls'
  | 'settleFindings'
  | 'setPinned'
  | 'setLocks'
  | 'pause'
  | 'resume'
>;

/** What the seller decides. Each decision is one transaction, committed when the call returns. */
export function createWatchCommands(deps: WatchCommandsDeps): WatchCommands {
  const { database, store, changes, writes, findings, policies, queries, clock } = deps;
  const decided = <Result>(work: () => Result): Result => {
    const result = database.transaction(work).immediate();
    deps.tell({ hasNews: true });
    deps.wake();
    return result;
  };

  const settleApprovals = (
    approvalIds: readonly number[],
    settle: (storeId: StoreId, itemNo: ItemNo, aspect: ChangeAspect, atMs: number) => void,
  ): number =>
    decided(() => {
      let settled = 0;
      for (const approvalId of new Set(approvalIds)) {
        const approval = queries.findApproval(approvalId);
        if (approval === null) continue;
        settle(approval.storeId, approval.itemNo, approval.aspect, clock.nowMs());
        settled += 1;
      }
      return settled;
    });

  const keep = (finding: WatchFinding): void => {
    const { storeId, itemNo } = finding;
    const product = store.findProduct(storeId, itemNo);
    if (product === null) return;
    const { locks, isSuspendedByUs } = product;
    const listed = listingOf(product, deps.findDraft(storeId, itemNo));
    if (finding.kind === 'price-changed-outside' && typeof finding.theirs === 'number') {
      const kept = { ...listed, salePriceKrw: finding.theirs };
      store.saveListed(storeId, itemNo, kept, isSuspendedByUs);
      store.saveLocks(storeId, itemNo, [...new Set<ChangeAspect>([...locks, 'price'])]);
    }
    // Stock is never locked by this: a product that runs out must still be closed.
    if (finding.kind === 'stock-changed-outside' && typeof finding.theirs === 'number') {
      store.saveListed(storeId, itemNo, { ...listed, stock: finding.theirs }, isSuspendedByUs);
    }
  };

  const restore = (finding: WatchFinding, atMs: number): void => {
    const { storeId, itemNo } = finding;
    const product = store.findProduct(storeId, itemNo);
    if (product === null) return;
    const isPrice = finding.kind === 'price-changed-outside';
    const aspect: ChangeAspect = isPrice ? 'price' : 'stock';
    store.saveLocks(
      storeId,
      itemNo,
      product.locks.filter((lock) => lock !== aspect),
    );
    writes.queue(storeId, itemNo, [aspect], {
      approved: [aspect],
      notBeforeMs: atMs,
      atMs,
      ...(isPrice && typeof finding.ours === 'number' ? { salePriceKrw: finding.ours } : {}),
    });
  };

  /** What the dry run would have written is written now, where the policies still say so. */
  const endDryRun = (storeId: StoreId, atMs: number): void => {
    const known = policies.policies(storeId);
    for (const { itemNo, kind, aspect } of changes.dryRunChanges(storeId)) {
      const supplierId = store.findSnapshot(itemNo)?.supplierId ?? null;
      const { action } = ruleFor(known, { storeId, itemNo, supplierId }, kind);
      if (action !== 'act' || changes.hasProposal(storeId, itemNo, aspect)) continue;
      const where = { storeId, itemNo, aspects: [aspect], from: ['dry-run'] } as const;
      changes.settleChanges(where, 'pending', null, atMs);
      writes.queue(storeId, itemNo, [aspect], { approved: [], notBeforeMs: atMs, atMs });
    }
  };

  const setPaused = (isPaused: boolean): void => {
    decided(() => {
      policies.saveControls(MAIN_STORE, { ...policies.controls(MAIN_STORE), isPaused });
    });
  };

  return {
    approve: (approvalIds) =>
      settleApprovals(approvalIds, (storeId, itemNo, aspect, atMs) => {
        changes.closeProposals(storeId, itemNo, [aspect], 'approved', atMs);
        const isDryRun = policies.controls(storeId).isDryRun;
        changes.settleChanges(
          { storeId, itemNo, aspects: [aspect], from: ['awaiting-approval'] },
          isDryRun ? 'dry-run' : 'pending',
          null,
          atMs,
        );
        if (isDryRun) return;
        writes.queue(storeId, itemNo, [aspect], {
          approved: [aspect],
          notBeforeMs: atMs,
          atMs,
          // The newest decision holds, not a price that was wanted back before.
          ...(aspect === 'price' ? { salePriceKrw: null } : {}),
        });
      }),
    dismiss: (approvalIds) =>
      settleApprovals(approvalIds, (storeId, itemNo, aspect, atMs) => {
        changes.closeProposals(storeId, itemNo, [aspect], 'dismissed', atMs);
        changes.settleChanges(
          { storeId, itemNo, aspects: [aspect], from: ['awaiting-approval'] },
          'dismissed',
          null,
          atMs,
        );
      }),
    savePolicy: (policy) => {
      decided(() => policies.save(policy));
    },
    removePolicy: (scope, kind) => {
      decided(() => policies.remove(scope, kind));
    },
    saveControls: (storeId, controls) => {
      decided(() => {
        const { isDryRun } = policies.controls(storeId);
        policies.saveControls(storeId, controls);
        if (isDryRun && !controls.isDryRun) endDryRun(storeId, clock.nowMs());
      });
      deps.reload();
      return policies.controls(storeId);
    },
    settleFindings: (findingIds, choice) =>
      decided(() => {
        let settled = 0;
        const atMs = clock.nowMs();
        for (const findingId of new Set(findingIds)) {
          const finding = findings.find(findingId);
          if (finding === null) continue;
          const isRestored = choice === 'restore' && finding.isRestorable;
          if (isRestored) restore(finding, atMs);
          else keep(finding);
          if (findings.settle(findingId, isRestored ? 'restored' : 'kept', atMs)) settled += 1;
        }
        return settled;
      }),
    setPinned: (storeId, itemNos, isPinned) => {
      decided(() => {
        for (const itemNo of itemNos) store.savePinned(storeId, itemNo, isPinned);
      });
      deps.reload();
    },
    setLocks: (storeId, itemNo, locks) => {
      decided(() => {
        if (store.findProduct(storeId, itemNo) === null) {
          throw new AppError('WATCH_NOT_WATCHED', { params: { itemNo } });
        }
        store.saveLocks(storeId, itemNo, [...new Set(locks)]);
      });
    },
    pause: () => setPaused(true),
    resume: () => setPaused(false),
  };
}
