import type { MessageCode } from '../texts/catalogue';
import type { TextParams } from '../texts/types';
import type { BatchId, ItemNo, StoreId } from './ids';

/**
 * `info`: good to know. `ask`: waits for the seller's decision. `alarm`: costs money or points until
 * somebody acts.
 */
export const NOTIFICATION_SEVERITIES = ['info', 'ask', 'alarm'] as const;
export type NotificationSeverity = (typeof NOTIFICATION_SEVERITIES)[number];

/** What a notification is about; filters, group lines and quiet hours go by it. */
export const NOTIFICATION_KINDS = [
  'price-up',
  'price-down',
  'option-price',
  'low-stock',
  'sold-out',
  'option-gone',
  'back-in-stock',
  'ended',
  'licence-withdrawn',
  'floor-raised',
  'delivery-fee',
  'item-changed',
  'apply-failed',
  'outside-change',
  'sweep-stopped',
  'watcher-silent',
  'inspection',
  'registration-finished',
  'queue-paused',
  'quota-stop',
  'app',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Kinds that quiet hours never hold back: every minute of a sold-out product on sale can cost points. */
export const NEVER_QUIET_KINDS: ReadonlySet<NotificationKind> = new Set([
  'low-stock',
  'sold-out',
  'option-gone',
  'ended',
]);

/** The kinds a person filters by together. */
export const NOTIFICATION_TOPICS = {
  price: ['price-up', 'price-down', 'option-price', 'floor-raised', 'delivery-fee'],
  stock: ['low-stock', 'sold-out', 'option-gone', 'back-in-stock', 'ended'],
  rights: ['licence-withdrawn', 'inspection', 'outside-change', 'item-changed'],
  registration: ['registration-finished', 'queue-paused', 'quota-stop'],
  watch: ['apply-failed', 'sweep-stopped', 'watcher-silent', 'app'],
} as const satisfies Readonly<Record<string, readonly NotificationKind[]>>;
export type NotificationTopic = keyof typeof NOTIFICATION_TOPICS;

/** Where a notification leads, as a screen of the app. */
export interface NotificationLink {
  readonly screen:
    | 'watch'
    | 'approvals'
    | 'history'
    | 'draft'
    | 'queue'
    | 'inspections'
    | 'notifications'
    | 'settings'
    | 'home';
  /** The product on that screen, where it is about one. */
  readonly itemNo?: ItemNo;
  readonly batchId?: BatchId;
}

/** One thing the seller is told, as it is kept. */
export interface Notification {
  /** Rises with every notification of the data folder. */
  readonly notificationId: number;
  readonly kind: NotificationKind;
  readonly severity: NotificationSeverity;
  /** Read in the seller's language when it is shown; `params.title` names the product, where it is about one. */
  readonly code: MessageCode;
  readonly params: TextParams;
  readonly storeId: StoreId;
  readonly itemNo: ItemNo | null;
  readonly groupKey: string;
  readonly link: NotificationLink | null;
  readonly createdAtMs: number;
  readonly readAtMs: number | null;
  /** How often the same thing was said again within its day. */
  readonly repeatCount: number;
}

/** What one line of the centre says: a notification alone, or a group of them. */
export interface NotificationLine {
  readonly lineKey: string;
  readonly kind: NotificationKind;
  /** The gravest of the line. */
  readonly severity: NotificationSeverity;
  /** The group's own words when it holds several, else the notification's. */
  readonly code: MessageCode;
  readonly params: TextParams;
  readonly count: number;
  readonly unreadCount: number;
  readonly latest: Notification;
}

/** How much is unread: notifications, and the lines that hold them. */
export interface UnreadNotifications {
  readonly notifications: number;
  readonly lines: number;
  readonly alarmLines: number;
}
