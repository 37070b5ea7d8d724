import { NOTICE_TYPE_LINES } from './notice-data';

/**
 * One field of a notice; flags as in naver-commerce-api.md appendix A: required, when applicable,
 * optional, one of a group, out of use.
 */
export interface NoticeField {
  readonly name: string;
  readonly flag: 'R' | 'N' | 'O' | 'P' | 'X';
  readonly form: 'text' | 'month' | 'day' | 'boolean' | 'integer';
  /** Characters; null when no limit is published. */
  readonly maxLength: number | null;
  readonly label: string;
}

/** One kind of legal product information. */
export interface NoticeType {
  /** `WEAR`. */
  readonly type: string;
  /** `wear`: key of the only child object. */
  readonly key: string;
  readonly fields: readonly NoticeField[];
}

/** The five texts that every type has; `"0"` stands for the statutory sentence, `"1"` for "see detail". */
export const LEGAL_TEXTS = [
  'returnCostReason',
  'noRefundReason',
  'qualityAssuranceStandard',
  'compensationProcedure',
  'troubleShootingContents',
] as const;

/** In the enum, but without a documented object (naver-commerce-api.md 5.9). */
export const NOTICE_TYPES_WITHOUT_OBJECT = [
  'LODGMENT_RESERVATION',
  'TRAVEL_PACKAGE',
  'AIRLINE_TICKET',
  'RENT_CAR',
] as const;

type WireField = [string, string, number | null, string];
interface WireType {
  readonly t: string;
  readonly k: string;
  readonly f: readonly WireField[];
}

const FORMS = { m: 'month', d: 'day', b: 'boolean', i: 'integer' } as const;

function toField([name, flag, maxLength, label]: WireField): NoticeField {
  const form = FORMS[flag.slice(1) as keyof typeof FORMS] ?? 'text';
  return { name, flag: flag.slice(0, 1) as NoticeField['flag'], form, maxLength, label };
}

/** All documented types by their enum value. */
export function readNoticeTypes(): ReadonlyMap<string, NoticeType> {
  const types = NOTICE_TYPE_LINES.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WireType)
    .map((wire): NoticeType => ({ type: wire.t, key: wire.k, fields: wire.f.map(toField) }));
  return new Map(types.map((type) => [type.type, type]));
}
