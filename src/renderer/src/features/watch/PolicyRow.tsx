import { ASPECT_OF_KIND, POLICY_ACTIONS, type WatchPolicy } from '@shared/domain/watch';
import {
  BOUNDED_KINDS,
  NEVER_WAITING_KINDS,
  type PolicyLevel,
  TOLERANT_KINDS,
} from '@shared/domain/watch-policy';
import { ChevronDown, ChevronUp, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { NumberBox } from '../../ui/fields';
import { IconButton } from '../../ui/IconButton';
import { KindBadge } from './change-looks';

const WON_MAX = 999_999_990;
const MINUTES_MAX = 10_080;

export interface PolicyRowProps {
  /** What holds for the scope shown, its own or an inherited one. */
  readonly policy: WatchPolicy;
  /** Whose it is: `own` of the scope shown, else the wider level it comes from; null = the default. */
  readonly origin: 'own' | PolicyLevel | null;
  readonly onSave: (policy: WatchPolicy) => void;
  readonly onReset: () => void;
}

/** What happens on one kind of change, and within which limits. */
export function PolicyRow({ policy, origin, onSave, onReset }: PolicyRowProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { kind } = policy;
  const canWrite = ASPECT_OF_KIND[kind] !== null;
  const hasLimits = TOLERANT_KINDS.has(kind) || (canWrite && !NEVER_WAITING_KINDS.has(kind));
  const kindText = t(`watch.kinds.${kind}`);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="flex min-w-56 flex-1 flex-wrap items-center gap-2">
          <KindBadge kind={kind} />
          {origin === 'own' ? (
            <>
              <Badge tone="busy">{t('watch.isOwn')}</Badge>
              <Button
                size="small"
                tone="ghost"
                aria-label={`${kindText} – ${t('watch.useDefault')}`}
                onPress={onReset}
              >
                <RotateCcw aria-hidden="true" size={14} />
                {t('watch.useDefault')}
              </Button>
            </>
          ) : origin === null ? null : (
            <span className="text-quiet text-sm">
              {t(origin === 'supplier' ? 'watch.fromSupplier' : 'watch.fromStore')}
            </span>
          )}
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
        <span className="flex w-11 justify-end">
          {hasLimits ? (
            <IconButton
              size="small"
              tone="ghost"
              aria-expanded={isOpen}
              label={`${kindText} ${t(isOpen ? 'watch.less' : 'watch.more')}`}
              hint={t(isOpen ? 'watch.less' : 'watch.more')}
              Icon={isOpen ? ChevronUp : ChevronDown}
              iconPx={15}
              onPress={() => setIsOpen(!isOpen)}
            />
          ) : null}
        </span>
      </div>
      {isOpen ? <Limits policy={policy} onSave={onSave} /> : null}
    </div>
  );
}

/** Only the limits that the kind of change knows. */
function Limits({ policy, onSave }: Pick<PolicyRowProps, 'policy' | 'onSave'>) {
  const { t } = useTranslation();
  const { kind } = policy;
  return (
    <div className="grid grid-cols-3 gap-4 rounded-lg bg-page p-4 max-lg:grid-cols-2 max-sm:grid-cols-1">
      {TOLERANT_KINDS.has(kind) ? (
        <>
          {kind === 'stock' ? null : (
            <NumberBox
              label={t('watch.tolerance')}
              value={policy.toleranceKrw}
              min={0}
              max={WON_MAX}
              step={10}
              onChange={(toleranceKrw) => onSave({ ...policy, toleranceKrw })}
            />
          )}
          <NumberBox
            label={t('watch.tolerancePercent')}
            value={policy.tolerancePercent}
            min={0}
            max={100}
            onChange={(tolerancePercent) => onSave({ ...policy, tolerancePercent })}
          />
        </>
      ) : null}
      {NEVER_WAITING_KINDS.has(kind) ? null : (
        <NumberBox
          label={t('watch.coolDown')}
          value={policy.coolDownMinutes}
          min={0}
          max={MINUTES_MAX}
          onChange={(coolDownMinutes) => onSave({ ...policy, coolDownMinutes })}
        />
      )}
      {BOUNDED_KINDS.has(kind) ? (
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
    </div>
  );
}
