import type { EventFanOut } from '@core/api/event-fan-out';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { EventTopic } from '@shared/ipc/registry';

/** Tray and taskbar need no more than this; figures of the day are read from the database. */
const REFRESH_MS = 1_000;
const TOPICS = [
  'app.stateChanged',
  'registration.statusChanged',
  'settings.changed',
  'notifications.changed',
  'watch.changed',
] as const satisfies readonly EventTopic[];

/** What is listened to; `refresh` reads the state anew. */
export interface StatusFollowerDependencies {
  readonly events: EventFanOut;
  readonly refresh: () => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Calls `refresh` soon after anything changed, at most once a second. Returns how to stop. */
export function followStatus(dependencies: StatusFollowerDependencies): () => void {
  const { events, refresh, clock, logger } = dependencies;
  const stopping = new AbortController();
  let isPlanned = false;
  const show = (): void => {
    try {
      refresh();
    } catch (fault) {
      // A product that is just being closed; the next change shows it right.
      logger.warn({ err: fault }, 'the state could not be shown outside of the window');
    }
  };
  const plan = (): void => {
    if (isPlanned || stopping.signal.aborted) return;
    isPlanned = true;
    clock.sleep(REFRESH_MS, stopping.signal).then(
      () => {
        isPlanned = false;
        show();
      },
      () => undefined,
    );
  };
  const stops = TOPICS.map((topic) => events.subscribe(topic, plan));
  show();
  return () => {
    stopping.abort();
    for (const stop of stops) stop();
  };
}
