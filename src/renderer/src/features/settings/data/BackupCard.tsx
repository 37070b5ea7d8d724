import { textOf } from '@shared/texts/catalogue';
import { Archive, DatabaseBackup } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBackups, useCreateBackup } from '../../../ipc/backup-queries';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { FaultNotice } from '../../../ui/FaultNotice';
import { NumberBox } from '../../../ui/fields';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { SwitchBox } from '../../../ui/SwitchBox';
import { useLanguage } from '../../../ui/use-language';
import type { SettingsPartProps } from '../SettingsPage';
import { BackupList } from './BackupList';

/** Copies of the data folder: made by hand or daily, listed, restored. */
export function BackupCard({ settings: { backup }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const backups = useBackups();
  const create = useCreateBackup();
  return (
    <Card
      title={t('backup.title')}
      aside={
        <Button isDisabled={create.isPending} onPress={() => create.mutate()}>
          <DatabaseBackup aria-hidden="true" size={16} />
          {create.isPending ? t('backup.working') : t('backup.now')}
        </Button>
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('backup.hint')}</p>
      {create.isError ? <FaultNotice fault={create.error} /> : null}
      <p role="status" className="sr-only">
        {create.isSuccess ? t('backup.made') : null}
      </p>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <SwitchBox
          label={t('backup.daily')}
          isSelected={backup.isDaily}
          onChange={(isDaily) => onChange({ backup: { isDaily } })}
        />
        <div className="w-48">
          <NumberBox
            label={t('backup.keepCount')}
            value={backup.keepCount}
            min={1}
            max={60}
            onChange={(keepCount) => onChange({ backup: { keepCount } })}
          />
        </div>
      </div>
      <QueryView query={backups}>
        {({ backups: list, folder, fault }) => (
          <>
            {fault === null ? null : (
              <Notice tone="bad" role="alert" title={t('backup.dailyFault')}>
                {textOf(fault.code, language, fault.params).message}
              </Notice>
            )}
            {list.length === 0 ? (
              <EmptyState Icon={Archive} title={t('backup.none')} hint={t('backup.noneHint')} />
            ) : (
              <BackupList backups={list} />
            )}
            <p className="mt-3 text-quiet text-xs">
              {t('backup.folder')}: <span className="select-all break-all font-mono">{folder}</span>
            </p>
          </>
        )}
      </QueryView>
    </Card>
  );
}
