import { ChartLine, FileQuestion, Save, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Badge } from '../../../ui/Badge';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { FaultNotice } from '../../../ui/FaultNotice';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { QueryView } from '../../../ui/QueryView';
import { useSaveKey } from '../../../ui/use-save-key';
import { DRAFT_LOOKS } from '../draft-looks';
import { BrandSections, ServiceSection, TagsSection, TermsSections } from './BasicSections';
import { CategorySection } from './CategorySection';
import { CertificationSection } from './CertificationSection';
import { DeliverySection } from './DeliverySection';
import { DescriptionSection } from './DescriptionSection';
import { HistoryCard } from './HistoryCard';
import { NameSection } from './NameSection';
import { NoticeSection } from './NoticeSection';
import { OptionsSection } from './OptionsSection';
import { OriginSection } from './OriginSection';
import { PicturesSection } from './PicturesSection';
import { PriceSection } from './PriceSection';
import { SaveBeforeLeaving } from './SaveBeforeLeaving';
import { StorePreview } from './StorePreview';
import { ToSolve } from './ToSolve';
import { UnitPriceSection } from './UnitPriceSection';
import { useDraftEditing } from './use-draft-editing';

/** One draft in full. The address says which; another one starts with nothing unsaved. */
export function EditorPage() {
  const { itemNo = '' } = useParams();
  return <Editor key={itemNo} itemNo={itemNo} />;
}

function Editor({ itemNo }: { readonly itemNo: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const editing = useDraftEditing(itemNo);
  const { changedFields, saveChanges, save, register, unlock, shown } = editing;
  const isChanged = changedFields.length > 0;

  useSaveKey(() => {
    if (isChanged) saveChanges();
  });

  const fault =
    save.error ??
    register.error ??
    unlock.error ??
    editing.undoLast.error ??
    editing.override.error ??
    (isChanged ? editing.preview.error : null);
  const title = editing.content?.name ?? itemNo;
  const stops = shown?.reasons.filter(({ severity }) => severity !== 'warn').length ?? 0;
  const isRegistered = editing.advice.data?.isRegistered === true;
  const listState = isRegistered && shown?.state === 'ready' ? 'registered' : shown?.state;
  const look = listState === undefined ? null : DRAFT_LOOKS[listState];
  const savedWords = isChanged
    ? save.isPending
      ? t('editor.autosaving')
      : `${t('editor.unsaved', {
          fields: changedFields.map((field) => t(`editor.fields.${field}`)).join(', '),
        })} · ${t('editor.autosaveHint')}`
    : save.isSuccess
      ? t('editor.saved')
      : '';
  return (
    <Page
      width="wide"
      isHeaderKept
      back={{ to: '/drafts', text: t('editor.back') }}
      title={title === '' ? itemNo : title}
      subtitle={
        <span className="flex flex-wrap items-center gap-2.5">
          <span>{itemNo}</span>
          {listState === undefined || look === null ? null : (
            <Badge tone={look.tone} Icon={look.Icon}>
              {t(`drafts.states.${listState}`)}
            </Badge>
          )}
          <span role="status" className={`text-sm ${isChanged ? 'text-accent-text' : 'text-good'}`}>
            {savedWords}
          </span>
        </span>
      }
      actions={
        shown === null ? null : (
          <>
            {isChanged ? (
              <>
                <Button onPress={editing.discard}>{t('editor.discard')}</Button>
                <Button isDisabled={save.isPending} onPress={saveChanges}>
                  <Save aria-hidden="true" size={16} />
                  {t('editor.save')}
                </Button>
              </>
            ) : null}
            {stops > 0 && !isRegistered ? (
              <p className="self-center text-quiet text-sm">
                {t('editor.registerWaits', { value: stops })}
              </p>
            ) : null}
            {isRegistered && !register.isSuccess ? (
              <Button tone="primary" onPress={() => void navigate(`/history/${itemNo}`)}>
                <ChartLine aria-hidden="true" size={16} />
                {t('editor.toHistory')}
              </Button>
            ) : (
              <Button
                tone="primary"
                isDisabled={shown.state !== 'ready' || register.isPending}
                onPress={() => register.mutate()}
              >
                <Send aria-hidden="true" size={16} />
                {t('editor.register')}
              </Button>
            )}
          </>
        )
      }
    >
      <SaveBeforeLeaving isDirty={isChanged} settle={editing.settle} />
      {fault === null ? null : (
        <FaultNotice fault={fault} onRetry={() => void editing.draft.refetch()} />
      )}
      <div role="status" className="empty:-mt-5">
        {register.isSuccess && !isChanged ? (
          <Notice
            tone={register.data === 'registered' ? 'info' : 'good'}
            title={t(register.data === 'registered' ? 'editor.registered' : 'editor.queued')}
            actions={
              <Button size="small" onPress={() => void navigate('/queue')}>
                {t('editor.toQueue')}
              </Button>
            }
          />
        ) : isRegistered ? (
          <Notice tone="info" title={t('editor.registeredTitle')}>
            {t('editor.registeredHint')}
          </Notice>
        ) : null}
      </div>
      <QueryView query={editing.draft}>
        {(draft) =>
          draft === null ? (
            <EmptyState
              title={t('editor.notFound')}
              hint={t('editor.notFoundHint')}
              Icon={FileQuestion}
            />
          ) : (
            <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
              <div className="flex flex-col gap-5 max-xl:order-2">
                <NameSection editing={editing} />
                <CategorySection editing={editing} />
                <PriceSection editing={editing} />
                <OptionsSection editing={editing} />
                <PicturesSection editing={editing} />
                <NoticeSection editing={editing} />
                <CertificationSection editing={editing} />
                <OriginSection editing={editing} />
                <DeliverySection editing={editing} />
                <DescriptionSection editing={editing} />
                <TagsSection editing={editing} />
                <BrandSections editing={editing} />
                <ServiceSection editing={editing} />
                <TermsSections editing={editing} />
                <UnitPriceSection editing={editing} />
              </div>
              <div className="-m-1 flex flex-col gap-5 p-1 xl:sticky xl:top-31 xl:max-h-[calc(100dvh-8.5rem)] xl:overflow-y-auto">
                <ToSolve editing={editing} />
                <HistoryCard itemNo={itemNo} editing={editing} />
                <div className="max-xl:hidden">
                  <StorePreview editing={editing} />
                </div>
              </div>
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
