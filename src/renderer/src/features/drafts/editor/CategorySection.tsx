import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { formatPercent } from '../../../ui/format';
import { useLanguage } from '../../../ui/use-language';
import { CategoryPick } from '../picks';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

const SHOWN_CANDIDATES = 5;

/** The store's category: what was found, what else is likely, and a search over all of them. */
export function CategorySection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const category = editing.content?.category ?? null;
  const candidates = category?.candidates ?? [];
  const others = candidates.filter(({ id }) => id !== category?.id);
  const isUnsure =
    editing.shown?.reasons.some(({ code }) => code === 'DRAFT_CATEGORY_UNSURE') === true;
  const choose = (id: string, path: string): void =>
    editing.edit({
      category: { id, path, confidence: 1, decidedBy: 'seller', candidates: [...candidates] },
    });
  return (
    <Section field="category" editing={editing}>
      {category === null ? (
        <p className="text-warn">{t('editor.categoryNone')}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            <span className="font-medium">{category.path.replaceAll('>', ' › ')}</span>
            <span className="ml-2 whitespace-nowrap text-quiet text-sm">
              {t(`editor.categoryBy.${category.decidedBy}`)}
              {category.decidedBy === 'inference'
                ? ` · ${t('editor.categorySure', { percent: formatPercent(category.confidence, language) })}`
                : null}
            </span>
          </p>
          {category.decidedBy === 'inference' ? (
            <Button
              size="small"
              tone={isUnsure ? 'primary' : 'plain'}
              onPress={() => choose(category.id, category.path)}
            >
              <Check aria-hidden="true" size={14} />
              {t('editor.categoryConfirm')}
            </Button>
          ) : null}
        </div>
      )}
      {others.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="mb-1.5 text-quiet text-sm">{t('editor.categoryCandidates')}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {others.slice(0, SHOWN_CANDIDATES).map(({ id, path, confidence }) => (
              <li key={id}>
                <Button size="small" onPress={() => choose(id, path)}>
                  {path.split('>').slice(-2).join(' › ')}
                  <span className="text-quiet text-xs">{formatPercent(confidence, language)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mt-4">
        <CategoryPick onPick={choose} />
        <p className="mt-1.5 text-quiet text-xs">{t('editor.categoryHint')}</p>
      </div>
    </Section>
  );
}
