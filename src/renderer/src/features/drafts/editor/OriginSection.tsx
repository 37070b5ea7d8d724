import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../ipc/query-keys';
import { useClient } from '../../../ipc/use-client';
import { TextBox } from '../../../ui/fields';
import { OriginPick } from '../picks';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** The code under which the origin is written in the seller's own words (naver-commerce-api.md 5.6, 2026-09). */
const OWN_WORDS_CODE = '04';

/** Where the product comes from, and who imported it. */
export function OriginSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const client = useClient();
  const origin = editing.content?.origin ?? null;
  const code = origin?.code ?? '';
  const current = useQuery({
    queryKey: queryKeys.marketplace.origins(code),
    queryFn: () => client.request('marketplace.findOrigins', { text: code }),
    enabled: code !== '',
  });
  const name = current.data?.origins.find((each) => each.code === code)?.name;
  return (
    <Section field="origin" editing={editing}>
      {origin === null ? null : (
        <p className="mb-3 font-medium">{name ?? t('editor.originNow', { code })}</p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <OriginPick
          onPick={(picked) =>
            editing.edit({
              origin: {
                code: picked,
                importer: origin?.importer ?? null,
                content: picked === OWN_WORDS_CODE ? (origin?.content ?? null) : null,
              },
            })
          }
        />
        {origin === null ? null : (
          <TextBox
            label={t('editor.originImporter')}
            value={origin.importer ?? ''}
            maxLength={100}
            onChange={(typed) =>
              editing.edit({ origin: { ...origin, importer: typed === '' ? null : typed } })
            }
          />
        )}
        {origin?.code === OWN_WORDS_CODE ? (
          <TextBox
            label={t('editor.originContent')}
            value={origin.content ?? ''}
            onChange={(typed) =>
              editing.edit({ origin: { ...origin, content: typed === '' ? null : typed } })
            }
          />
        ) : null}
      </div>
    </Section>
  );
}
