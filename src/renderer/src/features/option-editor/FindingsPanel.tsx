import type { Reason } from '@shared/domain/reason';
import type { OptionRepair } from '@shared/options/naver/repairs';
import { textOf } from '@shared/texts/catalogue';
import { CircleCheck, CircleX, TriangleAlert, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { formatKrw } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { useDispatch, useShown } from './editor-context';

/** Findings of one kind that are listed one by one; the others are counted. */
const LISTED_MAX = 4;
const CHANGES_MAX = 3;

/** What Naver would refuse of the options as they stand, in words, with repairs of one click. */
export function FindingsPanel() {
  const { t } = useTranslation();
  const { view } = useShown();
  const { problems, repairs } = view;
  // Spoken when the number changes, not with every word that is typed.
  const told = (
    <p role="status" className="sr-only">
      {problems.length === 0
        ? t('optionEditor.allFine')
        : t('optionEditor.findingCount', { count: problems.length })}
    </p>
  );
  // One line, so that the options themselves are in view.
  if (problems.length === 0) {
    return (
      <div>
        {told}
        <p className="flex items-center gap-2 font-medium text-good">
          <CircleCheck aria-hidden="true" size={18} />
          {t('optionEditor.allFine')}
        </p>
      </div>
    );
  }
  return (
    <Card title={t('optionEditor.findings')}>
      {told}
      <div className="flex max-h-80 flex-col gap-3 overflow-y-auto">
        {repairs.map((repair) => (
          <RepairOffer key={JSON.stringify([repair.kind, repair.shiftKrw])} repair={repair} />
        ))}
        <Findings problems={problems} />
      </div>
    </Card>
  );
}

interface FindingsProps {
  readonly problems: readonly Reason[];
}

function Findings({ problems }: FindingsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const stops = ({ severity }: Reason): number => (severity === 'block' ? 0 : 1);
  const byCode = Map.groupBy(
    problems.toSorted((left, right) => stops(left) - stops(right)),
    ({ code }) => code,
  );
  return (
    <ul className="flex flex-col gap-2.5">
      {[...byCode].map(([code, found]) => {
        const texts = found.map((reason) => textOf(code, language, reason.params));
        const isBlock = found.some(({ severity }) => severity === 'block');
        const Sign = isBlock ? CircleX : TriangleAlert;
        return (
          <li key={code} className="flex gap-2.5">
            <Sign
              aria-hidden="true"
              size={18}
              className={`mt-0.5 shrink-0 ${isBlock ? 'text-bad' : 'text-warn'}`}
            />
            <div className="min-w-0">
              {texts.slice(0, LISTED_MAX).map(({ message }) => (
                <p key={message} className="font-medium text-sm">
                  {message}
                </p>
              ))}
              {texts.length > LISTED_MAX ? (
                <p className="text-sm">
                  {t('optionEditor.moreFindings', { count: texts.length - LISTED_MAX })}
                </p>
              ) : null}
              <p className="text-quiet text-sm">{texts[0]?.fix}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface RepairOfferProps {
  readonly repair: OptionRepair;
}

function RepairOffer({ repair }: RepairOfferProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dispatch = useDispatch();
  const { changes } = repair;
  return (
    <div className="flex items-start justify-between gap-3 rounded-lg bg-accent-soft px-3 py-2.5">
      <div className="min-w-0 text-sm">
        <p className="font-medium">{repair.explanation[language]}</p>
        {changes.length === 0 ? (
          <p className="text-good">{t('optionEditor.buyersPaySame')}</p>
        ) : (
          <>
            <p className="text-warn">
              {t('optionEditor.buyersPayOther', { count: changes.length })}
            </p>
            <ul className="text-quiet">
              {changes.slice(0, CHANGES_MAX).map(({ values, beforeKrw, afterKrw }) => (
                <li key={values.join('\n')}>
                  {values.join(' / ')}: {formatKrw(beforeKrw, language)} →{' '}
                  {formatKrw(afterKrw, language)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Button size="small" tone="primary" onPress={() => dispatch({ kind: 'repair', repair })}>
        <Wrench aria-hidden="true" size={14} />
        {t(`optionEditor.repairs.${repair.kind}`)}
      </Button>
    </div>
  );
}
