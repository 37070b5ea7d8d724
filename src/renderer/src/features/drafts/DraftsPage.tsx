import type { DraftState } from '@shared/domain/draft';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { DraftRow } from './DraftRow';

const PAGE_ROWS = 50;
const STATES = ['ready', 'needs-review', 'blocked'] as const satisfies readonly DraftState[];

/** All drafts with their state and, in words, what each waits for. */
export function DraftsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<DraftState | 'all'>('all');
  const [text, setText] = useState('');
  const [offset, setOffset] = useState(0);
  const filter = {
    offset,
    limit: PAGE_ROWS,
    ...(state === 'all' ? {} : { state }),
    ...(text === '' ? {} : { text }),
  };
  const drafts = useQuery({
    queryKey: queryKeys.drafts.list(filter),
    queryFn: () => client.request('drafts.list', filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('drafts.title')}>
      <div className="flex flex-wrap items-center gap-4">
        <ChoiceGroup
          label={t('common.state')}
          isLabelHidden
          value={state}
          choices={[
            { value: 'all', text: t('common.all') },
            ...STATES.map((value) => ({ value, text: t(`drafts.states.${value}`) })),
          ]}
          onChange={(chosen) => {
            setState(chosen);
            setOffset(0);
          }}
        />
        <SearchField
          value={text}
          onChange={(typed) => {
            setText(typed);
            setOffset(0);
          }}
          maxLength={100}
          className="flex items-center gap-2"
        >
          <Label className="text-quiet">{t('drafts.search')}</Label>
          <Input className="rounded-lg border border-line bg-surface px-3 py-1.5" />
        </SearchField>
      </div>
      <QueryView query={drafts}>
        {(page) =>
          page.total === 0 ? (
            <EmptyState title={t('drafts.empty')} hint={t('drafts.emptyHint')} />
          ) : (
            <>
              <ul className="flex flex-col gap-3">
                {page.drafts.map((draft) => (
                  <DraftRow key={draft.itemNo} draft={draft} />
                ))}
              </ul>
              <Pager offset={offset} limit={PAGE_ROWS} total={page.total} onMove={setOffset} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
