import { NOTIFICATION_TOPICS } from '@shared/domain/notification';
import { AppError } from '@shared/errors/app-error';
import { parseWebhookUrl } from '../../notifications/webhook-outlet';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

type NotificationHandlers = Pick<Handlers, Extract<keyof Handlers, `notifications.${string}`>>;

/** Of a webhook's address a page sees the host alone. */
export function createNotificationsHandlers({
  notifications,
  notificationSecrets: secrets,
}: StoreBridge): NotificationHandlers {
  const webhookHost = (): string | null => {
    const kept = secrets.find('notificationWebhookUrl');
    return kept === null ? null : (URL.parse(kept)?.host ?? null);
  };
  return {
    'notifications.listLines': ({ topics, ...filter }) => {
      const { lines, total } = notifications.lines({
        ...withoutUndefined(filter),
        ...(topics === undefined
          ? {}
          : { kinds: topics.flatMap((topic) => [...NOTIFICATION_TOPICS[topic]]) }),
      });
      return { lines: [...lines], total, latestId: notifications.latestId() };
    },
    'notifications.listOfLine': ({ lineKey, offset, limit }) => {
      const { notifications: found, total } = notifications.ofLine(lineKey, offset, limit);
      return { notifications: [...found], total };
    },
    'notifications.getUnread': () => notifications.unread(),
    'notifications.mark': ({ target, isRead }) => {
      notifications.mark(target, isRead);
      return notifications.unread();
    },
    'notifications.getOutlets': () => ({
      os: notifications.outletState('os'),
      webhook: { ...notifications.outletState('webhook'), host: webhookHost() },
      email: {
        ...notifications.outletState('email'),
        isPasswordSet: secrets.find('smtpPassword') !== null,
      },
    }),
    'notifications.saveWebhook': ({ url }) => {
      if (url.trim() === '') {
        secrets.remove('notificationWebhookUrl');
        return { host: null };
      }
      const parsed = parseWebhookUrl(url);
      if (parsed === null) throw new AppError('NOTIFY_WEBHOOK_BAD_ADDRESS', { field: 'url' });
      secrets.save('notificationWebhookUrl', parsed.href);
      return { host: parsed.host };
    },
    'notifications.saveEmailPassword': ({ password }) => {
      if (password === '') secrets.remove('smtpPassword');
      else secrets.save('smtpPassword', password);
      return { isPasswordSet: password !== '' };
    },
    'notifications.test': async ({ outlet }) => {
      const outcome = await notifications.test(outlet);
      return { ...outcome };
    },
  };
}
