import type { NotificationKind, NotificationSeverity } from '@shared/domain/notification';
import type { ChangeKind, PolicyAction } from '@shared/domain/watch';
import type { MessageCode } from '@shared/texts/catalogue';
import type { NotificationRecorder, NotificationRequest } from '../notifications/port';
import type { NewChange } from './change-store';

const CODES: Readonly<Record<ChangeKind, MessageCode>> = {
  'price-up': 'WATCH_PRICE_UP',
  'price-down': 'WATCH_PRICE_DOWN',
  'option-price': 'WATCH_OPTION_PRICE',
  'floor-raised': 'WATCH_FLOOR_RAISED',
  'floor-lowered': 'WATCH_FLOOR_LOWERED',
  'delivery-fee': 'WATCH_DELIVERY_FEE',
  stock: 'WATCH_STOCK',
  'low-stock': 'WATCH_LOW_STOCK',
  'sold-out': 'WATCH_SOLD_OUT',
  'option-gone': 'WATCH_OPTION_GONE',
  'back-in-stock': 'WATCH_BACK_IN_STOCK',
  ended: 'WATCH_ENDED',
  'licence-withdrawn': 'WATCH_LICENCE_WITHDRAWN',
  'licence-granted': 'WATCH_LICENCE_GRANTED',
  'option-added': 'WATCH_OPTION_ADDED',
  title: 'WATCH_TITLE',
};

/** The word for a change in the language of notifications; null for what is only followed. */
const KINDS: Readonly<Record<ChangeKind, NotificationKind | null>> = {
  'price-up': 'price-up',
  'price-down': 'price-down',
  'option-price': 'option-price',
  'floor-raised': 'floor-raised',
  'floor-lowered': 'item-changed',
  'delivery-fee': 'delivery-fee',
  // Stock moves all day long; only its edges are news.
  stock: null,
  'low-stock': 'low-stock',
  'sold-out': 'sold-out',
  'option-gone': 'option-gone',
  'back-in-stock': 'back-in-stock',
  ended: 'ended',
  'licence-withdrawn': 'licence-withdrawn',
  'licence-granted': 'item-changed',
  'option-added': 'item-changed',
  title: 'item-changed',
};

/** The code that says a change in words. */
function codeOfChange(kind: ChangeKind, hasOption: boolean): MessageCode {
  if (hasOption && kind === 'sold-out') return 'WATCH_OPTION_SOLD_OUT';
  if (hasOption && kind === 'back-in-stock') return 'WATCH_OPTION_BACK';
  return CODES[kind];
}

function severityOf(kind: ChangeKind, action: PolicyAction): NotificationSeverity {
  if (kind === 'licence-withdrawn' || kind === 'ended') return 'alarm';
  return action === 'ask' ? 'ask' : 'info';
}

/** What the seller is told about a change; null when it is none of his business. */
export function noticeOf(
  change: NewChange & { readonly changeId: number },
  productName: string,
  sweepId: number,
): NotificationRequest | null {
  const kind = KINDS[change.kind];
  if (kind === null || change.action === 'ignore') return null;
  return {
    kind,
    severity: severityOf(change.kind, change.action),
    code: codeOfChange(change.kind, change.option !== null),
    params: {
      title: productName,
      option: change.option?.name ?? '',
      old: change.old ?? '-',
      new: change.new ?? '-',
      oldKrw: change.old ?? '-',
      newKrw: change.new ?? '-',
    },
    storeId: change.storeId,
    itemNo: change.itemNo,
    groupKey: `sweep-${sweepId}:${kind}`,
    dedupeKey: `change-${change.changeId}`,
    link: {
      screen: change.action === 'ask' ? 'approvals' : 'watch',
      itemNo: change.itemNo,
    },
  };
}

/** Records a notice where there is one. True when the seller is told. */
export function tell(recorder: NotificationRecorder, request: NotificationRequest | null): boolean {
  if (request === null) return false;
  recorder.record(request);
  return true;
}
