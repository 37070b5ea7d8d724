import type { WatchStatus } from '@shared/domain/watch';
import { textOf } from '@shared/texts/catalogue';
import { OctagonX, Pause, Play, Radar, RefreshCw, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useWatchActions, useWatchStatus } from '../../ipc/watch-queries';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { ApprovalsView } from './ApprovalsView';
import { ChangesView } from './ChangesView';
import { FindingsView } from './FindingsView';
import { PoliciesView } from './PoliciesView';
import { ProductsView } from './ProductsView';
import { WatchSummary } from './WatchSummary';

const VIEWS = ['approvals', 'changes', 'products', 'findings', 'policies'] as const;
type View = (typeof VIEWS)[number];

/** What is watched, what changed, what waits for the seller, and what happens by itself. */
export function WatchPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const status = useWatchStatus();
  const { sweepNow, auditNow, pause, resume, saveControls } = useWatchActions();
  const fault =
    sweepNow.error ?? auditNow.error ?? pause.error ?? resume.error ?? saveControls.error;
  const controls = status.data?.controls;
  const asked = search.get('tab');
  // A link that names a product leads to it.
  const fallback: View = search.has('q') ? 'products' : 'approvals';
  const view = VIEWS.find((one) => one === asked) ?? fallback;
  const countOf = (one: View): string | undefined => {
    if (status.data === undefined) return undefined;
    if (one === 'approvals') return formatCount(status.data.openApprovals, language);
    if (one === 'findings') return formatCount(status.data.openFindings, language);
    if (one === 'products') return formatCount(status.data.watched, language);
    return undefined;
  };
  const isEmpty = status.data?.watched === 0;
  return (
    <Page
      width="full"
      title={t('watch.title')}
      subtitle={t('watch.subtitle')}
      actions={
        controls === undefined ? null : (
          <>
            <Button
              tone={controls.isKillSwitchOn ? 'primary' : 'danger'}
              onPress={() =>
                saveControls.mutate({ ...controls, isKillSwitchOn: !controls.isKillSwitchOn })
              }
            >
              <OctagonX aria-hidden="true" size={16} />
              {t(controls.isKillSwitchOn ? 'watch.killOff' : 'watch.killOn')}
            </Button>
            <Button onPress={() => (controls.isPaused ? resume : pause).mutate()}>
              {controls.isPaused ? (
                <Play aria-hidden="true" size={16} />
              ) : (
                <Pause aria-hidden="true" size={16} />
              )}
              {t(controls.isPaused ? 'watch.resume' : 'watch.pause')}
            </Button>
            <Button isDisabled={isEmpty} onPress={() => auditNow.mutate()}>
              <ShieldCheck aria-hidden="true" size={16} />
              {t('watch.auditNow')}
            </Button>
            <Button
              tone="primary"
              isDisabled={isEmpty || controls.isPaused}
              onPress={() => sweepNow.mutate()}
            >
              <RefreshCw aria-hidden="true" size={16} />
              {t('watch.sweepNow')}
            </Button>
          </>
        )
      }
    >
      {fault === null ? null : <FaultNotice fault={fault} />}
      <QueryView query={status}>
        {(current) => (
          <>
            <HaltNotice status={current} />
            {current.watched === 0 ? (
              <EmptyState title={t('watch.empty')} hint={t('watch.emptyHint')} Icon={Radar}>
                <Button tone="primary" onPress={() => void navigate('/import')}>
                  {t('watch.goImport')}
                </Button>
              </EmptyState>
            ) : (
              <>
                <WatchSummary status={current} />
                <ChoiceGroup
                  label={t('watch.view')}
                  isLabelHidden
                  value={view}
                  choices={VIEWS.map((value) => {
                    const count = countOf(value);
                    return {
                      value,
                      text: t(`watch.views.${value}`),
                      ...(count === undefined ? {} : { count }),
                    };
                  })}
                  onChange={(chosen) => setSearch({ tab: chosen }, { replace: true })}
                />
                {view === 'approvals' ? <ApprovalsView /> : null}
                {view === 'changes' ? <ChangesView /> : null}
                {view === 'products' ? <ProductsView /> : null}
                {view === 'findings' ? <FindingsView /> : null}
                {view === 'policies' ? <PoliciesView controls={current.controls} /> : null}
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function HaltNotice({ status }: { readonly status: WatchStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { halted, haltReason, controls } = status;
  const text = haltReason === null ? null : textOf(haltReason.code, language, haltReason.params);
  return (
    <>
      {controls.isKillSwitchOn ? (
        <Notice tone="bad" role="status" title={t('watch.killActive')} Icon={OctagonX}>
          {t('watch.killActiveHint')}
        </Notice>
      ) : null}
      {controls.isDryRun ? (
        <Notice tone="info" title={t('watch.dryRun')}>
          {t('watch.dryRunHint')}
        </Notice>
      ) : null}
      {halted === null ? null : (
        <Notice
          tone={halted === 'fault' ? 'bad' : 'warn'}
          role="status"
          title={text?.message ?? t(`watch.halted.${halted}`)}
        >
          {text?.fix ?? t('watch.haltedHint')}
        </Notice>
      )}
    </>
  );
}
