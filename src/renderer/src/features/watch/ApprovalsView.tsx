import type { ProposalEffect, WatchApproval } from '@shared/domain/watch';
import { Check, CircleCheck, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApprovals, useWatchActions } from '../../ipc/watch-queries';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatKrw, formatPercent, formatTime } from '../../ui/format';
import { QueryView } from '../../ui/QueryView';
import { ReasonList } from '../../ui/ReasonList';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import { KindBadge, ListingBadge, OldNew } from './change-looks';

/** What waits for the seller: each with its effect on price and margin, one by one or many at once. */
export function ApprovalsView() {
  const { t } = useTranslation();
  const query = useApprovals();
  const { approve, dismiss } = useWatchActions();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const fault = approve.error ?? dismiss.error;
  const choose = (approvalId: number, isTicked: boolean): void => {
    const next = new Set(chosen);
    if (isTicked) next.add(approvalId);
    else next.delete(approvalId);
    setChosen(next);
  };
  return (
    <QueryView query={query}>
      {({ approvals }) => {
        const open = approvals.filter(({ approvalId }) => chosen.has(approvalId));
        const ids = open.map(({ approvalId }) => approvalId);
        if (approvals.length === 0) {
          return (
            <EmptyState
              title={t('watch.noApprovals')}
              hint={t('watch.noApprovalsHint')}
              Icon={CircleCheck}
            />
          );
        }
        const isAll = open.length === approvals.length;
        return (
          <>
            {fault === null ? null : <FaultNotice fault={fault} />}
            <div className="flex min-h-9 flex-wrap items-center gap-3">
              <TickBox
                label={t('watch.chooseAll')}
                isTicked={isAll}
                onChange={(isTicked) =>
                  setChosen(new Set(isTicked ? approvals.map(({ approvalId }) => approvalId) : []))
                }
              />
              {open.length === 0 ? null : (
                <>
                  <Button
                    tone="primary"
                    size="small"
                    isDisabled={approve.isPending}
                    onPress={() => approve.mutate(ids)}
                  >
                    <Check aria-hidden="true" size={15} />
                    {t('watch.approveChosen', { count: open.length })}
                  </Button>
                  <Button
                    size="small"
                    isDisabled={dismiss.isPending}
                    onPress={() => dismiss.mutate(ids)}
                  >
                    <X aria-hidden="true" size={15} />
                    {t('watch.dismissChosen', { count: open.length })}
                  </Button>
                </>
              )}
            </div>
            <ul className="flex flex-col gap-3">
              {approvals.map((approval) => (
                <li key={approval.approvalId}>
                  <ApprovalCard
                    approval={approval}
                    isChosen={chosen.has(approval.approvalId)}
                    onChoose={(isTicked) => choose(approval.approvalId, isTicked)}
                    onApprove={() => approve.mutate([approval.approvalId])}
                    onDismiss={() => dismiss.mutate([approval.approvalId])}
                  />
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </QueryView>
  );
}

interface ApprovalCardProps {
  readonly approval: WatchApproval;
  readonly isChosen: boolean;
  readonly onChoose: (isTicked: boolean) => void;
  readonly onApprove: () => void;
  readonly onDismiss: () => void;
}

function ApprovalCard(props: ApprovalCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { approval, isChosen, onChoose, onApprove, onDismiss } = props;
  const name = approval.productName;
  return (
    <article
      aria-label={name}
      className="flex flex-wrap items-start gap-4 rounded-xl border border-line bg-surface p-4 shadow-card"
    >
      <TickBox
        label={t('watch.choose', { name })}
        isLabelHidden
        isTicked={isChosen}
        onChange={onChoose}
      />
      <div className="min-w-0 flex-1 basis-72">
        <Link
          to={`/history/${approval.itemNo}`}
          className="block truncate rounded font-semibold hover:underline"
        >
          {name}
        </Link>
        <p className="text-quiet text-sm">
          {approval.itemNo} · {formatTime(approval.createdAtMs, Date.now(), language)}
        </p>
        <ul className="mt-2 flex flex-col gap-1.5">
          {approval.changes.map((change) => (
            <li key={change.changeId} className="flex flex-wrap items-center gap-2 text-sm">
              <KindBadge kind={change.kind} />
              {change.option === null ? null : (
                <span className="text-quiet">{change.option.name}</span>
              )}
              <OldNew change={change} />
            </li>
          ))}
        </ul>
        {approval.reasons.length === 0 ? null : (
          <div className="mt-3">
            <ReasonList reasons={approval.reasons} />
          </div>
        )}
      </div>
      <Effect effect={approval.effect} aspect={approval.aspect} />
      <div className="flex gap-2 self-center">
        <Button aria-label={t('watch.dismissOne', { name })} onPress={onDismiss}>
          {t('watch.dismiss')}
        </Button>
        <Button tone="primary" aria-label={t('watch.approveOne', { name })} onPress={onApprove}>
          {t('watch.approve')}
        </Button>
      </div>
    </article>
  );
}

function Effect({
  effect,
  aspect,
}: {
  readonly effect: ProposalEffect;
  readonly aspect: WatchApproval['aspect'];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const won = (value: number | null): string => (value === null ? '–' : formatKrw(value, language));
  const share = (value: number | null): string =>
    value === null ? '–' : formatPercent(value, language);
  if (aspect !== 'price') {
    return (
      <dl className="min-w-56 text-sm">
        <Row label={t('watch.saleState')}>
          <ListingBadge state={effect.listing.before} />
          <Arrow />
          <ListingBadge state={effect.listing.after} />
        </Row>
      </dl>
    );
  }
  const isLoss = (effect.netProfitKrw.before ?? 0) < 0;
  return (
    <dl className="grid min-w-64 grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1 text-sm">
      <Row label={t('watch.salePrice')}>
        {won(effect.salePriceKrw.before)}
        <Arrow />
        <strong>{won(effect.salePriceKrw.after)}</strong>
      </Row>
      <Row label={t('watch.profit')}>
        <span className={isLoss ? 'font-semibold text-bad' : ''}>
          {won(effect.netProfitKrw.before)}
        </span>
        <Arrow />
        <strong>{won(effect.netProfitKrw.after)}</strong>
      </Row>
      <Row label={t('watch.margin')}>
        {share(effect.marginRate.before)}
        <Arrow />
        <strong>{share(effect.marginRate.after)}</strong>
      </Row>
    </dl>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{label}</dt>
      <dd className="flex items-center gap-1.5 tabular-nums">{children}</dd>
    </>
  );
}

function Arrow() {
  return (
    <span aria-hidden="true" className="text-quiet">
      →
    </span>
  );
}
