import type { RouteOutput } from '@shared/ipc/registry';
import type { MessageCode } from '@shared/texts/catalogue';
import { type ReactNode, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
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

/** Reasons shown at first: one line of them, so that the list keeps its room. */
const SHOWN_AT_FIRST = 4;

/** Why jobs wait for a person, grouped, each with how many; choosing one shows only those. */
export function ReasonBar({ reasons, chosen, onChoose, actionsOf }: ReasonBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  if (reasons.length === 0) return null;
  const current = reasons.find(({ code }) => code === chosen);
  const shown = isOpen
    ? reasons
    : reasons.filter(({ code }, place) => place < SHOWN_AT_FIRST || code === chosen);
  const left = reasons.length - shown.length;
  return (
    <section aria-label={t('queue.reasons')} className="flex flex-wrap items-center gap-2">
      <span className="mr-1 font-medium text-quiet text-sm">{t('queue.reasons')}</span>
      {shown.map(({ code, jobCount }) => (
        <ToggleButton
          key={code}
          isSelected={code === chosen}
          onChange={(isSelected) => onChoose(isSelected ? code : null)}
          className="flex max-w-72 cursor-pointer items-center gap-1.5 rounded-full border border-line bg-raised px-3 py-1 text-sm hover:bg-sunken data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[selected]:border-accent data-[selected]:bg-accent-soft data-[selected]:text-accent-text"
        >
          <span className="truncate">{reasonHeadline(code, language)}</span>
          <span className="shrink-0 whitespace-nowrap font-semibold text-xs">
            {formatCount(jobCount, language)}
          </span>
        </ToggleButton>
      ))}
      {left === 0 && !isOpen ? null : (
        <Button size="small" tone="ghost" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen
            ? t('queue.fewerReasons')
            : t('queue.otherReasons', { value: formatCount(left, language) })}
        </Button>
      )}
      {current === undefined ? null : (
        <span className="ml-auto flex gap-2">{actionsOf?.(current.code, current.jobCount)}</span>
      )}
    </section>
  );
}
