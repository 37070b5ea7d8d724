import { useTranslation } from 'react-i18next';
import { useAppInfo } from '../../../ipc/settings-queries';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Card } from '../../../ui/Page';
import type { SettingsPartProps } from '../SettingsPage';

const CHOICES = ['ask', 'stay', 'quit'] as const;

/** What closing the window does while there is work; of the desktop app only. */
export function ClosingCard({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const info = useAppInfo();
  if (info.data?.shell !== 'desktop') return null;
  return (
    <Card title={t('shell.closing.title')}>
      <ChoiceGroup
        label={t('shell.closing.label')}
        value={settings.desktop.whenClosed}
        choices={CHOICES.map((value) => ({ value, text: t(`shell.closing.${value}`) }))}
        onChange={(whenClosed) => onChange({ desktop: { whenClosed } })}
      />
    </Card>
  );
}
