import type { ChangeValue, WatchFinding } from '@shared/domain/watch';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFindings, useWatchActions } from '../../ipc/watch-queries';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount, formatKrw, formatTime } from '../../ui/format';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';

/** Where the store and we differ: ours, theirs and what the supplier's state would give. */
export function FindingsView() {
  const { t } = useTranslation();
  const query = useFindings();
  const { settleFindings } = useWatchActions();
  return (
    <QueryView query={query}>
      {({ findings }) =>
        findings.length === 0 ? (
          <EmptyState
            title={t('watch.noFindings')}
            hint={t('watch.noFindingsHint')}
            Icon={ShieldCheck}
          />
        ) : (
          <>
            {settleFindings.error === null ? null : <FaultNotice fault={settleFindings.error} />}
            <ul className="flex flex-col gap-3">
              {findings.map((finding) => (
                <li key={finding.findingId}>
                  <FindingCard
                    finding={finding}
                    onSettle={(choice) =>
                      settleFindings.mutate({ findingIds: [finding.findingId], choice })
                    }
                  />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </QueryView>
  );
}

interface FindingCardProps {
  readonly finding: WatchFinding;
  readonly onSettle: (choice: 'keep' | 'restore') => void;
}

const ALARMING: ReadonlySet<WatchFinding['kind']> = new Set(['prohibited', 'inspection']);

function FindingCard({ finding, onSettle }: FindingCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isPrice = finding.kind === 'price-changed-outside';
  const say = (value: ChangeValue): string => {
    if (value === null) return '–';
    if (typeof value === 'string') return value;
    return isPrice ? formatKrw(value, language) : formatCount(value, language);
  };
  const hasSides = finding.kind !== 'inspection' && finding.kind !== 'missing-outside';
  return (
    <article
      aria-label={finding.productName}
      className="flex flex-wrap items-start gap-4 rounded-xl border border-line bg-surface p-4 shadow-card"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="truncate font-semibold">{finding.productName}</p>
        <p className="text-quiet text-sm">
          {finding.itemNo} · {formatTime(finding.foundAtMs, Date.now(), language)}
        </p>
        <p className="mt-2">
          <Badge tone={ALARMING.has(finding.kind) ? 'bad' : 'warn'}>
            {t(`watch.findingKinds.${finding.kind}`)}
          </Badge>
        </p>
        {finding.verbatim === null ? null : (
          <q className="mt-2 block text-sm italic">{finding.verbatim}</q>
        )}
      </div>
      {hasSides ? (
        <dl className="grid min-w-64 grid-cols-3 gap-4 text-sm">
          {(
            [
              ['ours', finding.ours],
              ['theirs', finding.theirs],
              ['source', finding.source],
            ] as const
          ).map(([side, value]) => (
            <div key={side}>
              <dt className="text-quiet">{t(`watch.${side}`)}</dt>
              <dd className="font-semibold tabular-nums">{say(value)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="flex gap-2 self-center">
        <Button onPress={() => onSettle('keep')}>
          {t(finding.isRestorable ? 'watch.keep' : 'watch.gotIt')}
        </Button>
        {finding.isRestorable ? (
          <Button tone="primary" onPress={() => onSettle('restore')}>
            {t('watch.restore')}
          </Button>
        ) : null}
      </div>
    </article>
  );
}
