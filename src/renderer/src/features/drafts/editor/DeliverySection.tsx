import type { DraftDelivery } from '@shared/domain/draft';
import { LayoutTemplate } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../ipc/settings-queries';
import { Button } from '../../../ui/Button';
import { NumberBox, SelectBox } from '../../../ui/fields';
import { formatKrw } from '../../../ui/format';
import { useLanguage } from '../../../ui/use-language';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

const FEE_TYPES = ['FREE', 'CONDITIONAL_FREE', 'PAID', 'UNIT_QUANTITY_PAID'] as const;

/** What the buyer pays for delivery, return and exchange. */
export function DeliverySection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const store = useSettings().data?.store;
  const delivery = editing.content?.delivery;
  if (delivery === undefined) return null;
  const put = (part: Partial<DraftDelivery>): void =>
    editing.edit({ delivery: { ...delivery, ...part } });
  const { feeType } = delivery;
  return (
    <Section field="delivery" editing={editing}>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectBox
          label={t('editor.feeType')}
          value={feeType}
          choices={FEE_TYPES.map((value) => ({ value, text: t(`editor.feeTypes.${value}`) }))}
          onChange={(chosen) =>
            put({ feeType: chosen, ...(chosen === 'FREE' ? { baseFeeKrw: 0 } : {}) })
          }
        />
        {feeType === 'FREE' ? null : (
          <NumberBox
            label={t('editor.baseFee')}
            value={delivery.baseFeeKrw}
            min={0}
            onChange={(baseFeeKrw) => put({ baseFeeKrw })}
          />
        )}
        {feeType === 'CONDITIONAL_FREE' ? (
          <NumberBox
            label={t('editor.freeFrom')}
            value={delivery.freeConditionalKrw ?? 0}
            min={0}
            onChange={(freeConditionalKrw) => put({ freeConditionalKrw })}
          />
        ) : null}
        {feeType === 'UNIT_QUANTITY_PAID' ? (
          <NumberBox
            label={t('editor.perQuantity')}
            value={delivery.repeatQuantity ?? 1}
            min={1}
            onChange={(repeatQuantity) => put({ repeatQuantity })}
          />
        ) : null}
        <NumberBox
          label={t('editor.returnFee')}
          value={delivery.returnFeeKrw}
          min={0}
          onChange={(returnFeeKrw) => put({ returnFeeKrw })}
        />
        <NumberBox
          label={t('editor.exchangeFee')}
          value={delivery.exchangeFeeKrw}
          min={0}
          onChange={(exchangeFeeKrw) => put({ exchangeFeeKrw })}
        />
      </div>
      {store === undefined ? null : (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button
            size="small"
            onPress={() =>
              put({
                courierCode: store.courierCode,
                shippingAddressId: store.shippingAddressId ?? delivery.shippingAddressId,
                returnAddressId: store.returnAddressId ?? delivery.returnAddressId,
                returnFeeKrw: store.returnFeeKrw,
                exchangeFeeKrw: store.exchangeFeeKrw,
              })
            }
          >
            <LayoutTemplate aria-hidden="true" size={15} />
            {t('editor.deliveryTemplate')}
          </Button>
          <span className="text-quiet text-xs">{t('editor.deliveryTemplateHint')}</span>
        </div>
      )}
      <p className="mt-3 text-quiet text-sm">
        {t('editor.supplierFee', { price: formatKrw(delivery.supplierFeeKrw, language) })}
      </p>
    </Section>
  );
}
