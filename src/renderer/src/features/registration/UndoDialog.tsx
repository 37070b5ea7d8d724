import type { UndoKind } from '@shared/domain/undo';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../ipc/use-client';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { DialogBox } from '../../ui/DialogBox';
import { FaultNotice } from '../../ui/FaultNotice';
import { formatCount, formatKrw } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { QueryView } from '../../ui/QueryView';
import { TickBox } from '../../ui/TickBox';
import { useLanguage } from '../../ui/use-language';
import type { ShownBatch } from './BatchesView';
import { useQueueCommand } from './batch-queries';

export interface UndoDialogProps {
  readonly batch: ShownBatch;
  readonly onClose: () => void;
}

const KINDS: readonly UndoKind[] = ['suspend', 'delete'];

/** Lists what taking a batch back would touch, and does it only after that was seen. */
export function UndoDialog({ batch, onClose }: UndoDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const begin = useQueueCommand('registration.beginUndo');
  const [kind, setKind] = useState<UndoKind>('suspend');
  const [includesAdopted, setIncludesAdopted] = useState(false);
  const { batchId } = batch;
  const plan = useQuery({
    queryKey: ['queue', 'undo-plan', batchId],
    queryFn: () => client.request('registration.planUndo', { batchId }),
  });
  return (
    <DialogBox width="wide" title={t('queue.undo.title', { name: batch.name })} onClose={onClose}>
      {begin.error === null ? null : <FaultNotice fault={begin.error} />}
      <QueryView query={plan}>
        {({ candidates, createdCount, adoptedCount, underWayCount }) => {
          const total = createdCount + (includesAdopted ? adoptedCount : 0);
          const listed = candidates.filter((product) => includesAdopted || !product.isAdopted);
          return (
            <>
              <ChoiceGroup
                label={t('queue.undo.what')}
                value={kind}
                choices={KINDS.map((value) => ({ value, text: t(`queue.undo.kinds.${value}`) }))}
                onChange={setKind}
              />
              <p className="text-sm">{t(`queue.undo.means.${kind}`)}</p>
              {underWayCount === 0 ? null : (
                <Notice
                  tone="warn"
                  title={t('queue.undo.underWay', { left: formatCount(underWayCount, language) })}
                >
                  {t('queue.undo.underWayHint')}
                </Notice>
              )}
              {adoptedCount === 0 ? null : (
                <TickBox
                  label={t('queue.undo.adopted', { left: formatCount(adoptedCount, language) })}
                  isTicked={includesAdopted}
                  onChange={setIncludesAdopted}
                />
              )}
              <ul
                aria-label={t('queue.undo.list')}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
                tabIndex={0}
                className="max-h-64 min-h-24 overflow-y-auto rounded-lg border border-line bg-surface"
              >
                {listed.map((product) => (
                  <li
                    key={product.originProductNo}
                    className="flex items-center justify-between gap-3 border-line border-b px-3 py-2 text-sm last:border-b-0"
                  >
                    <span className="min-w-0">
                      <span className="block truncate font-medium">
                        {product.name ?? product.itemNo}
                      </span>
                      <span className="text-quiet">
                        {`${product.itemNo} · ${product.channelProductNo ?? product.originProductNo}`}
                      </span>
                    </span>
                    <span className="flex shrink-0 items-center gap-2">
                      {product.isAdopted ? (
                        <Badge tone="warn">{t('queue.undo.isAdopted')}</Badge>
                      ) : null}
                      {product.salePriceKrw === null
                        ? null
                        : formatKrw(product.salePriceKrw, language)}
                    </span>
                  </li>
                ))}
              </ul>
              {total > listed.length ? (
                <p className="text-quiet text-sm">
                  {t('queue.undo.more', { left: formatCount(total - listed.length, language) })}
                </p>
              ) : null}
              <div className="flex justify-end gap-2">
                <Button onPress={onClose}>{t('common.close')}</Button>
                <Button
                  tone="danger"
                  isDisabled={total === 0 || begin.isPending}
                  onPress={() =>
                    begin.mutate({ batchId, kind, includesAdopted }, { onSuccess: onClose })
                  }
                >
                  <Undo2 aria-hidden="true" size={16} />
                  {t(`queue.undo.confirm.${kind}`, { left: formatCount(total, language) })}
                </Button>
              </div>
            </>
          );
        }}
      </QueryView>
    </DialogBox>
  );
}
