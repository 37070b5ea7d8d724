import type { RouteOutput } from '@shared/ipc/registry';
import { textOf } from '@shared/texts/catalogue';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { Notice } from '../../ui/Notice';
import { useLanguage } from '../../ui/use-language';
import { useQueueCommand, useUndos } from './batch-queries';
import { UndoneItems } from './UndoneItems';

type UndoRun = RouteOutput<'registration.listUndos'>['runs'][number];

/** An undo that has ended stays in view for so long. */
const SHOWN_AFTER_END_MS = 10 * 60_000;

/** What is being taken back now, and what has just been. */
export function UndoRuns() {
  const undos = useUndos();
  const nowMs = Date.now();
  const shown = (undos.data?.runs ?? []).filter(
    ({ endedAtMs }) => endedAtMs === null || nowMs - endedAtMs < SHOWN_AFTER_END_MS,
  );
  return shown.map((run) => <UndoNotice key={run.undoId} run={run} />);
}

function UndoNotice({ run }: { readonly run: UndoRun }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const cancel = useQueueCommand('registration.cancelUndo');
  const countOf = (state: keyof UndoRun['counts']): number => run.counts[state] ?? 0;
  const total = Object.values(run.counts).reduce((sum, value) => sum + value, 0);
  const done = countOf('done') + countOf('gone');
  const failed = countOf('failed');
  const count = (value: number): string => formatCount(value, language);
  const { hindrance } = run;
  return (
    <div>
      <Notice
        tone={failed > 0 || hindrance !== null ? 'warn' : run.endedAtMs === null ? 'info' : 'good'}
        role="status"
        Icon={Undo2}
        title={t(
          run.endedAtMs === null
            ? `queue.undo.running.${run.kind}`
            : `queue.undo.ended.${run.kind}`,
          {
            total: count(total),
            done: count(done),
          },
        )}
        actions={
          <>
            <Button size="small" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
              {isOpen
                ? t('queue.undo.hide')
                : t(failed > 0 ? 'queue.undo.showFailed' : 'queue.undo.show')}
            </Button>
            {run.endedAtMs === null ? (
              <Button size="small" onPress={() => cancel.mutate({ undoId: run.undoId })}>
                {t('queue.undo.stop')}
              </Button>
            ) : null}
          </>
        }
      >
        {failed === 0 ? null : <p>{t('queue.undo.failed', { left: count(failed) })}</p>}
        {hindrance === null ? null : (
          <p>{textOf(hindrance.code, language, hindrance.params).message}</p>
        )}
      </Notice>
      {/* Beside the notice, which is read out with everything in it whenever it changes. */}
      {isOpen ? <UndoneItems run={run} isFailedOnly={failed > 0} /> : null}
    </div>
  );
}
