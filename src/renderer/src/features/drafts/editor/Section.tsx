import type { DraftField } from '@shared/domain/draft';
import { GitCompareArrows, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Page';
import { useLanguage } from '../../../ui/use-language';
import { useFieldWords } from '../use-field-words';
import type { DraftEditing } from './use-draft-editing';

export interface SectionProps {
  readonly field: DraftField;
  readonly editing: DraftEditing;
  readonly children: ReactNode;
}

/** Where a field of the editor is found on the page. */
export function sectionId(field: string): string {
  return `field-${field}`;
}

/** One field of the draft: whether it is the seller's own, and why it is as it is. */
export function Section({ field, editing, children }: SectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isLocked = editing.draft.data?.lockedFields.includes(field) === true;
  const steps = editing.advice.data?.explanations.find((each) => each.field === field)?.steps ?? [];
  return (
    <div id={sectionId(field)}>
      <Card
        title={t(`editor.fields.${field}`)}
        aside={
          isLocked ? (
            <span className="flex items-center gap-1">
              <Badge tone="busy" Icon={PencilLine}>
                {t('editor.locked')}
              </Badge>
              <Button
                size="small"
                tone="ghost"
                aria-label={`${t(`editor.fields.${field}`)} ${t('editor.giveBack')}`}
                onPress={() => editing.unlock.mutate(field)}
              >
                {t('editor.giveBack')}
              </Button>
            </span>
          ) : null
        }
      >
        {children}
        {isLocked ? <SupplierValue field={field} editing={editing} /> : null}
        {steps.length === 0 ? null : (
          <Disclosure className="mt-3">
            <Heading level={3}>
              <AriaButton
                slot="trigger"
                className="cursor-pointer rounded font-medium text-accent-text text-sm hover:underline"
              >
                {t('editor.why')}
              </AriaButton>
            </Heading>
            <DisclosurePanel>
              <ul className="mt-2 list-disc pl-5 text-quiet text-sm">
                {steps.map((step) => (
                  <li key={step.ko}>{step[language]}</li>
                ))}
              </ul>
            </DisclosurePanel>
          </Disclosure>
        )}
      </Card>
    </div>
  );
}

/** What the supplier's data gives beside the seller's own value. */
function SupplierValue({ field, editing }: Pick<SectionProps, 'field' | 'editing'>) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const values = editing.advice.data?.supplierValues;
  const own = editing.content?.[field];
  if (values === undefined || !Object.hasOwn(values, field)) return null;
  const value = values[field];
  if (JSON.stringify(value) === JSON.stringify(own)) return null;
  const isLarge = field === 'detailHtml' || field === 'options' || field === 'images';
  return (
    <p className="mt-3 flex items-baseline gap-1.5 rounded-lg bg-page px-3 py-2 text-quiet text-sm">
      <GitCompareArrows aria-hidden="true" size={14} className="shrink-0 self-center" />
      <span className="line-clamp-2">
        {isLarge
          ? t('editor.supplierLarge')
          : t('editor.supplierValue', { value: words(field, value) })}
      </span>
    </p>
  );
}
