import type { UndoItemState } from '@shared/domain/undo';
import type { RouteOutput } from '@shared/ipc/registry';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Clock, type LucideIcon, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { Badge, type Tone } from '../../ui/Badge';
import { formatCount } from '../../ui/format';
import { QueryView } from '../../ui/QueryView';
import { useLanguage } from '../../ui/use-language';
import { ItemRow } from './ItemRow';

export interface UndoneItemsProps {
  readonly run: RouteOutput<'registration.listUndos'>['runs'][number];
  /** Only what could not be taken back, with the reason. */
  readonly isFailedOnly: boolean;
}

const LOOKS: Readonly<Record<UndoItemState, { readonly tone: Tone; readonly Icon: LucideIcon }>> = {
  waiting: { tone: 'quiet', Icon: Clock },
  read: { tone: 'quiet', Icon: Clock },
  sent: { tone: 'quiet', Icon: Clock },
  done: { tone: 'good', Icon: CircleCheck },
  gone: { tone: 'quiet', Icon: CircleCheck },
  failed: { tone: 'bad', Icon: CircleX },
  cancelled: { tone: 'quiet', Icon: X },
};
const SHOWN_ITEMS = 200;

/** The products that an undo touches, each with what became of it. */
export function UndoneItems({ run, isFailedOnly }: UndoneItemsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const { undoId, counts } = run;
  const items = useQuery({
    // The counts tell that there is news.
    queryKey: [...queryKeys.queue.undos, undoId, isFailedOnly, counts],
    queryFn: () =>
      client.request('registration.listUndoItems', {
        undoId,
        limit: SHOWN_ITEMS,
        ...(isFailedOnly ? { state: 'failed' as const } : {}),
      }),
    placeholderData: (before) => before,
  });
  return (
    <QueryView query={items}>
      {({ items: shown, total }) => (
        <>
          <ul
            aria-label={t('queue.undo.touched')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
            tabIndex={0}
            className="mt-2 max-h-64 overflow-y-auto rounded-lg border border-line bg-surface px-3"
          >
            {shown.map((item) => (
              <ItemRow
                key={item.originProductNo}
                title={item.name ?? item.itemNo}
                numbers={`${item.itemNo} · ${item.originProductNo}`}
                reasons={item.reason === null ? [] : [item.reason]}
              >
                {item.isAdopted ? <Badge tone="warn">{t('queue.undo.isAdopted')}</Badge> : null}
                <Badge {...LOOKS[item.state]}>
                  {item.state === 'done'
                    ? t(`queue.undo.done.${run.kind}`)
                    : t(`queue.undo.states.${item.state}`)}
                </Badge>
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
