import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeRandomness } from '../testing/fake-randomness';
import { buildLives, inTurns, type Life, type Lives } from '../testing/kill-campaign/lives';
import {
  CALL_FAULTS,
  type CampaignMarket,
  type CampaignWorld,
  startCampaignMarket,
} from '../testing/kill-campaign/market';
import type { ChildOrders, ChildReport } from '../testing/kill-campaign/orders';

/*
 * The queue as a process of its own that is really killed, over a real file. The marketplace lives in
 * this process, so that what was created stays created. More kills: STOREBRIDGE_KILL_RUNS.
 */

const ITEMS = ['1001', '1003'];
/** The item that the marketplace refuses. */
const REFUSED = '1003';
const RANDOM_KILLS = Number(process.env.STOREBRIDGE_KILL_RUNS ?? 32);
/** Kills at places of the first test that must come about; together with the random ones 60 and more. */
const LEAST_PLACES = 28;
const TIMEOUT_MS = 600_000;

let market: CampaignMarket;
let lives: Lives<ChildOrders, ChildReport>;

beforeAll(async () => {
  lives = await buildLives('child');
  market = await startCampaignMarket();
});
afterAll(async () => {
  lives.close();
  await market.close();
});

/** One process from start to its end: by itself, at the ordered place, or killed from here after a while. */
function live(
  world: CampaignWorld,
  how: Partial<ChildOrders> & { readonly killAfterMs?: number } = {},
): Promise<Life<ChildReport>> {
  const orders: ChildOrders = {
    path: join(lives.folder, `${world.number}.sqlite`),
    port: market.port,
    world: world.number,
    itemNos: ITEMS,
    epochMs: EPOCH_MS,
    killAtBoundary: how.killAtBoundary ?? null,
    diskSeed: how.diskSeed ?? null,
  };
  return lives.live(orders, how.killAfterMs);
}

const EPOCH_MS = Date.now();

function openWorld(rate: number, seed: number): CampaignWorld {
  const world = market.openWorld(rate, createFakeRandomness(seed));
  world.naver.faults.rejects = (body) =>
    JSON.stringify(body).includes(`SB-${REFUSED}"`)
      ? [{ code: 'NAVER_REJECTED', severity: 'block' }]
      : null;
  return world;
}

/** Nothing lost, doubled, stuck or sent again after a no. */
function expectSound(world: CampaignWorld, report: ChildReport | null): void {
  expect(report).not.toBeNull();
  const jobs = report?.jobs ?? [];
  expect(jobs.map((job) => job.itemNo)).toEqual(ITEMS);
  const products = world.naver.products();
  const codes = products.map((product) => product.sellerCode);
  expect(new Set(codes).size).toBe(codes.length);
  const done = jobs.filter((job) => job.state === 'done');
  expect(done.map((job) => job.originProductNo).toSorted()).toEqual(
    products.map((product) => product.originProductNo).toSorted(),
  );
  for (const job of jobs) {
    expect(job.itemNo === REFUSED ? ['rejected', 'failed'] : ['done', 'failed']).toContain(
      job.state,
    );
  }
  expect(report).toMatchObject({ openIntents: 0, openSteps: 0, resentRefusals: 0 });
}

describe('a process that is really killed', () => {
  it('loses and doubles nothing at any place between two writes', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const undisturbed = openWorld(0, 1);
    const { report } = await live(undisturbed);
    expectSound(undisturbed, report);
    const places = report?.boundaries ?? 0;
    let kills = 0;
    await inTurns(
      Array.from({ length: places }, (_, index) => async () => {
        const world = openWorld(0, index);
        const life = await live(world, { killAtBoundary: index + 1 });
        if (life.wasKilled) kills += 1;
        const last = life.wasKilled ? await live(world) : life;
        expectSound(world, last.report);
      }),
    );
    // Writes that happen to share a commit make a life a few places shorter than the first one.
    expect([places, kills >= LEAST_PLACES]).toEqual([places, true]);
  });

  it('loses and doubles nothing at random moments of a storm of faults', {
    timeout: TIMEOUT_MS,
  }, async () => {
    let kills = 0;
    const run = async (index: number): Promise<void> => {
      if (kills >= RANDOM_KILLS) return;
      const chance = createFakeRandomness(1000 + index);
      const world = openWorld(0.05 + chance.fraction() * 0.25, 5000 + index);
      const diskSeed = index % 2 === 0 ? index + 1 : null;
      const killAfterMs = 200 + chance.fraction() * 700;
      const { wasKilled } = await live(world, { diskSeed, killAfterMs });
      if (wasKilled) kills += 1;
      const last = await live(world, { diskSeed });
      expectSound(world, last.report);
    };
    // A life that ends before its moment is no kill; another one takes its place.
    const mostRuns = RANDOM_KILLS * 3;
    await inTurns(Array.from({ length: mostRuns }, (_, index) => () => run(index)));
    expect(kills).toBeGreaterThanOrEqual(RANDOM_KILLS);
    for (const fault of [...CALL_FAULTS, 'redis away'] as const) {
      expect(market.faultsDone.get(fault) ?? 0).toBeGreaterThan(0);
    }
  });
});
