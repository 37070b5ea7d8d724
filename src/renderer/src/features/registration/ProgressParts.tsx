import { JOB_STATES, type JobCounts } from '@shared/domain/job';
import { countOf, statesOf } from './queue-view';

const PARTS = [
  { group: 'done', colour: 'bg-good-fill' },
  { group: 'needs-review', colour: 'bg-warn-fill' },
  { group: 'rejected', colour: 'bg-bad-fill' },
  { group: 'failed', colour: 'bg-bad-fill' },
  { group: 'cancelled', colour: 'bg-line-strong' },
] as const;

export interface ProgressPartsProps {
  readonly counts: JobCounts;
  /** What fills the bar when all of it has ended; default the sum of the counts. */
  readonly total?: number;
}

/** One bar of how jobs ended and what is under way. Decoration inside a progress bar that has words. */
export function ProgressParts({ counts, total = sumOf(counts) }: ProgressPartsProps) {
  const running = statesOf('active')
    .filter((state) => state !== 'queued')
    .reduce((sum, state) => sum + counts[state], 0);
  const share = (part: number): string => `${(part / Math.max(1, total)) * 100}%`;
  return (
    <div className="flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
      {PARTS.filter(({ group }) => countOf(counts, group) > 0).map(({ group, colour }) => (
        <div
          key={group}
          className={`h-full transition-[width] duration-300 ${colour}`}
          style={{ width: share(countOf(counts, group)) }}
        />
      ))}
      {running === 0 ? null : (
        <div
          className="h-full animate-pulse bg-accent transition-[width] duration-300"
          style={{ width: share(running) }}
        />
      )}
    </div>
  );
}

function sumOf(counts: JobCounts): number {
  return JOB_STATES.reduce((sum, state) => sum + counts[state], 0);
}
