import { useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { INPUT_LOOKS } from '../../../ui/fields';
import { DescriptionView } from './DescriptionView';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** The description: as buyers see it, and as HTML for those who want to change it. */
export function DescriptionSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const html = editing.content?.detailHtml ?? '';
  return (
    <Section field="detailHtml" editing={editing}>
      {isEditing ? (
        <TextField
          value={html}
          onChange={(detailHtml) => editing.edit({ detailHtml })}
          className="mb-4"
        >
          <Label className="mb-1 block font-medium text-quiet text-sm">
            {t('editor.detailHtmlLabel')}
          </Label>
          <TextArea
            rows={12}
            spellCheck={false}
            className={`${INPUT_LOOKS} py-2 font-mono text-sm`}
          />
          <Text slot="description" className="mt-1 block text-quiet text-xs">
            {t('editor.detailHint')}
          </Text>
        </TextField>
      ) : null}
      <DescriptionView html={html} label={t('editor.detailPreview')} />
      {isEditing ? null : (
        <div className="mt-3">
          <Button size="small" onPress={() => setIsEditing(true)}>
            {t('editor.detailEdit')}
          </Button>
        </div>
      )}
    </Section>
  );
}
