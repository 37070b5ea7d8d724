import type { BackupView } from '@shared/ipc/backup';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRecover, useRemoveBackup } from '../../../ipc/backup-queries';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatBytes, formatTime } from '../../../ui/format';
import { IconButton } from '../../../ui/IconButton';
import { useLanguage } from '../../../ui/use-language';

export interface BackupListProps {
  readonly backups: readonly BackupView[];
}

/** Backups to restore or delete. Restoring asks first, because it changes every screen. */
export function BackupList({ backups }: BackupListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const remove = useRemoveBackup();
  const recover = useRecover();
  const [asked, setAsked] = useState<BackupView | null>(null);
  const nowMs = Date.now();
  const timeOf = ({ createdAtMs }: BackupView): string => formatTime(createdAtMs, nowMs, language);
  const fault = remove.error ?? recover.error;
  return (
    <>
      {fault ? <FaultNotice fault={fault} /> : null}
      <p role="status" className="sr-only">
        {remove.isSuccess ? t('backup.removed') : recover.isSuccess ? t('backup.restored') : null}
      </p>
      <table className="w-full text-left">
        <thead>
          <tr className="border-line border-b text-quiet text-sm">
            <th scope="col" className="py-2 pr-3 font-medium">
              {t('backup.when')}
            </th>
            <th scope="col" className="py-2 pr-3 font-medium">
              {t('backup.kind')}
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-medium">
              {t('backup.size')}
            </th>
            <th scope="col" className="py-2">
              <span className="sr-only">{t('backup.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.id} className="border-line border-b last:border-b-0">
              <td className="py-2 pr-3 font-medium">{timeOf(backup)}</td>
              <td className="py-2 pr-3">
                <Badge tone={backup.kind === 'daily' ? 'quiet' : 'busy'}>
                  {t(`backup.kinds.${backup.kind}`)}
                </Badge>
              </td>
              <td className="py-2 pr-3 text-right tabular-nums">
                {formatBytes(backup.sizeBytes, language)}
              </td>
              <td className="py-2">
                <div className="flex justify-end gap-1">
                  <Button
                    size="small"
                    isDisabled={recover.isPending}
                    aria-label={t('backup.restoreOf', { time: timeOf(backup) })}
                    onPress={() => setAsked(backup)}
                  >
                    {t('backup.restore')}
                  </Button>
                  <IconButton
                    size="small"
                    tone="ghost"
                    isDisabled={remove.isPending}
                    label={t('backup.removeOf', { time: timeOf(backup) })}
                    onPress={() => remove.mutate(backup.id)}
                    Icon={Trash2}
                    iconPx={15}
                  />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ModalOverlay
        isOpen={asked !== null}
        onOpenChange={() => setAsked(null)}
        isDismissable
        className="fixed inset-0 z-40 flex items-center justify-center bg-page/70 p-4"
      >
        <Modal className="w-full max-w-lg rounded-2xl border border-line bg-raised p-6 shadow-float">
          <Dialog role="alertdialog" className="flex flex-col gap-4 outline-none">
            <Heading slot="title" className="font-bold text-lg">
              {t('backup.restoreTitle')}
            </Heading>
            <p>{asked === null ? null : t('backup.restoreWarning', { time: timeOf(asked) })}</p>
            <div className="flex justify-end gap-2">
              <Button onPress={() => setAsked(null)}>{t('backup.cancel')}</Button>
              <Button
                tone="primary"
                onPress={() => {
                  if (asked !== null) recover.mutate(asked.id);
                  setAsked(null);
                }}
              >
                {t('backup.restoreConfirm')}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
