import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { faultOf } from '../testing/fault-of';
import { createRecordingLimiter, type RecordingLimiter } from '../testing/recording-limiter';
import { createRecordingLogger } from '../testing/recording-logger';
import {
  createScriptedHttp,
  type ScriptedAnswer,
  type ScriptedHttp,
} from '../testing/scripted-http';
import { createTokenSource, type TokenSource } from './token';

const SECRET = '$2a$04$SimulatorSaltExample0u';
const LANE = { lane: 'normal' } as const;
const MINUTE_MS = 60_000;

interface Bench {
  readonly tokens: TokenSource;
  readonly http: ScriptedHttp;
  readonly clock: FakeClock;
  readonly limiter: RecordingLimiter;
  readonly told: () => string;
}

function bench(
  answerTo: (before: number, clock: FakeClock) => ScriptedAnswer | Promise<ScriptedAnswer>,
  keys: { id: string; secret: string } = { id: 'sim-client-01', secret: SECRET },
): Bench {
  const clock = createFakeClock(1_790_000_000_000);
  const logger = createRecordingLogger();
  const limiter = createRecordingLimiter();
  const http = createScriptedHttp(clock, (_, before) => answerTo(before, clock));
  const tokens = createTokenSource({
    http,
    rateLimiter: limiter,
    clock,
    logger,
    url: 'https://naver.example/external',
    clientId: () => keys.id,
    clientSecret: () => keys.secret,
    applicationId: 'app',
  });
  return { tokens, http, clock, limiter, told: () => JSON.stringify(logger.entries) };
}

function issued(token: string, expires = 10_799): ScriptedAnswer {
  return { body: { access_token: token, expires_in: expires, token_type: 'Bearer' } };
}

function refused(message: string, extra: object = {}, headers = {}): ScriptedAnswer {
  return { status: 400, headers, body: { code: 'BAD_REQUEST', message, ...extra } };
}

describe('token request', () => {
  it('is exactly the conforming form: body only, SELF, no account', async () => {
    const { tokens, http, limiter } = bench(() => issued('t1'));
    expect(await tokens.get(LANE)).toBe('t1');
    const [request] = http.requests;
    expect(request?.method).toBe('POST');
    expect(request?.url.href).toBe('https://naver.example/external/v1/oauth2/token');
    expect(request?.headers).toBeUndefined();
    expect(request?.body).toEqual({
      kind: 'form',
      fields: {
        client_id: 'sim-client-01',
        timestamp: '1790000000000',
        grant_type: 'client_credentials',
        client_secret_sign:
          'JDJhJDA0JFNpbXVsYXRvclNhbHRFeGFtcGxlMHVWZURwYzg5QjZMVjZaSUtuTUswaVdRM3JEdkRYdWF1',
        type: 'SELF',
      },
    });
    expect(limiter.permits.map((permit) => permit.bucket.api)).toEqual(['POST /v1/oauth2/token']);
    expect(limiter.observed).toHaveLength(1);
  });

  it('is one for all who wait, and none while the token has 25 minutes left', async () => {
    const { tokens, http, clock } = bench((before) => issued(`t${before + 1}`));
    const all = await Promise.all([tokens.get(LANE), tokens.get(LANE), tokens.get(LANE)]);
    expect(all).toEqual(['t1', 't1', 't1']);
    await clock.advance(154 * MINUTE_MS);
    expect(await tokens.get(LANE)).toBe('t1');
    expect(http.requests).toHaveLength(1);
    await clock.advance(2 * MINUTE_MS);
    expect(await tokens.get(LANE)).toBe('t2');
  });

  it('is not made for every call when tokens live unexpectedly short', async () => {
    const { tokens, http } = bench((before) => issued(`t${before + 1}`, 600));
    expect([await tokens.get(LANE), await tokens.get(LANE)]).toEqual(['t1', 't1']);
    expect(http.requests).toHaveLength(1);
  });

  it('does not depend on the wall clock for the life of the token', async () => {
    const { tokens, http, clock } = bench((before) => issued(`t${before + 1}`));
    await tokens.get(LANE);
    clock.jumpWallClock(-10 * 3_600_000);
    await clock.advance(170 * MINUTE_MS);
    expect(await tokens.get(LANE)).toBe('t2');
    clock.jumpWallClock(10 * 3_600_000);
    expect(await tokens.get(LANE)).toBe('t2');
    expect(http.requests).toHaveLength(2);
  });

  it('uses the old token when an early renewal fails, until it is dead', async () => {
    const { tokens, http, clock } = bench((before) =>
      before === 0 ? issued('t1') : { status: 500, body: { code: 'GW.PROXY.01', message: 'x' } },
    );
    await tokens.get(LANE);
    await clock.advance(160 * MINUTE_MS);
    expect(await tokens.get(LANE)).toBe('t1');
    expect(await tokens.get(LANE)).toBe('t1');
    expect(http.requests).toHaveLength(2);
    await clock.advance(25 * MINUTE_MS);
    expect((await faultOf(tokens.get(LANE))).code).toBe('NAVER_UNAVAILABLE');
  });

  it('is made at most once a minute while it fails', async () => {
    const { tokens, http, clock } = bench(() => refused('client_id 항목이 유효하지 않습니다.'));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await faultOf(tokens.get(LANE))).code).toBe('NAVER_CLIENT_UNKNOWN');
    }
    expect(http.requests).toHaveLength(1);
    await clock.advance(MINUTE_MS);
    await faultOf(tokens.get(LANE));
    expect(http.requests).toHaveLength(2);
  });

  it('is made at once with corrected keys', async () => {
    const keys = { id: 'wrong', secret: SECRET };
    const { tokens } = bench(
      (before) => (before === 0 ? refused('client_id') : issued('t2')),
      keys,
    );
    await faultOf(tokens.get(LANE));
    keys.id = 'right';
    expect(await tokens.get(LANE)).toBe('t2');
  });

  it('is made at once when the clock has been set', async () => {
    const { tokens, clock } = bench((before, clockThen) =>
      before === 0
        ? refused('x', {}, { date: new Date(clockThen.nowMs() - 3_600_000).toUTCString() })
        : issued('t2'),
    );
    expect((await faultOf(tokens.get(LANE))).code).toBe('NAVER_CLOCK_AHEAD');
    clock.jumpWallClock(-3_600_000);
    expect(await tokens.get(LANE)).toBe('t2');
  });

  it('may be repeated at once when it never reached Naver', async () => {
    const dns = new AppError('NETWORK_DNS', {
      params: { host: 'h', seconds: 30 },
      retry: { kind: 'after', delayMs: 5_000 },
    });
    const { tokens } = bench((before) => (before === 0 ? dns : issued('t1')));
    expect((await faultOf(tokens.get(LANE))).code).toBe('NETWORK_DNS');
    expect(await tokens.get(LANE)).toBe('t1');
  });

  it('is not made without keys or with a secret that cannot be one', async () => {
    const empty = bench(() => issued('t'), { id: '', secret: SECRET });
    expect((await faultOf(empty.tokens.get(LANE))).code).toBe('NAVER_KEYS_MISSING');
    const expanded = bench(() => issued('t'), { id: 'id', secret: 'a0' });
    expect((await faultOf(expanded.tokens.get(LANE))).code).toBe('NAVER_SECRET_MALFORMED');
    expect(empty.http.requests.length + expanded.http.requests.length).toBe(0);
  });

  it('leaves neither secret nor token in faults or log', async () => {
    const { tokens, told } = bench((before) => (before === 0 ? refused('no') : issued('TOKEN-1')));
    const fault = await faultOf(tokens.get(LANE));
    const all = JSON.stringify([fault.message, fault.params, fault.stack]) + told();
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain('TOKEN-1');
  });
});

describe('refused token request', () => {
  it.each([
    ['client_id 항목이 유효하지 않습니다.', {}, 'NAVER_CLIENT_UNKNOWN'],
    ['x', { invalidInputs: [{ name: 'client_secret_sign', message: 'y' }] }, 'NAVER_SECRET_WRONG'],
    ['x', { invalidInputs: [{ name: 'timestamp', message: 'y' }] }, 'NAVER_TIMESTAMP_REFUSED'],
    ['?', {}, 'NAVER_TOKEN_REFUSED'],
  ])('saying %o %o is told as its own cause', async (message, extra, code) => {
    const { tokens } = bench(() => refused(message, extra));
    expect((await faultOf(tokens.get(LANE))).code).toBe(code);
  });

  it.each([
    [3_600_000, 'NAVER_CLOCK_BEHIND'],
    [-3_600_000, 'NAVER_CLOCK_AHEAD'],
  ])('names a server clock that is %d ms away, with the offset', async (awayMs, code) => {
    const { tokens } = bench((_, clock) =>
      refused('x', {}, { date: new Date(clock.nowMs() + awayMs).toUTCString() }),
    );
    const fault = await faultOf(tokens.get(LANE));
    expect(fault.code).toBe(code);
    expect(fault.params.minutes).toBe(60);
    expect(Math.abs(Number(fault.params.seconds) - 3_600)).toBeLessThanOrEqual(1);
    expect(fault.message).toContain('60');
  });

  it('does not blame a clock that is right', async () => {
    const { tokens } = bench((_, clock) =>
      refused('client_id', {}, { date: new Date(clock.nowMs()).toUTCString() }),
    );
    expect((await faultOf(tokens.get(LANE))).code).toBe('NAVER_CLIENT_UNKNOWN');
  });

  it.each([
    [{ status: 403, body: { code: 'GW.IP_NOT_ALLOWED', message: 'x' } }, 'NAVER_IP_NOT_ALLOWED'],
    [{ body: '<html>login</html>' }, 'NAVER_ANSWER_HTML'],
    [{ body: '{"access_tok' }, 'NAVER_ANSWER_BROKEN'],
    [{ body: { token: 'x' } }, 'NAVER_ANSWER_UNEXPECTED'],
  ])('of the form %o is told apart', async (answer, code) => {
    expect((await faultOf(bench(() => answer).tokens.get(LANE))).code).toBe(code);
  });
});

describe('renewal after a refusal', () => {
  it('asks anew, once for all who were refused', async () => {
    const { tokens, http } = bench((before) => issued(`t${before + 1}`));
    const old = await tokens.get(LANE);
    const renewed = await Promise.all([tokens.renew(old, LANE), tokens.renew(old, LANE)]);
    expect(renewed).toEqual(['t2', 't2']);
    expect(await tokens.renew(old, LANE)).toBe('t2');
    expect(http.requests).toHaveLength(2);
  });

  it('is not tried again within a minute when the new token is refused too', async () => {
    const { tokens, http, clock } = bench((before) => issued(`t${before + 1}`));
    const second = await tokens.renew(await tokens.get(LANE), LANE);
    expect(await tokens.renew(second ?? '', LANE)).toBeNull();
    expect(http.requests).toHaveLength(2);
    await clock.advance(MINUTE_MS);
    expect(await tokens.renew(second ?? '', LANE)).toBe('t3');
  });
});
