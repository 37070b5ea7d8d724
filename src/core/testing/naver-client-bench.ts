import { AppError } from '@shared/errors/app-error';
import type { HttpRequest } from '../http/port';
import type { PermitRequest, PermitResult } from '../limiter/port';
import { createNaverClient } from '../naver/client';
import type { NaverClient } from '../naver/port';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createRecordingLimiter, type RecordingLimiter } from './recording-limiter';
import { createRecordingLogger } from './recording-logger';
import { createScriptedHttp, type ScriptedAnswer, type ScriptedHttp } from './scripted-http';

/** A client over scripted HTTP with everything a test wants to look at. */
export interface NaverBench {
  readonly client: NaverClient;
  readonly http: ScriptedHttp;
  readonly limiter: RecordingLimiter;
  readonly clock: FakeClock;
  /** Requests other than for tokens. */
  readonly calls: () => readonly HttpRequest[];
  readonly told: () => string;
}

export type NaverAnswering = (request: HttpRequest, callsBefore: number) => ScriptedAnswer;

/** Answers token requests by `tokenAnswer` and all others by `answerTo`, which sees how many came before. */
export function createNaverBench(
  answerTo: NaverAnswering,
  decide?: (request: PermitRequest) => PermitResult,
  tokenAnswer: (tokensBefore: number) => ScriptedAnswer = (before) => ({
    body: { access_token: `TOKEN-${before + 1}`, expires_in: 10_799 },
  }),
): NaverBench {
  const clock = createFakeClock();
  const logger = createRecordingLogger();
  const limiter = createRecordingLimiter(decide);
  let tokens = 0;
  let others = 0;
  const http = createScriptedHttp(clock, (request) => {
    if (isToken(request)) {
      tokens += 1;
      return tokenAnswer(tokens - 1);
    }
    others += 1;
    return answerTo(request, others - 1);
  });
  const client = createNaverClient({
    http,
    rateLimiter: limiter,
    clock,
    logger,
    url: 'https://naver.example/external/',
    clientId: () => 'sim-client-01',
    clientSecret: () => '$2a$04$SimulatorSaltExample0u',
    applicationId: 'app-1',
  });
  const calls = (): readonly HttpRequest[] => http.requests.filter((request) => !isToken(request));
  return { client, http, limiter, clock, calls, told: () => JSON.stringify(logger.entries) };
}

function isToken(request: HttpRequest): boolean {
  return request.url.pathname.endsWith('/v1/oauth2/token');
}

/** A refusal in the gateway's form. */
export function gatewayRefusal(status: number, code: string, headers = {}): ScriptedAnswer {
  return { status, headers, body: { code, message: 'gateway says no', traceId: 'trace-body' } };
}

/** The answer of a create call that worked. */
export function createdAnswer(): ScriptedAnswer {
  return { body: { originProductNo: 11900000001, smartstoreChannelProductNo: 11950000001 } };
}

/** The connection broke: it may have arrived. */
export const NETWORK_RESET = new AppError('NETWORK_RESET', {
  params: { host: 'h', seconds: 30 },
  retry: { kind: 'look-up' },
});
/** Nothing listens: it did not arrive. */
export const NETWORK_REFUSED = new AppError('NETWORK_REFUSED', {
  params: { host: 'h', seconds: 30 },
  retry: { kind: 'after', delayMs: 5_000 },
});
