import { memo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDraftOverview } from '../../ipc/draft-queries';
import { formatCount } from '../../ui/format';
import { reasonHeadline } from '../../ui/reason-headline';
import { useLanguage } from '../../ui/use-language';

const ALL = 'all';

export interface ReasonFilterProps {
  /** Null shows drafts with any reason or none. */
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
}

/** The reasons that drafts wait for, with how many of each; one of them narrows the list. */
export const ReasonFilter = memo(({ value, onChange }: ReasonFilterProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const overview = useDraftOverview();
  const reasons = overview.data?.byReason ?? [];
  if (reasons.length === 0) return null;
  return (
    <div className="w-60 shrink-0 overflow-y-auto max-xl:w-full 2xl:w-72">
      <h2 className="mb-2 px-2 font-medium text-quiet text-sm" id="reason-filter">
        {t('drafts.reasonFilter')}
      </h2>
      <ListBox
        aria-labelledby="reason-filter"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value ?? ALL]}
        onSelectionChange={(chosen) => {
          const [key] = chosen === 'all' ? [] : [...chosen];
          onChange(key === undefined || key === ALL ? null : String(key));
        }}
        className="flex flex-col gap-0.5 max-xl:max-h-44 max-xl:overflow-y-auto"
      >
        <ReasonItem id={ALL} words={t('drafts.allReasons')} count={null} />
        {reasons.map(({ code, count }) => (
          <ReasonItem
            key={code}
            id={code}
            words={reasonHeadline(code, language)}
            count={formatCount(count, language)}
          />
        ))}
      </ListBox>
    </div>
  );
});

interface ReasonItemProps {
  readonly id: string;
  readonly words: string;
  readonly count: string | null;
}

function ReasonItem({ id, words, count }: ReasonItemProps) {
  return (
    <ListBoxItem
      id={id}
      textValue={words}
      className="flex cursor-pointer items-baseline justify-between gap-3 rounded-lg px-2.5 py-1.5 text-sm hover:bg-surface data-[selected]:bg-accent-soft data-[selected]:font-medium data-[selected]:text-accent-text data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
    >
      <span>{words}</span>
      {count === null ? null : <span className="shrink-0 text-quiet">{count}</span>}
    </ListBoxItem>
  );
}
