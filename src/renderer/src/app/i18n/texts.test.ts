import { expect, it } from 'vitest';
import { createI18n } from './create-i18n';
import { en } from './en';
import { ko } from './ko';

function entriesOf(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? entriesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  );
}

const places = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

/** Korean has one form for every number (`_other`), English one more. */
const SINGULAR = /_one$/;

it('has the same keys in Korean and English', () => {
  const keys = (texts: object): string[] => entriesOf(texts).map(([key]) => key);
  const english = keys(en).filter((key) => !SINGULAR.test(key));
  expect(english.sort()).toEqual(keys(ko).sort());
});

it('has a plural beside every singular, with the same places', () => {
  const english = new Map(entriesOf(en));
  for (const [key, text] of english) {
    if (!SINGULAR.test(key)) continue;
    const plural = key.replace(SINGULAR, '_other');
    expect([plural, places(english.get(plural) ?? '')]).toEqual([plural, places(text)]);
  }
});

it('fills the same places in both languages', () => {
  const english = new Map(entriesOf(en));
  for (const [key, text] of entriesOf(ko)) {
    expect([key, places(english.get(key) ?? '')]).toEqual([key, places(text)]);
  }
});

it.each([
  ['en', ['1 call', '2 calls']],
  ['ko', ['호출 1회', '호출 2회']],
] as const)('counts in %s as people do', async (language, said) => {
  const { t } = await createI18n(language);
  expect([1, 2].map((count) => t('watch.callCount', { count, value: String(count) }))).toEqual(
    said,
  );
});

it('leaves no text empty', () => {
  for (const texts of [ko, en]) {
    for (const [key, text] of entriesOf(texts)) expect([key, text.trim()]).not.toEqual([key, '']);
  }
});
