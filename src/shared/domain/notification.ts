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

/** Where a notification leads, as a screen of the app. */
export interface NotificationLink {
  readonly screen:
    | 'watch'
    | 'approvals'
    | 'history'
    | 'draft'
    | 'queue'
    | 'inspections'
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
