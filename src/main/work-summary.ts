import type { ProductState } from '@core/workspace/port';
import { MAIN_STORE } from '@shared/domain/ids';
import { isResting, JOB_STATES } from '@shared/domain/job';

/** What the program is doing, in one word: the gravest that holds. */
export type WorkKind = 'opening' | 'fault' | 'attention' | 'working' | 'paused' | 'idle';

/** What the shell shows of the product outside of its window. */
export interface WorkSummary {
  readonly kind: WorkKind;
  /** Jobs under way or waiting. */
  readonly active: number;
  /** Jobs, changes and findings that wait for the seller. */
  readonly attention: number;
  /** Since midnight in Korea. */
  readonly doneToday: number;
  readonly failedToday: number;
  readonly watched: number;
  readonly isQueuePaused: boolean;
  readonly isWatchPaused: boolean;
  /** Lines of the notification centre that were not read. */
  readonly unread: number;
}

const NOTHING: WorkSummary = {
  kind: 'opening',
  active: 0,
  attention: 0,
  doneToday: 0,
  failedToday: 0,
  watched: 0,
  isQueuePaused: false,
  isWatchPaused: false,
  unread: 0,
};

/** Reads the figures off whichever product is open. */
export function summaryOf(state: ProductState): WorkSummary {
  if (state.kind !== 'open')
    return { ...NOTHING, kind: state.kind === 'closed' ? 'fault' : 'opening' };
  const { registration, watch, metrics, notifications } = state.storebridge;
  const { counts, isPaused, pauseReason } = registration.status(MAIN_STORE);
  const watching = watch.status(MAIN_STORE);
  const today = metrics.overview(1).registered;
  const active = JOB_STATES.reduce((sum, name) => (isResting(name) ? sum : sum + counts[name]), 0);
  const figures = {
    active,
    attention: counts['needs-review'] + watching.openApprovals + watching.openFindings,
    doneToday: today.reduce((sum, { success }) => sum + success, 0),
    failedToday: today.reduce((sum, { failed }) => sum + failed, 0),
    watched: watching.watched,
    isQueuePaused: isPaused,
    isWatchPaused: watching.controls.isPaused,
    unread: notifications.unread().lines,
  };
  return {
    ...figures,
    kind: kindOf(figures, pauseReason !== null || watching.halted === 'fault'),
  };
}

function kindOf(figures: Omit<WorkSummary, 'kind'>, hasFault: boolean): WorkKind {
  if (hasFault) return 'fault';
  if (figures.isQueuePaused && figures.active > 0) return 'paused';
  if (figures.active > 0) return 'working';
  if (figures.attention > 0) return 'attention';
  return figures.isQueuePaused || (figures.isWatchPaused && figures.watched > 0)
    ? 'paused'
    : 'idle';
}

/** True while closing the window would stop something the seller may be counting on. */
export function hasWork({ active, isQueuePaused, watched, isWatchPaused }: WorkSummary): boolean {
  return (active > 0 && !isQueuePaused) || (watched > 0 && !isWatchPaused);
}
