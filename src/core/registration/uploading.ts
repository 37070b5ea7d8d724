import type { PreparedFile } from '../images/port';
import { preparePictures, restForReview } from './preparing';
import { callLaneOf, type StepTools, type StepWork } from './step-tools';

/** Brings the draft's pictures to the store; files that were sent before are not sent again. */
export function createUploading(tools: StepTools): StepWork {
  return async (job, signal) => {
    const draft = tools.drafts.find(job.storeId, job.itemNo);
    if (draft === null || !tools.isFresh(job)) {
      await tools.apply(job, {
        kind: 'put-off',
        to: 'queued',
        notBeforeMs: 0,
        reasons: [],
        isAttempt: false,
      });
      return;
    }
    if (draft.state !== 'ready') {
      await restForReview(tools, job, draft);
      return;
    }
    const { pictures } = tools.cargoOf(job);
    const outcomes =
      pictures?.draftVersion === draft.version
        ? pictures.outcomes
        : await preparePictures(tools, draft, signal);
    const files = new Map<string, PreparedFile>();
    for (const outcome of outcomes) {
      if (outcome.kind !== 'prepared') continue;
      for (const file of outcome.files) files.set(file.sha256, file);
    }
    const uploaded = await tools.uploader.upload(job.storeId, [...files.values()], {
      lane: callLaneOf(job),
      signal,
    });
    if (files.size > 0) tools.worked('naver', 'upload');
    tools.setCargo(job, { pictures: { draftVersion: draft.version, outcomes }, uploaded });
    await tools.apply(job, { kind: 'advance', draftVersion: draft.version });
  };
}
