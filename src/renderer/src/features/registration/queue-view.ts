import { isResting, JOB_STATES, type JobCounts, type JobState } from '@shared/domain/job';
import { create } from 'zustand';

/** The parts of the queue's screen. */
export const QUEUE_VIEWS = ['jobs', 'batches', 'rehearsals', 'orphans'] as const;
export type QueueScreenView = (typeof QUEUE_VIEWS)[number];

export function isQueueView(value: string): value is QueueScreenView {
  return (QUEUE_VIEWS as readonly string[]).includes(value);
}

/** Choices of the queue's filter, in order. */
export const QUEUE_GROUPS = [
  'all',
  'active',
  'needs-review',
  'rejected',
  'failed',
  'done',
  'cancelled',
] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** The states that a choice of the filter shows. */
export function statesOf(group: QueueGroup): readonly JobState[] {
  switch (group) {
    case 'all':
      return JOB_STATES;
    case 'active':
      return JOB_STATES.filter((state) => !isResting(state));
    case 'failed':
      return ['failed', 'unreadable'];
    default:
      return [group];
  }
}

/** Jobs of the group; no two groups overlap but for `all`. */
export function countOf(counts: JobCounts, group: QueueGroup): number {
  return statesOf(group).reduce((sum, state) => sum + counts[state], 0);
}

export function isQueueGroup(value: string): value is QueueGroup {
  return (QUEUE_GROUPS as readonly string[]).includes(value);
}

/** Which job the seller has opened beside the list. */
interface QueueView {
  readonly openJobId: string | null;
  open(jobId: string | null): void;
}

/** The job whose details are open; null when none is. */
export const useQueueView = create<QueueView>()((set) => ({
  openJobId: null,
  open: (openJobId) => set({ openJobId }),
}));
