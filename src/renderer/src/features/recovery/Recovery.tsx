import { useTranslation } from 'react-i18next';
import { useBackups, useRecover } from '../../ipc/backup-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { BackupList } from '../settings/data/BackupList';

/** The last good backup first, then all others, then going on without the damaged file. */
export function Recovery() {
  const { t } = useTranslation();
  const language = useLanguage();
  const backups = useBackups();
  const recover = useRecover();
  return (
    <Card title={t('backup.title')}>
      {recover.isError ? <FaultNotice fault={recover.error} /> : null}
      <QueryView query={backups}>
        {({ backups: list }) => {
          const [latest, ...others] = list;
          return (
            <div className="flex flex-col gap-5">
              {latest === undefined ? (
                <p>{t('backup.none')}</p>
              ) : (
                <div className="flex flex-wrap items-center gap-3">
                  <Button
                    tone="primary"
                    isDisabled={recover.isPending}
                    onPress={() => recover.mutate(latest.id)}
                  >
                    {recover.isPending ? t('backup.restoring') : t('backup.latest')}
                  </Button>
                  <span className="text-quiet text-sm">
                    {t('backup.latestHint', {
                      time: formatTime(latest.createdAtMs, Date.now(), language),
                    })}
                  </span>
                </div>
              )}
              {others.length === 0 ? null : (
                <details>
                  <summary className="cursor-pointer font-medium">{t('backup.choose')}</summary>
                  <BackupList backups={others} />
                </details>
              )}
              <div className="flex flex-wrap items-center gap-3 border-line border-t pt-4">
                <Button
                  tone="danger"
                  isDisabled={recover.isPending}
                  onPress={() => recover.mutate(null)}
                >
                  {t('backup.setAside')}
                </Button>
                <span className="text-quiet text-sm">{t('backup.setAsideHint')}</span>
              </div>
            </div>
          );
        }}
      </QueryView>
    </Card>
  );
}
