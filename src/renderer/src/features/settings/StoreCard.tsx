import type { StoreSettings } from '@shared/domain/settings';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { NumberBox, SelectBox } from '../../ui/fields';
import { Card } from '../../ui/Page';
import { SavedTextBox } from '../../ui/SavedTextBox';
import type { SettingsPartProps } from './SettingsPage';

const AUTO = 'auto';
const DISPLAY_STATUSES = ['ON', 'SUSPENSION'] as const;

/** What every product of the store has in common. */
export function StoreCard({ settings: { store }, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const client = useClient();
  const book = useQuery({
    queryKey: queryKeys.marketplace.addresses,
    queryFn: () => client.request('marketplace.listAddresses', {}),
  });
  const put = (part: Partial<StoreSettings>): void => onChange({ store: part });
  const addresses = [
    { value: AUTO, text: t('settings.addressAuto') },
    ...(book.data?.addresses ?? []).map(({ id, name, address }) => ({
      value: String(id),
      text: `${name} · ${address}`,
    })),
  ];
  const keyOf = (id: number | null): string => (id === null ? AUTO : String(id));
  const idOf = (key: string): number | null => (key === AUTO ? null : Number(key));
  return (
    <Card title={t('settings.store')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('settings.storeHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
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
        <div className="sm:col-span-2">
          <SavedTextBox
            label={t('settings.afterServiceGuide')}
            value={store.afterServiceGuide}
            maxLength={200}
            onSave={(afterServiceGuide) => put({ afterServiceGuide })}
          />
        </div>
        <SelectBox
          label={t('settings.shippingAddress')}
          value={keyOf(store.shippingAddressId)}
          choices={addresses}
          onChange={(key) => put({ shippingAddressId: idOf(key) })}
        />
        <SelectBox
          label={t('settings.returnAddress')}
          value={keyOf(store.returnAddressId)}
          choices={addresses}
          onChange={(key) => put({ returnAddressId: idOf(key) })}
        />
        <NumberBox
          label={t('settings.returnFeeKrw')}
          value={store.returnFeeKrw}
          min={0}
          max={1_000_000}
          onChange={(returnFeeKrw) => put({ returnFeeKrw })}
        />
        <NumberBox
          label={t('settings.exchangeFeeKrw')}
          value={store.exchangeFeeKrw}
          min={0}
          max={1_000_000}
          onChange={(exchangeFeeKrw) => put({ exchangeFeeKrw })}
        />
      </div>
      {book.isError ? (
        <p className="mt-2 text-sm text-warn">{t('settings.addressesMissing')}</p>
      ) : null}
      <div className="mt-5">
        <ChoiceGroup
          label={t('settings.displayStatus')}
          value={store.displayStatus}
          choices={DISPLAY_STATUSES.map((value) => ({
            value,
            text: t(`settings.displayStatuses.${value}`),
          }))}
          onChange={(displayStatus) => put({ displayStatus })}
        />
      </div>
    </Card>
  );
}
