import { expect, it } from 'vitest';
import { silentLogger } from '../platform/logger';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeRandomness } from '../testing/fake-randomness';
import { createEmbeddedRateLimiter } from './embedded-limiter';
import { createItemBreaker } from './item-breaker';

it('stops an item after three refusals in a row and lets it go on when it is corrected', () => {
  const breaker = createItemBreaker();
  for (const status of [400, 200, 400, 403]) breaker.observe('12345', status);
  expect(breaker.stoppedAfter('12345')).toBeNull();
  breaker.observe('12345', 404);
  expect(breaker.stoppedAfter('12345')).toBe(3);
  expect(breaker.stoppedAfter('99999')).toBeNull();
  breaker.reset('12345');
  expect(breaker.stoppedAfter('12345')).toBeNull();
});

it.each([401, 408, 429, 500, 503])('does not hold status %d against an item', (status) => {
  const breaker = createItemBreaker(1);
  breaker.observe('12345', status);
  expect(breaker.stoppedAfter('12345')).toBeNull();
});

it('denies permits for a stopped item and for no other', async () => {
  const clock = createFakeClock();
  const limiter = createEmbeddedRateLimiter({
    clock,
    randomness: createFakeRandomness(),
    logger: silentLogger,
    breaker: createItemBreaker(),
  });
  const bucket = { application: 'app', api: 'PUT /v2/products' };
  for (let call = 0; call < 3; call += 1) {
    const at = clock.nowMs();
    limiter.observe(bucket, {
      status: 400,
      headers: {},
      sentAtMs: at,
      receivedAtMs: at,
      item: '12345',
    });
  }
  expect(await limiter.acquire({ bucket, lane: 'normal', item: '12345' })).toMatchObject({
    granted: false,
    reason: 'stopped',
    code: 'LIMITER_ITEM_STOPPED',
  });
  expect(await limiter.acquire({ bucket, lane: 'normal', item: '54321' })).toMatchObject({
    granted: true,
  });
});
