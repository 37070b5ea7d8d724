import {
  ASPECT_OF_KIND,
  CHANGE_KINDS,
  POLICY_ACTIONS,
  type WatchControls,
  type WatchPolicy,
} from '@shared/domain/watch';
import { ChevronDown, ChevronUp, Download, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../ipc/use-client';
import { usePolicies, useWatchActions } from '../../ipc/watch-queries';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { FaultNotice } from '../../ui/FaultNotice';
import { NumberBox } from '../../ui/fields';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { SwitchRow } from '../settings/SwitchRow';
import { KindBadge } from './change-looks';

const WON_MAX = 999_999_990;
const MINUTES_MAX = 10_080;

/** What happens by itself, for each kind of change; and how far the watcher may go. */
export function PoliciesView({ controls }: { readonly controls: WatchControls }) {
  const { t } = useTranslation();
  const query = usePolicies();
  const { savePolicy, removePolicy } = useWatchActions();
  const fault = savePolicy.error ?? removePolicy.error;
  return (
    <div className="flex flex-col gap-5">
      {fault === null ? null : <FaultNotice fault={fault} />}
      <QueryView query={query}>
        {({ own, defaults }) => {
          const isOfStore = ({ scope }: WatchPolicy): boolean =>
            scope.supplierId === null && scope.itemNo === null;
          const narrow = own.filter((policy) => !isOfStore(policy));
          return (
            <>
              <Card title={t('watch.policyTable')}>
                <p className="mb-4 text-quiet text-sm">{t('watch.policyIntro')}</p>
                <ul className="flex flex-col divide-y divide-line">
                  {CHANGE_KINDS.map((kind) => {
                    const set = own.find((policy) => policy.kind === kind && isOfStore(policy));
                    const policy = set ?? defaults.find((other) => other.kind === kind);
                    if (policy === undefined) return null;
                    return (
                      <li key={kind} className="py-3">
                        <PolicyRow
                          policy={policy}
                          isOwn={set !== undefined}
                          onSave={(changed) => savePolicy.mutate({ policy: changed })}
                          onReset={() => removePolicy.mutate({ scope: policy.scope, kind })}
                        />
                      </li>
                    );
                  })}
                </ul>
              </Card>
              {narrow.length === 0 ? null : (
                <Card title={t('watch.ownPolicies')}>
                  <ul className="flex flex-col divide-y divide-line">
                    {narrow.map((policy) => (
                      <li
                        key={`${policy.scope.itemNo} ${policy.scope.supplierId} ${policy.kind}`}
                        className="flex flex-wrap items-center gap-3 py-2"
                      >
                        <KindBadge kind={policy.kind} />
                        <span className="flex-1">
                          {policy.scope.itemNo === null
                            ? t('watch.ownPolicyOfSupplier', {
                                supplierId: policy.scope.supplierId ?? '',
                              })
                            : t('watch.ownPolicyOfItem', { itemNo: policy.scope.itemNo })}
                        </span>
                        <span className="text-quiet text-sm">
                          {t(`watch.policyActions.${policy.action}`)}
                        </span>
                        <Button
                          size="small"
                          onPress={() =>
                            removePolicy.mutate({ scope: policy.scope, kind: policy.kind })
                          }
                        >
                          {t('watch.useDefault')}
                        </Button>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
            </>
          );
        }}
      </QueryView>
      <LimitsCard controls={controls} />
    </div>
  );
}

interface PolicyRowProps {
  readonly policy: WatchPolicy;
  readonly isOwn: boolean;
  readonly onSave: (policy: WatchPolicy) => void;
  readonly onReset: () => void;
}

function PolicyRow({ policy, isOwn, onSave, onReset }: PolicyRowProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const aspect = ASPECT_OF_KIND[policy.kind];
  const canWrite = aspect !== null;
  const kindText = t(`watch.kinds.${policy.kind}`);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="flex min-w-56 flex-1 items-center gap-2">
          <KindBadge kind={policy.kind} />
          {isOwn ? <Badge tone="busy">{t('watch.isOwn')}</Badge> : null}
        </div>
        <ChoiceGroup
          label={`${kindText} – ${t('watch.policyAction')}`}
          isLabelHidden
          value={policy.action}
          choices={POLICY_ACTIONS.filter(
            (action) => canWrite || action === 'tell' || action === 'ignore',
          ).map((value) => ({ value, text: t(`watch.policyActions.${value}`) }))}
          onChange={(action) => onSave({ ...policy, action })}
        />
        <Button
          size="small"
          tone="ghost"
          isDisabled={!canWrite}
          aria-expanded={isOpen}
          aria-label={`${kindText} ${t(isOpen ? 'watch.less' : 'watch.more')}`}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? (
            <ChevronUp aria-hidden="true" size={15} />
          ) : (
            <ChevronDown aria-hidden="true" size={15} />
          )}
        </Button>
      </div>
      {isOpen ? (
        <div className="grid grid-cols-3 gap-4 rounded-lg bg-page p-4 max-lg:grid-cols-2 max-sm:grid-cols-1">
          {aspect === 'price' ? (
            <NumberBox
              label={t('watch.tolerance')}
              value={policy.toleranceKrw}
              min={0}
              max={WON_MAX}
              step={10}
              onChange={(toleranceKrw) => onSave({ ...policy, toleranceKrw })}
            />
          ) : null}
          <NumberBox
            label={t('watch.tolerancePercent')}
            value={policy.tolerancePercent}
            min={0}
            max={100}
            onChange={(tolerancePercent) => onSave({ ...policy, tolerancePercent })}
          />
          <NumberBox
            label={t('watch.coolDown')}
            value={policy.coolDownMinutes}
            min={0}
            max={MINUTES_MAX}
            onChange={(coolDownMinutes) => onSave({ ...policy, coolDownMinutes })}
          />
          {aspect === 'price' ? (
            <>
              <NumberBox
                label={`${t('watch.minPrice')} (${t('watch.noBound')})`}
                value={policy.minPriceKrw ?? 0}
                min={0}
                max={WON_MAX}
                step={100}
                onChange={(value) => onSave({ ...policy, minPriceKrw: value === 0 ? null : value })}
              />
              <NumberBox
                label={`${t('watch.maxPrice')} (${t('watch.noBound')})`}
                value={policy.maxPriceKrw ?? 0}
                min={0}
                max={WON_MAX}
                step={100}
                onChange={(value) => onSave({ ...policy, maxPriceKrw: value === 0 ? null : value })}
              />
            </>
          ) : null}
          {isOwn ? (
            <div className="self-end">
              <Button size="small" onPress={onReset}>
                <RotateCcw aria-hidden="true" size={14} />
                {t('watch.useDefault')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function LimitsCard({ controls }: { readonly controls: WatchControls }) {
  const { t } = useTranslation();
  const client = useClient();
  const { saveControls } = useWatchActions();
  const [fault, setFault] = useState<Error | null>(null);
  const save = (change: Partial<WatchControls>): void =>
    saveControls.mutate({ ...controls, ...change });
  const exportCsv = async (): Promise<void> => {
    try {
      const { fileName, csv } = await client.request('watch.exportHistory', {});
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(link.href);
      setFault(null);
    } catch (thrown) {
      setFault(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  };
  return (
    <Card
      title={t('watch.limits')}
      aside={
        <Button size="small" onPress={() => void exportCsv()}>
          <Download aria-hidden="true" size={14} />
          {t('watch.export')}
        </Button>
      }
    >
      {fault === null ? null : <FaultNotice fault={fault} />}
      {saveControls.error === null ? null : <FaultNotice fault={saveControls.error} />}
      <div className="grid grid-cols-4 gap-4 max-xl:grid-cols-2 max-sm:grid-cols-1">
        <NumberBox
          label={t('watch.lowStock')}
          value={controls.lowStock}
          min={0}
          max={10_000}
          onChange={(lowStock) => save({ lowStock })}
        />
        <NumberBox
          label={t('watch.massEnd')}
          value={controls.massEndPercent}
          min={0}
          max={100}
          onChange={(massEndPercent) => save({ massEndPercent })}
        />
        <NumberBox
          label={t('watch.budgetShare')}
          value={controls.budgetPercent}
          min={1}
          max={100}
          onChange={(budgetPercent) => save({ budgetPercent })}
        />
        <NumberBox
          label={t('watch.historyDays')}
          value={controls.historyDays}
          min={7}
          max={3650}
          onChange={(historyDays) => save({ historyDays })}
        />
      </div>
      <div className="mt-4">
        <SwitchRow
          label={`${t('watch.dryRun')} – ${t('watch.dryRunHint')}`}
          isSelected={controls.isDryRun}
          onChange={(isDryRun) => save({ isDryRun })}
        />
      </div>
    </Card>
  );
}
