import type { DraftImages } from '@shared/domain/draft';
import { leftOut, movedTo, reordered } from '@shared/domain/draft-pictures';
import { textOf } from '@shared/texts/catalogue';
import { ArrowLeft, ArrowRight, GripVertical, Star, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Picture } from '../../ui/Picture';
import { useLanguage } from '../../ui/use-language';
import { PictureStateBadge } from './PictureStateBadge';
import { PictureView } from './PictureView';
import { tileUrlOf } from './picture-looks';
import type { Inspection } from './use-inspection';
import { usePictureNames } from './use-picture-names';

/** Of our own, so that a dragged picture is not taken for a dropped list of item numbers. */
const DRAG_TYPE = 'application/x-storebridge-picture';

export interface GalleryProps {
  readonly images: DraftImages;
  readonly inspection: Inspection;
  readonly change: (images: DraftImages) => void;
}

/** The product's pictures: one large, all as tiles to choose from and to bring into order. */
export function Gallery({ images, inspection, change }: GalleryProps) {
  const { t } = useTranslation();
  const names = usePictureNames(images);
  const [chosen, setChosen] = useState<string | null>(null);
  const { product } = images;
  const shown = chosen !== null && product.includes(chosen) ? chosen : product[0];
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key) })),
    acceptedDragTypes: [DRAG_TYPE],
    getAllowedDropOperations: () => ['move'],
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className="-mx-1.5 w-0 outline-accent data-[drop-target]:outline-2"
      />
    ),
    onReorder: ({ keys, target }) => {
      const moving = product.filter((url) => keys.has(url));
      const staying = product.filter((url) => !keys.has(url));
      const at = staying.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      change(reordered(images, [...staying.slice(0, at), ...moving, ...staying.slice(at)]));
    },
  });
  if (shown === undefined) {
    const hint = images.detail.length > 0 ? 'galleryEmptyHint' : 'galleryEmptyReasons';
    return <EmptyState title={t('pictures.galleryEmpty')} hint={t(`pictures.${hint}`)} />;
  }
  const position = product.indexOf(shown);
  const outcome = inspection.outcomeOf('product', shown);
  const name = names.product(shown);
  const tiles = product.map((url) => ({ id: url, url, name: names.product(url) }));
  const move = (index: number): void => {
    setChosen(shown);
    change(movedTo(images, shown, index));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-6 max-lg:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="font-semibold">{name}</h3>
          <PictureStateBadge outcome={outcome} inspection={inspection.state} />
        </div>
        <PictureView key={shown} url={shown} name={name} outcome={outcome} size="large" />
        {outcome?.kind === 'duplicate' ? (
          <p className="text-quiet text-sm">
            {t('pictures.duplicate', { name: names.product(outcome.ofUrl) })}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {position === 0 ? null : (
            <Button size="small" onPress={() => move(0)}>
              <Star aria-hidden="true" size={15} />
              {t('pictures.makeRepresentative')}
            </Button>
          )}
          <Button size="small" isDisabled={position === 0} onPress={() => move(position - 1)}>
            <ArrowLeft aria-hidden="true" size={15} />
            {t('pictures.earlier')}
          </Button>
          <Button
            size="small"
            isDisabled={position === product.length - 1}
            onPress={() => move(position + 1)}
          >
            <ArrowRight aria-hidden="true" size={15} />
            {t('pictures.later')}
          </Button>
          <Button
            size="small"
            tone="danger"
            aria-label={t('pictures.leaveOutOf', { name })}
            onPress={() => change(leftOut(images, 'product', shown))}
          >
            <X aria-hidden="true" size={15} />
            {t('pictures.leaveOut')}
          </Button>
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <p className="text-quiet text-sm">{t('pictures.galleryHint')}</p>
        <GridList
          aria-label={t('pictures.gallery')}
          layout="grid"
          keyboardNavigationBehavior="tab"
          items={tiles}
          dependencies={[inspection.state, inspection.outcomeOf]}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[shown]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
          dragAndDropHooks={dragAndDropHooks}
          className="flex flex-wrap gap-3"
        >
          {(tile) => (
            <GridListItem
              id={tile.id}
              textValue={tile.name}
              className="relative flex w-33 cursor-pointer flex-col gap-1.5 rounded-xl border border-line bg-surface p-1.5 data-[dragging]:opacity-50 data-[selected]:border-accent data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
            >
              <Tile url={tile.url} name={tile.name} inspection={inspection} />
            </GridListItem>
          )}
        </GridList>
      </div>
    </div>
  );
}

interface TileProps {
  readonly url: string;
  readonly name: string;
  readonly inspection: Inspection;
}

function Tile({ url, name, inspection }: TileProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const outcome = inspection.outcomeOf('product', url);
  const warnings = outcome?.kind === 'prepared' ? outcome.warnings : [];
  return (
    <>
      <div className="relative">
        <Picture
          url={tileUrlOf(url, outcome)}
          alt=""
          className={`aspect-square w-full object-contain! ${outcome?.kind === 'dropped' ? 'opacity-40' : ''}`}
        />
        {warnings.length === 0 ? null : (
          <span className="absolute right-1.5 bottom-1.5 rounded-full bg-warn-soft p-1 text-warn shadow-card">
            <TriangleAlert aria-hidden="true" size={14} />
            <span className="sr-only">
              {warnings
                .map(({ reason }) => textOf(reason.code, language, reason.params).message)
                .join(' ')}
            </span>
          </span>
        )}
        <AriaButton
          slot="drag"
          aria-label={t('pictures.handle', { name })}
          className="absolute top-1.5 left-1.5 cursor-grab rounded-md bg-raised p-1 text-quiet opacity-85 shadow-card hover:text-text data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
        >
          <GripVertical aria-hidden="true" size={15} />
        </AriaButton>
      </div>
      <span className="px-0.5 font-medium text-xs">{name}</span>
      <span className="px-0.5">
        <PictureStateBadge outcome={outcome} inspection={inspection.state} />
      </span>
    </>
  );
}
