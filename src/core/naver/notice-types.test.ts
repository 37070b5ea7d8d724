import { COURIER_CODES, findCourier } from '@shared/domain/couriers';
import { describe, expect, it } from 'vitest';
import { findNoticeType, LEGAL_NOTICE_FIELDS, NOTICE_TYPES } from './notice-types';

describe('notice types', () => {
  it('are all 36, each with its own key and fields', () => {
    expect(NOTICE_TYPES).toHaveLength(36);
    expect(new Set(NOTICE_TYPES.map((notice) => notice.key)).size).toBe(36);
    expect(NOTICE_TYPES.reduce((sum, notice) => sum + notice.fields.length, 0)).toBe(417);
    for (const notice of NOTICE_TYPES) {
      const names = notice.fields.map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).not.toContain(LEGAL_NOTICE_FIELDS[0]);
    }
  });

  it('state requirement, format, length and label of a field', () => {
    const wear = findNoticeType('WEAR');
    expect(wear?.key).toBe('wear');
    expect(wear?.fields.find((field) => field.name === 'packDate')).toEqual({
      name: 'packDate',
      requirement: 'one-of-group',
      format: 'month',
      maxLength: 300,
      label: '제조연월',
    });
    expect(findNoticeType('MICROELECTRONICS')?.key).toBe('microElectronics');
    expect(
      findNoticeType('GENERAL_FOOD')?.fields.find((field) => field.name === 'geneticallyModified'),
    ).toMatchObject({ requirement: 'required', format: 'boolean', maxLength: null });
  });

  it('name the groups of which one field is needed', () => {
    expect(findNoticeType('WEAR')?.alternatives).toEqual([['packDate', 'packDateText']]);
    expect(findNoticeType('FOOD')?.alternatives).toEqual([
      ['packDate', 'packDateText'],
      ['consumptionDate', 'consumptionDateText'],
    ]);
    expect(findNoticeType('ETC')?.alternatives).toEqual([
      ['afterServiceDirector', 'customerServicePhoneNumber'],
    ]);
    expect(findNoticeType('GIFT_CARD')?.alternatives).toEqual([
      ['useStorePlace', 'useStoreAddressId', 'useStoreUrl'],
    ]);
    expect(findNoticeType('BIOCIDAL')?.alternatives).toEqual([
      ['expirationDate', 'expirationDateText'],
    ]);
  });

  it('put every field of a group into the type itself, and every grouped field into a group', () => {
    for (const notice of NOTICE_TYPES) {
      const names = notice.fields.map((field) => field.name);
      const grouped = notice.alternatives.flat();
      for (const name of grouped) expect(names).toContain(name);
      for (const field of notice.fields) {
        if (field.requirement === 'one-of-group') expect(grouped).toContain(field.name);
      }
    }
  });

  it('are none for types without a documented object', () => {
    expect(findNoticeType('RENT_CAR')).toBeNull();
  });
});

describe('couriers', () => {
  it('are known by code', () => {
    expect(COURIER_CODES).toHaveLength(16);
    expect(findCourier('CJGLS')?.name).toBe('CJ대한통운');
    expect(findCourier('CJ대한통운')).toBeNull();
  });
});
