import { useTranslation } from 'react-i18next';
import { TextBox } from '../../../ui/fields';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** The product's name in the store. */
export function NameSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const name = editing.content?.name ?? '';
  return (
    <Section field="name" editing={editing}>
      <TextBox
        label={t('editor.fields.name')}
        isLabelHidden
        value={name}
        maxLength={500}
        hint={t('editor.nameHint', { length: [...name].length })}
        onChange={(typed) => editing.edit({ name: typed })}
      />
    </Section>
  );
}
