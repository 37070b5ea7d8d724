/** One field of a notice type, as Naver describes it (naver-commerce-api.md appendix A, 2026-09). */
export interface NoticeField {
  readonly name: string;
  /**
   * `required`; `if-applicable`: left out when it does not apply; `one-of`: this or its partner;
   * `optional`; `deprecated`: never sent.
   */
  readonly requirement: 'required' | 'if-applicable' | 'one-of' | 'optional' | 'deprecated';
  readonly format: 'text' | 'year-month' | 'date' | 'boolean' | 'integer';
  /** Null when no limit is published. */
  readonly maxLength: number | null;
  readonly label: string;
}

export interface NoticeType {
  /** `WEAR`. */
  readonly type: string;
  /** Key of the child object: `wear`. */
  readonly key: string;
  readonly fields: readonly NoticeField[];
}

/** Fields that have a free-text partner named `…Text`. */
export function textPartnerOf(type: NoticeType, field: NoticeField): NoticeField | null {
  return type.fields.find((other) => other.name === `${field.name}Text`) ?? null;
}

/** Fields of `type` that must be there and are not filled in `fields`; of a pair, the dated one is named. */
export function missingNoticeFields(
  type: NoticeType,
  fields: Readonly<Record<string, string>>,
): readonly NoticeField[] {
  const isFilled = (name: string): boolean => (fields[name] ?? '').trim() !== '';
  return type.fields.filter((field) => {
    if (isFilled(field.name)) return false;
    if (field.requirement === 'required') return true;
    if (field.requirement !== 'one-of') return false;
    const group = groupOf(type, field);
    // Only the first of a group speaks for it, so that one gap is reported once.
    return group[0] === field.name && !group.some(isFilled);
  });
}

/**
 * Names that stand in for each other: `x` and `xText`; for gift cards the three places of use; for
 * ETC the person or the telephone (appendix A's introduction).
 */
function groupOf(type: NoticeType, field: NoticeField): readonly string[] {
  if (field.name.startsWith('useStore')) {
    return ['useStorePlace', 'useStoreAddressId', 'useStoreUrl'];
  }
  if (type.type === 'ETC' && field.name === 'customerServicePhoneNumber') {
    return ['customerServicePhoneNumber', 'afterServiceDirector'];
  }
  const base = field.name.endsWith('Text') ? field.name.slice(0, -'Text'.length) : field.name;
  return [base, `${base}Text`];
}
