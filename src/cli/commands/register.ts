import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readItemList } from '@core/intake/read-list';
import type { StoreBridge } from '@core/storebridge';
import type { ItemNo } from '@shared/domain/ids';
import { MAIN_STORE } from '@shared/domain/ids';
import { isResting, JOB_STEPS, type Job } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import { isMessageCode, textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';
import { isAllDone, type RegisterReport, type ReportedReason, reportOf } from '../register-report';
import { renderTable } from '../register-table';
import type { Terminal } from '../terminal';
import { words } from '../words';

export interface RegisterOptions {
  readonly json: boolean;
  readonly column: string | null;
}

/** How often the progress line is refreshed. */
const PROGRESS_INTERVAL_MS = 250;
/** A queue that paused itself for longer than this is not going to recover while someone waits. */
const PAUSE_PATIENCE_MS = 15_000;
/** Pauses that may pass by themselves within a moment; all others need a person first. */
const PASSING_PAUSES = [
  'NETWORK_CONNECT_TIMEOUT',
  'NETWORK_FAILED',
  'NETWORK_REFUSED',
  'NETWORK_RESET',
  'NETWORK_TIMEOUT',
  'NETWORK_UNREACHABLE',
  'DOMEGGOOK_ANSWER_BROKEN',
  'DOMEGGOOK_ANSWER_HTML',
  'DOMEGGOOK_LIMITED',
  'DOMEGGOOK_UNAVAILABLE',
  'NAVER_ANSWER_BROKEN',
  'NAVER_ANSWER_HTML',
  'NAVER_RATE_LIMITED',
  'NAVER_UNAVAILABLE',
  'STORAGE_BUSY',
];

/** Bytes and name of FILE, or of standard input for `-`. Throws INTAKE_NOT_FOUND. */
export async function readInput(
  file: string,
  stdin: NodeJS.ReadStream,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
    return { bytes: Buffer.concat(chunks), name: 'stdin' };
  }
  try {
    return { bytes: await readFile(file), name: basename(file) };
  } catch (fault) {
    throw new AppError('INTAKE_NOT_FOUND', { params: { file }, cause: fault });
  }
}

/**
 * Registers the items of a list and reports one verdict per line. Stops early, with every job kept,
 * when the queue pauses itself for a reason that only a person can remove.
 */
export async function runRegister(
  storebridge: StoreBridge,
  input: { readonly bytes: Uint8Array; readonly name: string },
  options: RegisterOptions,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const list = await readItemList(input.bytes, input.name, options.column);
  const { registration } = storebridge;
  const { verdicts } = registration.enqueue(MAIN_STORE, list.itemNos, {
    lane: list.itemNos.length > 1 ? 'batch' : 'normal',
    batchName: input.name,
  });
  const before = new Set(
    verdicts.flatMap((v) => (v.kind === 'already-registered' ? [v.itemNo] : [])),
  );
  const jobIds = new Map(verdicts.map((verdict) => [verdict.itemNo, verdict.job.jobId]));
  // Naming an item again asks for another try of what did not work out before.
  const resting = verdicts.filter((v) => v.kind === 'existing' && isResting(v.job.state));
  registration.retry(resting.map((verdict) => verdict.job.jobId));
  await storebridge.start();
  const stoppedBy = await watch(storebridge, [...jobIds.values()], terminal, language);
  const jobs = new Map<ItemNo, Job>();
  for (const [itemNo, jobId] of jobIds) {
    const job = registration.findJob(jobId);
    if (job) jobs.set(itemNo, job);
  }
  const report = reportOf(list, jobs, before, language);
  print(report, storebridge, stoppedBy, options, terminal, language);
  if (stoppedBy) return EXIT.connection;
  return isAllDone(report) ? EXIT.done : EXIT.attention;
}

/** Shows progress until every job rests; returns the reason when the queue gave up before that. */
async function watch(
  storebridge: StoreBridge,
  jobIds: readonly Job['jobId'][],
  terminal: Terminal,
  language: Language,
): Promise<ReportedReason | null> {
  const { registration } = storebridge;
  let pausedSinceMs: number | null = null;
  let doneBefore = 0;
  for (;;) {
    const jobs = jobIds.flatMap((jobId) => registration.findJob(jobId) ?? []);
    const done = jobs.filter((job) => isResting(job.state)).length;
    terminal.progress(progressLine(jobs, done, language));
    if (done === jobs.length) break;
    // The queue tries again by itself now and then; only a finished job shows that it goes on.
    if (done > doneBefore) pausedSinceMs = null;
    doneBefore = done;
    const { pauseReason } = registration.status(MAIN_STORE);
    if (pauseReason !== null) {
      const nowMs = performance.now();
      pausedSinceMs ??= nowMs;
      const mayPass = PASSING_PAUSES.includes(pauseReason.code);
      if (!mayPass || nowMs - pausedSinceMs > PAUSE_PATIENCE_MS) {
        terminal.endProgress();
        return isMessageCode(pauseReason.code)
          ? { code: pauseReason.code, ...textOf(pauseReason.code, language, pauseReason.params) }
          : { code: pauseReason.code, message: pauseReason.code, fix: '' };
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PROGRESS_INTERVAL_MS));
  }
  terminal.endProgress();
  return null;
}

function progressLine(jobs: readonly Job[], done: number, language: Language): string {
  const say = words[language];
  const stages = (['queued', ...JOB_STEPS] as const)
    .map((state) => ({ state, count: jobs.filter((job) => job.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${say.stages[state]} ${count}`);
  return say.progress(done, jobs.length, stages.join(' · '));
}

function print(
  report: RegisterReport,
  storebridge: StoreBridge,
  stoppedBy: ReportedReason | null,
  options: RegisterOptions,
  terminal: Terminal,
  language: Language,
): void {
  const say = words[language];
  if (stoppedBy) {
    terminal.err(`${stoppedBy.message}\n→ ${stoppedBy.fix}`);
    terminal.err(say.kept);
  }
  if (options.json) {
    terminal.out(JSON.stringify(stoppedBy ? { ...report, error: stoppedBy } : report));
    return;
  }
  terminal.out(renderTable(report, storebridge, terminal.widthColumns, language));
  terminal.out(say.summary(report));
}
