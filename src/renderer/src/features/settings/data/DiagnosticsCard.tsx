import { FileArchive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCreateDiagnostics } from '../../../ipc/app-queries';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';

/** A file for whoever helps, without keys; where it was written. */
export function DiagnosticsCard() {
  const { t } = useTranslation();
  const create = useCreateDiagnostics();
  return (
    <Card
      title={t('backup.diagnostics')}
      aside={
        <Button isDisabled={create.isPending} onPress={() => create.mutate()}>
          <FileArchive aria-hidden="true" size={16} />
          {t('backup.diagnosticsMake')}
        </Button>
      }
    >
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('backup.diagnosticsHint')}</p>
      {create.isError ? <FaultNotice fault={create.error} /> : null}
      {create.data === undefined ? null : (
        <Notice tone="good" role="status" title={t('backup.diagnosticsMade')}>
          <span className="select-all break-all font-mono">{create.data.path}</span>
        </Notice>
      )}
    </Card>
  );
}
