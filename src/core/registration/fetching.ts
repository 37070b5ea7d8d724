import type { ItemLookup } from '../domeggook/port';
import type { JobRecord } from './job-row';
import { callLaneOf, type StepTools } from './step-tools';

/** Asks the wholesaler for all of `jobs` in one call and gives each its verdict. */
export function createFetching(
  tools: StepTools,
  putOffUnreadable: (job: JobRecord, lookup: ItemLookup & { kind: 'unreadable' }) => Promise<void>,
): (jobs: readonly JobRecord[], signal: AbortSignal) => Promise<void> {
  return async (jobs, signal) => {
    const first = jobs[0];
    if (first === undefined) return;
    const lookups = await tools.domeggook.fetchItems(
      jobs.map((job) => job.itemNo),
      { lane: callLaneOf(first), signal },
    );
    tools.worked('domeggook', 'fetch');
    const byItem = new Map(lookups.map((lookup) => [lookup.itemNo, lookup] as const));
    await Promise.all(jobs.map((job) => settle(job, byItem.get(job.itemNo))));
  };

  async function settle(job: JobRecord, lookup: ItemLookup | undefined): Promise<void> {
    switch (lookup?.kind) {
      case 'found':
        tools.setCargo(job, { item: lookup.item });
        await tools.apply(job, { kind: 'advance' }, { title: lookup.item.title });
        return;
      case 'deleted':
        await tools.apply(job, {
          kind: 'rest',
          state: 'rejected',
          reasons: [
            {
              code: 'REGISTRATION_ITEM_DELETED',
              severity: 'block',
              params: { itemNo: job.itemNo },
            },
          ],
        });
        return;
      case 'unreadable':
        await putOffUnreadable(job, lookup);
        return;
      case undefined:
        await putOffUnreadable(job, {
          kind: 'unreadable',
          itemNo: job.itemNo,
          reason: {
            code: 'REGISTRATION_ITEM_UNANSWERED',
            severity: 'block',
            params: { itemNo: job.itemNo },
          },
        });
    }
  }
}
