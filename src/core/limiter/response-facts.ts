import type { ObservedResponse } from './port';

/** The limiter's part of an answer, read tolerantly: what is missing or senseless is null. */
export interface ResponseFacts {
  readonly ratePerSecond: number | null;
  readonly burst: number | null;
  readonly remaining: number | null;
  /** Bounds of the gateway's own time stamp, epoch ms. */
  readonly stampMs: { readonly loMs: number; readonly hiMs: number } | null;
  readonly refusal: 'none' | 'rate' | 'application-stopped' | 'busy';
}

const RATE_MAX = 10_000;
const TRACE_EPOCH = /\^(\d{13})\^/;
/** 2020-01-01: anything older is not a time stamp of this gateway. */
const EPOCH_MIN_MS = 1_577_836_800_000;
const SECOND_MS = 1000;

/**
 * Reads rate, burst, calls left, refusal and the gateway's clock from an answer
 * (naver-commerce-api.md 2.4 and 2.5, 2026-09: `GNCP-GW-RateLimit-*`, `GNCP-GW-Quota-*`, the trace id
 * `host^epoch ms^sequence`). Token answers carry none of the limit headers.
 */
export function readResponseFacts(response: ObservedResponse): ResponseFacts {
  const { headers } = response;
  return {
    ratePerSecond: positiveInteger(headers['gncp-gw-ratelimit-replenish-rate']),
    burst: positiveInteger(headers['gncp-gw-ratelimit-burst-capacity']),
    remaining: count(headers['gncp-gw-ratelimit-remaining']),
    stampMs: stampOf(headers),
    refusal: refusalOf(response),
  };
}

function refusalOf(response: ObservedResponse): ResponseFacts['refusal'] {
  if (response.status !== 429) return 'none';
  const period = response.headers['gncp-gw-quota-period']?.trim().toUpperCase();
  if (response.errorCode === 'GW.QUOTA_LIMIT' && period !== 'SECONDS' && period !== 'ROUND') {
    return 'application-stopped';
  }
  // An API's own 429 ("a request is already running") is not the gateway's limit.
  if (response.errorCode !== undefined && !response.errorCode.startsWith('GW.')) return 'busy';
  return 'rate';
}

function stampOf(headers: ObservedResponse['headers']): ResponseFacts['stampMs'] {
  const trace = TRACE_EPOCH.exec(headers['gncp-gw-trace-id'] ?? '')?.[1];
  if (trace !== undefined && Number(trace) >= EPOCH_MIN_MS) {
    return { loMs: Number(trace), hiMs: Number(trace) + 1 };
  }
  const date = headers.date;
  const dateMs = date === undefined ? Number.NaN : Date.parse(date);
  return dateMs >= EPOCH_MIN_MS ? { loMs: dateMs, hiMs: dateMs + SECOND_MS } : null;
}

function positiveInteger(text: string | undefined): number | null {
  const value = count(text);
  return value !== null && value >= 1 && value <= RATE_MAX ? value : null;
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
