import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGatewayClock } from './gateway-clock';

const OFFSET_MS = 1_790_000_000_400;

/** An exchange at `sentMs` that took `upMs` to the gateway and `downMs` back. */
function exchange(sentMs: number, upMs: number, downMs: number, offsetMs = OFFSET_MS) {
  const stampMs = Math.floor(sentMs + upMs + offsetMs);
  return {
    plannedMs: sentMs,
    sentMs,
    receivedMs: sentMs + upMs + downMs,
    stampLoMs: stampMs,
    stampHiMs: stampMs + 1,
  };
}

it('knows nothing at first and presumes the given latency', () => {
  expect(createGatewayClock(100).estimate()).toMatchObject({
    offsetMs: null,
    latencyMinMs: 0,
    latencyMaxMs: 100,
  });
});

it('finds where a call arrives, whatever the jitter on both ways', () => {
  const delay = fc.double({ min: 5, max: 80, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(delay, delay), { minLength: 20, maxLength: 64 }), (ways) => {
      const clock = createGatewayClock(100);
      for (const [index, [up, down]] of ways.entries())
        clock.learn(exchange(index * 500, up, down));
      const { offsetMs, latencyMinMs, latencyMaxMs } = clock.estimate();
      if (offsetMs === null) throw new Error('the clock must be known by now');
      const ups = ways.map(([up]) => up).sort((one, other) => one - other);
      // What counts is the moment of arrival: offset and latency together.
      expect(offsetMs + latencyMinMs).toBeLessThanOrEqual(OFFSET_MS + (ups[0] ?? 0) + 1);
      const slowest = ups[ups.length - (ups.length >= 32 ? 5 : 1)] ?? 0;
      expect(offsetMs + latencyMaxMs).toBeGreaterThanOrEqual(OFFSET_MS + slowest - 1);
      // Until 32 are known, a call is presumed to arrive as early as it was sent.
      expect(latencyMaxMs - latencyMinMs).toBeLessThan(75 + (ways.length < 32 ? 90 : 10));
    }),
  );
});

it('forgets what it knew when the gateway sets its clock', () => {
  const clock = createGatewayClock(100);
  for (let at = 0; at < 10; at += 1) clock.learn(exchange(at * 500, 20, 20));
  for (let at = 10; at < 13; at += 1)
    clock.learn(exchange(at * 500, 20, 20, OFFSET_MS + 3_600_000));
  expect(clock.estimate().offsetMs).toBeCloseTo(OFFSET_MS + 3_600_000, -2);
});

it.each([
  ['that arrived before it was sent', -50, 20],
  ['that took minutes', 60_000, 60_000],
])('does not believe an answer %s', (_name, up, down) => {
  const clock = createGatewayClock(100);
  expect(clock.learn(exchange(1000, up, down))).toBe(false);
  expect(clock.estimate().offsetMs).toBeNull();
});

it('narrows the offset down from Date headers, which know only whole seconds', () => {
  const clock = createGatewayClock(100);
  let sentMs = 0;
  for (let call = 0; call < 40; call += 1) {
    sentMs += 637;
    const second = Math.floor((sentMs + 20 + OFFSET_MS) / 1000) * 1000;
    clock.learn({
      plannedMs: sentMs,
      sentMs,
      receivedMs: sentMs + 40,
      stampLoMs: second,
      stampHiMs: second + 1000,
    });
  }
  const { offsetMs, latencyMinMs, latencyMaxMs } = clock.estimate();
  if (offsetMs === null) throw new Error('the clock must be known by now');
  expect(offsetMs + latencyMinMs).toBeLessThanOrEqual(OFFSET_MS + 20);
  expect(offsetMs + latencyMaxMs).toBeGreaterThanOrEqual(OFFSET_MS + 20);
});
