import { expect, it } from 'vitest';
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

it('has the same keys in Korean and English', () => {
  const keys = (texts: object): string[] => entriesOf(texts).map(([key]) => key);
  expect(keys(en).sort()).toEqual(keys(ko).sort());
});

it('fills the same places in both languages', () => {
  const english = new Map(entriesOf(en));
  for (const [key, text] of entriesOf(ko)) {
    expect([key, places(english.get(key) ?? '')]).toEqual([key, places(text)]);
  }
});

it('leaves no text empty', () => {
  for (const texts of [ko, en]) {
    for (const [key, text] of entriesOf(texts)) expect([key, text.trim()]).not.toEqual([key, '']);
  }
});
