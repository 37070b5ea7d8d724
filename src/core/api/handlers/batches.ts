import { MAIN_STORE } from '@shared/domain/ids';
import { isMessageCode } from '@shared/texts/catalogue';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

type BatchesHandlers = Pick<
  Handlers,
  | 'registration.listBatches'
  | 'registration.changeBatch'
  | 'registration.setHeld'
  | 'registration.cancelBatch'
  | 'registration.retryBatch'
  | 'registration.listReasons'
  | 'registration.getJobHistory'
>;

/** Held parts are those of the main store, the one a data folder has. */
export function createBatchesHandlers({ registration }: StoreBridge): BatchesHandlers {
  return {
    'registration.listBatches': (filter) => {
      const { batches, total } = registration.listBatches(filter);
      return { batches: [...batches], total };
    },
    'registration.changeBatch': ({ batchId, ...change }) => ({
      batch: registration.changeBatch(batchId, withoutUndefined(change)),
    }),
    'registration.setHeld': ({ hold, isHeld }) => {
      registration.setHeld(hold, isHeld);
      return { holds: [...registration.status(MAIN_STORE).holds] };
    },
    'registration.cancelBatch': async ({ batchId }) => ({
      jobCount: await registration.cancelBatch(batchId),
    }),
    'registration.retryBatch': async ({ batchId, reasonCode }) => ({
      jobCount: await registration.retryBatch(batchId, reasonCode),
    }),
    'registration.listReasons': ({ storeId, batchId }) => ({
      reasons: registration
        .reasonCounts(storeId, batchId)
        .flatMap(({ code, jobCount }) => (isMessageCode(code) ? [{ code, jobCount }] : [])),
    }),
    'registration.getJobHistory': ({ jobId }) => {
      const history = registration.findJobRecord(jobId);
      return {
        steps: [...(history?.steps ?? [])],
        differences: [...(history?.differences ?? [])],
      };
    },
  };
}
