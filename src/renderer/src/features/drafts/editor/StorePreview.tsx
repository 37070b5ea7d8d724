import { useTranslation } from 'react-i18next';
import { formatKrw, formatPercent } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { Picture } from '../../../ui/Picture';
import { useLanguage } from '../../../ui/use-language';
import type { DraftEditing } from './use-draft-editing';

/** The product as a buyer meets it in the store's list, with the unsaved changes. */
export function StorePreview({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { content, shown } = editing;
  if (content === null || shown === null) return null;
  const { salePriceKrw, immediateDiscountKrw } = shown.content.price;
  const { delivery } = content;
  return (
    <Card title={t('editor.preview')}>
      <Picture url={content.images.product[0] ?? null} alt="" className="aspect-square w-full" />
      <p className="mt-3 text-quiet text-xs">{content.category?.path.split('>').at(-1)}</p>
      <p className="mt-0.5 font-medium">{content.name}</p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
        {immediateDiscountKrw > 0 && salePriceKrw > 0 ? (
          <>
            <span className="font-bold text-bad text-lg">
              {formatPercent(immediateDiscountKrw / salePriceKrw, language)}
            </span>
            <span className="text-quiet text-sm line-through">
              {formatKrw(salePriceKrw, language)}
            </span>
          </>
        ) : null}
        <span className="font-bold text-xl">
          {formatKrw(salePriceKrw - immediateDiscountKrw, language)}
        </span>
      </p>
      <p className="mt-1 text-quiet text-sm">
        {delivery.feeType === 'FREE'
          ? t('editor.freeDelivery')
          : t('editor.paidDelivery', { price: formatKrw(delivery.baseFeeKrw, language) })}
      </p>
    </Card>
  );
}
