import type { Draft } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import { plannedPictures } from '../images/plan';
import type { PictureOutcome } from '../images/port';
import type { JobRecord } from './job-row';
import { callLaneOf, type StepTools, type StepWork } from './step-tools';

/** Makes the draft of the fetched item, runs its gates, and downloads and converts its pictures. */
export function createPreparing(tools: StepTools): StepWork {
  return async (job, signal) => {
    const { item } = tools.cargoOf(job);
    if (item === undefined) {
      await tools.apply(job, {
        kind: 'put-off',
        to: 'queued',
        notBeforeMs: 0,
        reasons: [],
        isAttempt: false,
      });
      return;
    }
    if (item.status !== 'on-sale') {
      await tools.apply(job, {
        kind: 'rest',
        state: 'rejected',
        reasons: [
          {
            code: 'REGISTRATION_ITEM_ENDED',
            severity: 'block',
            params: { status: item.statusText },
          },
        ],
      });
      return;
    }
    const draft = await tools.drafts.prepare(job.storeId, item, { lane: callLaneOf(job), signal });
    tools.worked('naver', 'prepare');
    if (draft.state !== 'ready') {
      await restForReview(tools, job, draft);
      return;
    }
    const outcomes = await preparePictures(tools, draft, signal);
    tools.setCargo(job, { pictures: { draftVersion: draft.version, outcomes } });
    await tools.apply(job, { kind: 'advance', draftVersion: draft.version });
  };
}

/** Puts the draft's open points before the seller. */
export async function restForReview(
  tools: StepTools,
  job: JobRecord,
  draft: Draft,
  reasons: readonly Reason[] = draft.reasons.filter((reason) => reason.severity !== 'warn'),
): Promise<void> {
  const fallback: Reason = { code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' };
  await tools.apply(job, {
    kind: 'rest',
    state: 'needs-review',
    reasons: reasons.length > 0 ? reasons : [fallback],
    draftVersion: draft.version,
  });
}

/** Downloads and converts what the draft shows. */
export function preparePictures(
  tools: StepTools,
  draft: Draft,
  signal: AbortSignal,
): Promise<readonly PictureOutcome[]> {
  const planned = plannedPictures(draft.content.images, tools.settings.get().images);
  return tools.pictures.prepare(planned, signal);
}
