import type { BatchId, JobId } from '@shared/domain/ids';
import type { JobState } from '@shared/domain/job';
import { PAGE_MAX_ROWS } from '@shared/ipc/bounds';
import { JOB_ACTION_MAX_JOBS } from '@shared/ipc/registration';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../ipc/use-client';

export interface BulkFilter {
  readonly states: readonly JobState[];
  readonly batchId?: BatchId;
  readonly reasonCode?: string;
}

/** Does one thing to every job that the filter shows now, up to what one request may name. */
export function useBulkAction(route: 'registration.retry' | 'registration.cancel') {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ states, ...filter }: BulkFilter) => {
      const jobIds: JobId[] = [];
      while (jobIds.length < JOB_ACTION_MAX_JOBS) {
        const { jobs } = await client.request('registration.listJobs', {
          ...filter,
          states: [...states],
          offset: jobIds.length,
          limit: PAGE_MAX_ROWS,
        });
        jobIds.push(...jobs.map(({ jobId }) => jobId));
        if (jobs.length < PAGE_MAX_ROWS) break;
      }
      if (jobIds.length > 0) await client.request(route, { jobIds });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['queue'] }),
  });
}
