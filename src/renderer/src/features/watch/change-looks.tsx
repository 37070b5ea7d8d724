import type { ChangeKind, ChangeState, ListingState, WatchChange } from '@shared/domain/watch';
import {
  ArrowDown,
  ArrowUp,
  Ban,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  type LucideIcon,
  PackageCheck,
  PackageMinus,
  PackageX,
  Pencil,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/Badge';
import { formatCount, formatKrw } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';

const KIND_LOOKS: Readonly<Record<ChangeKind, { readonly tone: Tone; readonly Icon: LucideIcon }>> =
  {
    'price-up': { tone: 'warn', Icon: ArrowUp },
    'price-down': { tone: 'good', Icon: ArrowDown },
    'option-price': { tone: 'warn', Icon: ArrowUp },
    'floor-raised': { tone: 'warn', Icon: ArrowUp },
    'floor-lowered': { tone: 'quiet', Icon: ArrowDown },
    'delivery-fee': { tone: 'warn', Icon: Pencil },
    stock: { tone: 'quiet', Icon: PackageCheck },
    'low-stock': { tone: 'warn', Icon: PackageMinus },
    'sold-out': { tone: 'bad', Icon: PackageX },
    'option-gone': { tone: 'bad', Icon: PackageX },
    'back-in-stock': { tone: 'good', Icon: PackageCheck },
    ended: { tone: 'bad', Icon: Ban },
    'licence-withdrawn': { tone: 'bad', Icon: Ban },
    'licence-granted': { tone: 'good', Icon: CircleCheck },
    'option-added': { tone: 'quiet', Icon: Pencil },
    title: { tone: 'quiet', Icon: Pencil },
  };

const STATE_LOOKS: Readonly<
  Record<ChangeState, { readonly tone: Tone; readonly Icon: LucideIcon }>
> = {
  pending: { tone: 'busy', Icon: Clock },
  'awaiting-approval': { tone: 'warn', Icon: CircleHelp },
  applied: { tone: 'good', Icon: CircleCheck },
  told: { tone: 'quiet', Icon: CircleCheck },
  ignored: { tone: 'quiet', Icon: CircleCheck },
  dismissed: { tone: 'quiet', Icon: CircleX },
  held: { tone: 'warn', Icon: Clock },
  'dry-run': { tone: 'quiet', Icon: Clock },
  failed: { tone: 'bad', Icon: CircleX },
  superseded: { tone: 'quiet', Icon: CircleCheck },
};

const LISTING_TONES: Readonly<Record<ListingState, Tone>> = {
  'on-sale': 'good',
  'sold-out': 'warn',
  suspended: 'quiet',
  prohibited: 'bad',
  missing: 'bad',
  unknown: 'quiet',
};

export function KindBadge({ kind }: { readonly kind: ChangeKind }) {
  const { t } = useTranslation();
  const { tone, Icon } = KIND_LOOKS[kind];
  return (
    <Badge tone={tone} Icon={Icon}>
      {t(`watch.kinds.${kind}`)}
    </Badge>
  );
}

export function ChangeStateBadge({ state }: { readonly state: ChangeState }) {
  const { t } = useTranslation();
  const { tone, Icon } = STATE_LOOKS[state];
  return (
    <Badge tone={tone} Icon={Icon}>
      {t(`watch.states.${state}`)}
    </Badge>
  );
}

export function ListingBadge({ state }: { readonly state: ListingState }) {
  const { t } = useTranslation();
  return <Badge tone={LISTING_TONES[state]}>{t(`watch.listing.${state}`)}</Badge>;
}

const MONEY: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'price-up',
  'price-down',
  'option-price',
  'floor-raised',
  'floor-lowered',
  'delivery-fee',
]);

/** Old and new of a change in the words of its kind. */
export function OldNew({ change }: { readonly change: WatchChange }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = (value: WatchChange['old']): string => {
    if (value === null) return '–';
    if (typeof value === 'string') return value;
    return MONEY.has(change.kind)
      ? formatKrw(value, language)
      : t('watch.pieces', { count: value, value: formatCount(value, language) });
  };
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5 tabular-nums">
      <span className="text-quiet">{say(change.old)}</span>
      <span aria-hidden="true" className="text-quiet">
        →
      </span>
      <span className="font-semibold">{say(change.new)}</span>
    </span>
  );
}
