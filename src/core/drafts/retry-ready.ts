import type { ItemNo, JobId, StoreId } from '@shared/domain/ids';
import type { RegistrationService } from '../registration/port';
import type { DraftDesk } from './service';

/** Rows of one page; the queue gives at most this many. */
const PAGE_JOBS = 1000;

/**
 * Sends on the jobs of `itemNos` that wait for a person or were refused, where the draft is ready now.
 * Gives how many went on. The queue itself keeps what was refused from being sent unchanged.
 */
export function retryReady(
  registration: Pick<RegistrationService, 'listJobs' | 'retry'>,
  drafts: Pick<DraftDesk, 'itemNos'>,
  storeId: StoreId,
  itemNos: readonly ItemNo[],
): number {
  // From the index of states: reading ten thousand drafts whole would hold up everything else.
  const ready = new Set(drafts.itemNos({ storeId, state: 'ready' }));
  const wanted = new Set(itemNos.filter((itemNo) => ready.has(itemNo)));
  const jobIds: JobId[] = [];
  for (let offset = 0; wanted.size > 0; offset += PAGE_JOBS) {
    const { jobs } = registration.listJobs({
      storeId,
      states: ['needs-review', 'rejected'],
      offset,
      limit: PAGE_JOBS,
    });
    for (const { jobId, itemNo } of jobs) if (wanted.has(itemNo)) jobIds.push(jobId);
    if (jobs.length < PAGE_JOBS) break;
  }
  return jobIds.length === 0 ? 0 : registration.retry(jobIds).length;
}
