import { isResting, JOB_STATES } from '@shared/domain/job';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import type { QueueState } from './queue-desk';
import { words } from './words';

/** Jobs of the queue that do not rest yet. */
export function leftOf(status: QueueState): number {
  return JOB_STATES.filter((state) => !isResting(state)).reduce(
    (sum, state) => sum + status.counts[state],
    0,
  );
}

/** True for a pause that only a person ends and whose words speak of the app's screen alone. */
export function waitsForPerson(code: string): boolean {
  return code === 'REGISTRATION_RESTORED_BACKUP' || code === 'REGISTRATION_ALL_REFUSED';
}

/** What is left, and why nothing moves when nothing does, with the way on. */
export function queueLines(status: QueueState, language: Language): readonly string[] {
  const say = words[language];
  const left = leftOf(status);
  const lines = [say.queue(left, status.counts.done, status.counts['needs-review'])];
  const reason =
    status.pauseReason ??
    (status.isPaused ? ({ code: 'REGISTRATION_QUEUE_PAUSED', params: {} } as const) : null);
  if (reason !== null) {
    const { message, fix } = textOf(reason.code, language, reason.params);
    lines.push(`${message}\n→ ${fix}`);
    if (waitsForPerson(reason.code)) lines.push(say.howToResume);
  }
  for (const { scope, name } of status.holds) {
    lines.push(say.partHeld(scope === 'lane' ? (say.lanes[name] ?? name) : say.store));
  }
  return lines;
}
