import type { ServerTime } from '../gateway/clock';
import { type FaultBoard, withFault } from '../gateway/faults';
import type { PracticeAnswer, PracticeOutcome, PracticeRequest } from '../gateway/http';
import { createRateBucket, type LimitModel, type RateBucket } from '../gateway/rate-limit';
import type { StatsBoard } from '../gateway/stats';
import { drawFor } from '../seeded';
import { gatewayError, gatewayErrorFor } from './errors';
import type { TokenDesk } from './token';

/** Calls per second an own-store application has per API (naver-commerce-api.md 2.2). */
const RATE_PER_SECOND = 2;
const HOUR_MS = 3_600_000;
const BASE_PATH = '/external';
const TOKEN_API = 'POST /v1/oauth2/token';

/** A request that passed the gateway. */
export interface RouteCall {
  readonly request: PracticeRequest;
  /** Values of the `{…}` parts of the template. */
  readonly params: Readonly<Record<string, string>>;
}

/** `api` is method and path template; the unit of limits, faults and counts. */
export interface Route {
  readonly api: string;
  handle(call: RouteCall): Promise<PracticeAnswer> | PracticeAnswer;
}

/** What the gateway checks with, and what it passes calls on to. */
export interface NaverGatewayParts {
  readonly time: ServerTime;
  readonly faults: FaultBoard;
  readonly stats: StatsBoard;
  readonly tokens: TokenDesk;
  readonly routes: readonly Route[];
  readonly limitModel: LimitModel;
  latencyMs(): number;
}

/** Token, quota and rate in this order, then the route. */
export interface NaverGateway {
  handle(request: PracticeRequest): Promise<PracticeOutcome>;
  /** Puts the application at one call per hour now, or lifts that. */
  setPenalty(isOn: boolean): void;
}

interface Matcher {
  readonly route: Route;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

function toMatcher(route: Route): Matcher {
  const [method = '', template = ''] = route.api.split(' ');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pattern = new RegExp(`^${BASE_PATH}${template.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return { route, method, pattern, names };
}

/**
 * What stands before every API: known path, caller address, token, quota, rate, in this order; and
 * the headers that every answer carries (2.4).
 */
export function createNaverGateway(parts: NaverGatewayParts): NaverGateway {
  const { time, faults, stats, tokens } = parts;
  // Fixed paths win over templates: `/v1/products/search` is not a product number.
  const matchers = parts.routes
    .map(toMatcher)
    .sort((one, other) => one.names.length - other.names.length);
  const buckets = new Map<string, RateBucket>();
  const draw = drawFor('trace');
  let sequence = 1_000_000;
  let isPenaltyForced = false;
  let lastAllowedHour = Number.NEGATIVE_INFINITY;

  const traceId = (): string => {
    sequence += draw.int(1, 40);
    return `pr1-000000-practice^${Math.floor(time.nowMs())}^${sequence}`;
  };
  const isPunished = (): boolean => isPenaltyForced || tokens.laxDays.has(time.koreanDay() - 1);

  const find = (request: PracticeRequest) => {
    for (const matcher of matchers) {
      const match = matcher.method === request.method && matcher.pattern.exec(request.path);
      if (!match) continue;
      const params = Object.fromEntries(
        matcher.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
      );
      return { route: matcher.route, params };
    }
    return null;
  };

  const hasToken = (request: PracticeRequest): boolean => {
    const header = request.headers.authorization;
    const match = typeof header === 'string' ? /^Bearer (\S+)$/.exec(header) : null;
    return match?.[1] !== undefined && tokens.isValid(match[1]);
  };

  const quotaRefusal = (trace: string): PracticeAnswer | null => {
    if (!isPunished()) return null;
    const hour = Math.floor(time.nowMs() / HOUR_MS);
    if (hour !== lastAllowedHour && !isPenaltyForced) {
      lastAllowedHour = hour;
      return null;
    }
    return gatewayError(429, 'GW.QUOTA_LIMIT', time.nowMs(), trace, {
      'gncp-gw-quota-period': 'HOURS',
      'gncp-gw-quota-limit': '1',
      'gncp-gw-quota-remaining': '0',
    });
  };

  const rateHeaders = (remaining: number): Record<string, string> => ({
    'gncp-gw-ratelimit-replenish-rate': String(RATE_PER_SECOND),
    'gncp-gw-ratelimit-burst-capacity': String(RATE_PER_SECOND * 2),
    'gncp-gw-ratelimit-remaining': String(remaining),
  });

  const answer = async (request: PracticeRequest, trace: string): Promise<PracticeAnswer> => {
    const found = find(request);
    if (found === null) return gatewayErrorFor(404, time.nowMs(), trace);
    const { route } = found;
    if (route.api === TOKEN_API) return route.handle({ request, params: found.params });
    if (!hasToken(request)) return gatewayErrorFor(401, time.nowMs(), trace);
    const quota = quotaRefusal(trace);
    if (quota !== null) return quota;
    const bucket = buckets.get(route.api) ?? createRateBucket(parts.limitModel, RATE_PER_SECOND);
    buckets.set(route.api, bucket);
    const verdict = bucket.take(time.nowMs());
    const headers = rateHeaders(verdict.remaining);
    if (!verdict.isAllowed) {
      return gatewayError(429, 'GW.RATE_LIMIT', time.nowMs(), trace, headers);
    }
    if (parts.latencyMs() > 0) await time.sleep(parts.latencyMs());
    const made = await route.handle({ request, params: found.params });
    return { ...made, headers: { ...headers, ...made.headers } };
  };

  return {
    setPenalty(isOn) {
      isPenaltyForced = isOn;
    },
    async handle(request) {
      const startedAtMs = time.nowMs();
      const trace = traceId();
      const api =
        find(request)?.route.api ?? `${request.method} ${request.path.replace(BASE_PATH, '')}`;
      stats.countCall('naver', api);
      const target = {
        handle: (inner: PracticeRequest) => answer(inner, trace),
        answerFor: (status: number) => gatewayErrorFor(status, time.nowMs(), trace),
        ipRefused: () => gatewayErrorFor(403, time.nowMs(), trace),
        sleep: (delayMs: number) => time.sleep(delayMs),
      };
      const fault = faults.take('naver', api);
      const outcome =
        fault === null ? await target.handle(request) : await withFault(fault, request, target);
      if (outcome === 'drop') return outcome;
      stats.countStatus('naver', api, outcome.status);
      return {
        ...outcome,
        headers: {
          'gncp-gw-trace-id': trace,
          'gncp-gw-httpclient-responsetime': String(Math.max(1, time.nowMs() - startedAtMs)),
          ...outcome.headers,
        },
      };
    },
  };
}
