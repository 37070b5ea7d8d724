import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OriginProductNo } from '@shared/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeRandomness } from '../testing/fake-randomness';
import { buildLives, inTurns, type Lives } from '../testing/kill-campaign/lives';
import {
  type CampaignMarket,
  type CampaignWorld,
  startCampaignMarket,
} from '../testing/kill-campaign/market';
import type { WatchOrders, WatchReport } from '../testing/kill-campaign/orders';
import { sweepOnce } from '../testing/kill-campaign/watch-life';
import { CAMPAIGN_PRODUCTS } from '../testing/kill-campaign/watch-products';
import { acting, createWatchWorld, plantedProduct } from './watch-fixture';

/*
 * The watcher as a process of its own that is really killed, over a real file: a sweep that finds four
 * changes, ended at every place between finding them and having read back what was written.
 */

/** Places that must come about: commits and calls of the store, each before and after. */
const LEAST_PLACES = 16;
const TIMEOUT_MS = 180_000;

let lives: Lives<WatchOrders, ChildReport>;
let market: CampaignMarket;
/** A database in which every product was looked at once, before anything changed. */
let template = '';

beforeAll(async () => {
  lives = await buildLives('watch-child');
  market = await startCampaignMarket();
  template = join(lives.folder, 'template.sqlite');
  const before = await createWatchWorld(template);
  for (const { itemNo, product } of CAMPAIGN_PRODUCTS) before.plant(itemNo, product);
  const watch = before.service();
  watch.savePolicy(acting('price-up'));
  await watch.runOnce();
  before.database.close();
}, TIMEOUT_MS);
afterAll(async () => {
  lives.close();
  await market.close();
});

type ChildReport = WatchReport & { readonly boundaries: number };

interface Place extends CampaignWorld {
  readonly orders: WatchOrders;
  /** How often each product was written to. */
  readonly writes: Map<OriginProductNo, number>;
}

function openPlace(): Place {
  const world = market.openWorld(0, createFakeRandomness(1));
  for (const { itemNo, product } of CAMPAIGN_PRODUCTS) {
    world.naver.plant(plantedProduct(itemNo, product).body);
  }
  const writes = new Map<OriginProductNo, number>();
  world.naver.faults.refusesUpdate = (nos) => {
    for (const no of nos) writes.set(no, (writes.get(no) ?? 0) + 1);
    return null;
  };
  const path = join(lives.folder, `${world.number}.sqlite`);
  copyFileSync(template, path);
  return {
    ...world,
    writes,
    orders: { path, port: market.port, world: world.number, killAtBoundary: null },
  };
}

/** Every change once, told once, written once, and nothing left over. */
function expectFollowed(place: Place, report: WatchReport | null): void {
  expect(report).toMatchObject({
    changes: [
      '20000001 price-up applied',
      '20000002 sold-out applied',
      '20000003 ended applied',
      '20000004 sold-out applied',
      '20000004 stock applied',
    ],
    notices: [
      '20000001 price-up 0',
      '20000002 sold-out 0',
      '20000003 ended 0',
      '20000004 sold-out 0',
    ],
    openWrites: 0,
    openFindings: 0,
  });
  expect(place.naver.products()).toMatchObject([
    { salePriceKrw: 8100, stock: 100, status: 'SALE' },
    { stock: 0, status: 'OUTOFSTOCK' },
    { status: 'SUSPENSION' },
    { stock: 10, optionCombinations: [{ usable: true }, { usable: false, stock: 0 }] },
  ]);
  expect([...place.writes.values()]).toEqual([1, 1, 1, 1]);
}

describe('a watcher that is really killed', () => {
  it('applies, tells and keeps every change exactly once, wherever it died', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const undisturbed = openPlace();
    const { report } = await lives.live(undisturbed.orders);
    expectFollowed(undisturbed, report);
    const places = report?.boundaries ?? 0;
    let kills = 0;
    await inTurns(
      Array.from({ length: places }, (_, index) => async () => {
        const place = openPlace();
        const life = await lives.live({ ...place.orders, killAtBoundary: index + 1 });
        if (life.wasKilled) kills += 1;
        // The restart, in this process for speed: another process than the one that died.
        const after = await sweepOnce(place.orders.path, place.naver, () => undefined);
        expectFollowed(place, after);
        expect(after.points).toEqual(report?.points);
      }),
    );
    expect([kills, places >= LEAST_PLACES]).toEqual([places, true]);
  });
});
