import type { DraftField } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import { CircleCheck, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { TextBox } from '../../../ui/fields';
import { Card } from '../../../ui/Page';
import { ReasonList } from '../../../ui/ReasonList';
import { useLanguage } from '../../../ui/use-language';
import { sectionId } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** Fields that have a part of their own in the editor. */
const SECTIONS: readonly DraftField[] = [
  'name',
  'category',
  'price',
  'options',
  'images',
  'notice',
  'origin',
  'delivery',
  'certification',
  'detailHtml',
  'tags',
  'brand',
  'afterService',
  'taxType',
  'isMinorPurchasable',
  'unitQuantity',
  'unitPrice',
];

/** What keeps the draft back, each with one click where one is enough, and notes that do not. */
export function ToSolve({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const { shown } = editing;
  if (shown === null) return null;
  const stops = shown.reasons.filter(({ severity }) => severity !== 'warn');
  const notes = shown.reasons.filter(({ severity }) => severity === 'warn');
  return (
    <Card title={t('editor.toSolve')}>
      {stops.length === 0 ? (
        <div className="flex items-start gap-2.5">
          <CircleCheck aria-hidden="true" size={22} className="shrink-0 text-good" />
          <div>
            <p className="font-medium">{t('editor.solved')}</p>
            <p className="text-quiet text-sm">
              {t(
                editing.advice.data?.isRegistered === true
                  ? 'editor.registeredSolved'
                  : 'editor.solvedHint',
              )}
            </p>
          </div>
        </div>
      ) : (
        <ReasonList
          reasons={stops}
          actionsOf={(reason) => <ReasonActions reason={reason} editing={editing} />}
        />
      )}
      {notes.length === 0 ? null : (
        <Disclosure className="mt-4 border-line border-t pt-3">
          <Heading level={3}>
            <AriaButton
              slot="trigger"
              className="cursor-pointer rounded font-medium text-accent-text text-sm hover:underline"
            >
              {t('editor.notes', { count: notes.length })}
            </AriaButton>
          </Heading>
          <DisclosurePanel>
            <div className="pt-3">
              <ReasonList reasons={notes} />
            </div>
          </DisclosurePanel>
        </Disclosure>
      )}
    </Card>
  );
}

interface ReasonActionsProps {
  readonly reason: Reason;
  readonly editing: DraftEditing;
}

function ReasonActions({ reason, editing }: ReasonActionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const repairs = editing.advice.data?.repairs.filter(({ code }) => code === reason.code) ?? [];
  const source = editing.advice.data?.sources.find(({ code }) => code === reason.code);
  const field = SECTIONS.find((each) => reason.field?.startsWith(each) === true);
  return (
    <div className="mt-1.5 -ml-2.5 flex flex-col items-start gap-1.5 [&>div]:ml-2.5">
      {repairs.map((repair, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: repairs of one reason have no name of their own
        <div key={place}>
          {repair.explanation === undefined ? null : (
            <p className="mb-1 text-xs">{repair.explanation[language]}</p>
          )}
          <Button size="small" tone="primary" onPress={() => editing.save.mutate(repair.change)}>
            <WandSparkles aria-hidden="true" size={14} />
            {t('editor.fix')}
          </Button>
          {repair.keepsBuyerPrices ? (
            <span className="ml-2 text-quiet text-xs">{t('editor.fixKeepsPrices')}</span>
          ) : null}
        </div>
      ))}
      {source === undefined ? null : (
        <p className="ml-2.5 text-quiet text-xs">
          {t('review.flow.source', { source: source.source[language] })}
        </p>
      )}
      {source?.isOverridable === true && reason.severity !== 'warn' ? (
        <OverrideForm code={reason.code} editing={editing} />
      ) : null}
      {field === undefined ? null : (
        <Button
          size="small"
          tone="ghost"
          onPress={() => {
            const section = document.getElementById(sectionId(field));
            section?.scrollIntoView({ block: 'start' });
            section?.querySelector<HTMLElement>('input, button')?.focus();
          }}
        >
          {t('editor.goTo', { field: t(`editor.fields.${field}`) })}
        </Button>
      )}
    </div>
  );
}

/** Going on in spite of a finding: only with a reason, and only on record. */
function OverrideForm({
  code,
  editing,
}: {
  readonly code: string;
  readonly editing: DraftEditing;
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState<string | null>(null);
  if (note === null) {
    return (
      <Button size="small" tone="ghost" onPress={() => setNote('')}>
        {t('editor.override')}
      </Button>
    );
  }
  return (
    <form
      className="ml-2.5 flex flex-col gap-2 self-stretch"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') editing.override.mutate({ code, note: note.trim() });
      }}
    >
      <TextBox label={t('editor.overrideNote')} value={note} maxLength={200} onChange={setNote} />
      <div>
        <Button
          size="small"
          type="submit"
          isDisabled={note.trim() === '' || editing.override.isPending}
        >
          {t('editor.overrideDo')}
        </Button>
      </div>
    </form>
  );
}
