import type { RouteOutput } from '@shared/ipc/registry';
import type { MessageCode } from '@shared/texts/catalogue';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../ui/format';
import { reasonHeadline } from '../../ui/reason-headline';
import { useLanguage } from '../../ui/use-language';

export interface ReasonBarProps {
  readonly reasons: RouteOutput<'registration.listReasons'>['reasons'];
  readonly chosen: string | null;
  readonly onChoose: (code: MessageCode | null) => void;
  /** What can be done to all jobs with the chosen reason at once. */
  readonly actionsOf?: (code: MessageCode, jobCount: number) => ReactNode;
}

/** Why jobs wait for a person, grouped, each with how many; choosing one shows only those. */
export function ReasonBar({ reasons, chosen, onChoose, actionsOf }: ReasonBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (reasons.length === 0) return null;
  const current = reasons.find(({ code }) => code === chosen);
  return (
    <section
      aria-label={t('queue.reasons')}
      className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-surface px-4 py-3"
    >
      <span className="mr-1 font-medium text-quiet text-sm">{t('queue.reasons')}</span>
      {reasons.map(({ code, jobCount }) => (
        <ToggleButton
          key={code}
          isSelected={code === chosen}
          onChange={(isSelected) => onChoose(isSelected ? code : null)}
          className="flex max-w-80 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-raised px-3 py-1 text-sm hover:bg-sunken data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[selected]:border-accent data-[selected]:bg-accent-soft data-[selected]:text-accent-text"
        >
          <span className="truncate">{reasonHeadline(code, language)}</span>
          <span className="font-semibold text-xs">{formatCount(jobCount, language)}</span>
        </ToggleButton>
      ))}
      {current === undefined ? null : (
        <span className="ml-auto flex gap-2">{actionsOf?.(current.code, current.jobCount)}</span>
      )}
    </section>
  );
}
