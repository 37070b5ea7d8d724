import { useMutation } from '@tanstack/react-query';
import { CheckCheck, ListChecks, WandSparkles, X } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from '../../ipc/use-client';
import { useDraftSelection } from '../../state/item-selection';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import type { ListFilter } from './draft-filter';

/** Rows of one page while everything that the filter finds is selected. */
const PAGE_ROWS = 500;
/** Most drafts that one change may name. */
const SELECT_MAX = 10_000;

export interface BulkBarProps {
  readonly filter: ListFilter;
  readonly total: number | null;
}

/** What is selected and what can be done with it; with a reason chosen, the one answer for all of them. */
export const BulkBar = memo(({ filter, total }: BulkBarProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const { chosen, choose, clear } = useDraftSelection();
  const selectAll = useMutation({
    mutationFn: async () => {
      for (let offset = 0; offset < SELECT_MAX; offset += PAGE_ROWS) {
        const { drafts } = await client.request('drafts.list', {
          ...filter,
          offset,
          limit: PAGE_ROWS,
        });
        choose(
          drafts.map(({ itemNo }) => itemNo),
          true,
        );
        if (drafts.length < PAGE_ROWS) break;
      }
    },
  });
  const { reasonCode } = filter;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2">
      <Button
        size="small"
        tone="ghost"
        isDisabled={selectAll.isPending || total === null || total === 0}
        onPress={() => selectAll.mutate()}
      >
        <CheckCheck aria-hidden="true" size={15} />
        {t('review.selectAll', { value: formatCount(total ?? 0, language) })}
      </Button>
      {reasonCode === undefined || total === null || total === 0 ? null : (
        <Button
          size="small"
          tone="primary"
          onPress={() => void navigate(`/drafts/bulk?reason=${encodeURIComponent(reasonCode)}`)}
        >
          <WandSparkles aria-hidden="true" size={15} />
          {t('review.fixAll')}
        </Button>
      )}
      {chosen.size === 0 ? null : (
        <section
          aria-label={t('review.bulkEdit')}
          className="flex flex-wrap items-center gap-2 rounded-lg border border-accent bg-accent-soft py-0.5 pr-1 pl-3"
        >
          <p role="status" className="font-semibold text-accent-text text-sm">
            {t('review.selected', { value: formatCount(chosen.size, language) })}
          </p>
          <Button size="small" tone="ghost" onPress={clear}>
            <X aria-hidden="true" size={15} />
            {t('review.clearSelection')}
          </Button>
          <Button size="small" onPress={() => void navigate('/drafts/table')}>
            {t('review.tables')}
          </Button>
          <Button size="small" tone="primary" onPress={() => void navigate('/drafts/bulk')}>
            <ListChecks aria-hidden="true" size={15} />
            {t('review.bulkEdit')}
          </Button>
        </section>
      )}
    </div>
  );
});
