import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { isResting } from '@shared/domain/job';
import { AppError } from '@shared/errors/app-error';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createGate } from '../testing/gate';
import { LIST_PIECE_SIZE } from './list-pieces';
import type { RegistrationService } from './port';
import { createQueueWorld, itemNos, type QueueWorld } from './service-fixture';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const ITEMS = 6;

/** The places at which the world can end: before and after everything that leaves the process. */
const PLACES = [
  'fetch',
  'prepare',
  'pictures',
  'body',
  'before uploadImages',
  'after uploadImages',
  'before findBySellerCode',
  'after findBySellerCode',
  'before createProduct',
  'after createProduct',
  'before findProduct',
  'after findProduct',
] as const;

let folder = '';
let worlds = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-crash-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function createMortalWorld(appearsAfterMs = 0): Promise<QueueWorld> {
  worlds += 1;
  return createQueueWorld({
    path: join(folder, `${worlds}.sqlite`),
    naver: { appearsAfterMs },
  });
}

/**
 * Lets a service work until the `nth` time it comes to `place`. There nothing answers any more and the
 * database is taken away, as when the process ends at that instruction. False when it never came
 * there; the service ends all the same.
 */
async function dieAt(world: QueueWorld, place: string, nth: number): Promise<boolean> {
  const grave = createGate();
  let isDead = false;
  let visits = 0;
  const visit = async (here: string): Promise<void> => {
    if (isDead) await grave.pass();
    if (here !== place) return;
    visits += 1;
    if (visits < nth) return;
    isDead = true;
    world.database.close();
    await grave.pass();
  };
  world.domeggook.faults.before = () => visit('fetch');
  world.drafts.faults.beforePrepare = () => visit('prepare');
  world.drafts.faults.beforeBody = () => visit('body');
  world.pictures.faults.before = () => visit('pictures');
  world.naver.faults.before = (call) => visit(`before ${call}`);
  world.naver.faults.after = (call) => visit(`after ${call}`);
  const service = world.service();
  await service.start();
  for (let step = 0; step < 200 && !isDead; step += 1) {
    await world.clock.advance(500);
    if (!isDead && areAllAtRest(service)) break;
  }
  const hasDied = isDead;
  isDead = true;
  delete world.domeggook.faults.before;
  delete world.drafts.faults.beforePrepare;
  delete world.drafts.faults.beforeBody;
  delete world.pictures.faults.before;
  delete world.naver.faults.before;
  delete world.naver.faults.after;
  await world.die();
  return hasDied;
}

function areAllAtRest(service: RegistrationService): boolean {
  return service.listJobs({ offset: 0, limit: 100 }).jobs.every((job) => isResting(job.state));
}

async function finish(world: QueueWorld): Promise<RegistrationService> {
  const service = world.service();
  await service.start();
  await world.clock.advanceUntil(() => areAllAtRest(service));
  return service;
}

function expectEveryItemOnce(world: QueueWorld, service: RegistrationService): void {
  expect(service.status(MAIN_STORE).counts.done).toBe(ITEMS);
  const codes = world.naver.products().map((product) => product.sellerCode);
  expect(codes.toSorted()).toEqual(itemNos(ITEMS).map((itemNo) => `SB-${itemNo}`));
  const open = world.database
    .prepare('SELECT COUNT(*) AS open FROM registration_intents WHERE outcome IS NULL')
    .get();
  expect(open).toEqual({ open: 0 });
}

describe('a process that ends at any instruction', () => {
  for (const place of PLACES) {
    for (const nth of [1, 3]) {
      it(`loses and doubles nothing at “${place}” (${nth})`, async () => {
        const world = await createMortalWorld();
        await world.service().enqueue(MAIN_STORE, itemNos(ITEMS), LIST);
        const hasDied = await dieAt(world, place, nth);
        // One call asks for the whole list, and uploads share calls as they happen to meet.
        const isCertain = nth === 1 || (place !== 'fetch' && !place.includes('uploadImages'));
        expect(hasDied || !isCertain).toBe(true);
        const service = await finish(world);
        expectEveryItemOnce(world, service);
      });
    }
  }

  it('loses and doubles nothing when it ends again and again at chosen moments', async () => {
    let totalDeaths = 0;
    for (let seed = 1; seed <= 15; seed += 1) {
      const chance = createFakeRandomness(seed);
      const world = await createMortalWorld(Math.floor(chance.fraction() * 20_000));
      await world.service().enqueue(MAIN_STORE, itemNos(ITEMS), LIST);
      let deaths = 0;
      for (let life = 0; life < 6; life += 1) {
        const place = PLACES[Math.floor(chance.fraction() * PLACES.length)] ?? 'fetch';
        if (await dieAt(world, place, 1 + Math.floor(chance.fraction() * 4))) deaths += 1;
      }
      const service = await finish(world);
      totalDeaths += deaths;
      expectEveryItemOnce(world, service);
    }
    expect(totalDeaths).toBeGreaterThan(15);
  });

  for (const piecesDone of [1, 2, 4]) {
    it(`goes on with a long list of which ${piecesDone} pieces were taken in, each number once`, async () => {
      const world = await createMortalWorld();
      const count = LIST_PIECE_SIZE * 5 + 7;
      const taking = world.service().enqueue(MAIN_STORE, itemNos(count), LIST);
      const died = expect(taking).rejects.toThrow();
      const jobs = (): unknown => world.database.prepare('SELECT COUNT(*) FROM jobs').pluck().get();
      const advancing = world.clock.advance(0);
      while (Number(jobs()) < piecesDone * LIST_PIECE_SIZE) await new Promise(setImmediate);
      await world.die();
      expect(jobs()).toBe(piecesDone * LIST_PIECE_SIZE);
      await Promise.all([advancing, died]);
      const service = world.service();
      service.pause();
      await service.start();
      await world.clock.advance(0);
      const [batch] = service.listBatches({ offset: 0, limit: 2 }).batches;
      expect(batch).toMatchObject({ jobCount: count, untakenCount: 0, counts: { queued: count } });
      const rows = world.database.prepare('SELECT item_no FROM jobs ORDER BY job_seq').pluck();
      expect(rows.all()).toEqual(itemNos(count));
    });
  }

  it('halts when a wake-up finds the database gone, and ends nothing else', async () => {
    const world = await createMortalWorld();
    await world.service().enqueue(MAIN_STORE, itemNos(1), LIST);
    world.pictures.faults.before = () => Promise.reject(new AppError('NETWORK_TIMEOUT'));
    await world.service().start();
    await world.clock.advance(500);
    world.database.close();
    await world.clock.advance(10_000);
    expect(world.log.entries).toContainEqual(
      expect.objectContaining({ message: 'nothing is sent: the disk refuses' }),
    );
  });
});
