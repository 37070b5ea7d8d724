import type { BatchId } from '@shared/domain/ids';
import type { Database } from '../storage/database';

/** The name that a person gave the list of a batch; null for no batch. */
export function createBatchNames(database: Database): (batchId: BatchId) => string | null {
  const select = database.prepare<[string], { name: string }>(
    'SELECT name FROM batches WHERE batch_id = ?',
  );
  return (batchId) => select.get(batchId)?.name ?? null;
}
