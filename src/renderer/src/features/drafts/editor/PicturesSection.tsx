import type { DraftImages } from '@shared/domain/draft';
import { leftOut, movedTo } from '@shared/domain/draft-pictures';
import { textOf } from '@shared/texts/catalogue';
import { ArrowLeft, Star, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../../ui/Badge';
import { IconButton } from '../../../ui/IconButton';
import { Picture } from '../../../ui/Picture';
import { useLanguage } from '../../../ui/use-language';
import { Section } from './Section';
import type { DraftEditing } from './use-draft-editing';

/** Which pictures the product shows and in which order; the first one represents it. */
export function PicturesSection({ editing }: { readonly editing: DraftEditing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const images = editing.content?.images;
  if (images === undefined) return null;
  const put = (changed: DraftImages): void => editing.edit({ images: changed });
  return (
    <Section field="images" editing={editing}>
      <Link
        to={`/drafts/${editing.draft.data?.itemNo ?? ''}/pictures`}
        className="mb-3 inline-block rounded font-medium text-accent-text text-sm hover:underline"
      >
        {t('editor.openPictures')}
      </Link>
      {images.product.length === 0 ? (
        <p className="text-warn">{t('editor.picturesNone')}</p>
      ) : (
        <ul className="flex flex-wrap gap-3">
          {images.product.map((url, place) => (
            <li key={url} className="w-32">
              <div className="relative">
                <Picture
                  url={url}
                  alt={t('editor.picture', { place: place + 1 })}
                  className="size-32"
                />
                {place === 0 ? (
                  <span className="absolute top-1.5 left-1.5">
                    <Badge tone="busy" Icon={Star}>
                      {t('editor.pictureMain')}
                    </Badge>
                  </span>
                ) : null}
              </div>
              <div className="mt-1.5 flex gap-1">
                {place === 0 ? null : (
                  <>
                    <IconButton
                      size="small"
                      label={t('editor.pictureMakeMain', { place: place + 1 })}
                      onPress={() => put(movedTo(images, url, 0))}
                      Icon={Star}
                      iconPx={14}
                    />
                    <IconButton
                      size="small"
                      label={t('editor.pictureEarlier', { place: place + 1 })}
                      onPress={() => put(movedTo(images, url, place - 1))}
                      Icon={ArrowLeft}
                      iconPx={14}
                    />
                  </>
                )}
                {images.product.length < 2 ? null : (
                  <IconButton
                    size="small"
                    tone="danger"
                    label={t('editor.pictureExclude', { place: place + 1 })}
                    onPress={() => put(leftOut(images, 'product', url))}
                    Icon={X}
                    iconPx={14}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {images.excluded.length === 0 ? null : (
        <>
          <h3 className="mt-4 mb-2 text-quiet text-sm">{t('editor.picturesExcluded')}</h3>
          <ul className="flex flex-col gap-2">
            {images.excluded.map(({ url, reason }) => (
              <li key={url} className="flex items-center gap-3">
                <Picture url={url} alt="" className="size-12" />
                <span className="text-quiet text-sm">
                  {textOf(reason.code, language, reason.params).message}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
