import {
  CHANGE_KINDS,
  type PolicyScope,
  type WatchControls,
  type WatchPolicy,
} from '@shared/domain/watch';
import { findPolicy, levelOf } from '@shared/domain/watch-policy';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePolicies, useWatchActions } from '../../ipc/watch-queries';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { KindBadge } from './change-looks';
import { LimitsCard } from './LimitsCard';
import { PolicyRow, type PolicyRowProps } from './PolicyRow';
import { PolicyScopeChooser, useWatchedProduct } from './PolicyScopeChooser';
import { policyPath, usePolicyScope } from './use-policy-scope';

/** What happens by itself, for each kind of change and for whom; and how far the watcher may go. */
export function PoliciesView({ controls }: { readonly controls: WatchControls }) {
  const { t } = useTranslation();
  const query = usePolicies();
  const { savePolicy, removePolicy } = useWatchActions();
  const { level, scope, choose } = usePolicyScope();
  const product = useWatchedProduct(scope?.itemNo ?? null);
  const fault = savePolicy.error ?? removePolicy.error;
  return (
    <div className="flex flex-col gap-5">
      {fault === null ? null : <FaultNotice fault={fault} />}
      <QueryView query={query}>
        {({ own, defaults, suppliers }) => {
          const narrow = own.filter((policy) => levelOf(policy.scope) !== 'store');
          return (
            <>
              <Card title={t('watch.policyTable')}>
                <p className="mb-4 text-quiet text-sm">{t('watch.policyIntro')}</p>
                <PolicyScopeChooser
                  level={level}
                  chosenId={scope === null ? null : (scope.itemNo ?? scope.supplierId)}
                  chosen={
                    scope === null ? null : (product?.name ?? scope.itemNo ?? scope.supplierId)
                  }
                  suppliers={suppliers}
                  onChoose={choose}
                />
                {scope === null ? null : (
                  <ul className="flex flex-col divide-y divide-line">
                    {CHANGE_KINDS.map((kind) => {
                      const fallback = defaults.find((other) => other.kind === kind);
                      if (fallback === undefined) return null;
                      const supplierId = scope.supplierId ?? product?.supplierId ?? null;
                      const found = findPolicy(own, { ...scope, supplierId }, kind);
                      return (
                        <li key={`${scope.itemNo} ${scope.supplierId} ${kind}`} className="py-3">
                          <PolicyRow
                            policy={{ ...(found ?? fallback), scope }}
                            origin={originOf(found, scope)}
                            onSave={(changed) => savePolicy.mutate({ policy: changed })}
                            onReset={() => removePolicy.mutate({ scope, kind })}
                          />
                        </li>
                      );
                    })}
                  </ul>
                )}
              </Card>
              {narrow.length === 0 ? null : (
                <NarrowPolicies
                  policies={narrow}
                  onRemove={({ scope: whose, kind }) => removePolicy.mutate({ scope: whose, kind })}
                />
              )}
            </>
          );
        }}
      </QueryView>
      <LimitsCard controls={controls} />
    </div>
  );
}

/** A narrower scope without a policy of its own follows the store, whether that one set it or not. */
function originOf(found: WatchPolicy | null, scope: PolicyScope): PolicyRowProps['origin'] {
  const level = levelOf(scope);
  const foundLevel = found === null ? 'store' : levelOf(found.scope);
  if (foundLevel !== level) return foundLevel;
  return found === null ? null : 'own';
}

interface NarrowPoliciesProps {
  readonly policies: readonly WatchPolicy[];
  readonly onRemove: (policy: WatchPolicy) => void;
}

/** Everything that is set for single suppliers and products, each leading to its place. */
function NarrowPolicies({ policies, onRemove }: NarrowPoliciesProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('watch.ownPolicies')}>
      <ul className="flex flex-col divide-y divide-line">
        {policies.map((policy) => {
          const { itemNo, supplierId } = policy.scope;
          const words =
            itemNo === null
              ? t('watch.ownPolicyOfSupplier', { supplierId: supplierId ?? '' })
              : t('watch.ownPolicyOfItem', { itemNo });
          return (
            <li
              key={`${itemNo} ${supplierId} ${policy.kind}`}
              className="flex flex-wrap items-center gap-3 py-2"
            >
              <KindBadge kind={policy.kind} />
              <Link
                to={
                  itemNo === null
                    ? policyPath('supplier', supplierId ?? '')
                    : policyPath('item', itemNo)
                }
                className="flex-1 font-medium text-accent-text hover:underline"
              >
                {words}
              </Link>
              <span className="text-quiet text-sm">
                {t(`watch.policyActions.${policy.action}`)}
              </span>
              <Button
                size="small"
                aria-label={`${words} ${t(`watch.kinds.${policy.kind}`)} – ${t('watch.useDefault')}`}
                onPress={() => onRemove(policy)}
              >
                {t('watch.useDefault')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
