import { catalogue, type MessageCode } from '@shared/texts/catalogue';
import { expect, it } from 'vitest';
import { reasonHeadline } from './reason-headline';
import { REASON_NAMES } from './reason-names';

it('leaves out what differs from draft to draft', () => {
  expect(reasonHeadline('DRAFT_NOT_FOUND', 'en')).toBe('There is no draft of item ….');
});

it('calls frequent reasons by short names without a full stop', () => {
  expect(reasonHeadline('DRAFT_CATEGORY_UNSURE', 'ko')).toBe('카테고리 확신도 낮음');
  for (const names of Object.values(REASON_NAMES)) {
    for (const name of Object.values(names)) {
      expect([name, name.length <= 34, /[.{}]/.test(name)]).toEqual([name, true, false]);
    }
  }
});

it('has a headline without open places for every message', () => {
  for (const code of Object.keys(catalogue) as MessageCode[]) {
    for (const language of ['ko', 'en'] as const) {
      const headline = reasonHeadline(code, language);
      expect([code, headline.length > 3, /[{}]/.test(headline)]).toEqual([code, true, false]);
    }
  }
});
