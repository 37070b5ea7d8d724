import type { JobStep } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import type { AppError } from '@shared/errors/app-error';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { CallKind } from './breaker';
import { classifyFault, isRefusal } from './fault-class';
import type { JobRecord } from './job-row';
import type { MarketHealth } from './market-health';
import type { Stage } from './pipeline';
import type { StepTools } from './step-tools';
import { finishUnverified } from './verifying';

export interface FaultDeskDeps {
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly tools: StepTools;
  readonly health: Pick<MarketHealth, 'successes' | 'failed'>;
  /** Sends nothing more until the disk works again. */
  halt(fault: AppError): void;
}

/** Decides what a failed step means for its jobs: whose fault it is, another try later, or the end. */
export interface FaultDesk {
  take(
    stage: Stage,
    kind: CallKind,
    jobs: readonly JobRecord[],
    fault: AppError,
    isAborted: boolean,
  ): Promise<void>;
  /** One fault that is the item's own. */
  itemFailed(step: JobStep, job: JobRecord, reason: Reason): Promise<void>;
  /** The job got through: its earlier faults say nothing any more. */
  forget(jobSeq: number): void;
}

/** The last try of an item whose faults are its own, and of one that an ailing marketplace may have hit. */
const MAX_ITEM_ATTEMPTS = 4;
const MAX_UNAVAILABLE_ATTEMPTS = 10;
const LONGEST_BACK_OFF_MS = 300_000;

/**
 * A fault of the disk halts the queue and leaves the jobs as they are. One of access or of an
 * ailing marketplace is told to its breaker; a job is blamed for it only when something else worked
 * meanwhile. A refusal ends the job at once, any other fault after 4 tries of its own or 10 of the
 * marketplace's. What was read back in vain ends as done but unverified. A job whose create call is
 * open is never ended here.
 */
export function createFaultDesk(deps: FaultDeskDeps): FaultDesk {
  const { logger, tools, health } = deps;
  const successesAtFault = new Map<number, number>();

  const take: FaultDesk['take'] = async (stage, kind, jobs, fault, isAborted) => {
    const faultClass = isAborted ? 'closing' : classifyFault(fault);
    if (faultClass === 'storage') {
      deps.halt(fault);
      return;
    }
    const side = fault.code.startsWith('DOMEGGOOK_') ? 'domeggook' : stage.side;
    const successes = health.successes(side);
    if (faultClass === 'access' || faultClass === 'unavailable') {
      health.failed(side, kind, fault);
    }
    // What was made for this item may be what spoils it.
    if (faultClass === 'item' && stage.step !== 'preparing') {
      for (const job of jobs) tools.setCargo(job, {});
    }
    if (faultClass !== 'closing') {
      logger.warn(
        { step: stage.step, jobs: jobs.length, code: fault.code, cause: fault.cause },
        'a step failed',
      );
    }
    await Promise.all(
      jobs.map(async (job) => {
        // With nothing that worked since its last fault, an item is not to blame.
        const isBlamed =
          faultClass === 'item' ||
          (faultClass === 'unavailable' && successesAtFault.get(job.jobSeq) !== successes);
        successesAtFault.set(job.jobSeq, successes);
        const most = faultClass === 'item' ? MAX_ITEM_ATTEMPTS : MAX_UNAVAILABLE_ATTEMPTS;
        const isLast = isRefusal(fault) || (isBlamed && job.attempts + 1 >= most);
        await putOffOrFail(stage.step, job, reasonOf(fault, isLast), {
          isAttempt: isBlamed,
          isLast,
          waits: faultClass !== 'closing',
        });
      }),
    );
  };

  const putOffOrFail = async (
    step: JobStep,
    job: JobRecord,
    reason: Reason,
    how: { readonly isAttempt: boolean; readonly isLast: boolean; readonly waits: boolean },
  ): Promise<void> => {
    if (how.isLast) {
      if (step === 'verifying') {
        await finishUnverified(tools, job);
        return;
      }
      const rested = await tools.apply(job, {
        kind: 'rest',
        state: 'failed',
        reasons: [reason],
      });
      if (rested !== null) return;
      // An open intent forbids to fail: it is looked up until it is settled.
    }
    const waitMs = how.waits ? backOffMs(job.attempts, deps.randomness.fraction()) : 0;
    await tools.apply(job, {
      kind: 'put-off',
      to: resumeStepOf(step, job),
      notBeforeMs: waitMs === 0 ? 0 : tools.steadyNowMs() + waitMs,
      reasons: how.waits ? [reason] : [],
      isAttempt: how.isAttempt,
    });
  };
  const resumeStepOf = (step: JobStep, job: JobRecord): 'queued' | JobStep => {
    if (step === 'fetching') return 'queued';
    if (step === 'preparing' && tools.cargoOf(job).item === undefined) return 'queued';
    return step;
  };

  return {
    take,
    itemFailed: (step, job, reason) => {
      const isLast = job.attempts + 1 >= MAX_ITEM_ATTEMPTS;
      return putOffOrFail(step, job, reason, { isAttempt: true, isLast, waits: true });
    },
    forget: (jobSeq) => {
      successesAtFault.delete(jobSeq);
    },
  };
}

function backOffMs(attempts: number, fraction: number): number {
  const grownMs = Math.min(LONGEST_BACK_OFF_MS, 2000 * 3 ** Math.min(attempts, 6));
  return Math.round(grownMs * (0.75 + fraction / 2));
}

function reasonOf(fault: AppError, isLast: boolean): Reason {
  return {
    code: fault.code,
    severity: isLast ? 'block' : 'warn',
    ...(fault.field === undefined ? {} : { field: fault.field }),
    params: fault.params,
  };
}
