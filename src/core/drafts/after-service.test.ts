import { defaultSettings } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import type { NaverAddress } from '../naver/port';
import { withServicePhone } from './after-service';

const { store } = defaultSettings();
const anAddress = (id: number, type: string, phone: string | null): NaverAddress => ({
  id,
  name: '',
  type,
  address: '',
  phone,
  isOversea: false,
});

describe('the after-service phone', () => {
  const addresses = [
    anAddress(1, 'REFUND_OR_EXCHANGE', '02-111-1111'),
    anAddress(2, 'RELEASE', null),
    anAddress(3, 'RELEASE', '02-333-3333'),
  ];

  it('is the seller’s own when there is one', () => {
    const own = { ...store, afterServicePhone: '1588-0000' };
    expect(withServicePhone(own, addresses)).toBe(own);
  });

  it('comes from the shipping address before the return address', () => {
    expect(withServicePhone(store, addresses).afterServicePhone).toBe('02-333-3333');
  });

  it('comes from the chosen shipping address first', () => {
    const chosen = { ...store, shippingAddressId: 1 };
    expect(withServicePhone(chosen, addresses).afterServicePhone).toBe('02-111-1111');
  });

  it('stays empty when nobody has stated one', () => {
    expect(withServicePhone(store, [anAddress(1, 'RELEASE', null)]).afterServicePhone).toBe('');
  });
});
