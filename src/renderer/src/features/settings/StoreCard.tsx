import type { StoreSettings } from '@shared/domain/settings';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Card } from '../../ui/Page';
import { SavedTextBox } from '../../ui/SavedTextBox';
import { SwitchBox } from '../../ui/SwitchBox';
import type { SettingsPartProps } from './SettingsPage';

const DISPLAY_STATUSES = ['ON', 'SUSPENSION'] as const;

/** What every product of the store has in common. */
export function StoreCard({ settings: { store }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const put = (part: Partial<StoreSettings>): void => onChange({ store: part });
  return (
    <Card title={t('settings.store')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('settings.storeHint')}</p>
      <div className="grid gap-4 @xl:grid-cols-2">
        <SavedTextBox
          label={t('settings.afterServicePhone')}
          hint={t('settings.afterServicePhoneHint')}
          value={store.afterServicePhone}
          maxLength={30}
          onSave={(afterServicePhone) => put({ afterServicePhone })}
        />
        <SavedTextBox
          label={t('settings.importer')}
          value={store.importer}
          maxLength={100}
          onSave={(importer) => put({ importer })}
        />
        <div className="@xl:col-span-2">
          <SavedTextBox
            label={t('settings.afterServiceGuide')}
            value={store.afterServiceGuide}
            maxLength={200}
            onSave={(afterServiceGuide) => put({ afterServiceGuide })}
          />
        </div>
      </div>
      <div className="mt-5 flex flex-wrap items-center justify-between gap-4">
        <ChoiceGroup
          label={t('settings.displayStatus')}
          value={store.displayStatus}
          choices={DISPLAY_STATUSES.map((value) => ({
            value,
            text: t(`settings.displayStatuses.${value}`),
          }))}
          onChange={(displayStatus) => put({ displayStatus })}
        />
        <SwitchBox
          label={t('settings.isNaverShoppingListed')}
          isSelected={store.isNaverShoppingListed}
          onChange={(isNaverShoppingListed) => put({ isNaverShoppingListed })}
        />
      </div>
    </Card>
  );
}
