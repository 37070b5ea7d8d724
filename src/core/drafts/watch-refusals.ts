import type { Job } from '@shared/domain/job';
import { toAppError } from '@shared/errors/app-error';
import type { Logger } from '../platform/logger';
import { newestJobs } from '../registration/newest-jobs';
import type { RegistrationService } from '../registration/port';
import type { DraftDesk } from './service';

export interface RefusalWatchDeps {
  readonly registration: Pick<RegistrationService, 'subscribe' | 'listJobs'>;
  readonly drafts: Pick<DraftDesk, 'noteRefusal'>;
  readonly logger: Logger;
}

/** The listening end; what it misses is caught up at the next start. */
export interface RefusalWatch {
  /** Notes refusals whose note was lost with an earlier run. Throws STORAGE_*. */
  catchUp(): void;
  stop(): void;
}

/** Refused jobs looked at after a start; older ones are noted when they are retried. */
const CATCH_UP_JOBS = 1000;

/** Puts what the marketplace refuses beside the draft, where the seller solves it. */
export function watchRefusals({ registration, drafts, logger }: RefusalWatchDeps): RefusalWatch {
  const note = (job: Job): void => {
    if (job.state === 'rejected') drafts.noteRefusal(job.storeId, job.itemNo, job.reasons);
  };
  const stop = registration.subscribe((event) => {
    if (event.kind !== 'job-changed') return;
    try {
      note(event.job);
    } catch (fault) {
      // The queue must go on; the next start notes it.
      logger.error(
        { itemNo: event.job.itemNo, code: toAppError(fault).code },
        'a refusal was not noted',
      );
    }
  });
  return {
    catchUp: () => {
      for (const job of newestJobs(registration, ['rejected'], CATCH_UP_JOBS)) note(job);
    },
    stop,
  };
}
