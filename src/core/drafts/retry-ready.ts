import type { ItemNo, JobId, StoreId } from '@shared/domain/ids';
import type { RegistrationService } from '../registration/port';
import type { DraftService } from './port';

/** Rows of one page; the queue gives at most this many. */
const PAGE_JOBS = 1000;

/**
 * Sends on the jobs of `itemNos` that wait for a person or were refused, where the draft is ready now.
 * Gives how many went on. The queue itself keeps what was refused from being sent unchanged.
 */
export function retryReady(
  registration: Pick<RegistrationService, 'listJobs' | 'retry'>,
  drafts: Pick<DraftService, 'find'>,
  storeId: StoreId,
  itemNos: readonly ItemNo[],
): number {
  const wanted = new Set(itemNos);
  const jobIds: JobId[] = [];
  for (let offset = 0; ; offset += PAGE_JOBS) {
    const { jobs } = registration.listJobs({
      storeId,
      states: ['needs-review', 'rejected'],
      offset,
      limit: PAGE_JOBS,
    });
    for (const { jobId, itemNo } of jobs) {
      if (wanted.has(itemNo) && drafts.find(storeId, itemNo)?.state === 'ready') jobIds.push(jobId);
    }
    if (jobs.length < PAGE_JOBS) break;
  }
  return jobIds.length === 0 ? 0 : registration.retry(jobIds).length;
}
