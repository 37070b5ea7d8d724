import { MAIN_STORE } from '@shared/domain/ids';
import type { OrphanReport } from '@shared/domain/orphan';
import type { orphanRoutes } from '@shared/ipc/orphans';
import type { rehearsalRoutes } from '@shared/ipc/rehearsals';
import { UNDO_PLAN_MAX_ROWS, type undoRoutes } from '@shared/ipc/undo';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

type QueueDesksHandlers = Pick<
  Handlers,
  keyof typeof undoRoutes | keyof typeof rehearsalRoutes | keyof typeof orphanRoutes
>;

/** Taking batches back, trying lists, products unknown here. */
export function createQueueDesksHandlers({ registration }: StoreBridge): QueueDesksHandlers {
  return {
    'registration.planUndo': ({ batchId }) => {
      const plan = registration.undo.plan(batchId, UNDO_PLAN_MAX_ROWS);
      return { ...plan, candidates: [...plan.candidates] };
    },
    'registration.beginUndo': ({ batchId, ...how }) => {
      const storeId = registration.findBatch(batchId)?.storeId ?? MAIN_STORE;
      return registration.undo.begin(batchId, storeId, how);
    },
    'registration.listUndos': ({ storeId }) => ({ runs: [...registration.undo.list(storeId)] }),
    'registration.listUndoItems': ({ undoId, state, offset, limit }) => {
      const { items, total } = registration.undo.items(undoId, state ?? null, offset, limit);
      return { items: [...items], total };
    },
    'registration.cancelUndo': ({ undoId }) => {
      registration.undo.cancel(undoId);
      return {};
    },
    'registration.beginRehearsal': ({ storeId, name, itemNos }) =>
      registration.rehearsals.begin(storeId, name, itemNos),
    'registration.listRehearsals': ({ storeId }) => ({
      rehearsals: [...registration.rehearsals.list(storeId)],
    }),
    'registration.listRehearsedItems': ({ rehearsalId, verdict, offset, limit }) => {
      const { items, total } = registration.rehearsals.items(rehearsalId, verdict, offset, limit);
      return {
        items: items.map((item) => ({ ...item, reasons: [...item.reasons] })),
        total,
      };
    },
    'registration.listPassedItems': ({ rehearsalId }) => ({
      itemNos: [...registration.rehearsals.passed(rehearsalId)],
    }),
    'registration.cancelRehearsal': ({ rehearsalId }) => {
      registration.rehearsals.cancel(rehearsalId);
      return {};
    },
    'registration.getOrphans': ({ storeId }) => wireOrphans(registration.orphans.report(storeId)),
    'registration.scanOrphans': async ({ storeId }) =>
      wireOrphans(await registration.orphans.scan(storeId)),
    'registration.decideOrphans': ({ storeId, decision, originProductNos }) => {
      registration.orphans[decision](storeId, originProductNos);
      return wireOrphans(registration.orphans.report(storeId));
    },
  };
}

function wireOrphans(report: OrphanReport) {
  return { ...report, orphans: [...report.orphans] };
}
