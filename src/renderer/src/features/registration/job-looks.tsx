import { JOB_STEPS, type JobState, type JobStep } from '@shared/domain/job';
import { Ban, Clock, FileWarning, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Badge, type Tone } from '../../ui/Badge';
import { DoneSign, QuestionSign, RefusedSign, type Sign } from '../../ui/list-signs';

const LOOKS: Readonly<Record<Exclude<JobState, JobStep>, { tone: Tone; Icon: Sign }>> = {
  queued: { tone: 'quiet', Icon: Clock },
  done: { tone: 'good', Icon: DoneSign },
  'needs-review': { tone: 'warn', Icon: QuestionSign },
  rejected: { tone: 'bad', Icon: RefusedSign },
  failed: { tone: 'bad', Icon: TriangleAlert },
  cancelled: { tone: 'quiet', Icon: Ban },
  unreadable: { tone: 'bad', Icon: FileWarning },
};

function isStep(state: JobState): state is JobStep {
  return (JOB_STEPS as readonly JobState[]).includes(state);
}

export interface JobStateProps {
  readonly state: JobState;
}

export interface JobStateBadgeProps extends JobStateProps {
  /** The state in the language shown. */
  readonly word: string;
}

/** The state of a job in a word with its sign. */
export function JobStateBadge({ state, word }: JobStateBadgeProps) {
  if (isStep(state)) {
    return (
      <Badge tone="busy" Icon={LoaderCircle} isTurning>
        {word}
      </Badge>
    );
  }
  const { tone, Icon } = LOOKS[state];
  return (
    <Badge tone={tone} Icon={Icon}>
      {word}
    </Badge>
  );
}

/** How far a job has walked: one bar per step; nothing for one that stopped on the way. Decoration beside the state's word. */
export function StepBars({ state }: JobStateProps) {
  const at = isStep(state) ? JOB_STEPS.indexOf(state) : state === 'done' ? JOB_STEPS.length : -1;
  if (at === -1 && state !== 'queued') return null;
  return (
    <span aria-hidden="true" className="mt-1.5 flex gap-0.5">
      {JOB_STEPS.map((step, index) => (
        <span key={step} className={`h-1 w-5 rounded-full ${barColour(index, at)}`} />
      ))}
    </span>
  );
}

function barColour(index: number, at: number): string {
  if (at === JOB_STEPS.length) return 'bg-good-fill';
  if (index < at) return 'bg-accent';
  return index === at ? 'bg-accent animate-pulse' : 'bg-sunken';
}
