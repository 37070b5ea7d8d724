import type {
  NotificationKind,
  NotificationLine,
  NotificationLink,
  NotificationSeverity,
} from '@shared/domain/notification';
import {
  Ban,
  BellRing,
  CircleCheck,
  EyeOff,
  Gauge,
  type LucideIcon,
  PackageCheck,
  PackageMinus,
  PackageX,
  Pause,
  Pencil,
  ShieldAlert,
  TrendingDown,
  TrendingUp,
  TriangleAlert,
  Truck,
} from 'lucide-react';
import type { Tone } from '../../ui/Badge';

/** The colour of each severity; the words say it too. */
export const SEVERITY_TONES: Readonly<Record<NotificationSeverity, Tone>> = {
  info: 'quiet',
  ask: 'warn',
  alarm: 'bad',
};

/** Ground and sign of the round icon. */
export const SEVERITY_COLOURS: Readonly<Record<NotificationSeverity, string>> = {
  info: 'bg-accent-soft text-accent-text',
  ask: 'bg-warn-soft text-warn',
  alarm: 'bg-bad-soft text-bad',
};

/** The sign of each kind, beside its words. */
export const KIND_ICONS: Readonly<Record<NotificationKind, LucideIcon>> = {
  'price-up': TrendingUp,
  'price-down': TrendingDown,
  'option-price': TrendingUp,
  'low-stock': PackageMinus,
  'sold-out': PackageX,
  'option-gone': PackageX,
  'back-in-stock': PackageCheck,
  ended: Ban,
  'licence-withdrawn': ShieldAlert,
  'floor-raised': TrendingUp,
  'delivery-fee': Truck,
  'item-changed': Pencil,
  'apply-failed': TriangleAlert,
  'outside-change': Pencil,
  'sweep-stopped': Pause,
  'watcher-silent': EyeOff,
  inspection: ShieldAlert,
  'registration-finished': CircleCheck,
  'queue-paused': Pause,
  'quota-stop': Gauge,
  app: BellRing,
};

/** Where a line leads; null when it leads nowhere or is about several products, which have no one place. */
export function goalOf({ count, latest: { link } }: NotificationLine): NotificationLink | null {
  if (link === null || count === 1) return link;
  const { screen } = link;
  return screen === 'draft' || screen === 'history' ? null : { screen };
}

/** The address of the screen that a notification leads to. */
export function pathOf({ screen, itemNo }: NotificationLink): string {
  switch (screen) {
    case 'watch':
      return itemNo === undefined ? '/watch' : `/watch?q=${itemNo}`;
    case 'approvals':
      return '/watch?tab=approvals';
    case 'inspections':
      return '/watch?tab=findings';
    case 'history':
      return itemNo === undefined ? '/watch' : `/history/${itemNo}`;
    case 'draft':
      return itemNo === undefined ? '/drafts' : `/drafts/${itemNo}`;
    case 'queue':
      return '/queue';
    case 'notifications':
      return '/notifications';
    case 'settings':
      return '/notifications/settings';
    case 'home':
      return '/';
  }
}
