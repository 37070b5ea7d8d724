import { AppError } from '@shared/errors/app-error';
import { z } from 'zod';
import { clockOffsetMs } from '../http/clock-offset';
import { permitDeniedError } from '../http/permit-denied';
import type { HttpClient, HttpResponse } from '../http/port';
import { waitUnlessAborted } from '../http/shared-wait';
import type { RateLimiter } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { type ErrorAnswer, type NaverAnswer, readNaverAnswer } from './answer';
import { endpointUrl } from './endpoint';
import { faultOf } from './faults';
import type { CallOptions } from './port';
import { computeClientSecretSign } from './signature';

export interface TokenSourceDependencies {
  readonly http: HttpClient;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends in `/external`. */
  readonly url: string;
  /** Asked before every use, so that corrected keys work at once. */
  readonly clientId: () => string | Promise<string>;
  readonly clientSecret: () => string | Promise<string>;
  readonly applicationId: string;
}

/** The store's access token, shared by all callers. */
export interface TokenSource {
  /** A token good for at least some minutes. Throws NAVER_* and NETWORK_*. */
  get(options: Pick<CallOptions, 'lane' | 'signal'>): Promise<string>;
  /**
   * A token in place of `refused`, which the gateway did not take; null when the last renewal is less
   * than a minute old and so has not helped (an API group is missing then).
   */
  renew(refused: string, options: Pick<CallOptions, 'lane' | 'signal'>): Promise<string | null>;
}

const TOKEN_API = 'POST /v1/oauth2/token';
/** Below this much life left a request always yields a new token (naver-commerce-api.md 1.6, 2026-09). */
const RENEW_BELOW_MS = 25 * 60_000;
/** At most one token request per this time when they fail (8.2, point 18). */
const FAILURE_PAUSE_MS = 60_000;
/** A clock this far off is named as the cause of a refused token request; timestamps live 5 minutes (1.4). */
const AHEAD_TOLERANCE_MS = 10_000;
const BEHIND_TOLERANCE_MS = 4 * 60_000;
/** A wall clock that moved this much against the monotonic one was set, not drifting. */
const CLOCK_SET_MS = 5_000;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface HeldToken extends Credentials {
  readonly accessToken: string;
  /** These two by the monotonic clock, so that a changed wall clock neither kills nor prolongs it. */
  readonly expiresAtMs: number;
  readonly renewAtMs: number;
}

interface FailedRequest extends Credentials {
  readonly fault: AppError;
  readonly failedAtMs: number;
  /** Wall clock minus monotonic clock: changes when somebody sets the clock right. */
  readonly wallOffsetMs: number;
}

/**
 * The only place that asks for tokens: form body, `type=SELF`, no `account_id`, one request at a time,
 * kept in memory only. One lax request would cost the whole application its calls of the next day.
 * Source: naver-commerce-api.md 1.4 to 1.7 (2026-09).
 */
export function createTokenSource(deps: TokenSourceDependencies): TokenSource {
  const { http, rateLimiter, clock, logger } = deps;
  let held: HeldToken | null = null;
  let failed: FailedRequest | null = null;
  let underWay: Promise<string> | null = null;
  let renewedAtMs: number | null = null;

  const wallOffsetMs = (): number => clock.nowMs() - clock.monotonicMs();

  const credentials = async (): Promise<Credentials> => {
    const clientId = (await deps.clientId()).trim();
    const clientSecret = (await deps.clientSecret()).trim();
    if (clientId === '' || clientSecret === '') throw new AppError('NAVER_KEYS_MISSING');
    return { clientId, clientSecret };
  };

  const exchange = async (
    keys: Credentials,
    lane: CallOptions['lane'],
  ): Promise<{ readonly answer: NaverAnswer; readonly response: HttpResponse }> => {
    const bucket = { application: deps.applicationId, api: TOKEN_API };
    const permit = await rateLimiter.acquire({ bucket, lane });
    if (!permit.granted) throw permitDeniedError(permit, 'Naver');
    const timestampMs = clock.nowMs();
    const sign = await computeClientSecretSign(keys.clientId, keys.clientSecret, timestampMs);
    const response = await http.send({
      method: 'POST',
      api: { market: 'naver', method: TOKEN_API },
      url: endpointUrl(deps.url, '/v1/oauth2/token'),
      body: {
        kind: 'form',
        fields: {
          client_id: keys.clientId,
          timestamp: String(timestampMs),
          grant_type: 'client_credentials',
          client_secret_sign: sign,
          type: 'SELF',
        },
      },
    });
    const answer = readNaverAnswer(response);
    rateLimiter.observe(bucket, {
      status: response.status,
      headers: response.headers,
      sentAtMs: response.sentAtMs,
      receivedAtMs: response.receivedAtMs,
      ...(answer.kind === 'error' && answer.code !== null ? { errorCode: answer.code } : {}),
    });
    return { answer, response };
  };

  const request = async (keys: Credentials, lane: CallOptions['lane']): Promise<string> => {
    const requestedAtMs = clock.monotonicMs();
    try {
      const { answer, response } = await exchange(keys, lane);
      if (answer.kind === 'error') throw refusedRequest(answer, response);
      if (answer.kind === 'unusable') throw faultOf(answer, TOKEN_API);
      const parsed = tokenSchema.safeParse(answer.body);
      if (!parsed.success) {
        throw new AppError('NAVER_ANSWER_UNEXPECTED', {
          params: { api: TOKEN_API, problem: 'access_token, expires_in' },
        });
      }
      const { access_token: accessToken, expires_in: lifeSeconds } = parsed.data;
      const lifeMs = lifeSeconds * 1000;
      const expiresAtMs = requestedAtMs + lifeMs;
      // Half of an unexpectedly short life, or every call would ask for a token.
      const renewAtMs = expiresAtMs - Math.min(RENEW_BELOW_MS, lifeMs / 2);
      held = { ...keys, accessToken, expiresAtMs, renewAtMs };
      failed = null;
      logger.info({ lifeSeconds }, 'Naver token received');
      return accessToken;
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const fault = repeatable(thrown);
      if (mayHaveArrived(thrown)) {
        failed = { ...keys, fault, failedAtMs: clock.monotonicMs(), wallOffsetMs: wallOffsetMs() };
      }
      throw fault;
    }
  };

  /** Joins the request under way; a held token that still lives outlasts a failed early renewal. */
  const requestOnce = (keys: Credentials, lane: CallOptions['lane']): Promise<string> => {
    const isClockSet =
      failed !== null && Math.abs(wallOffsetMs() - failed.wallOffsetMs) > CLOCK_SET_MS;
    if (failed !== null && isSame(failed, keys) && !isClockSet) {
      const restMs = FAILURE_PAUSE_MS - (clock.monotonicMs() - failed.failedAtMs);
      if (restMs > 0) return Promise.reject(failed.fault);
    }
    underWay ??= request(keys, lane).finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    get: async ({ lane, signal }) => {
      const keys = await credentials();
      const current = held !== null && isSame(held, keys) ? held : null;
      if (current !== null && clock.monotonicMs() < current.renewAtMs) return current.accessToken;
      try {
        return await waitUnlessAborted(requestOnce(keys, lane), signal, 'Naver');
      } catch (fault) {
        if (current === null || current.expiresAtMs - clock.monotonicMs() <= 0) throw fault;
        logger.warn(
          { code: fault instanceof AppError ? fault.code : 'INTERNAL_FAULT' },
          'Naver token not renewed yet, the old one still lives',
        );
        return current.accessToken;
      }
    },
    renew: async (refused, { lane, signal }) => {
      const keys = await credentials();
      if (held !== null && isSame(held, keys)) {
        // Another caller has renewed it already.
        if (held.accessToken !== refused) return held.accessToken;
        const sinceRenewalMs = clock.monotonicMs() - (renewedAtMs ?? Number.NEGATIVE_INFINITY);
        if (sinceRenewalMs < FAILURE_PAUSE_MS) return null;
        renewedAtMs = clock.monotonicMs();
        held = null;
      }
      return waitUnlessAborted(requestOnce(keys, lane), signal, 'Naver');
    },
  };
}

function isSame(a: Credentials, b: Credentials): boolean {
  return a.clientId === b.clientId && a.clientSecret === b.clientSecret;
}

/** Asking for a token changes nothing, so there is nothing to look up, least of all what the call was to do. */
function repeatable(fault: AppError): AppError {
  if (fault.retry.kind !== 'look-up') return fault;
  return new AppError(fault.code, {
    params: fault.params,
    retry: { kind: 'after', delayMs: FAILURE_PAUSE_MS },
    cause: fault,
  });
}

/** A request that never reached Naver costs nothing there and may be repeated at once. */
function mayHaveArrived(fault: AppError): boolean {
  return fault.code.startsWith('NAVER_')
    ? fault.code !== 'NAVER_SECRET_MALFORMED'
    : fault.retry.kind === 'look-up';
}

/** Why a token request was refused, in the order of what explains most: clock, address list, keys. */
function refusedRequest(answer: ErrorAnswer, response: HttpResponse): AppError {
  const fault = faultOf(answer, TOKEN_API);
  if (fault.code !== 'NAVER_REFUSED' && fault.code !== 'NAVER_FORBIDDEN') return fault;
  const words = [
    answer.message,
    ...answer.invalidInputs.flatMap((input) => [input.name, input.message]),
  ].join(' ');
  const offsetMs = clockOffsetMs(response);
  if (offsetMs !== null && (offsetMs > AHEAD_TOLERANCE_MS || offsetMs < -BEHIND_TOLERANCE_MS)) {
    return clockFault(offsetMs);
  }
  const params = { says: answer.message || '-', traceId: answer.traceId ?? '-' };
  if (words.includes('timestamp')) return new AppError('NAVER_TIMESTAMP_REFUSED', { params });
  // The secret is named first: its parameter's name contains the other's prefix.
  if (/client_secret|sign|서명/i.test(words)) return new AppError('NAVER_SECRET_WRONG', { params });
  if (words.includes('client_id')) return new AppError('NAVER_CLIENT_UNKNOWN', { params });
  return new AppError('NAVER_TOKEN_REFUSED', { params });
}

function clockFault(offsetMs: number): AppError {
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  return new AppError(offsetMs > 0 ? 'NAVER_CLOCK_AHEAD' : 'NAVER_CLOCK_BEHIND', {
    params: { seconds, minutes: Math.round(seconds / 60) },
  });
}
