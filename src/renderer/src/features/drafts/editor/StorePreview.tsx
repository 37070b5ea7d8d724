import { framedDetail } from '@shared/domain/detail-frame';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../ipc/settings-queries';
import { formatKrw, formatPercent } from '../../../ui/format';
import { Card } from '../../../ui/Page';
import { Picture } from '../../../ui/Picture';
import { useLanguage } from '../../../ui/use-language';
import { DescriptionView } from './DescriptionView';
import type { DraftEditing } from './use-draft-editing';

/** The product as a buyer meets it in the store's list, with the unsaved changes. */
export function StorePreview({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { content, shown } = editing;
  const settings = useSettings();
  if (content === null || shown === null) return null;
  const { salePriceKrw, immediateDiscountKrw } = shown.content.price;
  const { delivery } = content;
  const store = settings.data?.store;
  const detailHtml =
    store === undefined ? content.detailHtml : framedDetail(content.detailHtml, store);
  return (
    <Card title={t('editor.preview')}>
      <Picture url={content.images.product[0] ?? null} alt="" className="aspect-square w-full" />
      {content.images.product.length < 2 ? null : (
        <div className="mt-2 grid grid-cols-5 gap-1.5">
          {content.images.product.slice(0, 5).map((url) => (
            <Picture key={url} url={url} alt="" className="aspect-square w-full" />
          ))}
        </div>
      )}
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
      {content.options.dimensions.length === 0 ? null : (
        <div className="mt-3 flex flex-col gap-1.5">
          {content.options.dimensions.map(({ name, values }) => (
            <p
              key={name}
              className="flex justify-between rounded-md border border-line px-3 py-1.5 text-sm"
            >
              <span>{name}</span>
              <span className="text-quiet">
                {t('editor.previewOptions', { count: values.length })}
              </span>
            </p>
          ))}
        </div>
      )}
      {content.tags.length === 0 ? null : (
        <p className="mt-3 text-accent-text text-sm">
          {content.tags.map((tag) => `#${tag}`).join(' ')}
        </p>
      )}
      <Disclosure className="mt-3 border-line border-t pt-3">
        <Heading level={3}>
          <AriaButton
            slot="trigger"
            className="cursor-pointer rounded font-medium text-accent-text text-sm hover:underline"
          >
            {t('editor.previewDetail')}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <div className="mt-2 flex flex-col gap-3 text-sm">
            <DescriptionView html={detailHtml} label={t('editor.detailPreview')} />
            {content.notice === null ? null : (
              <div>
                <p className="mb-1 font-medium">{t('editor.previewNotice')}</p>
                <p className="text-quiet text-xs">
                  {Object.values(content.notice.fields).join(' · ')}
                </p>
              </div>
            )}
            <p className="text-quiet text-xs">
              {t('editor.previewService', { phone: content.afterService.phone })}
            </p>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </Card>
  );
}
