import type { DraftImages } from '@shared/domain/draft';
import { addedToGallery, hasGalleryRoom, leftOut } from '@shared/domain/draft-pictures';
import { ImagePlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { PictureStateBadge } from './PictureStateBadge';
import { PictureView } from './PictureView';
import type { Inspection } from './use-inspection';
import { usePictureNames } from './use-picture-names';

export interface DescriptionPicturesProps {
  readonly images: DraftImages;
  readonly inspection: Inspection;
  readonly staysAtSource: boolean;
  readonly change: (images: DraftImages) => void;
}

/** The description's pictures in its order, each with what becomes of it. */
export function DescriptionPictures({
  images,
  inspection,
  staysAtSource,
  change,
}: DescriptionPicturesProps) {
  const { t } = useTranslation();
  const names = usePictureNames(images);
  if (images.detail.length === 0) {
    return <p className="text-quiet">{t('pictures.detailEmpty')}</p>;
  }
  return (
    <>
      <p className="mb-4 text-quiet text-sm">{t('pictures.detailHint')}</p>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-x-5 gap-y-7">
        {images.detail.map((url) => {
          const name = names.detail(url);
          const outcome = inspection.outcomeOf('detail', url);
          return (
            <li key={url} className="flex min-w-0 flex-col gap-2">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="font-medium text-sm">{name}</h3>
                <PictureStateBadge
                  outcome={outcome}
                  inspection={inspection.state}
                  staysAtSource={staysAtSource}
                />
              </div>
              <PictureView url={url} name={name} outcome={outcome} size="middle" />
              {outcome?.kind === 'duplicate' ? (
                <p className="text-quiet text-sm">
                  {t('pictures.duplicate', { name: names.detail(outcome.ofUrl) })}
                </p>
              ) : null}
              <div className="flex flex-wrap items-center gap-2">
                {images.product.includes(url) ? (
                  <span className="px-1 text-quiet text-sm">{t('pictures.inGallery')}</span>
                ) : (
                  <Button
                    size="small"
                    isDisabled={!hasGalleryRoom(images) || outcome?.kind === 'dropped'}
                    aria-label={t('pictures.toGalleryOf', { name })}
                    onPress={() => change(addedToGallery(images, url))}
                  >
                    <ImagePlus aria-hidden="true" size={15} />
                    {t('pictures.toGallery')}
                  </Button>
                )}
                <Button
                  size="small"
                  tone="danger"
                  aria-label={t('pictures.leaveOutOf', { name })}
                  onPress={() => change(leftOut(images, 'detail', url))}
                >
                  <X aria-hidden="true" size={15} />
                  {t('pictures.leaveOut')}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
