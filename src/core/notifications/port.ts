import type { ItemNo, StoreId } from '@shared/domain/ids';
import type {
  NotificationKind,
  NotificationLine,
  NotificationLink,
  NotificationSeverity,
} from '@shared/domain/notification';
import type { MessageCode } from '@shared/texts/catalogue';
import type { Language, TextParams } from '@shared/texts/types';

/** What the seller should be told. */
export interface NotificationRequest {
  readonly kind: NotificationKind;
  readonly severity: NotificationSeverity;
  /** Code of the catalogue; its text is chosen when it is read. */
  readonly code: MessageCode;
  /** Fills the code's places. By custom `title` names the product, `oldKrw` and `newKrw` a price. */
  readonly params?: TextParams;
  readonly storeId: StoreId;
  readonly itemNo?: ItemNo;
  /**
   * Notifications with the same key are one line that opens (fifty price rises of one sweep:
   * `sweep-12:price-up`). Without one, it stands alone.
   */
  readonly groupKey?: string;
  /**
   * The same key is told once in 24 hours; what comes again is only counted. Name what happened, not
   * the product (`change-4711`), so that a second sell-out on the same day is told again.
   */
  readonly dedupeKey?: string;
  readonly link?: NotificationLink;
}

/** What became of a request. */
export type NotificationOutcome =
  | { readonly kind: 'recorded'; readonly notificationId: number }
  /** Already told under the same `dedupeKey`; that one's count rose. */
  | { readonly kind: 'repeated'; readonly notificationId: number };

/** Takes down what the seller should be told. */
export interface NotificationRecorder {
  /**
   * Writes at once, inside the caller's SQLite transaction when there is one: rolled back with it,
   * and delivered to the outlets only after it is committed, also after a crash in between.
   * Throws SQLite's own error inside a transaction, so that it is rolled back; STORAGE_* outside.
   */
  record(request: NotificationRequest): NotificationOutcome;
}

/** Ways out of the app. */
const OUTLET_NAMES = ['os', 'webhook', 'email'] as const;
/** A way out of the app by its name in settings and figures. */
export type OutletName = (typeof OUTLET_NAMES)[number];

/** What became of one try to tell. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** May work later: network, rate limit, the other side's fault. */
  | { readonly kind: 'retry'; readonly problem: string }
  /** Will not work however often it is tried; the reason as the seller should read it. */
  | { readonly kind: 'refused'; readonly code: MessageCode; readonly params: TextParams };

/**
 * One way of telling outside of the app. Gets the lines that are due, most urgent first, and tells
 * them once; it may shorten many to their number. Never throws.
 */
export interface NotificationOutlet {
  deliver(
    lines: readonly NotificationLine[],
    language: Language,
    signal: AbortSignal,
  ): Promise<DeliveryOutcome>;
}
