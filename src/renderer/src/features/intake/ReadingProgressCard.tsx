import type { ReadingProgress } from '@shared/domain/intake';
import { FileSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { Card } from '../../ui/Page';
import { useLanguage } from '../../ui/use-language';
import { ProgressLine } from './ProgressLine';

export interface ReadingProgressCardProps {
  readonly fileName: string;
  readonly progress: ReadingProgress;
  /** True once the seller has cancelled. */
  readonly isCancelling: boolean;
  readonly onCancel: () => void;
}

const VERDICTS = ['taken', 'duplicate', 'malformed'] as const;

/** A list while it is read: how far it is, the verdicts so far, and the way out. */
export function ReadingProgressCard({
  fileName,
  progress,
  isCancelling,
  onCancel,
}: ReadingProgressCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { phase, lineCount, lineTotal, verdicts } = progress;
  const count = (value: number): string => formatCount(value, language);
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-4">
        <span className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent-text">
          <FileSearch aria-hidden="true" size={22} />
        </span>
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="truncate font-semibold text-[1.05rem]">{fileName}</h2>
          <p role="status" className="text-quiet text-sm">
            {t(isCancelling ? 'intake.cancelling' : `intake.phases.${phase}`)}
          </p>
        </div>
        <Button onPress={onCancel} isDisabled={isCancelling}>
          {t('intake.cancel')}
        </Button>
      </div>
      <div className="mt-4">
        <ProgressLine
          label={t('intake.reading')}
          value={lineCount}
          max={lineTotal}
          valueText={
            lineTotal === null
              ? t('intake.linesSoFar', { lines: count(lineCount) })
              : t('intake.linesOf', { lines: count(lineCount), total: count(lineTotal) })
          }
        />
      </div>
      {phase === 'verdicts' ? (
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {VERDICTS.map((verdict) => (
            <div key={verdict} className="flex gap-2">
              <dt className="text-quiet">{t(`intake.groups.${verdict}`)}</dt>
              <dd className="font-semibold tabular-nums">{count(verdicts[verdict])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Card>
  );
}
