import type { Draft } from '@shared/domain/draft';
import type { BatchId, ItemNo, JobId, StoreId } from '@shared/domain/ids';
import { parseItemNo } from '@shared/domain/ids';
import type { IntakeLine } from '@shared/domain/intake';
import { isResting, JOB_STATES, JOB_STEPS, type Job, type JobCounts } from '@shared/domain/job';
import { defaultSettings, type Settings, settingsSchema } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import { summaryOf } from '../drafts/draft-summary';
import type { DraftDesk } from '../drafts/service';
import { createListReadings, type ListReadingsDeps } from '../intake/list-readings';
import type { OptionDesk } from '../options/option-desk';
import { createPictureInspection } from '../pictures/inspection';
import type { Clock } from '../platform/clock';
import { createSystemSignals } from '../platform/system-signals';
import { newJob } from '../registration/job-row';
import type { QueueEvent, RegistrationService } from '../registration/port';
import type { SettingsService, StoreBridge } from '../storebridge';
import { aDraft } from './draft';
import { createFakeMetrics } from './fake-metrics';
import { createFakeNotifications, createMemorySecrets } from './fake-notifications';
import { createFakeWatch } from './fake-watch';
import { createRecordingLogger } from './recording-logger';

export interface FakeStoreBridgeOptions {
  readonly clock: Clock;
  readonly drafts?: readonly Draft[];
  /** How long each step of a job takes, in ms of `clock`; null = jobs stay queued. Default null. */
  readonly stepMs?: number | null;
}

/** The product with its services, and what a test may do to it. */
export interface FakeStoreBridge extends StoreBridge {
  /** Puts a job as it is and tells the listeners, as the queue does after a step. */
  changeJob(job: Job): void;
}

/**
 * The product in memory: lists are read as plain lines, jobs walk their steps by the clock, nothing is
 * sent anywhere. For tests of shells and pages; the marketplaces' clients throw when touched.
 */
export function createFakeStoreBridge({
  clock,
  drafts = [],
  stepMs = null,
}: FakeStoreBridgeOptions): FakeStoreBridge {
  const registration = createFakeRegistration(clock, stepMs);
  const settings = createFakeSettings();
  const desk = createFakeDrafts(drafts, clock);
  return {
    mode: 'practice',
    settings,
    intake: createListReadings({
      clock,
      logger: createRecordingLogger(),
      read: readPlainList,
      registration,
    }),
    sourcing: untouchable('sourcing'),
    drafts: desk,
    options: forgetfulOptions(desk),
    draftOperations: untouchable('draftOperations'),
    draftOverrides: untouchable('draftOverrides'),
    draftTables: untouchable('draftTables'),
    registration,
    domeggook: untouchable('domeggook'),
    naver: untouchable('naver'),
    masterData: untouchable('masterData'),
    clockSkewMs: () => 0,
    metrics: createFakeMetrics(),
    watch: createFakeWatch(),
    notifications: createFakeNotifications(),
    notificationSecrets: createMemorySecrets(),
    signals: createSystemSignals().signals,
    pictures: { find: async () => null },
    pictureInspection: createPictureInspection({
      drafts: desk,
      preparer: untouchable('preparer'),
      settings: settings.get,
    }),
    pictureBackup: {
      status: () => ({
        isPractice: true,
        isOn: false,
        isSetUp: false,
        waiting: 0,
        stored: 0,
        failed: 0,
        problem: null,
        lastStoredAtMs: null,
      }),
      test: async () => ({ code: 'PICTURE_BACKUP_NOT_SET_UP', severity: 'warn' }),
    },
    limits: async () => ({
      backend: 'embedded',
      fault: null,
      naver: [],
      domeggook: {
        perMinute: 150,
        perDay: 15_000,
        usedToday: 12,
        reservedForSync: 0,
        resetsAtMs: clock.nowMs() + 3_600_000,
        silentUntilMs: null,
      },
    }),
    redisVersion: async () => null,
    start: async () => undefined,
    stop: async () => registration.stop(0),
    changeJob: registration.changeJob,
  };
}

function untouchable<Port extends object>(name: string): Port {
  return new Proxy({} as Port, {
    get: (_, member) => {
      throw new TypeError(`the fake product has no ${name}.${String(member)}`);
    },
  });
}

function createFakeSettings(): SettingsService {
  let settings = defaultSettings();
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => settings,
    update: (change) => {
      settings = settingsSchema.parse({ ...settings, ...change });
      for (const listener of listeners) listener(settings);
      return settings;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** One number a line, no verdict but for lines without one. */
const readPlainList: ListReadingsDeps['read'] = async (bytes) => {
  const seen = new Set<ItemNo>();
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .map((text, index): IntakeLine => {
      const itemNo = parseItemNo(text.trim());
      if (itemNo !== null) seen.add(itemNo);
      return { line: index + 1, text: text.slice(0, 200), itemNo, reason: null };
    })
    .filter(({ text }) => text.trim() !== '');
  return { lines, itemNos: [...seen], encoding: 'utf-8', column: null };
};

/** Saves edits and remembers nothing. */
function forgetfulOptions(drafts: DraftDesk): OptionDesk {
  return {
    save: (storeId, itemNo, change, _commands, basedOnVersion) =>
      drafts.edit(storeId, itemNo, change, basedOnVersion),
    offer: () => null,
    similar: () => [],
    apply: () => ({ done: [], skipped: [] }),
    undo: () => ({ done: [], skipped: [] }),
    forget: () => undefined,
  };
}

function createFakeDrafts(initial: readonly Draft[], clock: Clock): DraftDesk {
  const drafts = new Map(initial.map((draft) => [draft.itemNo, draft]));
  const list: DraftDesk['list'] = ({ state, text, reasonCode, offset, limit }) => {
    const matching = [...drafts.values()].filter(
      (draft) =>
        (state === undefined || draft.state === state) &&
        (text === undefined || draft.content.name.includes(text)) &&
        (reasonCode === undefined || draft.reasons.some(({ code }) => code === reasonCode)),
    );
    return { drafts: matching.slice(offset, offset + limit), total: matching.length };
  };
  return {
    list,
    summaries: (filter) => {
      const { drafts: page, total } = list(filter);
      return { drafts: page.map((draft) => summaryOf(draft)), total };
    },
    itemNos: (selection) =>
      list({ ...selection, offset: 0, limit: drafts.size }).drafts.map(({ itemNo }) => itemNo),
    sources: () => [],
    confirmable: () => [],
    isRegistered: () => false,
    noteRefusal: () => undefined,
    prepare: async (storeId, item) => {
      const draft = { ...aDraft(), storeId, itemNo: item.itemNo };
      drafts.set(item.itemNo, draft);
      return draft;
    },
    find: (_, itemNo) => drafts.get(itemNo) ?? null,
    edit: (_, itemNo, change, basedOnVersion) => {
      const draft = drafts.get(itemNo);
      if (draft === undefined || draft.version !== basedOnVersion) {
        throw new AppError('INTERNAL_FAULT', { params: { problem: 'draft changed meanwhile' } });
      }
      const edited: Draft = {
        ...draft,
        content: { ...draft.content, ...change },
        version: draft.version + 1,
        updatedAtMs: clock.nowMs(),
      };
      drafts.set(itemNo, edited);
      return edited;
    },
    productBody: async () => ({ kind: 'stopped', reasons: [] }),
    overview: () => {
      const all = [...drafts.values()];
      const codes = [...new Set(all.flatMap(({ reasons }) => reasons.map(({ code }) => code)))];
      const countOf = (state: Draft['state']): number =>
        all.filter((draft) => draft.state === state).length;
      return {
        byState: {
          ready: countOf('ready'),
          'needs-review': countOf('needs-review'),
          blocked: countOf('blocked'),
          registered: 0,
        },
        byReason: codes.map((code) => ({
          code,
          count: all.filter(({ reasons }) => reasons.some((reason) => reason.code === code)).length,
        })),
      };
    },
    preview: (_, itemNo, change) => {
      const draft = drafts.get(itemNo);
      if (draft === undefined) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo } });
      return { ...draft, content: { ...draft.content, ...change } };
    },
    sourceContent: (_, itemNo) => drafts.get(itemNo)?.content ?? null,
    explain: () => [],
    history: () => [],
    repairs: () => [],
    unlock: (_, itemNo, fields) => {
      const draft = drafts.get(itemNo);
      if (draft === undefined) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo } });
      const lockedFields = draft.lockedFields.filter((field) => !fields.includes(field));
      const unlocked: Draft = { ...draft, lockedFields, version: draft.version + 1 };
      drafts.set(itemNo, unlocked);
      return unlocked;
    },
    forgetCategory: () => undefined,
  };
}

function createFakeRegistration(
  clock: Clock,
  stepMs: number | null,
): RegistrationService & { changeJob(job: Job): void } {
  const jobs = new Map<JobId, Job>();
  const listeners = new Set<(event: QueueEvent) => void>();
  const stopping = new AbortController();
  let isPaused = false;
  let batchCount = 0;

  const tell = (event: QueueEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const changeJob = (job: Job): void => {
    jobs.set(job.jobId, job);
    tell({ kind: 'job-changed', job });
  };
  const walk = async (jobId: JobId): Promise<void> => {
    if (stepMs === null) return;
    for (const state of [...JOB_STEPS, 'done'] as const) {
      do await clock.sleep(stepMs, stopping.signal);
      while (isPaused);
      const job = jobs.get(jobId);
      if (job === undefined || isResting(job.state)) return;
      changeJob({ ...job, state, updatedAtMs: clock.nowMs() });
    }
  };
  const begin = (jobId: JobId): void => {
    walk(jobId).catch((fault: unknown) => {
      if (!stopping.signal.aborted) throw fault;
    });
  };
  const change = (jobIds: readonly JobId[], state: Job['state']): readonly Job[] =>
    jobIds.flatMap((jobId) => {
      const job = jobs.get(jobId);
      if (job === undefined) return [];
      const changed = { ...job, state, updatedAtMs: clock.nowMs() };
      changeJob(changed);
      return [changed];
    });

  return {
    changeJob,
    enqueue: async (storeId, itemNos, { lane }) => {
      batchCount += 1;
      const batchId = `batch-${batchCount}` as BatchId;
      const verdicts = itemNos.map((itemNo) => {
        const existing = [...jobs.values()].find((job) => job.itemNo === itemNo);
        if (existing) return { kind: 'existing' as const, itemNo, job: existing };
        const job = aJob(storeId, batchId, itemNo, lane, clock.nowMs());
        changeJob(job);
        begin(job.jobId);
        return { kind: 'queued' as const, itemNo, job };
      });
      return { batchId, verdicts };
    },
    findJob: (jobId) => jobs.get(jobId) ?? null,
    listJobs: ({ states, offset, limit }) => {
      const matching = [...jobs.values()].filter(
        (job) => states === undefined || states.includes(job.state),
      );
      return { jobs: matching.slice(offset, offset + limit), total: matching.length };
    },
    status: () => {
      const counts = Object.fromEntries(JOB_STATES.map((state) => [state, 0])) as Record<
        keyof JobCounts,
        number
      >;
      for (const job of jobs.values()) counts[job.state] += 1;
      return {
        counts,
        byLane: { normal: 0, batch: jobs.size, sync: 0, review: 0 },
        isPaused,
        pauseReason: null,
        holds: [],
        hourlyCap: null,
        donePerMinute: 0,
        etaAtMs: null,
      };
    },
    retry: (jobIds) => {
      const retried = change(jobIds, 'queued');
      for (const { jobId } of retried) begin(jobId);
      return retried;
    },
    cancel: (jobIds) => change(jobIds, 'cancelled'),
    pause: () => {
      isPaused = true;
      tell({ kind: 'status-changed' });
    },
    resume: () => {
      isPaused = false;
      tell({ kind: 'status-changed' });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    onJobSettled: () => () => undefined,
    undo: untouchable('registration.undo'),
    rehearsals: untouchable('registration.rehearsals'),
    orphans: untouchable('registration.orphans'),
    setHeld: () => undefined,
    listBatches: () => ({ batches: [], total: 0 }),
    findBatch: () => null,
    changeBatch: () => null,
    cancelBatch: async () => 0,
    withdrawBatch: async () => undefined,
    retryBatch: async () => 0,
    reasonCounts: () => [],
    findJobRecord: () => null,
    start: async () => undefined,
    stop: async () => stopping.abort(),
    whenBatchRests: async () => undefined,
  };
}

/** A queued job of `itemNo`, as the queue would make it. */
export function aJob(
  storeId: StoreId,
  batchId: BatchId,
  itemNo: ItemNo,
  lane: Job['lane'],
  atMs: number,
): Job {
  const jobId = `job-${itemNo}` as JobId;
  return newJob({ jobId, batchId, storeId, itemNo, lane, state: 'queued' }, atMs);
}
