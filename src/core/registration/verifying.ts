import type { Reason } from '@shared/domain/reason';
import type { JobRecord } from './job-row';
import { callLaneOf, type StepTools, type StepWork } from './step-tools';
import { differencesOf, storedDifferencesOf } from './verification';

/** New products can take a moment to be readable (naver-commerce-api.md 6.2, 2026-09). */
const READ_BACK_PAUSES_MS = [1000, 2000, 4000, 8000, 15_000];

/** Reads the product back and tells where Naver keeps something else than was sent. Never undoes the product. */
export function createVerifying(tools: StepTools): StepWork {
  return async (job, signal) => {
    if (job.originProductNo === null) {
      await tools.apply(job, { kind: 'advance' });
      return;
    }
    const stored = await tools.naver.findProduct(job.originProductNo, {
      lane: callLaneOf(job),
      signal,
    });
    tools.worked('naver', 'read-back');
    const nowMs = tools.steadyNowMs();
    if (stored === null) {
      const pauseMs = READ_BACK_PAUSES_MS[job.attempts];
      if (pauseMs === undefined) {
        await finishUnverified(tools, job);
        return;
      }
      await tools.apply(job, {
        kind: 'put-off',
        to: 'verifying',
        notBeforeMs: nowMs + pauseMs,
        reasons: [],
        isAttempt: true,
      });
      return;
    }
    const expectation = tools.records.findLatestIntent(job.jobSeq)?.expectation ?? null;
    if (expectation === null) {
      await finishUnverified(tools, job);
      return;
    }
    await tools.apply(
      job,
      { kind: 'advance', warnings: differencesOf(expectation, stored) },
      {
        before: () => {
          tools.records.dropExpectations(job.jobSeq);
          tools.records.keepDifferences(job.jobSeq, storedDifferencesOf(expectation, stored));
          tools.records.markVerified(job.storeId, job.itemNo, stored, nowMs);
        },
      },
    );
  };
}

/** Ends the job as done, with the warning that nobody compared what Naver keeps. */
export async function finishUnverified(tools: StepTools, job: JobRecord): Promise<void> {
  const warning: Reason = {
    code: 'REGISTRATION_NOT_VERIFIED',
    severity: 'warn',
    params: { productNo: job.channelProductNo ?? job.originProductNo },
  };
  await tools.apply(
    job,
    { kind: 'advance', warnings: [warning] },
    { before: () => tools.records.dropExpectations(job.jobSeq) },
  );
}
