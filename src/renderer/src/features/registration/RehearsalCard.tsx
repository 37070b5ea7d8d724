import { REHEARSAL_VERDICTS, type RehearsalVerdict } from '@shared/domain/rehearsal';
import type { RouteOutput } from '@shared/ipc/registry';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, CircleX, type LucideIcon, Play, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Badge, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount, formatTime } from '../../ui/format';
import { Card } from '../../ui/Page';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { useQueueCommand } from './batch-queries';
import { ItemRow } from './ItemRow';

export interface RehearsalCardProps {
  readonly rehearsal: RouteOutput<'registration.listRehearsals'>['rehearsals'][number];
}

const LOOKS: Readonly<
  Record<RehearsalVerdict, { readonly tone: Tone; readonly Icon: LucideIcon }>
> = {
  'would-register': { tone: 'good', Icon: CircleCheck },
  registered: { tone: 'quiet', Icon: CircleCheck },
  'at-naver': { tone: 'warn', Icon: CircleHelp },
  'needs-review': { tone: 'warn', Icon: CircleHelp },
  rejected: { tone: 'bad', Icon: CircleX },
  failed: { tone: 'bad', Icon: CircleX },
  cancelled: { tone: 'quiet', Icon: X },
};
const SHOWN_ITEMS = 200;

/** What came of trying one list: a verdict per item, and the way to do it in earnest. */
export function RehearsalCard({ rehearsal }: RehearsalCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const [isOpen, setIsOpen] = useState(false);
  const enqueue = useQueueCommand('registration.enqueue');
  const cancel = useQueueCommand('registration.cancelRehearsal');
  const { rehearsalId, counts, itemCount, endedAtMs } = rehearsal;
  const count = (value: number): string => formatCount(value, language);
  const judged = Object.values(counts).reduce((sum, value) => sum + value, 0);
  const passed = (counts['would-register'] ?? 0) + (counts['at-naver'] ?? 0);
  const registerPassed = async (): Promise<void> => {
    const { itemNos } = await client.request('registration.listPassedItems', { rehearsalId });
    if (itemNos.length > 0) enqueue.mutate({ itemNos, batchName: rehearsal.name });
  };
  const fault = enqueue.error ?? cancel.error;
  return (
    <Card
      title={rehearsal.name}
      aside={
        <span className="text-quiet text-sm">
          {endedAtMs === null
            ? t('queue.rehearsal.progress', { total: count(itemCount), done: count(judged) })
            : formatTime(endedAtMs, Date.now(), language)}
        </span>
      }
    >
      {fault === null ? null : <FaultNotice fault={fault} />}
      <div className="flex flex-wrap items-center gap-2">
        {REHEARSAL_VERDICTS.filter((verdict) => (counts[verdict] ?? 0) > 0).map((verdict) => (
          <Badge key={verdict} {...LOOKS[verdict]}>
            {`${t(`queue.rehearsal.verdicts.${verdict}`)} ${count(counts[verdict] ?? 0)}`}
          </Badge>
        ))}
        <span className="ml-auto flex gap-2">
          <Button size="small" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'queue.rehearsal.hide' : 'queue.rehearsal.show')}
          </Button>
          {endedAtMs === null ? (
            <Button size="small" tone="danger" onPress={() => cancel.mutate({ rehearsalId })}>
              {t('queue.cancel')}
            </Button>
          ) : passed === 0 ? null : (
            <Button
              size="small"
              tone="primary"
              isDisabled={enqueue.isPending || enqueue.isSuccess}
              onPress={() => void registerPassed()}
            >
              <Play aria-hidden="true" size={15} />
              {enqueue.isSuccess
                ? t('queue.rehearsal.registered')
                : t('queue.rehearsal.register', { left: count(passed) })}
            </Button>
          )}
        </span>
      </div>
      {isOpen ? <RehearsedItems rehearsalId={rehearsalId} judged={judged} /> : null}
    </Card>
  );
}

function RehearsedItems({
  rehearsalId,
  judged,
}: {
  readonly rehearsalId: string;
  readonly judged: number;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const items = useQuery({
    queryKey: [...queryKeys.queue.rehearsals, rehearsalId, judged],
    queryFn: () =>
      client.request('registration.listRehearsedItems', { rehearsalId, limit: SHOWN_ITEMS }),
  });
  return (
    <QueryView query={items}>
      {({ items: shown, total }) => (
        <>
          <ul className="mt-4 border-line border-t">
            {shown.map((item) => (
              <ItemRow
                key={item.itemNo}
                title={item.title ?? t('queue.untitled')}
                numbers={item.itemNo}
                reasons={item.reasons}
              >
                {item.verdict === null ? (
                  <span className="text-quiet">{t('queue.states.queued')}</span>
                ) : (
                  <Badge {...LOOKS[item.verdict]}>
                    {t(`queue.rehearsal.verdicts.${item.verdict}`)}
                  </Badge>
                )}
              </ItemRow>
            ))}
          </ul>
          {total > shown.length ? (
            <p className="mt-2 text-quiet text-sm">
              {t('queue.undo.more', { left: formatCount(total - shown.length, language) })}
            </p>
          ) : null}
        </>
      )}
    </QueryView>
  );
}
