import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { BulkAnswer } from '@shared/domain/draft-bulk';

/** The answers a seller may give to many drafts, as the form shows them. */
const ANSWER_KINDS = [
  'repair',
  'category',
  'price',
  'origin',
  'notice',
  'certification',
  'delivery',
  'word',
  'tags',
  'brand',
  'service',
  'tax',
  'confirm',
  'override',
  'give-back',
] as const;
/** A question that can be answered for many drafts at once. */
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** How a form explains itself. */
export const HINT = 'text-quiet text-sm';

/** Fields that a seller may confirm or give back for many drafts. */
export const WHOLE_FIELDS: readonly DraftField[] = [
  'category',
  'options',
  'images',
  'delivery',
  'name',
  'price',
  'tags',
  'notice',
  'taxType',
  'isMinorPurchasable',
];

const SUGGESTIONS: readonly (readonly [RegExp, readonly AnswerKind[]])[] = [
  [/DUPLICATE_NAME|CATEGORY_NO_RIGHT|CATEGORY_RIGHT/, ['category', 'override']],
  [/CATEGORY/, ['category', 'confirm']],
  [/ORIGIN|IMPORTER/, ['origin', 'repair']],
  [/NOTICE|SAFE_CRITERION/, ['notice', 'confirm']],
  [/CERTIFICATION/, ['certification']],
  [/NAME_WORD|PROMOTION|BRAND_WORD|DETAIL_WORD/, ['word', 'repair', 'override']],
  [/TAG/, ['repair', 'tags', 'override']],
  [/PRICE|DISCOUNT|PROFIT/, ['price', 'repair']],
  [/AS_PHONE|AS_GUIDE/, ['service']],
  [/DELIVERY|ADDRESS|COURIER|OVERSEA/, ['delivery', 'confirm']],
  [/TAX/, ['tax', 'confirm']],
  [/OPTIONS|STOCK/, ['confirm', 'repair']],
  [/LICENCE|PICTURE/, ['confirm', 'repair']],
  [/ADULT/, ['repair', 'confirm']],
];

/** The kinds of answer in the order in which they fit the reason. */
export function kindsFor(reasonCode: string | null): readonly AnswerKind[] {
  if (reasonCode === null)
    return ANSWER_KINDS.filter((kind) => kind !== 'repair' && kind !== 'override');
  const fitting = SUGGESTIONS.find(([pattern]) => pattern.test(reasonCode))?.[1] ?? ['repair'];
  return [...fitting, ...ANSWER_KINDS.filter((kind) => !fitting.includes(kind))];
}

/** The field that a confirmation of the reason is most likely about. */
export function fieldFor(reasonCode: string | null): DraftField {
  const code = reasonCode ?? '';
  if (/LICENCE|PICTURE/.test(code)) return 'images';
  if (/CATEGORY/.test(code)) return 'category';
  if (/DELIVERY|OVERSEA/.test(code)) return 'delivery';
  if (/TAX/.test(code)) return 'taxType';
  if (/NOTICE|SAFE/.test(code)) return 'notice';
  if (/ADULT/.test(code)) return 'isMinorPurchasable';
  return 'options';
}

/** An answer that sets the same fields in every draft. */
export function setAnswer(change: Partial<DraftContent>): BulkAnswer {
  return { kind: 'set', change };
}

/** The words of a list written with commas. */
export function commaList(text: string): readonly string[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '');
}
