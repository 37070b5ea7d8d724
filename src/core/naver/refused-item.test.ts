import { expect, it } from 'vitest';
import { createEmbeddedRateLimiter } from '../limiter/embedded-limiter';
import { createItemBreaker } from '../limiter/item-breaker';
import { silentLogger } from '../platform/logger';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeRandomness } from '../testing/fake-randomness';
import { faultOf } from '../testing/fault-of';
import { createScriptedHttp } from '../testing/scripted-http';
import { createNaverClient } from './client';

it('sends no more for an item that was refused three times in a row, says so, and serves others', async () => {
  const clock = createFakeClock();
  const limiter = createEmbeddedRateLimiter({
    clock,
    randomness: createFakeRandomness(),
    logger: silentLogger,
    breaker: createItemBreaker(),
  });
  let sent = 0;
  const http = createScriptedHttp(clock, (request) => {
    if (request.url.pathname.endsWith('/v1/oauth2/token')) {
      return { body: { access_token: 'TOKEN', expires_in: 10_799 } };
    }
    sent += 1;
    return { status: 403, body: { code: 'FORBIDDEN', message: 'no' } };
  });
  const client = createNaverClient({
    http,
    rateLimiter: limiter,
    clock,
    logger: silentLogger,
    url: 'https://naver.example/external/',
    clientId: () => 'sim-client-01',
    clientSecret: () => '$2a$04$SimulatorSaltExample0u',
    applicationId: 'app-1',
  });
  const create = async (item: string): Promise<string> => {
    const fault = faultOf(client.createProduct({}, { lane: 'normal', item }));
    await clock.advance(5_000);
    return (await fault).code;
  };
  for (let call = 0; call < 3; call += 1) expect(await create('100:a')).toBe('NAVER_FORBIDDEN');
  expect(await create('100:a')).toBe('LIMITER_ITEM_STOPPED');
  expect(sent).toBe(3);
  // Corrected, or another item: sent as ever.
  expect(await create('100:b')).toBe('NAVER_FORBIDDEN');
  expect(sent).toBe(4);
});
