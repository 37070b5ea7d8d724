import type { Settings } from '@shared/domain/settings';
import { useTranslation } from 'react-i18next';
import { useAppInfo, useSettings, useUpdateSettings } from '../../ipc/settings-queries';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { Card, Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { PricingCard } from './PricingCard';
import { ReviewCard } from './ReviewCard';
import { StoreCard } from './StoreCard';

const LANGUAGES = ['ko', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

/** What one part of the settings gets: the settings now, and how to change some of them. */
export interface SettingsPartProps {
  readonly settings: Settings;
  readonly onChange: ReturnType<typeof useUpdateSettings>['mutate'];
}

/** Everything the seller may set. Changes are saved as they are made. */
export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useSettings();
  const info = useAppInfo();
  const update = useUpdateSettings();
  return (
    <Page title={t('settings.title')} subtitle={t('settings.subtitle')}>
      {update.isError ? <FaultNotice fault={update.error} /> : null}
      <p role="status" className="sr-only">
        {update.isSuccess ? t('settings.saved') : null}
      </p>
      <QueryView query={settings}>
        {(current) => (
          <>
            <Card title={t('settings.display')}>
              <div className="flex flex-col gap-4">
                <ChoiceGroup
                  label={t('settings.language')}
                  value={current.language}
                  choices={LANGUAGES.map((value) => ({
                    value,
                    text: t(`settings.languages.${value}`),
                  }))}
                  onChange={(chosen) => update.mutate({ language: chosen })}
                />
                <ChoiceGroup
                  label={t('settings.theme')}
                  value={current.theme}
                  choices={THEMES.map((value) => ({ value, text: t(`settings.themes.${value}`) }))}
                  onChange={(chosen) => update.mutate({ theme: chosen })}
                />
              </div>
            </Card>
            <PricingCard settings={current} onChange={update.mutate} />
            <StoreCard settings={current} onChange={update.mutate} />
            <ReviewCard settings={current} onChange={update.mutate} />
          </>
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
