import type { FieldChange } from '@shared/domain/draft-bulk';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './use-field-words';

/** What changes in a draft, field by field: before struck out, after beside it. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {changes.map(({ field, isLarge, before, after }) => (
        <li key={field} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{t(`editor.fields.${field}`)}</span>
          {isLarge ? (
            <span className="text-quiet">{t('review.bulk.large')}</span>
          ) : (
            <>
              <del className="max-w-80 truncate text-quiet">{words(field, before)}</del>
              <ArrowRight
                aria-hidden="true"
                size={13}
                className="shrink-0 self-center text-quiet"
              />
              <ins className="max-w-80 truncate text-good no-underline">{words(field, after)}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
