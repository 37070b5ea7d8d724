import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Card } from '../../ui/Page';
import type { SettingsPartProps } from './SettingsPage';

const LANGUAGES = ['ko', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Language and theme. */
export function DisplayCard({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.display')}>
      <div className="flex flex-col gap-4">
        <ChoiceGroup
          label={t('settings.language')}
          value={settings.language}
          choices={LANGUAGES.map((value) => ({ value, text: t(`settings.languages.${value}`) }))}
          onChange={(language) => onChange({ language })}
        />
        <ChoiceGroup
          label={t('settings.theme')}
          value={settings.theme}
          choices={THEMES.map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
          onChange={(theme) => onChange({ theme })}
        />
      </div>
    </Card>
  );
}
