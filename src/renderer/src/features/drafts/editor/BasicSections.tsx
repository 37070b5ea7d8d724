import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { NumberBox, TextBox } from '../../../ui/fields';
import { commaList } from '../bulk/answer-kinds';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

interface SectionPartProps {
  readonly editing: DraftEditing;
}

const TAX_TYPES = ['TAX', 'DUTYFREE', 'SMALL'] as const;

/** Search tags, written with commas. */
export function TagsSection({ editing }: SectionPartProps) {
  const { t } = useTranslation();
  const tags = editing.content?.tags ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Section field="tags" editing={editing}>
      <TextBox
        label={t('editor.fields.tags')}
        isLabelHidden
        value={typed ?? tags.join(', ')}
        hint={t('editor.tagsHint')}
        onChange={(text) => {
          setTyped(text);
          editing.edit({ tags: commaList(text) });
        }}
        onBlur={() => setTyped(null)}
      />
    </Section>
  );
}

/** Brand and manufacturer; both are claims that only the seller makes. */
export function BrandSections({ editing }: SectionPartProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['brand', 'manufacturer'] as const).map((field) => (
        <Section key={field} field={field} editing={editing}>
          <TextBox
            label={t(`editor.fields.${field}`)}
            isLabelHidden
            value={editing.content?.[field] ?? ''}
            maxLength={100}
            {...(field === 'brand' ? { hint: t('editor.brandHint') } : {})}
            onChange={(text) => editing.edit({ [field]: text === '' ? null : text })}
          />
        </Section>
      ))}
    </>
  );
}

/** Whom a buyer turns to. */
export function ServiceSection({ editing }: SectionPartProps) {
  const { t } = useTranslation();
  const service = editing.content?.afterService ?? { phone: '', guide: '' };
  return (
    <Section field="afterService" editing={editing}>
      <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
        <TextBox
          label={t('editor.servicePhone')}
          value={service.phone}
          maxLength={30}
          onChange={(phone) => editing.edit({ afterService: { ...service, phone } })}
        />
        <TextBox
          label={t('editor.serviceGuide')}
          value={service.guide}
          maxLength={200}
          onChange={(guide) => editing.edit({ afterService: { ...service, guide } })}
        />
      </div>
    </Section>
  );
}

/** Tax, sale to minors, and pieces per sale. */
export function TermsSections({ editing }: SectionPartProps) {
  const { t } = useTranslation();
  const { content } = editing;
  if (content === null) return null;
  return (
    <>
      <Section field="taxType" editing={editing}>
        <ChoiceGroup
          label={t('editor.fields.taxType')}
          isLabelHidden
          value={content.taxType}
          choices={TAX_TYPES.map((value) => ({ value, text: t(`review.taxTypes.${value}`) }))}
          onChange={(taxType) => editing.edit({ taxType })}
        />
      </Section>
      <Section field="isMinorPurchasable" editing={editing}>
        <ChoiceGroup
          label={t('editor.fields.isMinorPurchasable')}
          isLabelHidden
          value={content.isMinorPurchasable ? 'yes' : 'no'}
          choices={[
            { value: 'yes', text: t('editor.minorsYes') },
            { value: 'no', text: t('editor.minorsNo') },
          ]}
          onChange={(chosen) => editing.edit({ isMinorPurchasable: chosen === 'yes' })}
        />
      </Section>
      <Section field="unitQuantity" editing={editing}>
        <div className="max-w-48">
          <NumberBox
            label={t('editor.fields.unitQuantity')}
            value={content.unitQuantity}
            min={1}
            onChange={(unitQuantity) => editing.edit({ unitQuantity })}
          />
        </div>
        <p className="mt-1.5 text-quiet text-xs">{t('editor.piecesHint')}</p>
      </Section>
    </>
  );
}
