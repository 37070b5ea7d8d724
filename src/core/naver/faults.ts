import { AppError } from '@shared/errors/app-error';
import type { MessageCode } from '@shared/texts/catalogue';
import type { ErrorAnswer, UnusableAnswer } from './answer';

const UNAVAILABLE_DELAY_MS = 10_000;
const MAINTENANCE_DELAY_MS = 5 * 60_000;
const RATE_DELAY_MS = 30_000;
const HOUR_MS = 3_600_000;

const LOOK_UP = { kind: 'look-up' } as const;

/**
 * The fault of an answer that is not what was asked for. The advice is that of a read; a write with a
 * 5xx or unusable answer may have happened and is told as such by its caller.
 * Source: naver-commerce-api.md 1.7, 2.5, 2.6, 3.2, 3.3 (2026-09).
 */
export function faultOf(answer: ErrorAnswer | UnusableAnswer, api: string): AppError {
  const params = { status: answer.status, api, traceId: answer.traceId ?? '-' };
  if (answer.kind === 'unusable') {
    // A redirect or "not found" without the API's own words comes from some other server.
    if (answer.status === 404 || (answer.status >= 300 && answer.status < 400)) {
      return new AppError('NAVER_WRONG_ADDRESS', { params });
    }
    if (answer.status === 401 || answer.status === 403) {
      return new AppError('NAVER_FORBIDDEN', { params: { ...params, says: '-' } });
    }
    return new AppError(answer.shape === 'html' ? 'NAVER_ANSWER_HTML' : 'NAVER_ANSWER_BROKEN', {
      params,
      retry: LOOK_UP,
    });
  }
  const says = { ...params, code: answer.code ?? '-', says: saysOf(answer) };
  const gatewayCode = gatewayFault(answer);
  if (gatewayCode !== null) {
    return new AppError(gatewayCode.code, { params: says, retry: gatewayCode.retry });
  }
  if (answer.status === 401) return new AppError('NAVER_NOT_AUTHORISED', { params: says });
  if (answer.status === 403) return new AppError('NAVER_FORBIDDEN', { params: says });
  if (answer.status === 404) return new AppError('NAVER_NOT_FOUND', { params: says });
  if (answer.status === 429) {
    return new AppError(isUploadBusy(answer) ? 'NAVER_UPLOAD_BUSY' : 'NAVER_RATE_LIMITED', {
      params: says,
      retry: { kind: 'after', delayMs: RATE_DELAY_MS },
    });
  }
  if (answer.status >= 500) {
    return new AppError('NAVER_UNAVAILABLE', { params: says, retry: LOOK_UP });
  }
  if (answer.status >= 300 && answer.status < 400) {
    return new AppError('NAVER_WRONG_ADDRESS', { params: says });
  }
  return new AppError('NAVER_REFUSED', { params: says });
}

/** True for a refusal because another upload of the store runs (section 4); the code is not published. */
function isUploadBusy(answer: ErrorAnswer): boolean {
  return answer.status === 429 && !answer.code?.startsWith('GW.');
}

/** True for the one-call-per-hour penalty (1.7). */
export function isPenalty(answer: ErrorAnswer): boolean {
  return answer.code === 'GW.QUOTA_LIMIT' && answer.quotaPeriod === 'HOURS';
}

function gatewayFault(
  answer: ErrorAnswer,
): { readonly code: MessageCode; readonly retry: AppError['retry'] } | null {
  const { code } = answer;
  if (code === null || !code.startsWith('GW.')) return null;
  const never = { kind: 'never' } as const;
  if (code === 'GW.AUTHN') return { code: 'NAVER_NOT_AUTHORISED', retry: never };
  if (code === 'GW.IP_NOT_ALLOWED') return { code: 'NAVER_IP_NOT_ALLOWED', retry: never };
  if (code === 'GW.NOT_FOUND') return { code: 'NAVER_WRONG_ADDRESS', retry: never };
  if (code === 'GW.RATE_LIMIT') {
    return { code: 'NAVER_RATE_LIMITED', retry: { kind: 'after', delayMs: RATE_DELAY_MS } };
  }
  if (code === 'GW.QUOTA_LIMIT') {
    return isPenalty(answer)
      ? { code: 'NAVER_QUOTA_PENALTY', retry: { kind: 'after', delayMs: HOUR_MS } }
      : { code: 'NAVER_RATE_LIMITED', retry: { kind: 'after', delayMs: RATE_DELAY_MS } };
  }
  if (code === 'GW.BLOCK.02') {
    return { code: 'NAVER_MAINTENANCE', retry: { kind: 'after', delayMs: MAINTENANCE_DELAY_MS } };
  }
  if (code === 'GW.BLOCK.01') {
    return { code: 'NAVER_UNAVAILABLE', retry: { kind: 'after', delayMs: UNAVAILABLE_DELAY_MS } };
  }
  return answer.status >= 500 ? { code: 'NAVER_UNAVAILABLE', retry: LOOK_UP } : null;
}

/** The answer's most telling words: of its first wrong input, else its own. */
function saysOf(answer: ErrorAnswer): string {
  const first = answer.invalidInputs.find((input) => input.message !== null);
  return first?.message ?? (answer.message || '-');
}
