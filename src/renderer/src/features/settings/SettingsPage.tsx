import { useTranslation } from 'react-i18next';
import { useAppInfo, useSettings, useUpdateSettings } from '../../ipc/settings-queries';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { Card, Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';

const LANGUAGES = ['ko', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** Language, theme, and what the program says about itself. Changes are saved as they are made. */
export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useSettings();
  const info = useAppInfo();
  const update = useUpdateSettings();
  return (
    <Page title={t('settings.title')}>
      {update.isError ? <FaultNotice fault={update.error} /> : null}
      <QueryView query={settings}>
        {({ language, theme }) => (
          <Card title={t('settings.display')}>
            <div className="flex flex-col gap-4">
              <ChoiceGroup
                label={t('settings.language')}
                value={language}
                choices={LANGUAGES.map((value) => ({
                  value,
                  text: t(`settings.languages.${value}`),
                }))}
                onChange={(chosen) => update.mutate({ language: chosen })}
              />
              <ChoiceGroup
                label={t('settings.theme')}
                value={theme}
                choices={THEMES.map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
                onChange={(chosen) => update.mutate({ theme: chosen })}
              />
            </div>
            <p role="status" className="mt-3 text-quiet text-sm">
              {update.isSuccess ? t('settings.saved') : null}
            </p>
          </Card>
        )}
      </QueryView>
      <QueryView query={info}>
        {({ version, mode, shell }) => (
          <Card title={t('settings.about')}>
            <dl className="grid grid-cols-[8rem_1fr] gap-2">
              <dt className="text-quiet">{t('settings.mode')}</dt>
              <dd>{t(`frame.${mode}`)}</dd>
              <dt className="text-quiet">{t('settings.version')}</dt>
              <dd>{version}</dd>
              <dt className="text-quiet">{t('settings.shell')}</dt>
              <dd>{t(`settings.shells.${shell}`)}</dd>
            </dl>
          </Card>
        )}
      </QueryView>
    </Page>
  );
}
