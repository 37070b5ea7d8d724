import {
  NOTIFICATION_SEVERITIES,
  type Notification,
  type NotificationLine,
  type NotificationSeverity,
} from '@shared/domain/notification';
import { lineOf } from './notification-row';

/** 0 for `info`, 2 for `alarm`. */
export function rankOf(severity: NotificationSeverity): number {
  return NOTIFICATION_SEVERITIES.indexOf(severity);
}

/** `notifications` (oldest first) as lines: one per group, gravest first, then newest first. */
export function linesOf(notifications: readonly Notification[]): readonly NotificationLine[] {
  const groups = Map.groupBy(notifications, ({ groupKey }) => groupKey);
  return [...groups.values()]
    .flatMap((members) => {
      const latest = members.at(-1);
      if (latest === undefined) return [];
      const gravest = members.reduce((a, b) => (rankOf(b.severity) > rankOf(a.severity) ? b : a));
      return [
        lineOf(latest, {
          count: members.length,
          unreadCount: members.filter(({ readAtMs }) => readAtMs === null).length,
          severity: gravest.severity,
          isOneKind: members.every(({ kind }) => kind === latest.kind),
        }),
      ];
    })
    .toSorted(
      (a, b) =>
        rankOf(b.severity) - rankOf(a.severity) ||
        b.latest.notificationId - a.latest.notificationId,
    );
}
