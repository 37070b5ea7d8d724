import { PackagePlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSourcingSelection } from '../../state/item-selection';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount } from '../../ui/format';
import { IconButton } from '../../ui/IconButton';
import { Notice } from '../../ui/Notice';
import { ReasonList } from '../../ui/ReasonList';
import { useLanguage } from '../../ui/use-language';
import type { CollectVerdict } from './collect-in-steps';
import type { Collecting } from './use-sourcing';

/** What is chosen and what can be done with it; progress while it is done. */
export function CollectBar({ collecting }: { readonly collecting: Collecting }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = useSourcingSelection((selection) => selection.chosen);
  const clear = useSourcingSelection((selection) => selection.clear);
  const { progress } = collecting;
  const count = (value: number): string => formatCount(value, language);
  if (chosen.size === 0 && !collecting.isPending) return null;
  return (
    <section
      aria-label={t('sourcing.chosen', { value: count(chosen.size) })}
      className="flex flex-wrap items-center gap-3 rounded-xl border border-accent bg-accent-soft px-4 py-2.5"
    >
      <p role="status" className="font-semibold text-accent-text">
        {collecting.isPending
          ? t('sourcing.collecting', { done: count(progress.done), total: count(progress.total) })
          : t('sourcing.chosen', { value: count(chosen.size) })}
      </p>
      <div className="ml-auto flex gap-2">
        {collecting.isPending ? (
          <Button onPress={collecting.stop}>{t('sourcing.cancel')}</Button>
        ) : (
          <>
            <Button tone="ghost" onPress={clear}>
              <X aria-hidden="true" size={16} />
              {t('sourcing.clear')}
            </Button>
            <Button tone="primary" onPress={() => collecting.start([...chosen])}>
              <PackagePlus aria-hidden="true" size={16} />
              {t('sourcing.collect')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** What became of the items that were taken, with a reason for each that was not. */
export function CollectResult({ collecting }: { readonly collecting: Collecting }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { collected } = collecting;
  const count = (value: number): string => formatCount(value, language);
  if (collected === null) return null;
  const { verdicts, leftItems, fault } = collected;
  if (fault !== null && verdicts.length === 0) return <FaultNotice fault={fault} />;
  const drafted = verdicts.filter(isDrafted);
  const registered = verdicts.filter(({ kind }) => kind === 'registered');
  const notTaken = verdicts.flatMap((verdict) =>
    verdict.kind === 'not-taken' ? [verdict.reason] : [],
  );
  const inState = (state: 'ready' | 'needs-review' | 'blocked'): string =>
    count(drafted.filter((verdict) => verdict.state === state).length);
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <Notice
        tone={notTaken.length === 0 && leftItems === 0 ? 'good' : 'warn'}
        role="status"
        title={t('sourcing.collected', { value: count(drafted.length) })}
        actions={
          <>
            <Button size="small" onPress={() => void navigate('/drafts')}>
              {t('sourcing.toDrafts')}
            </Button>
            <IconButton
              size="small"
              tone="ghost"
              label={t('common.close')}
              onPress={collecting.reset}
              Icon={X}
            />
          </>
        }
      >
        <p>
          {t('sourcing.collectedStates', {
            ready: inState('ready'),
            review: inState('needs-review'),
            blocked: inState('blocked'),
          })}
        </p>
        {registered.length === 0 ? null : (
          <p>{t('sourcing.collectedRegistered', { value: count(registered.length) })}</p>
        )}
        {leftItems === 0 ? null : <p>{t('sourcing.collectedLeft', { value: count(leftItems) })}</p>}
        {notTaken.length === 0 ? null : (
          <details className="mt-1">
            <summary className="cursor-pointer font-medium">
              {t('sourcing.notTaken', { value: count(notTaken.length) })}
            </summary>
            <div className="mt-2 max-h-48 overflow-y-auto">
              <ReasonList reasons={notTaken} />
            </div>
          </details>
        )}
      </Notice>
    </>
  );
}

function isDrafted(
  verdict: CollectVerdict,
): verdict is Extract<CollectVerdict, { readonly kind: 'drafted' }> {
  return verdict.kind === 'drafted';
}
