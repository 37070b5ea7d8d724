import type { UpdateState } from '@shared/ipc/shell';
import { textOf } from '@shared/texts/catalogue';
import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  useCheckForUpdate,
  useDownloadUpdate,
  useInstallUpdate,
  useShellState,
} from '../../../ipc/shell-queries';
import { Button } from '../../../ui/Button';
import { FaultNotice } from '../../../ui/FaultNotice';
import { formatTime } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { SavedTextBox } from '../../../ui/SavedTextBox';
import { useLanguage } from '../../../ui/use-language';
import type { SettingsPartProps } from '../SettingsPage';

/** How new the program is, what to do about it, and where newer versions come from. */
export function UpdateCard({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const state = useShellState();
  const check = useCheckForUpdate();
  const download = useDownloadUpdate();
  const install = useInstallUpdate();
  const update = state.data?.update;
  if (update === undefined) return null;
  const canCheck = update.kind === 'current' || update.kind === 'failed';
  return (
    <Card
      title={t('shell.update.title')}
      aside={
        <>
          {canCheck ? (
            <Button isDisabled={check.isPending} onPress={() => check.mutate()}>
              <RefreshCw aria-hidden="true" size={16} />
              {t('shell.update.check')}
            </Button>
          ) : null}
          {update.kind === 'available' ? (
            <Button tone="primary" onPress={() => download.mutate()}>
              {t('shell.update.download')}
            </Button>
          ) : null}
          {update.kind === 'ready' ? (
            <Button tone="primary" isDisabled={install.isPending} onPress={() => install.mutate()}>
              {t('shell.update.install')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <UpdateWords update={update} />
        {install.isError ? <FaultNotice fault={install.error} /> : null}
        {update.kind === 'off' && update.why === 'browser' ? null : (
          <SavedTextBox
            label={t('shell.update.url')}
            hint={t('shell.update.urlHint')}
            value={settings.desktop.updateUrl}
            maxLength={500}
            onSave={(updateUrl) => onChange({ desktop: { updateUrl: updateUrl.trim() } })}
          />
        )}
      </div>
    </Card>
  );
}

function UpdateWords({ update }: { readonly update: UpdateState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (update.kind) {
    case 'off':
      return <p className="text-quiet">{t(`shell.update.off.${update.why}`)}</p>;
    case 'current':
      return (
        <p role="status">
          {update.checkedAtMs === null
            ? t('shell.update.notChecked')
            : t('shell.update.current', {
                at: formatTime(update.checkedAtMs, Date.now(), language),
              })}
        </p>
      );
    case 'checking':
      return <p role="status">{t('shell.update.checking')}</p>;
    case 'available':
    case 'ready':
      return <p role="status">{t(`shell.update.${update.kind}`, { version: update.version })}</p>;
    case 'downloading':
      return (
        <div className="flex flex-col gap-1.5">
          <p>{t('shell.update.downloading', { ...update })}</p>
          <progress
            aria-label={t('shell.update.downloading', { ...update })}
            max={100}
            value={update.percent}
            className="h-2 w-full accent-accent"
          />
        </div>
      );
    case 'failed': {
      const { message, fix } = textOf(update.code, language, update.params);
      return (
        <div role="status">
          <p className="font-medium text-bad">{message}</p>
          <p className="text-quiet text-sm">{fix}</p>
        </div>
      );
    }
  }
}
