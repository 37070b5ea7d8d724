import { MAIN_STORE } from '@shared/domain/ids';
import { type queueStatusSchema, VERDICTS_MAX_ROWS } from '@shared/ipc/registration';
import { isMessageCode } from '@shared/texts/catalogue';
import type { z } from 'zod';
import type { EnqueueVerdict, QueueStatus } from '../../registration/port';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';
import { createBatchesHandlers } from './batches';
import { createQueueDesksHandlers } from './queue-desks';

type RegistrationHandlers = Pick<Handlers, Extract<keyof Handlers, `registration.${string}`>>;

/**
 * A list is answered with counts and its first `VERDICTS_MAX_ROWS` verdicts: 100,000 would be too
 * long an answer.
 */
export function createRegistrationHandlers(storebridge: StoreBridge): RegistrationHandlers {
  const { registration } = storebridge;
  return {
    ...createBatchesHandlers(storebridge),
    ...createQueueDesksHandlers(storebridge),
    'registration.enqueue': async ({ storeId, itemNos, ...options }) => {
      const asked = withoutUndefined(options);
      const { batchId, verdicts } = await registration.enqueue(storeId, itemNos, asked);
      const countOf = (kind: EnqueueVerdict['kind']): number =>
        verdicts.reduce((count, verdict) => (verdict.kind === kind ? count + 1 : count), 0);
      return {
        batchId,
        queued: countOf('queued'),
        existing: countOf('existing'),
        alreadyRegistered: countOf('already-registered'),
        verdicts: verdicts.slice(0, VERDICTS_MAX_ROWS).map(({ itemNo, kind, job }) => ({
          itemNo,
          kind,
          jobId: job.jobId,
          state: job.state,
        })),
      };
    },
    'registration.listJobs': (filter) => {
      const { jobs, total } = registration.listJobs(withoutUndefined(filter));
      return { jobs: [...jobs], total };
    },
    'registration.getStatus': ({ storeId }) => wireStatus(registration.status(storeId)),
    'registration.retry': ({ jobIds }) => ({ jobs: [...registration.retry(jobIds)] }),
    'registration.cancel': ({ jobIds }) => ({ jobs: [...registration.cancel(jobIds)] }),
    'registration.pause': () => {
      registration.pause();
      return wireStatus(registration.status(MAIN_STORE));
    },
    'registration.resume': () => {
      registration.resume();
      return wireStatus(registration.status(MAIN_STORE));
    },
  };
}

/** `status` as the contract carries it: a pause code of a newer version becomes INTERNAL_FAULT that names it. */
export function wireStatus(status: QueueStatus): z.infer<typeof queueStatusSchema> {
  const { pauseReason } = status;
  return {
    ...status,
    counts: { ...status.counts },
    byLane: { ...status.byLane },
    holds: [...status.holds],
    pauseReason:
      pauseReason === null
        ? null
        : isMessageCode(pauseReason.code)
          ? { code: pauseReason.code, params: pauseReason.params }
          : { code: 'INTERNAL_FAULT', params: { problem: pauseReason.code } },
  };
}
