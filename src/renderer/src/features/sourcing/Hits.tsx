import type { ItemNo } from '@shared/domain/ids';
import {
  type LicenceScan,
  SOURCING_SORTS,
  type SourcingConditions,
  type SourcingSort,
} from '@shared/domain/sourcing';
import { SearchX } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSourcingSelection } from '../../state/item-selection';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { SelectBox } from '../../ui/fields';
import { formatCount } from '../../ui/format';
import { LoadingList } from '../../ui/QueryView';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { VirtualTable } from '../../ui/VirtualTable';
import { HitGrid } from './HitGrid';
import { hitColumns } from './hit-columns';
import { useHits } from './use-sourcing';

const ROW_PX = 78;

export type HitView = 'grid' | 'table';

export interface HitsProps {
  /** A search that the wholesaler would take. */
  readonly conditions: SourcingConditions;
  readonly view: HitView;
  readonly openItemNo: ItemNo | null;
  readonly onOpen: (itemNo: ItemNo) => void;
  readonly onSort: (sort: SourcingSort) => void;
  readonly onView: (view: HitView) => void;
}

/** What a search found, as cards or as a list, read as far as it is looked at. */
export function Hits({ conditions, view, openItemNo, onOpen, onSort, onView }: HitsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = useSourcingSelection((selection) => selection.chosen);
  const choose = useSourcingSelection((selection) => selection.choose);
  const hits = useHits(conditions);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const listKey = JSON.stringify(conditions);
  const columns = useMemo(() => hitColumns(t, onOpen), [t, onOpen]);
  const { rowAt, showRange, latest } = hits;
  const scan = latest?.scan ?? null;
  const hasMore = scan !== null && latest?.hasMore === true;
  const show = useCallback(
    (first: number, last: number): void => {
      showRange(first, last);
      setRange({ first, last });
    },
    [showRange],
  );
  const inView = Array.from({ length: range.last - range.first + 1 }, (_, at) =>
    rowAt(range.first + at),
  ).flatMap((row) => (row === undefined || row.progress === 'registered' ? [] : [row.itemNo]));

  if (hits.total === null) {
    return hits.fault === null ? (
      <LoadingList />
    ) : (
      <FaultNotice fault={hits.fault} onRetry={hits.retry} />
    );
  }
  return (
    <>
      {hits.fault === null ? null : <FaultNotice fault={hits.fault} onRetry={hits.retry} />}
      {hits.total === 0 ? (
        <EmptyState
          title={t('sourcing.none')}
          hint={
            scan === null || scan.checkedItems === 0
              ? t('sourcing.noneHint')
              : t('sourcing.noneLicensed', {
                  checked: formatCount(scan.checkedItems, language),
                  of: formatCount(scan.ofItems, language),
                })
          }
          Icon={SearchX}
        />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h2 className="font-semibold" aria-live="polite">
                {t(hasMore ? 'sourcing.resultsMore' : 'sourcing.results', {
                  value: formatCount(latest?.totalItems ?? hits.total, language),
                })}
              </h2>
              {scan === null ? null : <Scan {...scan} />}
              <TickBox
                label={t('sourcing.choosePage')}
                isTicked={inView.length > 0 && inView.every((each) => chosen.has(each))}
                onChange={(isTicked) => choose(inView, isTicked)}
              />
            </div>
            <div className="flex max-w-full flex-wrap items-center gap-3">
              <div className="w-36 max-w-full xl:w-44">
                <SelectBox
                  label={t('sourcing.sort')}
                  isLabelHidden
                  value={
                    conditions.sort ?? (conditions.keyword === undefined ? 'ranking' : 'relevance')
                  }
                  choices={SOURCING_SORTS.filter(
                    (sort) => sort !== 'relevance' || conditions.keyword !== undefined,
                  ).map((value) => ({ value, text: t(`sourcing.sorts.${value}`) }))}
                  onChange={onSort}
                />
              </div>
              <ChoiceGroup
                label={t('sourcing.view')}
                isLabelHidden
                value={view}
                choices={[
                  { value: 'grid', text: t('sourcing.grid') },
                  { value: 'table', text: t('sourcing.table') },
                ]}
                onChange={onView}
              />
            </div>
          </div>
          {view === 'grid' ? (
            <HitGrid
              label={t('sourcing.resultsTable')}
              listKey={listKey}
              total={hits.total}
              rowAt={rowAt}
              showRange={show}
              chosen={chosen}
              onChoose={(itemNo, isChosen) => choose([itemNo], isChosen)}
              onOpen={onOpen}
            />
          ) : (
            <VirtualTable
              label={t('sourcing.resultsTable')}
              listKey={listKey}
              total={hits.total}
              rowAt={rowAt}
              keyOf={({ itemNo }) => itemNo}
              columns={columns}
              rowPx={ROW_PX}
              showRange={show}
              selectedKey={openItemNo}
            />
          )}
        </>
      )}
    </>
  );
}

/** How many hits had to be looked at for the permitted ones. */
function Scan({ checkedItems, ofItems }: LicenceScan) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className="text-quiet text-sm">
      {t('sourcing.scan', {
        checked: formatCount(checkedItems, language),
        of: formatCount(ofItems, language),
      })}
    </span>
  );
}
