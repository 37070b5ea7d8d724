import type { BatchId, JobId } from '@shared/domain/ids';
import type { JobState } from '@shared/domain/job';
import { PAGE_MAX_ROWS } from '@shared/ipc/bounds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../ipc/use-client';

/** Which jobs an action on all listed ones is about. */
export interface BulkFilter {
  readonly states: readonly JobState[];
  readonly batchId?: BatchId;
  readonly reasonCode?: string;
  readonly text?: string;
}

/** Jobs of one request: so many are changed in one go without anything else having to wait. */
const JOBS_AT_ONCE = 250;

/** Does one thing to every job that the filter shows now, request by request. */
export function useBulkAction(route: 'registration.retry' | 'registration.cancel') {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ states, ...filter }: BulkFilter) => {
      const jobIds: JobId[] = [];
      for (;;) {
        const { jobs } = await client.request('registration.listJobs', {
          ...filter,
          states: [...states],
          offset: jobIds.length,
          limit: PAGE_MAX_ROWS,
        });
        jobIds.push(...jobs.map(({ jobId }) => jobId));
        if (jobs.length < PAGE_MAX_ROWS) break;
      }
      for (let at = 0; at < jobIds.length; at += JOBS_AT_ONCE) {
        await client.request(route, { jobIds: jobIds.slice(at, at + JOBS_AT_ONCE) });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue'] }),
  });
}
