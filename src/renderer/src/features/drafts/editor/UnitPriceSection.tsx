import type { DraftUnitPrice } from '@shared/domain/draft';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { NumberBox, TextBox } from '../../../ui/fields';
import { formatKrw } from '../../../ui/format';
import { useLanguage } from '../../../ui/use-language';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

const BLANK: DraftUnitPrice = { isShown: true, totalCapacity: 0, perCapacity: 100, unit: 'g' };

/** The price per unit of measure; shown where the category asks for it or the seller has answered. */
export function UnitPriceSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { content, shown } = editing;
  const isAsked = shown?.reasons.some(({ field }) => field === 'unitPrice') ?? false;
  const unitPrice = content?.unitPrice ?? null;
  if (content === null || (!isAsked && unitPrice === null)) return null;
  const now = unitPrice ?? BLANK;
  const put = (part: Partial<DraftUnitPrice>): void =>
    editing.edit({ unitPrice: { ...now, ...part } });
  const paidKrw = content.price.salePriceKrw - content.price.immediateDiscountKrw;
  return (
    <Section field="unitPrice" editing={editing}>
      <ChoiceGroup
        label={t('editor.fields.unitPrice')}
        isLabelHidden
        value={unitPrice === null ? '' : unitPrice.isShown ? 'shown' : 'hidden'}
        choices={[
          { value: 'shown', text: t('editor.unitPriceShown') },
          { value: 'hidden', text: t('editor.unitPriceHidden') },
        ]}
        onChange={(chosen) => put({ isShown: chosen === 'shown' })}
      />
      {unitPrice?.isShown === true ? (
        <>
          <div className="mt-4 grid gap-4 sm:grid-cols-3">
            <NumberBox
              label={t('editor.unitTotal')}
              value={now.totalCapacity}
              min={0}
              onChange={(totalCapacity) => put({ totalCapacity })}
            />
            <NumberBox
              label={t('editor.unitPer')}
              value={now.perCapacity}
              min={1}
              onChange={(perCapacity) => put({ perCapacity })}
            />
            <TextBox
              label={t('editor.unitName')}
              value={now.unit}
              maxLength={20}
              onChange={(unit) => put({ unit })}
            />
          </div>
          {now.totalCapacity > 0 ? (
            <p className="mt-2 font-medium text-sm">
              {t('editor.unitPriceResult', {
                per: now.perCapacity,
                unit: now.unit,
                price: formatKrw(
                  Math.round((paidKrw / now.totalCapacity) * now.perCapacity),
                  language,
                ),
              })}
            </p>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}
