import type { DraftService } from '../drafts/port';
import type { JobRecord } from './job-row';
import type { ProductRecords } from './product-records';
import { isAboutPictureAddress } from './registering';

/** Where a job that rests goes on; null when it must not be sent as it is. */
export function retryTargetOf(
  job: JobRecord,
  drafts: Pick<DraftService, 'find'>,
  records: Pick<ProductRecords, 'findLatestIntent'>,
): 'queued' | 'uploading' | null {
  const draft = drafts.find(job.storeId, job.itemNo);
  const isChanged = draft !== null && draft.version !== job.draftVersion;
  if (isChanged && draft.state === 'ready') return 'uploading';
  const intent = records.findLatestIntent(job.jobSeq);
  const wasSent = job.state === 'rejected' && intent !== null;
  if (wasSent && job.reasons.some(isAboutPictureAddress)) return 'uploading';
  if (wasSent && !isChanged) return null;
  return 'queued';
}
