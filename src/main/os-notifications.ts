import type { NotificationOutlet } from '@core/notifications/port';
import { wordsOf } from '@core/notifications/wording';
import type { NotificationLine, NotificationLink } from '@shared/domain/notification';
import type * as Electron from 'electron';

/** The system's notifications, and what a click does. */
export interface OsNotificationsDependencies {
  readonly Notification: Pick<typeof Electron.Notification, 'isSupported'> &
    (new (
      options: Electron.NotificationConstructorOptions,
    ) => Pick<Electron.Notification, 'show' | 'on' | 'close'>);
  /** The person chose a notification. */
  readonly onChosen: (link: NotificationLink) => void;
}

/** More pop-ups at once are swept away unread; the rest is said as a number. */
const MOST_AT_ONCE = 3;

/**
 * Notifications of the operating system: one per line, at most three at once, the rest as their
 * number. Systems without a notification service take them without showing anything.
 */
export function createOsNotifications(deps: OsNotificationsDependencies): NotificationOutlet {
  /** Held while they are shown: one that is collected is no longer clickable. */
  const shown = new Set<object>();
  return {
    deliver: async (lines, language) => {
      if (!deps.Notification.isSupported()) return { kind: 'delivered' };
      const fitting = lines.length <= MOST_AT_ONCE ? lines : lines.slice(0, MOST_AT_ONCE - 1);
      for (const line of fitting) {
        const { message, fix } = wordsOf(line, language);
        show(message, fix, line.severity === 'alarm', linkOf(line));
      }
      const hidden = lines.slice(fitting.length).reduce((sum, { count }) => sum + count, 0);
      if (hidden > 0) {
        const { message, fix } = wordsOf(
          { code: 'NOTIFY_SUMMARY', params: { count: hidden } },
          language,
        );
        show(message, fix, false, { screen: 'notifications' });
      }
      return { kind: 'delivered' };
    },
  };

  function show(title: string, body: string, isUrgent: boolean, link: NotificationLink): void {
    const notification = new deps.Notification({
      title,
      body,
      urgency: isUrgent ? 'critical' : 'normal',
      // An alarm stays until somebody saw it.
      timeoutType: isUrgent ? 'never' : 'default',
    });
    shown.add(notification);
    const forget = (): void => {
      shown.delete(notification);
    };
    notification.on('click', () => {
      forget();
      deps.onChosen(link);
    });
    notification.on('close', forget);
    notification.show();
  }
}

/** A group is read in the centre, a single one where it leads. */
function linkOf({ count, latest }: NotificationLine): NotificationLink {
  return (count === 1 ? latest.link : null) ?? { screen: 'notifications' };
}
