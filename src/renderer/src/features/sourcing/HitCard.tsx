import type { SourcingRow } from '@shared/domain/sourcing';
import { Plane } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge';
import { formatCount, formatKrw, formatPercent } from '../../ui/format';
import { Picture } from '../../ui/Picture';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { ProgressBadge } from './progress-looks';

export interface HitProps {
  readonly hit: SourcingRow;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onOpen: () => void;
}

/** One hit with its picture, as in a shop's shelf. */
export function HitCard({ hit, isChosen, onChoose, onOpen }: HitProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <article
      className={`flex h-full flex-col overflow-hidden rounded-xl border bg-surface shadow-card transition-colors ${isChosen ? 'border-accent' : 'border-line hover:border-line-strong/60'}`}
    >
      <div className="relative">
        <Picture
          url={hit.thumbnailUrl}
          alt=""
          className="aspect-square w-full rounded-none! object-cover"
        />
        <span className="absolute top-2 left-2 rounded-lg bg-surface/90 p-1">
          <TickBox
            label={t('sourcing.choose', { title: hit.title })}
            isLabelHidden
            isTicked={isChosen}
            isDisabled={hit.progress === 'registered'}
            onChange={onChoose}
          />
        </span>
        <span className="absolute top-2 right-2">
          <ProgressBadge progress={hit.progress} />
        </span>
      </div>
      <div className="flex flex-1 flex-col gap-1 p-3">
        <button
          type="button"
          onClick={onOpen}
          className="line-clamp-2 cursor-pointer text-left font-medium text-sm hover:underline"
        >
          {hit.title}
        </button>
        <p className="mt-auto flex items-baseline justify-between gap-2">
          <span className="font-bold">{formatKrw(hit.priceKrw, language)}</span>
          {hit.unitQuantity > 1 ? (
            <span className="text-quiet text-xs">
              {t('sourcing.unit', { value: formatCount(hit.unitQuantity, language) })}
            </span>
          ) : null}
        </p>
        <p className="truncate text-quiet text-xs">{deliveryWords(hit, t, language)}</p>
        {hit.estimate === null ? (
          <p className="text-quiet text-xs">{t('sourcing.noEstimate')}</p>
        ) : (
          <p className="truncate text-xs">
            <span className="text-quiet">{t('sourcing.profit')} </span>
            <span className="font-semibold text-good">
              {formatKrw(hit.estimate.netProfitKrw, language)}
            </span>
            <span className="text-quiet">
              {' · '}
              {formatPercent(hit.estimate.marginRate, language)}
            </span>
          </p>
        )}
        <HitFlags hit={hit} />
      </div>
    </article>
  );
}

/** What limits who can buy the item or how it comes. */
export function HitFlags({ hit }: Pick<HitProps, 'hit'>) {
  const { t } = useTranslation();
  if (!hit.isAdult && !hit.isBusinessOnly && !hit.isFromOversea) return null;
  return (
    <p className="flex flex-wrap gap-1">
      {hit.isAdult ? <Badge tone="bad">{t('sourcing.adult')}</Badge> : null}
      {hit.isBusinessOnly ? <Badge tone="warn">{t('sourcing.businessOnly')}</Badge> : null}
      {hit.isFromOversea ? (
        <Badge tone="quiet" Icon={Plane}>
          {t('sourcing.oversea')}
        </Badge>
      ) : null}
    </p>
  );
}

/** Who pays the delivery, with the fee where there is one and it is known. */
export function deliveryWords(
  hit: Pick<SourcingRow, 'payer' | 'deliveryFeeKrw'>,
  t: ReturnType<typeof useTranslation>['t'],
  language: ReturnType<typeof useLanguage>,
): string {
  const payer = t(`sourcing.payers.${hit.payer}`);
  const hasFee = hit.payer !== 'free' && hit.deliveryFeeKrw !== null && hit.deliveryFeeKrw > 0;
  return hasFee ? `${payer} ${formatKrw(hit.deliveryFeeKrw ?? 0, language)}` : payer;
}
