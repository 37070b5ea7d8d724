import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readItemList } from '@core/intake/read-list';
import type { BatchId, ItemNo } from '@shared/domain/ids';
import { isResting, JOB_STATES, JOB_STEPS, type Job, type JobCounts } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import { listTooLarge } from '@shared/errors/list-too-large';
import { isMessageCode, textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { EXIT, type ExitStatus } from '../exit-status';
import { waitsForPerson } from '../queue-lines';
import type { RegisterDesk } from '../register-desk';
import { isAllDone, type RegisterReport, type ReportedReason, reportOf } from '../register-report';
import { renderTable } from '../register-table';
import type { Terminal } from '../terminal';
import { words } from '../words';

/** What `storebridge register` was asked for; `column` is a heading or letter, null = find it. */
export interface RegisterOptions {
  readonly json: boolean;
  readonly column: string | null;
  /** The data folder is gone afterwards, so nothing can be decided in the app. */
  readonly isThrownAway?: boolean;
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

/** Bytes and name of FILE, or of standard input for `-`. Throws INTAKE_NOT_FOUND or INTAKE_TOO_LARGE. */
export async function readInput(
  file: string,
  stdin: NodeJS.ReadStream,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    let sizeBytes = 0;
    for await (const chunk of stdin) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      sizeBytes += bytes.length;
      const tooLarge = listTooLarge('stdin', sizeBytes);
      if (tooLarge !== null) throw tooLarge;
    }
    return { bytes: Buffer.concat(chunks), name: 'stdin' };
  }
  const name = basename(file);
  try {
    const tooLarge = listTooLarge(name, (await stat(file)).size);
    if (tooLarge !== null) throw tooLarge;
    return { bytes: await readFile(file), name };
  } catch (fault) {
    if (fault instanceof AppError) throw fault;
    throw new AppError('INTAKE_NOT_FOUND', { params: { file }, cause: fault });
  }
}

/**
 * Registers the items of a list and reports one verdict per line. Stops early, with every job kept,
 * when the queue pauses itself for a reason that only a person can remove.
 */
export async function runRegister(
  desk: RegisterDesk,
  input: { readonly bytes: Uint8Array; readonly name: string },
  options: RegisterOptions,
  terminal: Terminal,
  language: Language,
): Promise<ExitStatus> {
  const list = await readItemList(input.bytes, input.name, options.column);
  const { batchId, alreadyRegistered } = await desk.enqueue(list.itemNos, input.name);
  await desk.start();
  const stoppedBy = await watch(desk, batchId, terminal, language);
  const jobs = new Map<ItemNo, Job>();
  for (const job of await desk.jobs(batchId)) jobs.set(job.itemNo, job);
  const report = reportOf(list, jobs, alreadyRegistered, language);
  await print(report, desk, stoppedBy, options, terminal, language);
  if (stoppedBy) return EXIT.connection;
  return isAllDone(report) ? EXIT.done : EXIT.attention;
}

/** Shows progress until every job rests; returns the reason when the queue gave up before that. */
async function watch(
  desk: RegisterDesk,
  batchId: BatchId,
  terminal: Terminal,
  language: Language,
): Promise<ReportedReason | null> {
  let pausedSinceMs: number | null = null;
  let doneBefore = 0;
  for (;;) {
    const counts = await desk.counts(batchId);
    if (counts === null) break;
    const total = JOB_STATES.reduce((sum, state) => sum + counts[state], 0);
    const done = JOB_STATES.filter(isResting).reduce((sum, state) => sum + counts[state], 0);
    terminal.progress(progressLine(counts, done, total, language));
    if (done === total) break;
    // The queue tries again by itself now and then; only a finished job shows that it goes on.
    if (done > doneBefore) pausedSinceMs = null;
    doneBefore = done;
    const pauseReason = await desk.pauseReason();
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

function progressLine(counts: JobCounts, done: number, total: number, language: Language): string {
  const say = words[language];
  const stages = (['queued', ...JOB_STEPS] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${say.stages[state]} ${counts[state]}`);
  return say.progress(done, total, stages.join(' · '));
}

async function print(
  report: RegisterReport,
  desk: RegisterDesk,
  stoppedBy: ReportedReason | null,
  options: RegisterOptions,
  terminal: Terminal,
  language: Language,
): Promise<void> {
  const say = words[language];
  if (stoppedBy) {
    terminal.err(`${stoppedBy.message}\n→ ${stoppedBy.fix}`);
    if (waitsForPerson(stoppedBy.code)) terminal.err(say.howToResume);
    terminal.err(say.kept);
  }
  if (options.json) {
    terminal.out(JSON.stringify(stoppedBy ? { ...report, error: stoppedBy } : report));
    return;
  }
  terminal.out(await renderTable(report, desk, terminal.widthColumns, language));
  terminal.out(say.summary(report));
  if (report.needsReview > 0 && options.isThrownAway !== true) terminal.err(say.review);
}
