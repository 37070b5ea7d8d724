import type { Draft, DraftCategory, DraftField } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import type { DraftRepair } from '@shared/ipc/drafts';
import { textOf } from '@shared/texts/catalogue';
import { ArrowRight, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge';
import { formatKrw, formatPercent } from '../../../ui/format';
import { Picture } from '../../../ui/Picture';
import { useLanguage } from '../../../ui/use-language';
import { DRAFT_LOOKS } from '../draft-looks';
import { useFieldWords } from '../use-field-words';
import { Candidates } from './Candidates';

export interface ReviewCardProps {
  readonly draft: Draft;
  /** What keeps the draft back. */
  readonly stops: readonly Reason[];
  /** The one that is looked at. */
  readonly place: number;
  readonly repair: DraftRepair | null;
  readonly source: string | null;
  /** Other values for what is asked, each with a number key. */
  readonly candidates: DraftCategory['candidates'];
  /** Confirming the value as it is answers what is asked. */
  readonly isConfirmable: boolean;
  readonly isBusy: boolean;
  readonly onPlace: (place: number) => void;
  readonly onChoose: (place: number) => void;
}

/** One draft with its findings; the one that is looked at with its suggestion and where the rule comes from. */
export function ReviewCard({
  draft,
  stops,
  place,
  repair,
  source,
  candidates,
  isConfirmable,
  isBusy,
  onPlace,
  onChoose,
}: ReviewCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { content } = draft;
  const look = DRAFT_LOOKS[draft.state];
  return (
    <article className="overflow-hidden rounded-xl border border-line bg-surface shadow-card">
      <header className="flex gap-5 p-5">
        <Picture url={content.images.product[0] ?? null} alt="" className="size-32" />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">{content.name}</h2>
          <p className="mt-0.5 text-quiet text-sm">
            {[draft.itemNo, content.category?.path.replaceAll('>', ' › ')]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
            <span className="font-bold text-xl">
              {formatKrw(content.price.salePriceKrw - content.price.immediateDiscountKrw, language)}
            </span>
            <span className={content.price.netProfitKrw < 0 ? 'text-bad' : 'text-good'}>
              {t('editor.netProfit')} {formatKrw(content.price.netProfitKrw, language)}
            </span>
            <span className="text-quiet text-sm">
              {t('drafts.margin', { percent: formatPercent(content.price.marginRate, language) })}
            </span>
          </p>
        </div>
        <div>
          <Badge tone={look.tone} Icon={look.Icon}>
            {t(`drafts.states.${draft.state}`)}
          </Badge>
        </div>
      </header>
      {stops.length === 0 ? (
        <p className="flex items-center gap-2 border-line border-t px-5 py-6 font-medium text-good">
          <CircleCheck aria-hidden="true" size={20} />
          {t('review.flow.solvedHere')}
        </p>
      ) : (
        <ol className="border-line border-t">
          {stops.map((reason, at) => (
            <li
              key={`${reason.code} ${JSON.stringify(reason.params ?? {})}`}
              aria-current={at === place ? 'step' : undefined}
              className="border-line border-b px-5 py-3.5 last:border-b-0 aria-[current=step]:bg-accent-soft/50"
            >
              <Finding
                draft={draft}
                reason={reason}
                isShown={at === place}
                isConfirmable={isConfirmable}
                repair={at === place ? repair : null}
                source={at === place ? source : null}
                onShow={() => onPlace(at)}
              >
                {at !== place || candidates.length === 0 ? null : (
                  <Candidates candidates={candidates} isDisabled={isBusy} onChoose={onChoose} />
                )}
              </Finding>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

interface FindingProps {
  readonly draft: Draft;
  readonly reason: Reason;
  readonly isShown: boolean;
  readonly isConfirmable: boolean;
  readonly repair: DraftRepair | null;
  readonly source: string | null;
  readonly onShow: () => void;
  /** Stands in for the sentence that nothing is suggested. */
  readonly children: ReactNode;
}

function Finding({
  draft,
  reason,
  isShown,
  isConfirmable,
  repair,
  source,
  onShow,
  children,
}: FindingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useFieldWords();
  const text = textOf(reason.code, language, reason.params);
  const isBlock = reason.severity === 'block';
  const Icon = isBlock ? CircleX : CircleHelp;
  const colour = isBlock ? 'text-bad' : 'text-warn';
  return (
    <div className="flex gap-2.5">
      <Icon aria-hidden="true" size={18} className={`mt-0.5 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onShow}
          className={`cursor-pointer rounded text-left font-medium ${colour}`}
        >
          {text.message}
        </button>
        {isShown ? (
          <>
            <p className="text-quiet text-sm">{text.fix}</p>
            {reason.verbatim === undefined ? null : (
              <q className="text-quiet text-sm italic">{reason.verbatim}</q>
            )}
            {source === null ? null : (
              <p className="mt-1 text-quiet text-xs">{t('review.flow.source', { source })}</p>
            )}
            {repair === null ? (
              (children ?? (
                <p className="mt-2 text-quiet text-sm">
                  {t(isConfirmable ? 'review.flow.confirmOrOpen' : 'review.flow.noSuggestion')}
                </p>
              ))
            ) : (
              <div className="mt-2.5 rounded-lg border border-accent/40 bg-raised px-3.5 py-2.5 text-sm">
                <p className="mb-1 font-semibold text-accent-text">{t('review.flow.suggestion')}</p>
                {repair.explanation === undefined ? null : <p>{repair.explanation[language]}</p>}
                <ul className="flex flex-col gap-1">
                  {(Object.keys(repair.change) as DraftField[]).map((field) => (
                    <li key={field} className="flex flex-wrap items-baseline gap-x-2">
                      <span className="font-medium">{t(`editor.fields.${field}`)}</span>
                      {field === 'options' || field === 'detailHtml' || field === 'images' ? (
                        <span className="text-quiet">{t('review.bulk.large')}</span>
                      ) : (
                        <>
                          <del className="text-quiet">{words(field, draft.content[field])}</del>
                          <ArrowRight aria-hidden="true" size={13} className="self-center" />
                          <ins className="text-good no-underline">
                            {words(field, repair.change[field])}
                          </ins>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        ) : null}
      </div>
    </div>
  );
}
