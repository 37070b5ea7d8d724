import { useTranslation } from 'react-i18next';
import { useAppInfo, useUpdateSettings } from '../../ipc/settings-queries';
import { useAbout } from '../../ipc/shell-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';

/** What of the facts is shown, in this order; a part that this way of running lacks is left out. */
const PARTS = ['electron', 'chromium', 'node', 'sqlite', 'sharp', 'libvips', 'redis'] as const;

/** What this program is, how it runs and what it runs on. */
export function AboutCard() {
  const { t } = useTranslation();
  const info = useAppInfo();
  const about = useAbout();
  const update = useUpdateSettings();
  return (
    <QueryView query={info}>
      {({ mode, shell }) => (
        <Card
          title={t('settings.about')}
          aside={
            <Button onPress={() => update.mutate({ guide: { isDone: false, step: 'language' } })}>
              {t('firstRun.openAgain')}
            </Button>
          }
        >
          <QueryView query={about}>
            {(facts) => (
              <dl className="grid grid-cols-[9rem_1fr] gap-2">
                <dt className="text-quiet">{t('settings.version')}</dt>
                <dd className="font-semibold">{facts.version}</dd>
                <dt className="text-quiet">{t('settings.mode')}</dt>
                <dd>{t(`frame.${mode}`)}</dd>
                <dt className="text-quiet">{t('settings.shell')}</dt>
                <dd>{t(`settings.shells.${shell}`)}</dd>
                {PARTS.map((part) =>
                  facts[part] === null ? null : (
                    <div key={part} className="contents">
                      <dt className="text-quiet">{t(`shell.about.${part}`)}</dt>
                      <dd>{facts[part]}</dd>
                    </div>
                  ),
                )}
                <dt className="text-quiet">{t('shell.about.system')}</dt>
                <dd>{facts.system}</dd>
                <dt className="text-quiet">{t('shell.about.home')}</dt>
                <dd className="select-all break-all font-mono text-sm">{facts.home}</dd>
              </dl>
            )}
          </QueryView>
        </Card>
      )}
    </QueryView>
  );
}
