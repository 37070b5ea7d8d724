import { AppError } from '@shared/errors/app-error';
import type { z } from 'zod';
import { permitDeniedError } from '../http/permit-denied';
import type { HttpClient, RequestBody } from '../http/port';
import type { RateLimiter } from '../limiter/port';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import { type ErrorAnswer, type NaverAnswer, readNaverAnswer } from './answer';
import { endpointUrl } from './endpoint';
import { faultOf, isPenalty } from './faults';
import type { CallOptions } from './port';
import type { TokenSource } from './token';

/** One call of the API, its place in the limits included. */
export interface NaverCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template below `/external`; with the method it names the API whose allowance is used. */
  readonly path: string;
  /** Values of the template's `{name}` places. */
  readonly places?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  readonly timeoutMs?: number;
}

/** What a caller needs; `url` ends in `/external`. */
export interface CallerDependencies {
  readonly http: HttpClient;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly url: string;
  readonly applicationId: string;
  readonly tokens: TokenSource;
}

/** One authorised, permitted call, with what may be repeated being repeated. */
export interface NaverCaller {
  /** The answer of a read, made again when it failed in passing. Never 429 or an expired token. */
  read(call: NaverCall, options: CallOptions): Promise<NaverAnswer>;
  /** As `read`, parsed; throws NAVER_* for any answer that is not what was asked for. */
  readAs<Schema extends z.ZodType>(
    call: NaverCall,
    schema: Schema,
    options: CallOptions,
  ): Promise<z.output<Schema>>;
  /** The answer of a write, sent once except after answers that prove it was not processed. */
  write(call: NaverCall, options: CallOptions): Promise<NaverAnswer>;
}

/** Pauses after refusals for rate, which are never processed and so may be repeated (2.6). */
const RATE_DELAYS_MS = [1_000, 2_000, 4_000, 8_000];
/** Pauses before a read is made again. */
const READ_DELAYS_MS = [1_000, 3_000];

/**
 * Takes the permit of the call's own API, feeds every answer back to the limiter, and repeats by
 * itself only what was certainly not processed: a 429 for the rate (up to four times) and, once, a
 * refused token. A penalty (an exceeded quota) is never repeated. Denied permits throw NETWORK_*,
 * LIMITER_* or REDIS_* without a call.
 */
export function createNaverCaller(deps: CallerDependencies): NaverCaller {
  const { http, rateLimiter, clock, logger, tokens } = deps;

  const exchange = async (
    call: NaverCall,
    options: CallOptions,
  ): Promise<{ readonly answer: NaverAnswer; readonly token: string }> => {
    const bucket = { application: deps.applicationId, api: apiOf(call) };
    // Fetched before the permit, so that the permit is used the moment it is given...
    await tokens.get(options);
    const permit = await rateLimiter.acquire({ bucket, ...options });
    if (!permit.granted) throw permitDeniedError(permit, 'Naver');
    // ...and again after it, because a long wait may have outlived the token.
    const token = await tokens.get(options);
    const response = await http.send({
      method: call.method,
      api: { market: 'naver', method: bucket.api },
      url: endpointUrl(deps.url, filledPath(call), call.query),
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      ...(call.body === undefined ? {} : { body: call.body }),
      ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const answer = readNaverAnswer(response);
    rateLimiter.observe(bucket, {
      status: response.status,
      headers: response.headers,
      sentAtMs: response.sentAtMs,
      receivedAtMs: response.receivedAtMs,
      ...(answer.kind === 'error' && answer.code !== null ? { errorCode: answer.code } : {}),
      ...(options.item === undefined ? {} : { item: options.item }),
    });
    if (answer.kind !== 'ok') {
      logger.warn(
        {
          api: bucket.api,
          status: answer.status,
          code: answer.kind === 'error' ? answer.code : answer.shape,
          traceId: answer.traceId,
        },
        'Naver refused a call',
      );
    }
    return { answer, token };
  };

  const pause = async (
    delayMs: number,
    options: CallOptions,
    fault: () => AppError,
  ): Promise<void> => {
    const isLate = clock.nowMs() + delayMs > (options.deadlineAtMs ?? Number.POSITIVE_INFINITY);
    if (isLate || options.signal?.aborted) throw fault();
    try {
      await clock.sleep(delayMs, options.signal);
    } catch (reason) {
      if (options.signal?.aborted) throw fault();
      throw reason;
    }
  };

  /** Repeats what was certainly not processed: refused for rate, or refused for an old token (once). */
  const settled = async (call: NaverCall, options: CallOptions): Promise<NaverAnswer> => {
    let isRenewed = false;
    let refusals = 0;
    for (;;) {
      const { answer, token } = await exchange(call, options);
      if (answer.kind === 'error' && answer.status === 429) {
        const fault = (): AppError => faultOf(answer, apiOf(call));
        const delayMs = isPenalty(answer) ? undefined : RATE_DELAYS_MS[refusals];
        if (delayMs === undefined) throw fault();
        refusals += 1;
        await pause(delayMs, options, fault);
      } else if (answer.kind === 'error' && isRefusedToken(answer)) {
        const renewed = isRenewed ? null : await tokens.renew(token, options);
        if (renewed === null) throw faultOf(answer, apiOf(call));
        isRenewed = true;
      } else {
        return answer;
      }
    }
  };

  const read = async (call: NaverCall, options: CallOptions): Promise<NaverAnswer> => {
    for (const delayMs of READ_DELAYS_MS) {
      let fault: AppError;
      try {
        const answer = await settled(call, options);
        if (!mayPass(answer)) return answer;
        fault = faultOf(answer, apiOf(call));
      } catch (thrown) {
        if (!(thrown instanceof AppError) || !isTransport(thrown)) throw thrown;
        fault = thrown;
      }
      const problem = fault;
      logger.warn({ api: apiOf(call), code: problem.code, delayMs }, 'Naver read is made again');
      await pause(delayMs, options, () => problem);
    }
    return settled(call, options);
  };

  return {
    read,
    readAs: async (call, schema, options) => {
      const answer = await read(call, options);
      if (answer.kind !== 'ok') throw faultOf(answer, apiOf(call));
      const parsed = schema.safeParse(answer.body);
      if (parsed.success) return parsed.data;
      throw unexpectedAnswer(call, parsed.error, answer.traceId);
    },
    write: settled,
  };
}

/** The API's name as the limits count it, e.g. `POST /v2/products`. */
export function apiOf(call: Pick<NaverCall, 'method' | 'path'>): string {
  return `${call.method} ${call.path}`;
}

/** JSON of the API, but not in the form this version knows. */
export function unexpectedAnswer(
  call: NaverCall,
  error: z.ZodError,
  traceId: string | null,
): AppError {
  const problem = error.issues
    .slice(0, 3)
    .map((issue) => issue.path.join('.') || '(body)')
    .join(', ');
  return new AppError('NAVER_ANSWER_UNEXPECTED', {
    params: { api: apiOf(call), problem, traceId: traceId ?? '-' },
  });
}

function filledPath(call: NaverCall): string {
  return call.path.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = call.places?.[name];
    return value === undefined ? place : encodeURIComponent(value);
  });
}

/** 401 comes for an old token and for a missing API group alike (1.6, 1.2). */
function isRefusedToken(answer: ErrorAnswer): boolean {
  return answer.status === 401;
}

function mayPass(answer: NaverAnswer): answer is Exclude<NaverAnswer, { kind: 'ok' }> {
  if (answer.kind === 'ok') return false;
  if (answer.kind === 'error') return answer.status >= 500 && answer.code !== 'GW.BLOCK.02';
  return answer.status >= 500 || (answer.status >= 200 && answer.status < 300);
}

function isTransport(fault: AppError): boolean {
  return (
    fault.code.startsWith('NETWORK_') &&
    !fault.code.startsWith('NETWORK_NOT_SENT') &&
    fault.code !== 'NETWORK_ABORTED' &&
    (fault.retry.kind === 'after' || fault.retry.kind === 'look-up')
  );
}
