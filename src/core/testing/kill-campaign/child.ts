import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { defaultSettings } from '@shared/domain/settings';
import type { Clock } from '../../platform/clock';
import { silentLogger } from '../../platform/logger';
import { systemRandomness } from '../../platform/randomness';
import { createRegistrationService } from '../../registration/service';
import { openDatabase } from '../../storage/database';
import { createFakeDomeggook } from '../fake-domeggook';
import { createFakeDrafts } from '../fake-drafts';
import { createFakePicturePreparer, createFakePictureUploader } from '../fake-pictures';
import { createFakeRandomness } from '../fake-randomness';
import { countBoundaries, passAtCommits } from './boundaries';
import type { ChildOrders, ChildReport } from './orders';
import { remoteMarket } from './remote-market';

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

const boundaries = countBoundaries(orders.killAtBoundary);
const { ask, naver } = remoteMarket({ ...orders, deadlineMs: CALL_DEADLINE_MS });

const database = await openDatabase(orders.path, clock);
passAtCommits(database, boundaries.pass);
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
        return { isClaimed: true, lost, release: async () => undefined, leave: () => undefined };
      },
    },
  },
});
if (orders.diskSeed !== null) void fillDiskNowAndThen(orders.diskSeed);
await service.enqueue(MAIN_STORE, orders.itemNos as readonly ItemNo[], {
  lane: 'batch',
  batchName: 'campaign',
});
await service.start();
const page = { offset: 0, limit: 100 };
while (!service.listJobs(page).jobs.every((job) => isResting(job.state))) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
const report: ChildReport = {
  boundaries: boundaries.passed(),
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
