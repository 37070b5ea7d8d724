import type { DraftImages } from '@shared/domain/draft';
import { useTranslation } from 'react-i18next';

/** What a picture is called, by where it stands. */
export interface PictureNames {
  product(url: string): string;
  detail(url: string): string;
}

/** What pictures are called in words, by their place. */
export function usePictureNames({ product, detail }: DraftImages): PictureNames {
  const { t } = useTranslation();
  return {
    product: (url) => {
      const position = product.indexOf(url);
      return position === 0
        ? t('pictures.representative')
        : t('pictures.galleryPicture', { number: position });
    },
    detail: (url) => t('pictures.detailPicture', { number: detail.indexOf(url) + 1 }),
  };
}
