import { describe, expect, it } from 'vitest';
import { createGate, type LimitModel } from '../../../bench/limiter/gateway-model';
import { silentLogger } from '../platform/logger';
import { createFakeClock, FAKE_START_AT_MS } from '../testing/fake-clock';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createEmbeddedRateLimiter } from './embedded-limiter';
import type { Bucket, PermitRequest } from './port';

const bucket: Bucket = { application: 'app', api: 'POST /v2/products' };

/** A gateway on the test's clock, 5 to 80 ms away, `offsetMs` ahead of us. */
function setUp(model: LimitModel, offsetMs: number, setting: 'burst' | 'strict' = 'burst') {
  const clock = createFakeClock();
  const chance = createFakeRandomness(7);
  const gate = createGate(model, 2);
  const limiter = createEmbeddedRateLimiter({
    clock,
    randomness: createFakeRandomness(3),
    logger: silentLogger,
    model: () => setting,
  });
  const seen = { passed: 0, refused: 0 };
  const call = async (request: Omit<PermitRequest, 'bucket'>): Promise<boolean> => {
    const permit = await limiter.acquire({ bucket, ...request });
    if (!permit.granted) return false;
    const sentAtMs = clock.nowMs();
    await clock.sleep(5 + 75 * chance.fraction());
    // The gateway's own clock: it does not jump with that of the PC.
    const atMs = FAKE_START_AT_MS + clock.monotonicMs() + offsetMs;
    const verdict = gate.take(atMs);
    if (verdict.isPassed) seen.passed += 1;
    else seen.refused += 1;
    await clock.sleep(5 + 75 * chance.fraction());
    limiter.observe(bucket, {
      status: verdict.isPassed ? 200 : 429,
      headers: {
        'gncp-gw-ratelimit-replenish-rate': '2',
        'gncp-gw-ratelimit-burst-capacity': '4',
        'gncp-gw-ratelimit-remaining': String(verdict.remaining),
        'gncp-gw-trace-id': `host^${Math.floor(atMs)}^1`,
      },
      ...(verdict.isPassed ? {} : { errorCode: 'GW.RATE_LIMIT' }),
      sentAtMs,
      receivedAtMs: clock.nowMs(),
    });
    return true;
  };
  const load = (signal: AbortSignal): void => {
    for (let caller = 0; caller < 6; caller += 1) {
      void (async () => {
        while (await call({ lane: 'batch', signal })) {
          // Again as soon as the answer is there.
        }
      })();
    }
  };
  return { clock, seen, call, load };
}

const OFFSETS_MS = [-400, 0, 400];

describe.each(['A', 'B'] as const)('at a gateway of model %s', (model) => {
  it.each(OFFSETS_MS)(
    'uses the whole allowance without a refusal, offset %d ms',
    async (offset) => {
      const { clock, seen, load } = setUp(model, offset);
      const stop = new AbortController();
      load(stop.signal);
      await clock.advance(60_000);
      stop.abort();
      expect(seen.refused).toBe(0);
      expect(seen.passed).toBeGreaterThanOrEqual(0.98 * 120);
    },
  );

  it.each(OFFSETS_MS)(
    'lets four calls of a person go at once after idling, and pays back, offset %d ms',
    async (offset) => {
      const { clock, seen, call, load } = setUp(model, offset);
      void call({ lane: 'normal' });
      await clock.advance(4300);
      let granted = 0;
      const burst = Array.from({ length: 4 }, () =>
        call({ lane: 'normal', isInteractive: true }).then(() => {
          granted += 1;
        }),
      );
      await clock.advance(220);
      await Promise.all(burst);
      expect(granted).toBe(4);
      const stop = new AbortController();
      load(stop.signal);
      await clock.advance(10_000);
      stop.abort();
      expect(seen.refused).toBe(0);
    },
  );

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('earns no refusal when the clock of the PC jumps an hour %s', async (_name, jumpMs) => {
    const { clock, seen, load } = setUp(model, 0);
    const stop = new AbortController();
    load(stop.signal);
    await clock.advance(20_300);
    const before = seen.passed;
    clock.jumpWallClock(jumpMs);
    await clock.advance(20_000);
    stop.abort();
    expect(seen.refused).toBe(0);
    expect(seen.passed - before).toBeGreaterThanOrEqual(35);
  });
});

describe('at a gateway without burst', () => {
  it.each(['strict', 'burst'] as const)('earns no refusal with the setting %s', async (setting) => {
    const { clock, seen, load } = setUp('S', 400, setting);
    const stop = new AbortController();
    load(stop.signal);
    await clock.advance(60_000);
    stop.abort();
    expect(seen.refused).toBe(0);
    expect(seen.passed).toBeGreaterThanOrEqual(0.9 * 120);
  });
});
