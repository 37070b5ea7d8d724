import { useTranslation } from 'react-i18next';
import { useAppInfo, useUpdateSettings } from '../../ipc/settings-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';

/** What this program is and how it runs. */
export function AboutCard() {
  const { t } = useTranslation();
  const info = useAppInfo();
  const update = useUpdateSettings();
  return (
    <QueryView query={info}>
      {({ version, mode, shell }) => (
        <Card
          title={t('settings.about')}
          aside={
            <Button onPress={() => update.mutate({ guide: { isDone: false, step: 'language' } })}>
              {t('firstRun.openAgain')}
            </Button>
          }
        >
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
  );
}
