import { NOTICE_TYPE_ROWS, type NoticeFieldRow } from './notice-type-data';

/**
 * `when-applicable` fields are left out, not sent empty, when they do not apply; `one-of-group` fields
 * come in groups of which one must be filled (see `alternatives`).
 */
export type NoticeRequirement =
  | 'required'
  | 'when-applicable'
  | 'optional'
  | 'one-of-group'
  | 'deprecated';

/** `month` is `yyyy-MM`, `date` is `yyyy-MM-dd`. */
export type NoticeFormat = 'text' | 'month' | 'date' | 'boolean' | 'integer';

/** One field of a notice (naver-commerce-api.md 5.9 and appendix A, 2026-09). */
export interface NoticeField {
  readonly name: string;
  readonly requirement: NoticeRequirement;
  readonly format: NoticeFormat;
  /** In characters; null when none is published. */
  readonly maxLength: number | null;
  /** Naver's Korean label. */
  readonly label: string;
}

/** One kind of legal product information ("상품정보제공고시"). */
export interface NoticeType {
  /** Enum value, e.g. `WEAR`. */
  readonly type: string;
  /** Key of the object in `productInfoProvidedNotice`, e.g. `wear`. */
  readonly key: string;
  readonly fields: readonly NoticeField[];
  /** Groups of field names; each group needs one filled field. */
  readonly alternatives: readonly (readonly string[])[];
}

/** The five legal texts of every type; `"0"` is the statutory sentence, `"1"` "see product detail" (5.9, 2026-09). */
export const LEGAL_NOTICE_FIELDS = [
  'returnCostReason',
  'noRefundReason',
  'qualityAssuranceStandard',
  'compensationProcedure',
  'troubleShootingContents',
] as const;

/** Groups that are not a date with its text twin (appendix A, 2026-09). */
const SPECIAL_ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  ETC: ['afterServiceDirector', 'customerServicePhoneNumber'],
  GIFT_CARD: ['useStorePlace', 'useStoreAddressId', 'useStoreUrl'],
};

const REQUIREMENTS: Readonly<Record<string, NoticeRequirement>> = {
  R: 'required',
  N: 'when-applicable',
  O: 'optional',
  P: 'one-of-group',
  X: 'deprecated',
};

const FORMATS: Readonly<Record<string, NoticeFormat>> = {
  m: 'month',
  d: 'date',
  b: 'boolean',
  i: 'integer',
};

/** All 36 types that have a documented object. */
export const NOTICE_TYPES: readonly NoticeType[] = NOTICE_TYPE_ROWS.map(([type, key, rows]) => {
  const fields = rows.map(toField);
  return { type, key, fields, alternatives: alternativesOf(type, fields) };
});

const BY_TYPE = new Map(NOTICE_TYPES.map((notice) => [notice.type, notice]));

/** The notice type of an enum value, or null for one without a documented object (`RENT_CAR`…). */
export function findNoticeType(type: string): NoticeType | null {
  return BY_TYPE.get(type) ?? null;
}

function toField([name, flag, maxLength, label]: NoticeFieldRow): NoticeField {
  return {
    name,
    requirement: REQUIREMENTS[flag.charAt(0)] ?? 'optional',
    format: FORMATS[flag.charAt(1)] ?? 'text',
    maxLength,
    label,
  };
}

function alternativesOf(
  type: string,
  fields: readonly NoticeField[],
): readonly (readonly string[])[] {
  const names = new Set(fields.map((field) => field.name));
  const datePairs = fields
    .filter((field) => field.requirement === 'one-of-group' && names.has(`${field.name}Text`))
    .map((field) => [field.name, `${field.name}Text`]);
  const special = SPECIAL_ALTERNATIVES[type];
  return special === undefined ? datePairs : [...datePairs, special];
}
