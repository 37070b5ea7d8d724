import { catalogue, type MessageCode } from '@shared/texts/catalogue';
import { expect, it } from 'vitest';
import { reasonHeadline } from './reason-headline';

it('leaves out what differs from draft to draft', () => {
  expect(reasonHeadline('DRAFT_NOT_FOUND', 'en')).toBe('There is no draft of item ….');
});

it('has a headline without open places for every message', () => {
  for (const code of Object.keys(catalogue) as MessageCode[]) {
    for (const language of ['ko', 'en'] as const) {
      const headline = reasonHeadline(code, language);
      expect([code, headline.length > 3, /[{}]/.test(headline)]).toEqual([code, true, false]);
    }
  }
});
