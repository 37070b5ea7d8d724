import { COURIER_CODES } from '@shared/domain/couriers';
import type { StoreSettings } from '@shared/domain/settings';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { NumberBox, SelectBox } from '../../ui/fields';
import { Card } from '../../ui/Page';
import type { SettingsPartProps } from './SettingsPage';

const AUTO = 'auto';

/** How goods go out and come back, for every product that does not say otherwise. */
export function DeliveryTemplateCard({ settings: { store }, onChange }: SettingsPartProps) {
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
  const isKnown = COURIER_CODES.some(({ code }) => code === store.courierCode);
  const couriers = [
    ...COURIER_CODES.map(({ code, name }) => ({ value: code, text: name })),
    ...(isKnown ? [] : [{ value: store.courierCode, text: store.courierCode }]),
  ];
  return (
    <Card title={t('settings.deliveryTemplate')}>
      <p className="-mt-2 mb-4 text-quiet text-sm">{t('settings.deliveryTemplateHint')}</p>
      <div className="grid gap-4 @xl:grid-cols-2">
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
        <SelectBox
          label={t('settings.courier')}
          value={store.courierCode}
          choices={couriers}
          onChange={(courierCode) => put({ courierCode })}
        />
      </div>
      {book.isError ? (
        <p className="mt-2 text-sm text-warn">{t('settings.addressesMissing')}</p>
      ) : null}
    </Card>
  );
}
