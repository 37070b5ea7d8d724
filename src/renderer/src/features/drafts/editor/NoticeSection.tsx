import type { NoticeTypeInfo } from '@shared/ipc/marketplace';
import type { noticeTypesKo } from '@shared/texts/notice-types';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';
import { Button } from '../../../ui/Button';
import { SelectBox, TextBox } from '../../../ui/fields';
import { QueryView } from '../../../ui/QueryView';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** What sellers write where the description says it all; Naver takes it as an answer. */
const SEE_DETAIL = '상품상세참조';

type NoticeTypeName = keyof typeof noticeTypesKo;

/** The legal product information: its kind, and one field per line the law asks for. */
export function NoticeSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const client = useClient();
  const types = useQuery({
    queryKey: queryKeys.marketplace.noticeTypes,
    queryFn: () => client.request('marketplace.listNoticeTypes', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const notice = editing.content?.notice ?? null;
  return (
    <Section field="notice" editing={editing}>
      <QueryView query={types}>
        {({ types: all }) => {
          const type = all.find((each) => each.type === notice?.type);
          return (
            <>
              <div className="max-w-sm">
                <SelectBox
                  label={t('editor.noticeType')}
                  value={notice?.type ?? null}
                  placeholder={t('editor.noticeNone')}
                  choices={all.map((each) => ({
                    value: each.type,
                    text: t(`noticeTypes.${each.type as NoticeTypeName}`),
                  }))}
                  onChange={(chosen) => {
                    const next = all.find((each) => each.type === chosen);
                    if (next === undefined) return;
                    editing.edit({
                      notice: { type: chosen, fields: keptFields(notice?.fields ?? {}, next) },
                    });
                  }}
                />
              </div>
              {type === undefined || notice === null ? null : (
                <NoticeFields
                  type={type}
                  fields={notice.fields}
                  onChange={(fields) => editing.edit({ notice: { ...notice, fields } })}
                />
              )}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

/** What was filled in already and the other kind asks for as well. */
function keptFields(
  fields: Readonly<Record<string, string>>,
  type: NoticeTypeInfo,
): Readonly<Record<string, string>> {
  const names = new Set(type.fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name)));
}

interface NoticeFieldsProps {
  readonly type: NoticeTypeInfo;
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (fields: Readonly<Record<string, string>>) => void;
}

function NoticeFields({ type, fields, onChange }: NoticeFieldsProps) {
  const { t } = useTranslation();
  const shown = type.fields.filter(({ requirement }) => requirement !== 'deprecated');
  const gaps = shown.filter(
    ({ name, requirement, format }) =>
      requirement === 'required' && format === 'text' && (fields[name] ?? '').trim() === '',
  );
  return (
    <>
      <div className="mt-4 grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {shown.map(({ name, label, requirement, maxLength }) => (
          <TextBox
            key={name}
            label={requirement === 'required' ? `${label} (${t('editor.required')})` : label}
            value={fields[name] ?? ''}
            {...(maxLength === null ? {} : { maxLength })}
            onChange={(text) => {
              const { [name]: _before, ...others } = fields;
              onChange(text === '' ? others : { ...others, [name]: text });
            }}
          />
        ))}
      </div>
      {gaps.length === 0 ? null : (
        <div className="mt-4">
          <Button
            size="small"
            onPress={() =>
              onChange({
                ...fields,
                ...Object.fromEntries(gaps.map(({ name }) => [name, SEE_DETAIL])),
              })
            }
          >
            {t('editor.noticeSeeDetail')}
          </Button>
        </div>
      )}
    </>
  );
}
