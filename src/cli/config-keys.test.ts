import { defaultSettings, settingsSchema } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import { changeOf, flattened, settingOf } from './config-keys';

const settings = defaultSettings();

describe('settings by dotted key', () => {
  it.each([
    ['language', 'en', 'en'],
    ['pricing.marginPercent', '27.5', 27.5],
    ['pricing.roundToKrw', '10', 10],
    ['store.afterServicePhone', '02-123-4567', '02-123-4567'],
    ['store.afterServicePhone', '0212345678', '0212345678'],
    ['store.shippingAddressId', '200000001', 200000001],
    ['store.shippingAddressId', 'null', null],
    ['store.isNaverShoppingListed', 'false', false],
  ])('sets %s from “%s”', (key, text, expected) => {
    const next = settingsSchema.parse({ ...settings, ...changeOf(settings, key, text) });
    expect(settingOf(next, key)).toBe(expected);
    const others = (all: typeof settings) => flattened(all).filter(([name]) => name !== key);
    expect(others(next)).toEqual(others(settings));
  });

  it.each([
    ['pricing.marginPercent', '900', 'SETTINGS_INVALID'],
    ['pricing.marginPercent', '', 'SETTINGS_INVALID'],
    ['language', 'fr', 'SETTINGS_INVALID'],
    ['naverUrl', 'not an address', 'SETTINGS_INVALID'],
    ['pricing', '5', 'SETTINGS_UNKNOWN'],
    ['__proto__.polluted', '1', 'SETTINGS_UNKNOWN'],
  ])('refuses %s = “%s” with %s', (key, text, code) => {
    expect(() => changeOf(settings, key, text)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['pricing.marginPercent', '900', '≤ 90'],
    ['pricing.marginPercent', '-1', '≥ 0'],
    ['pricing.marginPercent', 'abc', '0, 1, 2, …'],
    ['pricing.roundToKrw', '7', '10 | 100 | 1000'],
    ['language', 'fr', 'ko | en'],
    ['store.isNaverShoppingListed', 'yes', 'true | false'],
    ['naverUrl', 'not an address', 'https://…'],
  ])('says what %s may be when it is “%s”: %s', (key, text, problem) => {
    expect(() => changeOf(settings, key, text)).toThrow(
      expect.objectContaining({ params: { field: key, problem } }),
    );
  });
});
