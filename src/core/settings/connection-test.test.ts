import { AppError } from '@shared/errors/app-error';
import { expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { outboundAddressOf, type ProbeClients, testConnection } from './connection-test';

function failing(fault: unknown): ProbeClients {
  const fail = async (): Promise<never> => {
    throw fault;
  };
  return { domeggook: { searchItems: fail }, naver: { fetchAccount: fail } };
}

it('tells whose store answered', async () => {
  const clients: ProbeClients = {
    ...failing(new Error('not asked')),
    naver: { fetchAccount: async () => ({ accountId: 'my-shop', grade: '파워' }) },
  };
  expect(await testConnection('naver', clients, createFakeClock())).toMatchObject({
    kind: 'works',
    accountId: 'my-shop',
    grade: '파워',
  });
});

it.each([
  ['호출이 허용되지 않은 IP입니다.', null],
  ['호출이 허용되지 않은 IP입니다. (203.0.113.47)', '203.0.113.47'],
  ['version 1.2.3.4.5 and 999.1.1.1', null],
])('reads the outbound address out of “%s”: %s', (says, expected) => {
  const fault = new AppError('NAVER_IP_NOT_ALLOWED', { params: { says } });
  expect(outboundAddressOf(fault)).toBe(expected);
});

it('takes no number of another refusal for an address', () => {
  const fault = new AppError('NAVER_REFUSED', { params: { says: '10.0.0.1' } });
  expect(outboundAddressOf(fault)).toBeNull();
});

it.each(['naver', 'domeggook'] as const)('tells the fault of %s as a value', async (market) => {
  const fault = new AppError('NETWORK_DNS', { params: { host: 'x' } });
  expect(await testConnection(market, failing(fault), createFakeClock())).toMatchObject({
    kind: 'fails',
    market,
    code: 'NETWORK_DNS',
    params: { host: 'x' },
    outboundAddress: null,
  });
});

it('does not let a person wait for a market that never answers', async () => {
  const clock = createFakeClock();
  const clients: ProbeClients = {
    ...failing(new Error('not asked')),
    naver: {
      fetchAccount: (options) =>
        new Promise((_, reject) => {
          options.signal?.addEventListener('abort', () => reject(new AppError('NETWORK_ABORTED')));
        }),
    },
  };
  const verdict = testConnection('naver', clients, clock);
  await clock.advance(20_000);
  expect(await verdict).toMatchObject({
    code: 'NETWORK_TIMEOUT',
    params: { host: 'api.commerce.naver.com', seconds: 20 },
  });
  expect(clock.sleeperCount()).toBe(0);
});
