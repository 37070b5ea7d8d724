import type { DraftField } from '@shared/domain/draft';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectBox, TextBox } from '../../../ui/fields';
import type { AnswerProps } from './AnswerForm';
import { fieldFor, HINT, WHOLE_FIELDS } from './answer-kinds';

/** Takes the repair that each draft offers for the reason; complete from the start. */
export function RepairAnswer({ reasonCode, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  useEffect(() => {
    onAnswer(reasonCode === null ? null : { kind: 'repair', code: reasonCode });
  }, [reasonCode, onAnswer]);
  return <p className={HINT}>{t('review.bulk.repairHint')}</p>;
}

/** Confirms a field as it is, which locks it. */
export function ConfirmAnswer({ reasonCode, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [field, setField] = useState<DraftField>(fieldFor(reasonCode));
  useEffect(() => onAnswer({ kind: 'confirm', field }), [field, onAnswer]);
  return (
    <SelectBox
      label={t('review.bulk.confirmField')}
      value={field}
      choices={WHOLE_FIELDS.map((value) => ({ value, text: t(`editor.fields.${value}`) }))}
      onChange={setField}
    />
  );
}

/** Goes on in spite of the finding; complete once a note says why. */
export function OverrideAnswer({ reasonCode, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <>
      <TextBox
        label={t('review.bulk.note')}
        value={note}
        maxLength={200}
        onChange={(text) => {
          setNote(text);
          onAnswer(
            reasonCode === null || text.trim() === ''
              ? null
              : { kind: 'override', code: reasonCode, note: text.trim() },
          );
        }}
      />
      <p className={HINT}>{t('review.bulk.overrideHint')}</p>
    </>
  );
}

/** Gives a field back to the supplier's data. */
export function GiveBackAnswer({ onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const [field, setField] = useState<DraftField | null>(null);
  return (
    <SelectBox
      label={t('review.bulk.giveBackField')}
      value={field}
      choices={WHOLE_FIELDS.map((value) => ({ value, text: t(`editor.fields.${value}`) }))}
      onChange={(chosen) => {
        setField(chosen);
        onAnswer({ kind: 'give-back', fields: [chosen] });
      }}
    />
  );
}
