import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import type { HistoryPoint, WatchHistory } from '@shared/domain/watch';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { useWatchStatus } from '../../ipc/watch-queries';
import { Button, buttonLooks } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { SelectBox } from '../../ui/fields';
import { formatCount, formatKrw } from '../../ui/format';
import { Card, Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { saveTextFile } from '../../ui/save-text-file';
import { useLanguage } from '../../ui/use-language';
import { HistoryChart } from './HistoryChart';

const DAY_MS = 86_400_000;
const SPANS = { week: 7, month: 30, quarter: 90, all: null } as const;
type Span = keyof typeof SPANS;

/** Price and stock of one product over time, at the wholesaler and in the store. */
export function HistoryPage() {
  const { itemNo: text = '' } = useParams();
  const itemNo = parseItemNo(text);
  return itemNo === null ? null : <History key={itemNo} itemNo={itemNo} />;
}

function History({ itemNo }: { readonly itemNo: ItemNo }) {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const daysKept = useWatchStatus().data?.controls.historyDays;
  const [span, setSpan] = useState<Span>('month');
  const [openedAtMs] = useState(() => Date.now());
  const days = SPANS[span];
  const fromMs = days === null ? 0 : openedAtMs - days * DAY_MS;
  const history = useQuery({
    queryKey: queryKeys.history(itemNo, fromMs),
    queryFn: () => client.request('watch.getHistory', { itemNo, fromMs }),
  });
  const save = useMutation({
    mutationFn: () => client.request('watch.exportHistory', { itemNo }),
    onSuccess: ({ fileName, csv }) => saveTextFile(fileName, csv, 'text/csv;charset=utf-8'),
  });
  return (
    <Page
      width="wide"
      back={{ to: '/watch?tab=products', text: t('history.back') }}
      title={history.data?.productName ?? t('history.title')}
      subtitle={`${t('history.title')} · ${t('history.item', { itemNo })}`}
      actions={
        <>
          <Link to={`/drafts/${itemNo}`} className={buttonLooks('plain', 'normal')}>
            <FileText aria-hidden="true" size={17} />
            {t('history.openDraft')}
          </Link>
          <Button isDisabled={save.isPending} onPress={() => save.mutate()}>
            <Download aria-hidden="true" size={17} />
            {t('history.export')}
          </Button>
        </>
      }
    >
      {save.isError ? <FaultNotice fault={save.error} /> : null}
      <ChoiceGroup
        label={t('history.span')}
        isLabelHidden
        value={span}
        choices={(Object.keys(SPANS) as Span[]).map((value) => ({
          value,
          text: t(`history.spans.${value}`),
        }))}
        onChange={setSpan}
      />
      <QueryView query={history}>
        {(shown) => <Charts history={shown} fromMs={fromMs} toMs={openedAtMs} />}
      </QueryView>
      {daysKept === undefined ? null : (
        <p className="text-quiet text-sm">
          {t('history.kept', { days: formatCount(daysKept, language) })}{' '}
          <Link to="/watch?tab=policies" className="text-accent-text hover:underline">
            {t('history.changeKept')}
          </Link>
        </p>
      )}
    </Page>
  );
}

interface ChartsProps {
  readonly history: WatchHistory;
  /** 0 = as far back as there are points. */
  readonly fromMs: number;
  readonly toMs: number;
}

function Charts({ history, fromMs, toMs }: ChartsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const krw = (value: number): string => formatKrw(value, language);
  const count = (value: number): string => formatCount(value, language);
  const first = firstMs([history.item, history.listing, ...history.options.map((o) => o.points)]);
  const span = { fromMs: Math.max(fromMs, first ?? fromMs), toMs: Math.max(toMs, first ?? toMs) };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 2xl:grid-cols-2">
      <Card title={t('history.price')}>
        <p className="-mt-3 mb-3 text-quiet text-sm">{t('history.priceHint')}</p>
        <HistoryChart
          {...span}
          label={t('history.price')}
          formatValue={krw}
          lines={[
            { name: t('history.supply'), points: history.item, pick: priceOf, colour: 'accent' },
            { name: t('history.sale'), points: history.listing, pick: priceOf, colour: 'good' },
          ]}
        />
      </Card>
      <Card title={t('history.stock')}>
        <p className="-mt-3 mb-3 text-quiet text-sm">{t('history.stockHint')}</p>
        <HistoryChart
          {...span}
          label={t('history.stock')}
          formatValue={count}
          isFromZero
          lines={[
            { name: t('history.source'), points: history.item, pick: stockOf, colour: 'accent' },
            { name: t('history.store'), points: history.listing, pick: stockOf, colour: 'good' },
          ]}
        />
      </Card>
      {history.options.length === 0 ? null : (
        <div className="2xl:col-span-2">
          <Options history={history} {...span} />
        </div>
      )}
    </div>
  );
}

function Options({ history, fromMs, toMs }: ChartsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState(history.options[0]?.key ?? null);
  const option = history.options.find(({ key }) => key === chosen) ?? history.options[0];
  if (option === undefined) return null;
  return (
    <Card title={t('history.options')}>
      <div className="mb-4 max-w-sm">
        <SelectBox
          label={t('history.option')}
          value={option.key}
          choices={history.options.map(({ key, name }) => ({ value: key, text: name }))}
          onChange={setChosen}
        />
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        <div>
          <h3 className="mb-2 font-medium text-quiet text-sm">{t('history.optionPrice')}</h3>
          <HistoryChart
            fromMs={fromMs}
            toMs={toMs}
            label={`${option.name} ${t('history.optionPrice')}`}
            formatValue={(value) => formatKrw(value, language)}
            lines={[
              {
                name: t('history.optionPrice'),
                points: option.points,
                pick: priceOf,
                colour: 'accent',
              },
            ]}
          />
        </div>
        <div>
          <h3 className="mb-2 font-medium text-quiet text-sm">{t('history.optionStock')}</h3>
          <HistoryChart
            fromMs={fromMs}
            toMs={toMs}
            label={`${option.name} ${t('history.optionStock')}`}
            formatValue={(value) => formatCount(value, language)}
            isFromZero
            lines={[
              {
                name: t('history.optionStock'),
                points: option.points,
                pick: stockOf,
                colour: 'good',
              },
            ]}
          />
        </div>
      </div>
    </Card>
  );
}

function priceOf({ priceKrw }: HistoryPoint): number | null {
  return priceKrw;
}

function stockOf({ stock }: HistoryPoint): number | null {
  return stock;
}

function firstMs(series: readonly (readonly HistoryPoint[])[]): number | null {
  const moments = series.flatMap(([first]) => (first === undefined ? [] : [first.atMs]));
  return moments.length === 0 ? null : Math.min(...moments);
}
