import type { NoticeField, NoticeType } from '../naver/notice-types';

/**
 * What must be there and is not in `fields`: required fields, and the first field of every group of
 * which none is filled.
 */
export function missingNoticeFields(
  type: NoticeType,
  fields: Readonly<Record<string, string>>,
): readonly NoticeField[] {
  const isFilled = (name: string): boolean => (fields[name] ?? '').trim() !== '';
  const required = type.fields.filter(
    (field) => field.requirement === 'required' && !isFilled(field.name),
  );
  const openGroups = type.alternatives.filter((group) => !group.some(isFilled));
  const firsts = openGroups.flatMap(
    (group) => type.fields.find((field) => field.name === group[0]) ?? [],
  );
  return [...required, ...firsts];
}
