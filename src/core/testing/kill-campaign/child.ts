import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { defaultSettings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import type { NaverClient } from '../../naver/port';
import type { Clock } from '../../platform/clock';
import { silentLogger } from '../../platform/logger';
import { systemRandomness } from '../../platform/randomness';
import { createRegistrationService } from '../../registration/service';
import { type Database, openDatabase } from '../../storage/database';
import { createFakeDomeggook } from '../fake-domeggook';
import { createFakeDrafts } from '../fake-drafts';
import { createFakePicturePreparer, createFakePictureUploader } from '../fake-pictures';
import { createFakeRandomness } from '../fake-randomness';
import type { ChildOrders, ChildReport } from './orders';

/*
 * The queue alone in a process of its own, over a real file, against a marketplace in the process that
 * started it. It runs until every job rests, or until it is killed: by its own hand at the n-th
 * commit, or from outside.
 */

const orders: ChildOrders = JSON.parse(process.env.KILL_CAMPAIGN ?? '{}');
/** Waits of a minute pass in a second; the same for every life of one world. */
const SPEED = 60;
const CALL_DEADLINE_MS = 400;
const clock: Clock = {
  nowMs: () => orders.epochMs + (Date.now() - orders.epochMs) * SPEED,
  monotonicMs: () => performance.now() * SPEED,
  sleep: (delayMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const timer = setTimeout(resolve, delayMs / SPEED);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

let boundaries = 0;
/** Every place between two writes is a boundary: before a commit and after it. */
function passBoundary(): void {
  boundaries += 1;
  if (boundaries === orders.killAtBoundary) process.kill(process.pid, 'SIGKILL');
}

function watchCommits(database: Database): void {
  const transaction = database.transaction.bind(database);
  Object.assign(database, {
    transaction: (work: (...args: unknown[]) => unknown) => {
      const made = transaction(work);
      // Called without a mode it is part of a commit that is watched already.
      return Object.assign((...args: unknown[]) => made(...args), {
        immediate: (...args: unknown[]) => {
          passBoundary();
          const result = made.immediate(...args);
          passBoundary();
          return result;
        },
      });
    },
  });
}

async function ask(name: string, args: readonly unknown[]): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${orders.port}/${orders.world}/${name}`, {
      method: 'POST',
      body: JSON.stringify(args),
      signal: AbortSignal.timeout(CALL_DEADLINE_MS),
    });
    if (response.ok) {
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    }
  } catch (cause) {
    throw new AppError('NETWORK_RESET', { retry: { kind: 'look-up' }, cause });
  }
  if (response.status === 409) throw new AppError('REDIS_UNREACHABLE', { retry: { kind: 'now' } });
  throw new AppError('NAVER_UNAVAILABLE', {
    params: { status: response.status },
    retry: { kind: 'look-up' },
  });
}

const naver = new Proxy({} as NaverClient, {
  get:
    (_, name) =>
    (...args: readonly unknown[]) =>
      // The last argument holds a signal, which means nothing over there.
      ask(String(name), args.slice(0, -1)),
});

const database = await openDatabase(orders.path, clock);
watchCommits(database);
const settings = defaultSettings();
const service = createRegistrationService({
  database,
  clock,
  logger: silentLogger,
  randomness: systemRandomness,
  domeggook: createFakeDomeggook(),
  drafts: createFakeDrafts(),
  pictures: createFakePicturePreparer({ clock }),
  uploader: createFakePictureUploader(naver),
  naver,
  settings: { get: () => settings },
  claims: {
    storeKey: () => 'store',
    items: {
      claim: async () => {
        await ask('claim', []);
        const lost = new AbortController().signal;
        return { isClaimed: true, lost, release: async () => undefined };
      },
    },
  },
});
if (orders.diskSeed !== null) void fillDiskNowAndThen(orders.diskSeed);
service.enqueue(MAIN_STORE, orders.itemNos as readonly ItemNo[], {
  lane: 'batch',
  batchName: 'campaign',
});
await service.start();
const page = { offset: 0, limit: 100 };
while (!service.listJobs(page).jobs.every((job) => isResting(job.state))) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
const report: ChildReport = {
  boundaries,
  jobs: service.listJobs(page).jobs.map(({ itemNo, state, originProductNo }) => ({
    itemNo,
    state,
    originProductNo,
  })),
  openIntents: count('SELECT COUNT(*) FROM registration_intents WHERE outcome IS NULL'),
  openSteps: count('SELECT COUNT(*) FROM job_steps WHERE ended_at_ms IS NULL'),
  resentRefusals: count(
    `SELECT COUNT(*) FROM (SELECT 1 FROM registration_intents WHERE outcome = 'rejected'
       GROUP BY job_seq, body_sha256 HAVING COUNT(*) > 1)`,
  ),
};
process.stdout.write(JSON.stringify(report));
process.exit(0);

function count(sql: string): number {
  return Number(database.prepare(sql).pluck().get());
}

/** Lets the file grow no further for a while, which SQLite reports as a full disk. */
async function fillDiskNowAndThen(seed: number): Promise<void> {
  const chance = createFakeRandomness(seed);
  for (;;) {
    await clock.sleep(2000 + chance.fraction() * 10_000);
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`);
    await clock.sleep(1000 + chance.fraction() * 4000);
    database.pragma('max_page_count = 1073741823');
  }
}
