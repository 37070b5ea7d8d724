import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownloadUpdate, useInstallUpdate, useShellState } from '../../ipc/shell-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { ShellToast } from './ShellToast';

/** Tells of a new version, and once more when it is ready; put aside until the next news. */
export function UpdateToast() {
  const { t } = useTranslation();
  const state = useShellState();
  const download = useDownloadUpdate();
  const install = useInstallUpdate();
  const [asideKey, setAsideKey] = useState('');
  const update = state.data?.update;
  if (update?.kind !== 'available' && update?.kind !== 'ready') return null;
  const key = `${update.kind} ${update.version}`;
  if (key === asideKey) return null;
  return (
    <ShellToast
      Icon={Download}
      colours="bg-accent-soft text-accent-text"
      text={t(`shell.update.${update.kind}`, { version: update.version })}
      detail={install.isError ? <FaultNotice fault={install.error} /> : t('shell.update.askHint')}
      actions={
        update.kind === 'available' ? (
          <Button size="small" tone="primary" onPress={() => download.mutate()}>
            {t('shell.update.download')}
          </Button>
        ) : (
          <Button
            size="small"
            tone="primary"
            isDisabled={install.isPending}
            onPress={() => install.mutate()}
          >
            {t('shell.update.install')}
          </Button>
        )
      }
      onClose={() => setAsideKey(key)}
    />
  );
}
