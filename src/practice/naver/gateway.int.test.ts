import { afterEach, expect, test } from 'vitest';
import { startTestMarket, type TestMarket, tokenForm } from '../testing/test-market';

let open: TestMarket | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function start(options: Parameters<typeof startTestMarket>[0] = {}): Promise<TestMarket> {
  open = await startTestMarket(options);
  return open;
}

function credentialsOf({ market }: TestMarket) {
  return {
    clientId: market.credentials.naverClientId,
    clientSecret: market.credentials.naverClientSecret,
  };
}

async function askToken(test: TestMarket, form: URLSearchParams, query = ''): Promise<Response> {
  const url = `${test.market.naverUrl}/v1/oauth2/token${query}`;
  return fetch(url, { method: 'POST', body: form });
}

const ACCOUNT = 'GET /v1/seller/account';

test('a conforming token request gets a bearer token for three hours, without rate headers', async () => {
  const test = await start();
  const answer = await askToken(test, await tokenForm(credentialsOf(test), test.clock.nowMs()));
  expect(await answer.json()).toEqual({
    access_token: expect.stringMatching(/^practice-/),
    expires_in: 10_799,
    token_type: 'Bearer',
  });
  expect(answer.headers.get('gncp-gw-ratelimit-remaining')).toBeNull();
  expect(test.market.stats().laxTokenRequests).toBe(0);
});

test('the same token comes back until less than thirty minutes are left', async () => {
  const test = await start();
  const first = await test.token();
  test.clock.advance(2.4 * 3_600_000);
  expect(await test.token()).toBe(first);
  test.clock.advance(0.2 * 3_600_000);
  const second = await test.token();
  expect(second).not.toBe(first);
  expect((await test.store(ACCOUNT)).status).toBe(200);
});

test.each([
  ['client_id', 'someone-else', 'client_id 항목이 유효하지 않습니다.'],
  ['client_secret_sign', 'wrong', 'client_secret_sign 항목이 유효하지 않습니다.'],
  ['timestamp', '1600000000000', 'timestamp 항목이 유효하지 않습니다.'],
  ['timestamp', '9999999999999', 'timestamp 항목이 유효하지 않습니다.'],
])('a wrong %s (%s) is refused with 400', async (name, value, message) => {
  const test = await start();
  const form = await tokenForm(credentialsOf(test), test.clock.nowMs());
  form.set(name, value);
  const answer = await askToken(test, form);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ message });
});

test('a timestamp six minutes old is refused', async () => {
  const test = await start();
  const form = await tokenForm(credentialsOf(test), test.clock.nowMs());
  test.clock.advance(6 * 60_000);
  expect((await askToken(test, form)).status).toBe(400);
});

const LAX: readonly [
  string,
  (form: URLSearchParams) => { form: URLSearchParams; query: string },
][] = [
  [
    'parameters in the query string',
    (form) => ({ form: new URLSearchParams(), query: `?${form}` }),
  ],
  [
    'an account id with SELF',
    (form) => ({ form: new URLSearchParams([...form, ['account_id', 'me']]), query: '' }),
  ],
  [
    'no grant type',
    (form) => ({
      form: new URLSearchParams([...form].filter(([key]) => key !== 'grant_type')),
      query: '',
    }),
  ],
];

test.each(LAX)(
  '%s still gives a token, and one call an hour on the next day',
  async (_what, bend) => {
    const test = await start();
    const bent = bend(await tokenForm(credentialsOf(test), test.clock.nowMs()));
    expect((await askToken(test, bent.form, bent.query)).status).toBe(200);
    expect((await test.store(ACCOUNT)).status).toBe(200);
    expect((await test.store(ACCOUNT)).status).toBe(200);

    test.market.control.nextDay();
    expect((await test.store(ACCOUNT)).status).toBe(200);
    const refused = await test.store('GET /v1/seller/channels');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'GW.QUOTA_LIMIT', traceId: expect.any(String) });
    expect(refused.headers.get('gncp-gw-quota-period')).toBe('HOURS');
    expect(refused.headers.get('gncp-gw-quota-limit')).toBe('1');

    test.clock.advance(3_600_000);
    expect((await test.store(ACCOUNT)).status).toBe(200);
    test.market.control.nextDay();
    expect((await test.store(ACCOUNT)).status).toBe(200);
    expect((await test.store(ACCOUNT)).status).toBe(200);
  },
);

test('strict token rules refuse a lax request at once', async () => {
  const test = await start({ strictTokenRules: true });
  const form = await tokenForm(credentialsOf(test), test.clock.nowMs());
  const answer = await askToken(test, new URLSearchParams(), `?${form}`);
  expect(answer.status).toBe(400);
});

test('a call without, with a wrong or with an expired token is 401 GW.AUTHN', async () => {
  const test = await start();
  await test.store(ACCOUNT);
  const url = `${test.market.naverUrl}/v1/seller/account`;
  const bare = await fetch(url);
  const wrong = await fetch(url, { headers: { authorization: 'Bearer nothing' } });
  expect([bare.status, wrong.status]).toEqual([401, 401]);
  expect(await wrong.json()).toMatchObject({ code: 'GW.AUTHN' });
  test.clock.advance(3 * 3_600_000);
  expect((await test.store(ACCOUNT)).status).toBe(401);
});

test('every answer has a trace id with the server’s epoch milliseconds', async () => {
  const test = await start();
  const answer = await test.store(ACCOUNT);
  const [, atMs] = answer.headers.get('gncp-gw-trace-id')?.split('^') ?? [];
  expect(Number(atMs)).toBe(test.clock.nowMs());
  expect(answer.headers.get('gncp-gw-httpclient-responsetime')).toMatch(/^\d+$/);
  expect(answer.headers.get('gncp-gw-ratelimit-replenish-rate')).toBe('2');
  expect(answer.headers.get('gncp-gw-ratelimit-burst-capacity')).toBe('4');
});

test.each([
  ['A', [200, 200, 200, 200, 429], [200, 200, 429]],
  ['B', [200, 200, 200, 200, 429], [429, 429, 429]],
  ['S', [200, 200, 429, 429, 429], [200, 200, 429]],
] as const)('limit model %s answers %o, then %o a second later', async (model, first, second) => {
  const test = await start({ naverLimitModel: model });
  await test.store('GET /v1/seller/channels');
  const burst = async (count: number) => {
    const statuses: number[] = [];
    for (let call = 0; call < count; call += 1) {
      statuses.push((await test.store(ACCOUNT, undefined, true)).status);
    }
    return statuses;
  };
  test.clock.advance(5_000);
  expect(await burst(5)).toEqual(first);
  test.clock.advance(1_000);
  expect(await burst(3)).toEqual(second);
});

test('APIs are counted apart, by path template', async () => {
  const test = await start();
  for (let call = 0; call < 4; call += 1) await test.store(ACCOUNT, undefined, true);
  expect((await test.store('GET /v1/seller/channels', undefined, true)).status).toBe(200);
  const refused = await test.store(ACCOUNT, undefined, true);
  expect(refused.body).toMatchObject({ code: 'GW.RATE_LIMIT' });
  expect(test.market.stats().naver.tooManyRequests).toBe(1);
  for (let no = 1; no <= 4; no += 1) {
    await test.store(`GET /v2/products/origin-products/${no}`, undefined, true);
  }
  const fifth = await test.store('GET /v2/products/origin-products/5', undefined, true);
  expect(fifth.status).toBe(429);
});

test('an unknown path is 404 GW.NOT_FOUND, the old product version 400', async () => {
  const test = await start();
  expect((await test.store('GET /v1/nothing')).body).toMatchObject({ code: 'GW.NOT_FOUND' });
  const old = await test.store('POST /v1/products', {});
  expect(old.status).toBe(400);
  expect(old.body).toMatchObject({
    code: 'BAD_REQUEST',
    message: '지원하지 않는 API Version 입니다.',
  });
  expect(old.body.traceId).toBeUndefined();
});

test('a refused address answers 403 everywhere but at the token', async () => {
  const test = await start();
  test.market.control.inject({ server: 'naver', kind: 'ip-refused', count: 0 });
  expect(await test.token()).toMatch(/^practice-/);
  const answer = await test.store(ACCOUNT);
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({ code: 'GW.IP_NOT_ALLOWED' });
});

test('a clock that is off shows in the Date header and refuses honest timestamps', async () => {
  const test = await start();
  const form = await tokenForm(credentialsOf(test), test.clock.nowMs());
  test.market.control.setClockOffset(-3_600_000);
  const answer = await askToken(test, form);
  expect(answer.status).toBe(400);
  expect(Date.parse(answer.headers.get('date') ?? '')).toBe(test.clock.nowMs() - 3_600_000);
});

test('the quota penalty can be put on and lifted at once', async () => {
  const test = await start();
  test.market.control.setQuotaPenalty(true);
  expect((await test.store(ACCOUNT)).body).toMatchObject({ code: 'GW.QUOTA_LIMIT' });
  test.market.control.setQuotaPenalty(false);
  expect((await test.store(ACCOUNT)).status).toBe(200);
});
