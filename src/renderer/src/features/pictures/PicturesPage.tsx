import type { Draft } from '@shared/domain/draft';
import { MAX_PRODUCT_PICTURES } from '@shared/domain/draft-pictures';
import { parseItemNo } from '@shared/domain/ids';
import { ImageOff, RotateCcw, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSettings } from '../../ipc/settings-queries';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { DescriptionPictures } from './DescriptionPictures';
import { pictureOrderOf } from './description-order';
import { Gallery } from './Gallery';
import { LeftOutPictures } from './LeftOutPictures';
import { usePictureEdits, usePicturesDraft } from './use-draft-pictures';
import { type Inspection, useInspection } from './use-inspection';

/** The pictures of one draft: what becomes of each, and which are used in which order. */
export function PicturesPage() {
  const itemNo = parseItemNo(useParams().itemNo ?? '');
  return itemNo === null ? <NoDraft /> : <LoadedPage key={itemNo} itemNo={itemNo} />;
}

function NoDraft() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('pictures.title')}>
      <EmptyState title={t('pictures.noDraft')} hint={t('pictures.noDraftHint')} Icon={ImageOff}>
        <Button tone="primary" onPress={() => void navigate('/drafts')}>
          {t('pictures.toDrafts')}
        </Button>
      </EmptyState>
    </Page>
  );
}

function LoadedPage({ itemNo }: { readonly itemNo: Draft['itemNo'] }) {
  const { t } = useTranslation();
  const draft = usePicturesDraft(itemNo);
  if (draft.data === null) return <NoDraft />;
  if (draft.data !== undefined) return <PicturesDesk draft={draft.data} />;
  return (
    <Page title={t('pictures.title')}>
      <QueryView query={draft}>{() => null}</QueryView>
    </Page>
  );
}

function PicturesDesk({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const edits = usePictureEdits(draft);
  const lastInspection = useInspection(draft);
  // What is on its way to be saved has not been looked at yet.
  const isSettling = edits.state === 'saving' && lastInspection.state === 'done';
  const inspection: Inspection = isSettling
    ? { ...lastInspection, state: 'looking' }
    : lastInspection;
  const settings = useSettings();
  const { detailHtml, name } = draft.content;
  const detailOrder = useMemo(() => pictureOrderOf(detailHtml), [detailHtml]);
  const { images, change } = edits;
  return (
    <Page
      back={{ to: `/drafts/${draft.itemNo}`, text: t('pictures.back') }}
      title={t('pictures.title')}
      subtitle={`${name} · ${draft.itemNo}`}
      actions={
        <>
          <p role="status" className="self-center text-quiet text-sm">
            {[
              edits.state === 'saving' ? t('pictures.saving') : null,
              edits.state === 'saved' ? t('common.saved') : null,
              inspection.state === 'looking' && !isSettling ? t('pictures.looking') : null,
              inspection.state === 'done' ? t('pictures.looked') : null,
            ]
              .filter((each) => each !== null)
              .join(' ')}
          </p>
          <Button isDisabled={edits.undo === null} onPress={() => edits.undo?.()}>
            <Undo2 aria-hidden="true" size={16} />
            {t('common.undo')}
          </Button>
          {edits.giveBack === null ? null : (
            <Button onPress={edits.giveBack}>
              <RotateCcw aria-hidden="true" size={16} />
              {t('pictures.giveBack')}
            </Button>
          )}
        </>
      }
    >
      {edits.fault === null ? null : <FaultNotice fault={edits.fault} onRetry={edits.reload} />}
      {inspection.state === 'failed' ? (
        <FaultNotice fault={inspection.fault} onRetry={inspection.again} />
      ) : null}
      {inspection.state === 'cancelled' ? (
        <Notice
          tone="info"
          role="status"
          title={t('pictures.cancelled')}
          actions={
            <Button size="small" onPress={inspection.again}>
              {t('pictures.lookAgain')}
            </Button>
          }
        />
      ) : null}
      <Card
        title={t('pictures.gallery')}
        aside={
          <span className="text-quiet text-sm">
            {t('pictures.galleryCount', {
              count: images.product.length,
              max: MAX_PRODUCT_PICTURES,
            })}
          </span>
        }
      >
        <Gallery images={images} inspection={inspection} change={change} />
      </Card>
      <Card title={t('pictures.detail')}>
        <DescriptionPictures
          images={images}
          inspection={inspection}
          staysAtSource={settings.data?.images.keepsDetailPicturesAtSource ?? false}
          change={change}
        />
      </Card>
      {images.excluded.length === 0 ? null : (
        <Card title={t('pictures.leftOut')}>
          <LeftOutPictures images={images} detailOrder={detailOrder} change={change} />
        </Card>
      )}
    </Page>
  );
}
