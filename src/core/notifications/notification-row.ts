import type { ItemNo, StoreId } from '@shared/domain/ids';
import type {
  Notification,
  NotificationKind,
  NotificationLine,
  NotificationLink,
  NotificationSeverity,
} from '@shared/domain/notification';
import { isMessageCode, type MessageCode } from '@shared/texts/catalogue';
import type { TextParams } from '@shared/texts/types';

/** A notification as SQLite keeps it. */
export interface NotificationRow {
  readonly notification_id: number;
  readonly kind: string;
  readonly severity: string;
  readonly code: string;
  readonly params_json: string;
  readonly store_id: string;
  readonly item_no: string | null;
  readonly link_json: string | null;
  readonly created_at_ms: number;
  readonly read_at_ms: number | null;
  readonly repeat_count: number;
  readonly line_key: string;
}

/** The columns of `NotificationRow`, for a SELECT. */
export const NOTIFICATION_COLUMNS =
  'notification_id, kind, severity, code, params_json, store_id, item_no, link_json, created_at_ms, read_at_ms, repeat_count, line_key';

/** The row as the product speaks of it; words of a newer version become NOTIFY_UNKNOWN. */
export function notificationOf(row: NotificationRow): Notification {
  const params = plain<TextParams>(row.params_json);
  const isKnown = isMessageCode(row.code) && params !== null;
  return {
    notificationId: row.notification_id,
    kind: row.kind as NotificationKind,
    severity: row.severity as NotificationSeverity,
    code: isKnown ? (row.code as MessageCode) : 'NOTIFY_UNKNOWN',
    params: isKnown ? params : { code: row.code },
    storeId: row.store_id as StoreId,
    itemNo: row.item_no as ItemNo | null,
    groupKey: row.line_key,
    link: row.link_json === null ? null : plain<NotificationLink>(row.link_json),
    createdAtMs: row.created_at_ms,
    readAtMs: row.read_at_ms,
    repeatCount: row.repeat_count,
  };
}

function plain<Value>(json: string): Value | null {
  try {
    return JSON.parse(json) as Value;
  } catch {
    // Shown as a notification that cannot be read rather than hiding all the others.
    return null;
  }
}

const GROUP_CODES: Partial<Record<NotificationKind, MessageCode>> = {
  'price-up': 'NOTIFY_GROUP_PRICE_UP',
  'price-down': 'NOTIFY_GROUP_PRICE_DOWN',
  'option-price': 'NOTIFY_GROUP_OPTION_PRICE',
  'low-stock': 'NOTIFY_GROUP_LOW_STOCK',
  'sold-out': 'NOTIFY_GROUP_SOLD_OUT',
  'option-gone': 'NOTIFY_GROUP_OPTION_GONE',
  'back-in-stock': 'NOTIFY_GROUP_BACK_IN_STOCK',
  ended: 'NOTIFY_GROUP_ENDED',
  'licence-withdrawn': 'NOTIFY_GROUP_LICENCE_WITHDRAWN',
  'floor-raised': 'NOTIFY_GROUP_FLOOR_RAISED',
  'delivery-fee': 'NOTIFY_GROUP_DELIVERY_FEE',
};

/** What `count` notifications of one line, `latest` among them, say together. */
export function lineOf(
  latest: Notification,
  facts: {
    readonly count: number;
    readonly unreadCount: number;
    readonly severity: NotificationSeverity;
    /** All of the line are of the latest one's kind. */
    readonly isOneKind: boolean;
  },
): NotificationLine {
  const { count, unreadCount, severity, isOneKind } = facts;
  const groupCode = isOneKind ? GROUP_CODES[latest.kind] : undefined;
  return {
    lineKey: latest.groupKey,
    kind: latest.kind,
    severity,
    code: count === 1 ? latest.code : (groupCode ?? 'NOTIFY_GROUP_OTHER'),
    params: count === 1 ? latest.params : { count },
    count,
    unreadCount,
    latest,
  };
}
