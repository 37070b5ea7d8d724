import type { WatchControls } from '@shared/domain/watch';
import { useMutation } from '@tanstack/react-query';
import { BellOff, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../ipc/use-client';
import { useWatchActions } from '../../ipc/watch-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { NumberBox } from '../../ui/fields';
import { Card } from '../../ui/Page';
import { SwitchBox } from '../../ui/SwitchBox';
import { saveTextFile } from '../../ui/save-text-file';

/** How far the watcher may go in this store, and how long it remembers. */
export function LimitsCard({ controls }: { readonly controls: WatchControls }) {
  const { t } = useTranslation();
  const client = useClient();
  const { saveControls } = useWatchActions();
  const exportAll = useMutation({
    mutationFn: () => client.request('watch.exportHistory', {}),
    onSuccess: ({ fileName, csv }) => saveTextFile(fileName, csv, 'text/csv;charset=utf-8'),
  });
  const save = (change: Partial<WatchControls>): void =>
    saveControls.mutate({ ...controls, ...change });
  return (
    <Card
      title={t('watch.limits')}
      aside={
        <Button size="small" isDisabled={exportAll.isPending} onPress={() => exportAll.mutate()}>
          <Download aria-hidden="true" size={14} />
          {t('watch.export')}
        </Button>
      }
    >
      {exportAll.error === null ? null : <FaultNotice fault={exportAll.error} />}
      {saveControls.error === null ? null : <FaultNotice fault={saveControls.error} />}
      <div className="grid grid-cols-4 gap-4 max-xl:grid-cols-2 max-sm:grid-cols-1">
        <NumberBox
          label={t('watch.lowStock')}
          value={controls.lowStock}
          min={0}
          max={10_000}
          onChange={(lowStock) => save({ lowStock })}
        />
        <NumberBox
          label={t('watch.massEnd')}
          value={controls.massEndPercent}
          min={0}
          max={100}
          onChange={(massEndPercent) => save({ massEndPercent })}
        />
        <NumberBox
          label={t('watch.budgetShare')}
          value={controls.budgetPercent}
          min={1}
          max={100}
          onChange={(budgetPercent) => save({ budgetPercent })}
        />
        <div>
          <NumberBox
            label={t('watch.historyDays')}
            value={controls.historyDays}
            min={7}
            max={3650}
            onChange={(historyDays) => save({ historyDays })}
          />
          <p className="mt-1 text-quiet text-xs">{t('watch.historyDaysHint')}</p>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <SwitchBox
          label={`${t('watch.dryRun')} – ${t('watch.dryRunHint')}`}
          isSelected={controls.isDryRun}
          onChange={(isDryRun) => save({ isDryRun })}
        />
        <Link
          to="/notifications/settings"
          className="inline-flex items-center gap-1.5 text-accent-text text-sm hover:underline"
        >
          <BellOff aria-hidden="true" size={15} />
          {t('watch.quietHours')}
        </Link>
      </div>
    </Card>
  );
}
