import type { JobStep } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import { type AppError, toAppError } from '@shared/errors/app-error';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Randomness } from '../platform/randomness';
import type { CallKind } from './breaker';
import { FailedCall } from './failed-call';
import { createFaultDesk } from './fault-desk';
import type { JobRecord } from './job-row';
import type { JobStore } from './job-store';
import type { Journal } from './journal';
import { createMarketHealth, type Probes, type Side } from './market-health';
import type { StepTools } from './step-tools';

/** One step of the way: how many jobs it may hold at once, and what it does with them. */
export interface Stage {
  readonly step: JobStep;
  readonly side: Side;
  /** What its faults are counted as, where the step does not say it itself. */
  readonly kind: CallKind;
  /** Jobs held at once. */
  readonly capacity: number;
  /** Jobs handed to one call of `work`; 1 unless the step serves many at once. */
  readonly groupSize: number;
  readonly work: (jobs: readonly JobRecord[], signal: AbortSignal) => Promise<void>;
}

/** The stages and what holds them back. Faults of single jobs go to the fault desk inside. */
export interface PipelineDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
  readonly journal: Journal;
  readonly store: JobStore;
  readonly tools: StepTools;
  /** In the order of the way. */
  readonly stages: readonly Stage[];
  readonly runId: string;
  /** How many jobs may be between the queue and Naver at once; bounds memory. */
  readonly lookAhead: number;
  readonly probes: Probes;
  isPaused(): boolean;
  /** Earliest scheduled start after a moment of the wall clock; null when none. */
  nextStartAtMs(wallMs: number): number | null;
  statusChanged(): void;
}

/** Moves jobs through the stages, all stages at once, each as fast as it can. */
export interface Pipeline {
  start(): void;
  /** Schedules or pauses changed: looks for work now and at the next scheduled start. */
  rearranged(): void;
  /** Looks for work; called whenever something may have become possible. */
  pump(): void;
  /** Aborts the work under way and waits for its records, at most `deadlineMs`. */
  stop(deadlineMs: number): Promise<void>;
  /** Ends the work on a job that was cancelled. */
  abandon(jobSeq: number): void;
  /** Sends nothing more until the disk works again. */
  halt(fault: AppError): void;
  /** Tries again now what rests because of a fault. */
  retryNow(): void;
  /** True while work may be sent to that side. */
  isOpen(side: Side): boolean;
  /** Looks for work again at a moment of the steady clock. */
  wakeAt(atMs: number): void;
  /** One fault that is the item's own: another try later, or the end. */
  itemFailed(step: JobStep, job: JobRecord, reason: Reason): Promise<void>;
  worked(side: Side, kind: CallKind): void;
  failed(side: Side, kind: CallKind, fault: AppError): void;
  /** Why the queue holds itself back now; null when it does not. */
  hindrance(): AppError | null;
}

/** Longest wait that any rule here sets; a stored one beyond it comes from a clock that was wrong. */
const LONGEST_WAIT_MS = 600_000;
/** A fetch for fewer numbers than this waits for room, so that calls stay full. */
const WORTHWHILE_FETCH = 25;
const HALT_PROBE_PAUSE_MS = 2000;
const LONGEST_HALT_PROBE_PAUSE_MS = 60_000;
/** Longest time between two looks at the wall clock while a batch waits for its start. */
const LONGEST_START_LOOK_MS = 30_000;
/** Wake-ups closer together than this share one timer. */
const WAKE_GRAIN_MS = 100;

/**
 * Work begins with `start`. `stop` aborts what is under way and waits for it no longer than its
 * deadline; what was not recorded by then is found again at the next start.
 */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { clock, logger, journal, store, tools } = deps;
  const stopSignal = new AbortController();
  const held = new Map<number, AbortController>();
  const heldBy = new Map<JobStep, number>();
  const wakeTimes = new Set<number>();
  const running = new Set<Promise<void>>();
  let isStarted = false;
  let isStopping = false;
  let isPumping = false;
  let isPumpWanted = false;
  let haltedBy: AppError | null = null;
  let isHealing = false;
  let startTimer: AbortController | null = null;

  const sleepThen = (delayMs: number, action: () => void): void => {
    clock.sleep(delayMs, stopSignal.signal).then(action, () => undefined);
  };
  const wakeAt = (atMs: number): void => {
    const roundedMs = Math.ceil(atMs / WAKE_GRAIN_MS) * WAKE_GRAIN_MS;
    if (wakeTimes.has(roundedMs)) return;
    wakeTimes.add(roundedMs);
    sleepThen(Math.max(0, roundedMs - tools.steadyNowMs()), () => {
      wakeTimes.delete(roundedMs);
      try {
        wakeForNext();
      } catch (fault) {
        halt(toAppError(fault));
        return;
      }
      pump();
    });
  };
  /** Waits that an earlier run left behind have no wake of their own: each wake sets the next. */
  const wakeForNext = (): void => {
    const dueAtMs = store.nextDueAtMs(tools.steadyNowMs());
    if (dueAtMs !== null) wakeAt(dueAtMs);
    wakeForStart();
  };
  /** A schedule is of the wall clock, which may be set or run on while the computer sleeps: looked at often. */
  const wakeForStart = (): void => {
    if (startTimer !== null) return;
    const wallMs = clock.nowMs();
    const startsAtMs = deps.nextStartAtMs(wallMs);
    if (startsAtMs === null) return;
    const timer = new AbortController();
    startTimer = timer;
    const delayMs = Math.min(startsAtMs - wallMs, LONGEST_START_LOOK_MS);
    clock.sleep(delayMs, AbortSignal.any([stopSignal.signal, timer.signal])).then(
      () => {
        startTimer = null;
        try {
          wakeForStart();
        } catch (fault) {
          halt(toAppError(fault));
          return;
        }
        pump();
      },
      () => undefined,
    );
  };

  const track = (work: Promise<void>): void => {
    const tracked = work
      .catch((fault) => {
        logger.error({ fault }, 'a queue task failed');
      })
      .finally(() => {
        running.delete(tracked);
        if (haltedBy !== null) heal();
        pump();
      });
    running.add(tracked);
  };

  const health = createMarketHealth({
    clock,
    logger,
    randomness: deps.randomness,
    probes: deps.probes,
    stopSignal: stopSignal.signal,
    track,
    changed: () => {
      deps.statusChanged();
      pump();
    },
  });

  const faults = createFaultDesk({
    logger,
    randomness: deps.randomness,
    tools,
    health,
    halt: (fault) => halt(fault),
  });

  const isFlowing = (): boolean =>
    isStarted && !isStopping && haltedBy === null && !deps.isPaused();

  const pump = (): void => {
    if (!isFlowing()) return;
    isPumpWanted = true;
    if (isPumping) return;
    isPumping = true;
    void runPump();
  };
  const runPump = async (): Promise<void> => {
    while (isPumpWanted && isFlowing()) {
      isPumpWanted = false;
      try {
        const claims = await journal.commit(claimAll);
        for (const { stage, jobs } of claims) begin(stage, jobs);
      } catch (fault) {
        // The journal has reported it, and the queue is halted.
        logger.warn({ fault }, 'no job could be taken');
        break;
      }
    }
    isPumping = false;
  };
  const claimAll = (): { readonly stage: Stage; readonly jobs: readonly JobRecord[] }[] => {
    const nowMs = tools.steadyNowMs();
    return deps.stages.toReversed().flatMap((stage) => {
      if (!health.isOpen(stage.side)) return [];
      const room = stage.capacity - (heldBy.get(stage.step) ?? 0);
      const limit = stage.step === 'fetching' ? Math.min(room, fetchRoom(stage)) : room;
      const jobs = store.claim(stage.step, limit, deps.runId, nowMs, clock.nowMs());
      return jobs.length === 0 ? [] : [{ stage, jobs }];
    });
  };
  const fetchRoom = (stage: Stage): number => {
    const underWay = store.countInPipeline();
    const room = Math.min(stage.groupSize, deps.lookAhead - underWay);
    const queued = store.countQueued();
    const isWorthwhile = room >= Math.min(WORTHWHILE_FETCH, queued.other) || underWay === 0;
    return queued.normal > 0 || isWorthwhile ? room : 0;
  };

  const begin = (stage: Stage, jobs: readonly JobRecord[]): void => {
    // An item that failed before is asked for alone, so that it cannot spoil the call of the others.
    const isGrouped = stage.groupSize > 1;
    const group = isGrouped ? jobs.filter((job) => job.attempts === 0) : [];
    const alone = isGrouped ? jobs.filter((job) => job.attempts > 0) : jobs;
    if (group.length > 0) track(runJobs(stage, group));
    for (const job of alone) track(runJobs(stage, [job]));
  };
  const runJobs = async (stage: Stage, jobs: readonly JobRecord[]): Promise<void> => {
    const controllers = jobs.map((job) => {
      const controller = new AbortController();
      held.set(job.jobSeq, controller);
      return controller;
    });
    heldBy.set(stage.step, (heldBy.get(stage.step) ?? 0) + jobs.length);
    // A call for many jobs goes on when one of them is cancelled.
    const [only] = controllers;
    const signal =
      jobs.length === 1 && only !== undefined
        ? AbortSignal.any([stopSignal.signal, only.signal])
        : stopSignal.signal;
    try {
      await stage.work(jobs, signal);
      for (const job of jobs) faults.forget(job.jobSeq);
    } catch (thrown) {
      const isTold = thrown instanceof FailedCall;
      const fault = isTold ? thrown.fault : toAppError(thrown);
      await faults.take(stage, isTold ? thrown.kind : stage.kind, jobs, fault, signal.aborted);
    } finally {
      heldBy.set(stage.step, (heldBy.get(stage.step) ?? 0) - jobs.length);
      jobs.forEach((job, index) => {
        if (held.get(job.jobSeq) === controllers[index]) held.delete(job.jobSeq);
      });
    }
  };

  const halt = (fault: AppError): void => {
    if (haltedBy === null) {
      logger.error({ code: fault.code, cause: fault.cause }, 'nothing is sent: the disk refuses');
    }
    haltedBy = fault;
    deps.statusChanged();
    heal();
  };
  /** Waits until nothing is under way, then until a write works, and takes up what was dropped. */
  const heal = (): void => {
    if (isHealing || isStopping || !isStarted || running.size > 0) return;
    isHealing = true;
    const attempt = (pauseMs: number): void => {
      sleepThen(pauseMs, () => {
        try {
          journal.commitNow(() => store.recover(tools.steadyNowMs(), LONGEST_WAIT_MS));
        } catch (fault) {
          logger.warn({ fault }, 'the disk still refuses');
          attempt(Math.min(pauseMs * 2, LONGEST_HALT_PROBE_PAUSE_MS));
          return;
        }
        isHealing = false;
        haltedBy = null;
        logger.info({}, 'the disk works again');
        deps.statusChanged();
        pump();
      });
    };
    attempt(HALT_PROBE_PAUSE_MS);
  };

  return {
    start: () => {
      isStarted = true;
      wakeForNext();
      pump();
    },
    rearranged: () => {
      startTimer?.abort();
      startTimer = null;
      if (isStarted && !isStopping) wakeForStart();
      pump();
    },
    pump,
    isOpen: (side) => isFlowing() && health.isOpen(side),
    stop: async (deadlineMs) => {
      isStopping = true;
      const isQuiet = (): Promise<void> => Promise.all(running).then(() => undefined);
      if (running.size > 0) {
        const timer = new AbortController();
        await Promise.race([
          isQuiet(),
          clock.sleep(deadlineMs, timer.signal).catch(() => undefined),
        ]);
        timer.abort();
      }
      stopSignal.abort();
      while (running.size > 0) await isQuiet();
    },
    abandon: (jobSeq) => {
      held.get(jobSeq)?.abort();
    },
    halt,
    wakeAt,
    itemFailed: faults.itemFailed,
    retryNow: () => {
      health.probeNow();
      pump();
    },
    worked: health.succeeded,
    failed: health.failed,
    hindrance: () => haltedBy ?? health.fault(),
  };
}
