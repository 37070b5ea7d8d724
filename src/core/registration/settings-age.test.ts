import { MAIN_STORE } from '@shared/domain/ids';
import { type Settings, settingsSchema } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { createGate } from '../testing/gate';
import { createMemoryKeyValueStore } from '../testing/memory-key-values';
import { createQueueWorld, itemNos, untilAllRest } from './service-fixture';
import { createSettingsAge } from './settings-age';

const LIST = { lane: 'batch', batchName: 'list.csv' } as const;
const withMargin = (marginPercent: number): Settings =>
  settingsSchema.parse({ pricing: { marginPercent } });

describe('price rules that change while items are on their way', () => {
  for (const place of ['uploadImages', 'createProduct'] as const) {
    it(`make every draft anew that is not out yet, here just before “${place}”`, async () => {
      let settings = withMargin(20);
      const world = await createQueueWorld({ settings: () => settings });
      const made: number[] = [];
      world.drafts.faults.beforePrepare = () => {
        made.push(settings.pricing.marginPercent);
      };
      const gate = createGate();
      // The last look at the store before the product is created, or the picture's way there.
      const before = place === 'createProduct' ? 'findBySellerCode' : 'uploadImages';
      world.naver.faults.before = (call) => (call === before ? gate.pass() : undefined);
      const service = world.service();
      await service.enqueue(MAIN_STORE, itemNos(3), LIST);
      await service.start();
      await world.clock.advanceUntil(() => gate.waiting() > 0);
      settings = withMargin(45);
      delete world.naver.faults.before;
      const sentBefore = world.naver.countOf('createProduct');
      expect(sentBefore).toBe(0);
      await world.clock.advance(1000);
      gate.open();
      await untilAllRest(world, service);
      expect(service.status(MAIN_STORE).counts.done).toBe(3);
      expect(made.filter((margin) => margin === 45)).toHaveLength(3);
    });
  }

  it('that changed while the program was closed are noticed at the start', async () => {
    let settings = withMargin(20);
    const world = await createQueueWorld({ settings: () => settings });
    const made: number[] = [];
    world.drafts.faults.beforePrepare = () => {
      made.push(settings.pricing.marginPercent);
    };
    world.naver.faults.before = (call) => {
      if (call === 'uploadImages') return new Promise<never>(() => undefined);
      return undefined;
    };
    const first = world.service();
    await first.enqueue(MAIN_STORE, itemNos(2), LIST);
    await first.start();
    await world.clock.advance(5000);
    expect(made).toEqual([20, 20]);
    // That life ends here: its calls hang for ever.
    first.pause();
    delete world.naver.faults.before;
    settings = withMargin(30);
    await world.clock.advance(1000);
    const second = world.service();
    await second.start();
    second.resume();
    await untilAllRest(world, second);
    expect(made).toEqual([20, 20, 30, 30]);
    expect(world.naver.products()).toHaveLength(2);
  });
});

describe('the age of the settings', () => {
  it('is kept over restarts and not believed when it lies in the future', () => {
    const clock = createFakeClock();
    const kept = createMemoryKeyValueStore();
    const settings = { get: () => withMargin(20) };
    const age = () => createSettingsAge(settings, kept, clock.nowMs).sinceMs();
    const since = age();
    clock.jumpWallClock(5000);
    expect(age()).toBe(since);
    clock.jumpWallClock(-60_000);
    expect(age()).toBe(clock.nowMs());
  });
});
