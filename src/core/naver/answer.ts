import { z } from 'zod';
import { readJsonAnswer } from '../http/json-answer';
import type { HttpResponse } from '../http/port';

/** One entry of `invalidInputs`; any part may be missing. */
export interface InvalidInput {
  readonly name: string | null;
  readonly type: string | null;
  readonly message: string | null;
}

/**
 * A refusal as either server words it. `quotaPeriod` is what the header says of an exceeded quota
 * (`HOURS`), null without one.
 */
export interface ErrorAnswer {
  readonly kind: 'error';
  readonly status: number;
  /** `GW.…` from the gateway, else the API server's; null when it named none. */
  readonly code: string | null;
  readonly message: string;
  readonly invalidInputs: readonly InvalidInput[];
  readonly traceId: string | null;
  readonly quotaPeriod: string | null;
}

/** Not an answer of the API: a page, half an answer, or nothing. */
export interface UnusableAnswer {
  readonly kind: 'unusable';
  readonly status: number;
  readonly shape: 'html' | 'broken' | 'empty';
  readonly traceId: string | null;
}

/** Any answer, sorted by what it proves; a `body` is not checked yet. */
export type NaverAnswer =
  | { readonly kind: 'ok'; readonly body: unknown; readonly traceId: string | null }
  | ErrorAnswer
  | UnusableAnswer;

const looseText = z.preprocess(
  (value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null,
  z.string().nullable(),
);

const errorSchema = z.object({
  code: looseText,
  message: looseText,
  traceId: looseText,
  invalidInputs: z.preprocess(
    (value) =>
      Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry) : [],
    z.array(z.object({ name: looseText, type: looseText, message: looseText })),
  ),
});

/**
 * Reads an answer in either of the two error shapes (gateway and API server), tolerant of missing and
 * extra keys. A 2xx without a body is fine (deletes). Source: naver-commerce-api.md 3.1 (2026-09).
 */
export function readNaverAnswer(response: HttpResponse): NaverAnswer {
  const { status, headers } = response;
  const traceHeader = headers['gncp-gw-trace-id'] ?? null;
  const answer = readJsonAnswer(response);
  const isSuccess = status >= 200 && status < 300;
  if (answer.kind === 'empty' && isSuccess) {
    return { kind: 'ok', body: null, traceId: traceHeader };
  }
  // A 429 is never processed, whatever its body looks like; everything else without JSON is no answer.
  if (answer.kind !== 'json' && status !== 429) {
    return { kind: 'unusable', status, shape: answer.kind, traceId: traceHeader };
  }
  const body = answer.kind === 'json' ? answer.value : {};
  if (isSuccess) return { kind: 'ok', body, traceId: traceHeader };
  const parsed = errorSchema.safeParse(body);
  const error = parsed.success
    ? parsed.data
    : { code: null, message: null, traceId: null, invalidInputs: [] };
  return {
    kind: 'error',
    status,
    code: error.code,
    message: error.message ?? '',
    invalidInputs: error.invalidInputs,
    traceId: traceHeader ?? error.traceId,
    quotaPeriod: headers['gncp-gw-quota-period']?.toUpperCase() ?? null,
  };
}
