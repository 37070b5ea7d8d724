import type { VerdictCounts } from '@shared/domain/intake';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { PAGE_ROWS, usePagedRows } from '../../ui/use-paged-rows';
import { VirtualTable } from '../../ui/VirtualTable';
import { verdictColumns } from './verdict-columns';

const GROUPS = ['all', 'taken', 'duplicate', 'malformed'] as const;
type Group = (typeof GROUPS)[number];
const ROW_PX = 45;

export interface ListLinesProps {
  readonly readingId: string;
  readonly verdicts: VerdictCounts;
}

/** The lines of a list with their verdicts; only those in view are asked for. */
export function ListLines({ readingId, verdicts }: ListLinesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const [group, setGroup] = useState<Group>('all');
  const columns = useMemo(() => verdictColumns(t), [t]);
  const counts = {
    ...verdicts,
    all: verdicts.taken + verdicts.duplicate + verdicts.malformed,
  };
  const rows = usePagedRows(
    (offset) => {
      const input = { readingId, group, offset, limit: PAGE_ROWS };
      return {
        queryKey: queryKeys.intake.lines(input),
        queryFn: () => client.request('intake.listLines', input),
        // What was read does not change any more.
        staleTime: Number.POSITIVE_INFINITY,
      };
    },
    ({ lines, total }) => ({ rows: lines, total }),
  );
  return (
    <>
      <ChoiceGroup
        label={t('intake.filterLabel')}
        isLabelHidden
        value={group}
        choices={GROUPS.map((value) => ({
          value,
          text: t(`intake.groups.${value}`),
          count: formatCount(counts[value], language),
        }))}
        onChange={setGroup}
      />
      {rows.fault === null ? null : <FaultNotice fault={rows.fault} onRetry={rows.retry} />}
      <div className="flex h-[30rem] flex-col">
        <VirtualTable
          label={t('intake.table')}
          listKey={`${readingId} ${group}`}
          total={counts[group]}
          rowAt={rows.rowAt}
          keyOf={({ line, text }) => `${line} ${text}`}
          columns={columns}
          rowPx={ROW_PX}
          showRange={rows.showRange}
        />
      </div>
    </>
  );
}
