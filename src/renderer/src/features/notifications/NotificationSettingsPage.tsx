import type { NotificationSettings } from '@shared/domain/settings';
import { useTranslation } from 'react-i18next';
import { useSettings, useUpdateSettings } from '../../ipc/settings-queries';
import { NumberBox } from '../../ui/fields';
import { Card, Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { SwitchBox } from '../../ui/SwitchBox';
import { OutletCards } from './OutletCards';
import { TimeBox } from './TimeBox';

/** Where and when the seller is told. */
export function NotificationSettingsPage() {
  const { t } = useTranslation();
  const settings = useSettings();
  const change = useUpdateSettings();
  const put = (part: Partial<NotificationSettings>): void => change.mutate({ notifications: part });
  return (
    <Page
      title={t('notifications.setup.title')}
      back={{ to: '/notifications', text: t('notifications.setup.back') }}
    >
      <QueryView query={settings}>
        {({ notifications }) => (
          <>
            <OutletCards settings={notifications} onChange={put} />
            <Card title={t('notifications.setup.when')}>
              <div className="flex flex-col gap-5">
                <div>
                  <SwitchBox
                    label={t('notifications.setup.quiet')}
                    isSelected={notifications.isQuietOn}
                    onChange={(isQuietOn) => put({ isQuietOn })}
                  />
                  <p className="mt-1 text-quiet text-sm">{t('notifications.setup.quietHint')}</p>
                  {notifications.isQuietOn ? (
                    <div className="mt-3 grid max-w-sm grid-cols-2 gap-3">
                      <TimeBox
                        label={t('notifications.setup.from')}
                        minute={notifications.quietFromMinute}
                        onChange={(quietFromMinute) => put({ quietFromMinute })}
                      />
                      <TimeBox
                        label={t('notifications.setup.to')}
                        minute={notifications.quietToMinute}
                        onChange={(quietToMinute) => put({ quietToMinute })}
                      />
                    </div>
                  ) : null}
                </div>
                <div className="border-line border-t pt-4">
                  <p className="font-medium">{t('notifications.setup.silent')}</p>
                  <p className="mb-3 text-quiet text-sm">{t('notifications.setup.silentHint')}</p>
                  <div className="grid max-w-sm grid-cols-2 gap-3">
                    <NumberBox
                      label={t('notifications.setup.silentMinutes')}
                      value={notifications.silentAfterMinutes}
                      min={10}
                      max={1440}
                      step={10}
                      onChange={(silentAfterMinutes) => put({ silentAfterMinutes })}
                    />
                    <NumberBox
                      label={t('notifications.setup.keep')}
                      value={notifications.keepDays}
                      min={1}
                      max={3650}
                      onChange={(keepDays) => put({ keepDays })}
                    />
                  </div>
                </div>
              </div>
            </Card>
          </>
        )}
      </QueryView>
    </Page>
  );
}
