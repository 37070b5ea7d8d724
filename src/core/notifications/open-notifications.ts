import { createHttpClient } from '../http/client';
import { silentLogger } from '../platform/logger';
import type { SecretStore } from '../secrets/port';
import { createEmailOutlet } from './email-outlet';
import type { NotificationOutlet } from './port';
import {
  createNotificationService,
  type NotificationDependencies,
  type NotificationService,
} from './service';
import { createWebhookOutlet } from './webhook-outlet';

export interface OpenNotificationsDependencies extends Omit<NotificationDependencies, 'outlets'> {
  readonly secrets: Pick<SecretStore, 'find'>;
  /** The operating system's notifications; null where there are none. */
  readonly osOutlet: NotificationOutlet | null;
}

/** The notification service with every outlet of this composition; `stop` closes their connections too. */
export function openNotifications(deps: OpenNotificationsDependencies): NotificationService {
  const { secrets, osOutlet, settings } = deps;
  // A client of its own: its logger would write the webhook's address, which is its password.
  const http = createHttpClient({ clock: deps.clock, logger: silentLogger });
  const service = createNotificationService({
    ...deps,
    outlets: {
      ...(osOutlet === null ? {} : { os: osOutlet }),
      webhook: createWebhookOutlet({
        http,
        address: () => secrets.find('notificationWebhookUrl'),
      }),
      email: createEmailOutlet({
        settings: () => settings.get().notifications,
        password: () => secrets.find('smtpPassword'),
      }),
    },
  });
  return {
    ...service,
    stop: async (deadlineMs) => {
      await service.stop(deadlineMs);
      await http.close();
    },
  };
}
