import type { DraftImages } from '@shared/domain/draft';
import {
  broughtBack,
  type LeftOutPicture,
  placeOf,
  returnRuleOf,
} from '@shared/domain/draft-pictures';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Picture } from '../../ui/Picture';
import { ReasonList } from '../../ui/ReasonList';

export interface LeftOutPicturesProps {
  readonly images: DraftImages;
  /** The pictures that the description's text holds, in its order. */
  readonly detailOrder: readonly string[];
  readonly change: (images: DraftImages) => void;
}

/** Every picture that is not used, with the reason and, where the reason allows, the way back. */
export function LeftOutPictures({ images, detailOrder, change }: LeftOutPicturesProps) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-4">
      {images.excluded.map((entry) => (
        <li
          key={`${entry.reason.code} ${entry.reason.params?.place ?? ''} ${entry.url}`}
          className="flex items-start gap-4"
        >
          <Picture
            url={/^https?:/.test(entry.url) ? entry.url : null}
            alt=""
            className="size-20 object-contain!"
          />
          <div className="min-w-0 flex-1">
            <ReasonList reasons={[entry.reason]} />
            <p className="mt-1 truncate text-quiet text-xs" title={entry.url}>
              {t(`pictures.leftOutOf.${placeOf(entry, detailOrder)}`)} · {entry.url}
            </p>
            <WayBack entry={entry} images={images} detailOrder={detailOrder} change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface WayBackProps extends LeftOutPicturesProps {
  readonly entry: LeftOutPicture;
}

function WayBack({ entry, images, detailOrder, change }: WayBackProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const rule = returnRuleOf(images, entry, detailOrder);
  const bringBack = (): void => change(broughtBack(images, entry, detailOrder));
  if (rule === 'never') return null;
  if (rule === 'full') return <p className="mt-2 text-sm text-warn">{t('pictures.noRoom')}</p>;
  if (isAsking && rule === 'confirm') {
    return (
      <div className="mt-2">
        <Notice
          tone="warn"
          role="status"
          title={t('pictures.confirmTitle')}
          actions={
            <>
              <Button size="small" onPress={() => setIsAsking(false)}>
                {t('common.close')}
              </Button>
              <Button size="small" tone="primary" onPress={bringBack}>
                {t('pictures.confirm')}
              </Button>
            </>
          }
        >
          {t('pictures.confirmHint')}
        </Notice>
      </div>
    );
  }
  return (
    <div className="mt-2">
      <Button size="small" onPress={rule === 'confirm' ? () => setIsAsking(true) : bringBack}>
        <RotateCcw aria-hidden="true" size={15} />
        {t('pictures.bringBack')}
      </Button>
    </div>
  );
}
