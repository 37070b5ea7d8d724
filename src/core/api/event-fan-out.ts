import { MAIN_STORE } from '@shared/domain/ids';
import type { Job } from '@shared/domain/job';
import { ADDED_LINES_MAX } from '@shared/ipc/notifications';
import { JOBS_CHANGED_MAX_ROWS } from '@shared/ipc/registration';
import type { EventPayloads, EventTopic } from '@shared/ipc/registry';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { StoreBridge } from '../storebridge';
import { wireStatus } from './handlers/registration';
import { shownSettings } from './handlers/settings';
import type { OpenedFiles } from './opened-files';

/**
 * How long changes are gathered before they are told: ten messages a second look live, and 200
 * changes a second cost a page no more than that.
 */
export const EVENT_WINDOW_MS = 100;

export interface FanOutDependencies {
  readonly storebridge: Pick<
    StoreBridge,
    'intake' | 'registration' | 'settings' | 'notifications' | 'watch'
  >;
  readonly openedFiles: OpenedFiles;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Tells pages what changed: each job once per window and as it is now, the status once per window. */
export interface EventFanOut {
  subscribe<Topic extends EventTopic>(
    topic: Topic,
    listener: (payload: EventPayloads[Topic]) => void,
  ): () => void;
  /** Stops listening to the core; nothing is told any more. */
  close(): void;
}

/** Holds back what changes within `EVENT_WINDOW_MS`; a topic without a listener costs nothing. */
export function createEventFanOut({
  storebridge,
  openedFiles,
  clock,
  logger,
}: FanOutDependencies): EventFanOut {
  const listeners = new Map<EventTopic, Set<(payload: never) => void>>();
  const changedJobs = new Map<string, Job>();
  const closing = new AbortController();
  let isStatusDue = false;
  let areReadingsDue = false;
  let watchNews: boolean | null = null;
  let isWindowOpen = false;

  const hasListener = (topic: EventTopic): boolean => (listeners.get(topic)?.size ?? 0) > 0;
  const tell = <Topic extends EventTopic>(topic: Topic, payload: EventPayloads[Topic]): void => {
    for (const listener of listeners.get(topic) ?? []) {
      try {
        (listener as (payload: EventPayloads[Topic]) => void)(payload);
      } catch (fault) {
        // One broken page must not keep the others from hearing.
        logger.warn({ topic, err: fault }, 'an event listener failed');
      }
    }
  };
  const flush = (): void => {
    isWindowOpen = false;
    if (changedJobs.size > 0) {
      const isTruncated = changedJobs.size > JOBS_CHANGED_MAX_ROWS;
      const jobs = isTruncated ? [] : [...changedJobs.values()];
      changedJobs.clear();
      tell('registration.jobChanged', { jobs, isTruncated });
    }
    if (areReadingsDue) {
      areReadingsDue = false;
      tell('intake.readingsChanged', { readings: storebridge.intake.list() });
    }
    if (watchNews !== null) {
      const hasNews = watchNews;
      watchNews = null;
      tell('watch.changed', { hasNews });
    }
    if (isStatusDue) {
      isStatusDue = false;
      if (hasListener('registration.statusChanged')) {
        tell('registration.statusChanged', wireStatus(storebridge.registration.status(MAIN_STORE)));
      }
    }
  };
  const openWindow = (): void => {
    if (isWindowOpen) return;
    isWindowOpen = true;
    clock
      .sleep(EVENT_WINDOW_MS, closing.signal)
      .then(flush)
      .catch((fault: unknown) => {
        if (!closing.signal.aborted) logger.error({ err: fault }, 'events could not be told');
      });
  };

  const stopQueue = storebridge.registration.subscribe((event) => {
    // A job's step changes the counts too.
    isStatusDue = true;
    if (event.kind === 'job-changed' && hasListener('registration.jobChanged')) {
      changedJobs.set(event.job.jobId, event.job);
    }
    openWindow();
  });
  const stopReadings = storebridge.intake.subscribe(() => {
    areReadingsDue = true;
    openWindow();
  });
  const stopSettings = storebridge.settings.subscribe((settings) => {
    tell('settings.changed', shownSettings(settings));
  });

  const stopNotifications = storebridge.notifications.subscribe((event) => {
    if (event.kind === 'open-requested') tell('notifications.opened', { link: event.link });
    else if (hasListener('notifications.changed')) {
      tell('notifications.changed', {
        unread: storebridge.notifications.unread(),
        added: event.added.slice(0, ADDED_LINES_MAX),
      });
    }
  });

  const stopWatch = storebridge.watch.subscribe(({ hasNews }) => {
    watchNews = hasNews || watchNews === true;
    openWindow();
  });

  const stopOpenedFiles = openedFiles.subscribe(() => tell('intake.fileOpened', {}));

  return {
    subscribe: (topic, listener) => {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set);
      set.add(listener as (payload: never) => void);
      return () => {
        set.delete(listener as (payload: never) => void);
      };
    },
    close: () => {
      closing.abort();
      stopQueue();
      stopReadings();
      stopSettings();
      stopNotifications();
      stopWatch();
      stopOpenedFiles();
      listeners.clear();
    },
  };
}
