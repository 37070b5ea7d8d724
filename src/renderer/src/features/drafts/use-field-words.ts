import type {
  DraftCategory,
  DraftCertification,
  DraftContent,
  DraftDelivery,
  DraftField,
  DraftNotice,
  DraftOrigin,
  DraftPrice,
  DraftUnitPrice,
} from '@shared/domain/draft';
import type { noticeTypesKo } from '@shared/texts/notice-types';
import { useTranslation } from 'react-i18next';
import { formatKrw } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';

/** Says in a few words what a field holds, for differences and histories. */
export function useFieldWords(): (field: DraftField, value: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const krw = (amountKrw: number): string => formatKrw(amountKrw, language);
  const words: {
    readonly [Field in DraftField]?: (value: NonNullable<DraftContent[Field]>) => string;
  } = {
    category: (category: DraftCategory) => category.path.split('>').slice(-2).join(' › '),
    price: (price: DraftPrice) =>
      `${krw(price.salePriceKrw - price.immediateDiscountKrw)} (${t('editor.netProfit')} ${krw(price.netProfitKrw)})`,
    origin: (origin: DraftOrigin) =>
      [origin.code, origin.importer, origin.content].filter(Boolean).join(' · '),
    notice: (notice: DraftNotice) =>
      [
        t(`noticeTypes.${notice.type as keyof typeof noticeTypesKo}`),
        ...Object.values(notice.fields),
      ].join(' · '),
    delivery: (delivery: DraftDelivery) =>
      [
        t(`editor.feeTypes.${delivery.feeType}`),
        krw(delivery.baseFeeKrw),
        t('editor.returnFeeOf', { fee: krw(delivery.returnFeeKrw) }),
      ].join(' · '),
    certification: (certification: DraftCertification) => {
      switch (certification.kind) {
        case 'not-asked':
        case 'undecided':
          return t('review.bulk.empty');
        case 'certified':
          return certification.entries.map(({ name, number }) => `${name} ${number}`).join(', ');
        case 'stated-exempt':
          return t('editor.certificationKinds.stated-exempt');
      }
    },
    afterService: ({ phone, guide }) => [phone, guide].filter((part) => part !== '').join(' · '),
    taxType: (taxType) => t(`review.taxTypes.${taxType}`),
    isMinorPurchasable: (isOpen) => t(isOpen ? 'editor.minorsYes' : 'editor.minorsNo'),
    tags: (tags) => tags.join(', '),
    unitPrice: (unitPrice: DraftUnitPrice) =>
      unitPrice.isShown
        ? `${unitPrice.totalCapacity}${unitPrice.unit} / ${unitPrice.perCapacity}${unitPrice.unit}`
        : t('editor.unitPriceHidden'),
  };
  return (field, value) => {
    if (value === null || value === undefined) return t('review.bulk.empty');
    const say = words[field] as ((value: unknown) => string) | undefined;
    const text = say === undefined ? String(value) : say(value);
    return text === '' ? t('review.bulk.empty') : text;
  };
}
