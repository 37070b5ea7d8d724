import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../storage/database';
import { createFakeClock, FAKE_START_AT_MS, type FakeClock } from '../testing/fake-clock';
import { createCallBudget, koreanDay, nextKoreanMidnightMs } from './call-budget';
import type { Lane } from './port';

const DAY_MS = 86_400_000;

describe('the call budget of a wholesaler', () => {
  let clock: FakeClock;
  let database: Database;
  beforeEach(async () => {
    clock = createFakeClock();
    database = await openDatabase(':memory:', clock);
  });
  afterEach(() => {
    database.close();
  });

  it('spreads the calls of a minute evenly instead of sending them at once', async () => {
    const budget = createCallBudget({ database, clock });
    const grantedAtMs: number[] = [];
    const load = Array.from({ length: 200 }, async () => {
      await budget.spend({ lane: 'batch' });
      grantedAtMs.push(clock.monotonicMs());
    });
    await clock.advance(60_000);
    expect(grantedAtMs.length).toBeGreaterThanOrEqual(150);
    expect(grantedAtMs.length).toBeLessThanOrEqual(151);
    for (const [index, atMs] of grantedAtMs.entries()) {
      const next = grantedAtMs[index + 1];
      if (next !== undefined) expect(next - atMs).toBeGreaterThanOrEqual(399);
    }
    budget.close();
    await Promise.all(load);
  });

  it('remembers the day over a restart and begins again at midnight in Korea', async () => {
    const limits = { database, clock, perDay: () => 2, syncShare: 0 };
    const first = createCallBudget(limits);
    await first.spend({ lane: 'sync' });
    first.close();
    const second = createCallBudget(limits);
    const granted = second.spend({ lane: 'sync' });
    await clock.advance(1000);
    expect((await granted).granted).toBe(true);
    const denied = await second.spend({ lane: 'sync' });
    expect(denied).toMatchObject({ reason: 'stopped', code: 'LIMITER_DAY_USED_UP' });
    if (!denied.granted) {
      expect(clock.nowMs() + denied.waitMs).toBe(nextKoreanMidnightMs(clock.nowMs()));
      await clock.advance(denied.waitMs);
    }
    expect(second.snapshot().usedToday).toBe(0);
    expect((await second.spend({ lane: 'sync' })).granted).toBe(true);
  });

  it('counts by key: the same key is one allowance for all, another key is another one', async () => {
    const limits = { database, clock, perDay: () => 2, syncShare: 0 };
    let key = 'one';
    const changing = createCallBudget({ ...limits, account: () => key });
    const beside = createCallBudget({ ...limits, account: () => 'one' });
    const spendAll = async (budget: typeof changing): Promise<boolean> => {
      const result = budget.spend({ lane: 'sync' });
      await clock.advance(1000);
      return (await result).granted;
    };
    expect(await spendAll(changing)).toBe(true);
    expect(await spendAll(beside)).toBe(true);
    expect(await spendAll(changing)).toBe(false);
    changing.refused();
    key = 'two';
    expect(changing.snapshot()).toMatchObject({ usedToday: 0, silentUntilMs: null });
    expect(await spendAll(changing)).toBe(true);
    key = 'one';
    expect(changing.snapshot().usedToday).toBe(2);
    expect(changing.snapshot().silentUntilMs).toBeGreaterThan(clock.nowMs());
  });

  it('keeps the reserved share of the day for sync', async () => {
    const budget = createCallBudget({ database, clock, perDay: () => 10, syncShare: 0.5 });
    const spend = async (lane: Lane): Promise<boolean> => {
      const result = budget.spend({ lane });
      await clock.advance(500);
      return (await result).granted;
    };
    for (let call = 0; call < 5; call += 1) expect(await spend('batch')).toBe(true);
    expect(await spend('batch')).toBe(false);
    expect(await spend('normal')).toBe(false);
    for (let call = 0; call < 5; call += 1) expect(await spend('sync')).toBe(true);
    expect(await spend('sync')).toBe(false);
  });

  it('stays silent for three minutes after a refusal, whoever waits already', async () => {
    const budget = createCallBudget({ database, clock });
    await budget.spend({ lane: 'sync' });
    let isServed = false;
    const waiting = budget.spend({ lane: 'sync' }).then(() => {
      isServed = true;
    });
    budget.refused();
    await clock.advance(179_999);
    expect(isServed).toBe(false);
    expect(budget.snapshot().silentUntilMs).toBe(clock.nowMs() + 1);
    await clock.advance(1);
    await waiting;
    expect(budget.snapshot().silentUntilMs).toBeNull();
  });

  it.each([
    ['at once', 0, 180_000],
    ['after a minute', 60_000, 120_000],
    ['when the silence is over', 181_000, 0],
    ['with the clock set back an hour', -3_600_000, 180_000],
  ])('keeps the silence over a restart %s', async (_when, laterMs, leftMs) => {
    createCallBudget({ database, clock }).refused();
    const later = { ...clock, nowMs: () => clock.nowMs() + laterMs };
    const restarted = createCallBudget({ database, clock: later });
    const { silentUntilMs } = restarted.snapshot();
    expect(silentUntilMs === null ? 0 : silentUntilMs - later.nowMs()).toBe(leftMs);
    restarted.close();
  });

  it('serves sync first and lets batch through under full sync load', async () => {
    const budget = createCallBudget({ database, clock });
    await budget.spend({ lane: 'sync' });
    const served: Lane[] = [];
    const want = (lane: Lane): void => {
      void budget.spend({ lane }).then((result) => {
        if (result.granted) served.push(lane);
      });
    };
    want('batch');
    for (let call = 0; call < 20; call += 1) want('sync');
    await clock.advance(12 * 400);
    expect(served.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'sync'));
    expect(served).toContain('batch');
    budget.close();
  });

  it.each([
    ['an hour back', -3_600_000],
    ['an hour forward', 3_600_000],
  ])('keeps its pace when the clock of the PC jumps %s', async (_name, jumpMs) => {
    const budget = createCallBudget({ database, clock });
    let served = 0;
    const load = Array.from({ length: 40 }, () =>
      budget.spend({ lane: 'batch' }).then((result) => {
        if (result.granted) served += 1;
      }),
    );
    await clock.advance(2000);
    clock.jumpWallClock(jumpMs);
    await clock.advance(2000);
    expect(served).toBe(11);
    budget.close();
    await Promise.all(load);
  });

  it('lets a waiter go at its deadline or when its caller stops', async () => {
    const budget = createCallBudget({ database, clock });
    await budget.spend({ lane: 'sync' });
    const late = budget.spend({ lane: 'sync', deadlineAtMs: clock.nowMs() + 100 });
    const stop = new AbortController();
    const stopped = budget.spend({ lane: 'sync', signal: stop.signal });
    stop.abort();
    await clock.advance(100);
    expect(await late).toMatchObject({ granted: false, reason: 'deadline' });
    expect(await stopped).toMatchObject({ granted: false, reason: 'aborted' });
    expect(budget.snapshot().usedToday).toBe(1);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d calls a minute', (value) => {
    expect(() => createCallBudget({ database, clock, perMinute: () => value })).toThrowError(
      expect.objectContaining({ code: 'LIMITER_BAD_RATE' }),
    );
  });

  it('refuses a lane that does not exist', async () => {
    const budget = createCallBudget({ database, clock });
    await expect(budget.spend({ lane: 'express' as Lane })).rejects.toMatchObject({
      code: 'LIMITER_BAD_LANE',
    });
  });
});

it('knows the day and the midnight of Korea', () => {
  const beforeMidnightMs = Date.parse('2026-10-01T14:59:59.999Z');
  expect(koreanDay(beforeMidnightMs)).toBe('2026-10-01');
  expect(koreanDay(beforeMidnightMs + 1)).toBe('2026-10-02');
  expect(nextKoreanMidnightMs(beforeMidnightMs)).toBe(beforeMidnightMs + 1);
  expect(nextKoreanMidnightMs(beforeMidnightMs + 1)).toBe(beforeMidnightMs + 1 + DAY_MS);
  expect(nextKoreanMidnightMs(FAKE_START_AT_MS)).toBeGreaterThan(FAKE_START_AT_MS);
});
