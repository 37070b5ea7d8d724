import type { StoreSettings } from '@shared/domain/settings';
import type { NaverAddress } from '../naver/port';

/** Whose phone answers best for a product, when the seller has named none. */
const PREFERRED_TYPES = ['RELEASE', 'REPRESENTATIVE', 'BUSINESS', 'REFUND_OR_EXCHANGE'];

/**
 * The store settings with an after-service phone: the seller's own, else the one that stands at the
 * store's addresses at Naver. Empty when there is none; a gate then asks for it.
 */
export function withServicePhone(
  store: StoreSettings,
  addresses: readonly NaverAddress[],
): StoreSettings {
  if (store.afterServicePhone !== '') return store;
  const chosen = addresses.find((address) => address.id === store.shippingAddressId);
  const byType = PREFERRED_TYPES.flatMap((type) =>
    addresses.filter((address) => address.type === type),
  );
  const phone = [...(chosen ? [chosen] : []), ...byType].find((address) => address.phone)?.phone;
  return { ...store, afterServicePhone: phone ?? '' };
}
