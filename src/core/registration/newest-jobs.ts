import type { Job, JobState } from '@shared/domain/job';
import type { RegistrationService } from './port';

/** The jobs in `states` that came last, oldest of them first; at most `count`, which is at most 1,000. */
export function newestJobs(
  { listJobs }: Pick<RegistrationService, 'listJobs'>,
  states: readonly JobState[],
  count: number,
): readonly Job[] {
  const { total } = listJobs({ states, offset: 0, limit: 1 });
  return listJobs({ states, offset: Math.max(0, total - count), limit: count }).jobs;
}
