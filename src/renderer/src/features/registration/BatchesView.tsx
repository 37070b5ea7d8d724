import type { RouteOutput } from '@shared/ipc/registry';
import { ListChecks, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { QueryView } from '../../ui/QueryView';
import { BatchCard } from './BatchCard';
import { useBatches } from './batch-queries';
import { UndoDialog } from './UndoDialog';
import { UndoRuns } from './UndoRuns';

export type ShownBatch = RouteOutput<'registration.listBatches'>['batches'][number];

/** Every list that was asked for, with its progress and what can be done with it as a whole. */
export function BatchesView() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const batches = useBatches();
  const [undone, setUndone] = useState<ShownBatch | null>(null);
  return (
    <>
      <UndoRuns />
      <QueryView query={batches}>
        {({ batches: shown }) =>
          shown.length === 0 ? (
            <EmptyState
              title={t('queue.batch.empty')}
              hint={t('queue.emptyHint')}
              Icon={ListChecks}
            >
              <Button tone="primary" onPress={() => void navigate('/import')}>
                <Upload aria-hidden="true" size={16} />
                {t('home.start')}
              </Button>
            </EmptyState>
          ) : (
            <ul aria-label={t('queue.views.batches')} className="flex flex-col gap-3">
              {shown.map((batch) => (
                <li key={batch.batchId}>
                  <BatchCard batch={batch} onUndo={() => setUndone(batch)} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {undone === null ? null : <UndoDialog batch={undone} onClose={() => setUndone(null)} />}
    </>
  );
}
