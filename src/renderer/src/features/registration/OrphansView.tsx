import type { OriginProductNo } from '@shared/domain/ids';
import type { RouteOutput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PackageSearch, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount, formatKrw, formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';

type Orphan = RouteOutput<'registration.getOrphans'>['orphans'][number];

const READING_REFRESH_MS = 1000;

/** Products of the store that carry our code and are unknown here: found, then taken over or left. */
export function OrphansView() {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const queries = useQueryClient();
  const [ticked, setTicked] = useState<ReadonlySet<OriginProductNo>>(new Set());
  const scan = useMutation({
    mutationFn: () => client.request('registration.scanOrphans', {}),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.queue.orphans }),
  });
  const decide = useMutation({
    mutationFn: (decision: 'adopt' | 'leave') =>
      client.request('registration.decideOrphans', { decision, originProductNos: [...ticked] }),
    onSuccess: () => setTicked(new Set()),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.queue.orphans }),
  });
  const report = useQuery({
    queryKey: queryKeys.queue.orphans,
    queryFn: () => client.request('registration.getOrphans', {}),
    refetchInterval: scan.isPending ? READING_REFRESH_MS : false,
  });
  const tick = (no: OriginProductNo, isTicked: boolean): void => {
    const next = new Set(ticked);
    if (isTicked) next.add(no);
    else next.delete(no);
    setTicked(next);
  };
  const fault = scan.error ?? decide.error;
  return (
    <Card
      title={t('queue.orphans.title')}
      aside={
        <Button isDisabled={scan.isPending} onPress={() => scan.mutate()}>
          <Search aria-hidden="true" size={16} />
          {t(scan.isPending ? 'queue.orphans.scanning' : 'queue.orphans.scan')}
        </Button>
      }
    >
      <p className="mb-4 text-quiet text-sm">{t('queue.orphans.hint')}</p>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <QueryView query={report}>
        {({ orphans, scannedAtMs, productCount, readingCount }) => (
          <>
            <p role="status" className="mb-3 text-quiet text-sm">
              {readingCount !== null
                ? t('queue.orphans.reading', { done: formatCount(readingCount, language) })
                : scannedAtMs === null
                  ? t('queue.orphans.never')
                  : t('queue.orphans.scanned', {
                      time: formatTime(scannedAtMs, Date.now(), language),
                      total: formatCount(productCount, language),
                    })}
            </p>
            {orphans.length === 0 ? (
              <EmptyState
                title={t('queue.orphans.empty')}
                hint={t('queue.orphans.emptyHint')}
                Icon={PackageSearch}
              />
            ) : (
              <>
                <ul aria-label={t('queue.orphans.title')} className="border-line border-t">
                  {orphans.map((orphan) => (
                    <OrphanRow
                      key={orphan.originProductNo}
                      orphan={orphan}
                      isTicked={ticked.has(orphan.originProductNo)}
                      onTick={(isTicked) => tick(orphan.originProductNo, isTicked)}
                    />
                  ))}
                </ul>
                <div className="mt-4 flex justify-end gap-2">
                  <Button
                    isDisabled={ticked.size === 0 || decide.isPending}
                    onPress={() => decide.mutate('leave')}
                  >
                    {t('queue.orphans.leave')}
                  </Button>
                  <Button
                    tone="primary"
                    isDisabled={ticked.size === 0 || decide.isPending}
                    onPress={() => decide.mutate('adopt')}
                  >
                    {t('queue.orphans.adopt', { left: formatCount(ticked.size, language) })}
                  </Button>
                </div>
              </>
            )}
          </>
        )}
      </QueryView>
    </Card>
  );
}

function OrphanRow({
  orphan,
  isTicked,
  onTick,
}: {
  readonly orphan: Orphan;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="flex items-center gap-3 border-line border-b py-2.5 text-sm last:border-b-0">
      <TickBox
        label={`${orphan.name} ${orphan.itemNo}`}
        isLabelHidden
        isTicked={isTicked}
        isDisabled={orphan.isDouble || orphan.decision === 'adopted'}
        onChange={onTick}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{orphan.name}</span>
        <span className="text-quiet">{`${orphan.itemNo} · ${orphan.channelProductNo}`}</span>
        {orphan.isDouble ? (
          <span className="block text-warn">{t('queue.orphans.doubleHint')}</span>
        ) : null}
      </span>
      {orphan.isDouble ? (
        <Badge tone="warn">{t('queue.orphans.double')}</Badge>
      ) : orphan.decision === null ? null : (
        <Badge tone={orphan.decision === 'adopted' ? 'good' : 'quiet'}>
          {t(`queue.orphans.decisions.${orphan.decision}`)}
        </Badge>
      )}
      <span className="whitespace-nowrap">{formatKrw(orphan.salePriceKrw, language)}</span>
    </li>
  );
}
