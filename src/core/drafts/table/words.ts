import type { DraftContent, DraftState } from '@shared/domain/draft';
import type { Language } from '@shared/texts/types';

/** The words of a closed list of values, as they stand in cells. */
export type Words<Value extends string> = Readonly<
  Record<Value, Readonly<Record<Language, string>>>
>;

/** Written only; a state is judged, never read back. */
export const draftStateWords: Words<DraftState> = {
  ready: { ko: '등록 가능', en: 'Ready' },
  'needs-review': { ko: '확인 필요', en: 'Needs review' },
  blocked: { ko: '판매 불가', en: 'Cannot be sold' },
};

/** Read back too, in either language. */
export const taxTypes: Words<DraftContent['taxType']> = {
  TAX: { ko: '과세', en: 'Taxable' },
  DUTYFREE: { ko: '면세', en: 'Exempt' },
  SMALL: { ko: '영세', en: 'Small business' },
};

export const feeTypes: Words<DraftContent['delivery']['feeType']> = {
  FREE: { ko: '무료', en: 'Free' },
  CONDITIONAL_FREE: { ko: '조건부 무료', en: 'Free above an amount' },
  PAID: { ko: '유료', en: 'Paid' },
  UNIT_QUANTITY_PAID: { ko: '수량별', en: 'By quantity' },
};

export const yesNo: Words<'yes' | 'no'> = {
  yes: { ko: '가능', en: 'Yes' },
  no: { ko: '불가', en: 'No' },
};

/** The word for `value` in `language`. */
export function wordOf<Value extends string>(
  words: Words<Value>,
  value: Value,
  language: Language,
): string {
  return words[value][language];
}

/** The value that `text` names in either language or by itself; null when it names none. */
export function readWord<Value extends string>(words: Words<Value>, text: string): Value | null {
  const wanted = text.trim().toLowerCase();
  for (const [value, { ko, en }] of Object.entries(words) as [Value, Words<Value>[Value]][]) {
    if ([value.toLowerCase(), ko, en.toLowerCase()].includes(wanted)) return value;
  }
  return null;
}
