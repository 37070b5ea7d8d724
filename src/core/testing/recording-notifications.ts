import type { NotificationRecorder, NotificationRequest } from '../notifications/port';

/** Keeps what would have been told, in order. */
export function recordingNotifications(): NotificationRecorder & {
  readonly requests: readonly NotificationRequest[];
} {
  const requests: NotificationRequest[] = [];
  return {
    requests,
    record: (request) => {
      requests.push(request);
      return { kind: 'recorded', notificationId: requests.length };
    },
  };
}
