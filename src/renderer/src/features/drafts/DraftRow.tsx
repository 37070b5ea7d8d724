import type { DraftSummary } from '@shared/ipc/drafts';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../ui/Badge';
import { formatCount, formatKrw } from '../../ui/format';
import { ReasonList } from '../../ui/ReasonList';
import { useLanguage } from '../../ui/use-language';

const TONES: Readonly<Record<DraftSummary['state'], BadgeTone>> = {
  ready: 'good',
  'needs-review': 'warn',
  blocked: 'bad',
};

export interface DraftRowProps {
  readonly draft: DraftSummary;
}

/** One draft: what it is, what it earns, and why it cannot go out yet. */
export function DraftRow({ draft }: DraftRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="flex gap-4 rounded-xl border border-line bg-surface p-4">
      {draft.pictureUrl === null ? (
        <div className="size-16 shrink-0 rounded-lg bg-page" />
      ) : (
        <img
          src={draft.pictureUrl}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          className="size-16 shrink-0 rounded-lg bg-page object-cover"
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={TONES[draft.state]}>{t(`drafts.states.${draft.state}`)}</Badge>
          <span className="font-semibold">{draft.name}</span>
          <span className="text-quiet text-sm">{draft.itemNo}</span>
        </div>
        <p className="text-quiet text-sm">
          {draft.categoryPath ?? t('drafts.noCategory')} · {t('drafts.price')}{' '}
          {formatKrw(draft.salePriceKrw - draft.immediateDiscountKrw, language)} ·{' '}
          {t('drafts.profit')} {formatKrw(draft.netProfitKrw, language)} · {t('drafts.options')}{' '}
          {formatCount(draft.optionCount, language)}
        </p>
        <ReasonList reasons={draft.reasons} />
      </div>
    </li>
  );
}
