import type { AppError } from '@shared/errors/app-error';
import type { MessageCode } from '@shared/texts/catalogue';

/**
 * Whose fault a fault is. `storage`: our disk, nothing may be sent. `access`: keys, address list or
 * allowance, which only a person or much time changes. `unavailable`: the marketplace or the way to
 * it. `closing`: we are being stopped. `item`: this item alone.
 */
export type FaultClass = 'storage' | 'access' | 'unavailable' | 'closing' | 'item';

const CLOSING: readonly MessageCode[] = [
  'NETWORK_ABORTED',
  'NETWORK_NOT_SENT_CLOSING',
  'LIMITER_CLOSED',
];

const ACCESS: readonly MessageCode[] = [
  'NAVER_KEYS_MISSING',
  'NAVER_SECRET_MALFORMED',
  'NAVER_SECRET_WRONG',
  'NAVER_CLIENT_UNKNOWN',
  'NAVER_TIMESTAMP_REFUSED',
  'NAVER_CLOCK_AHEAD',
  'NAVER_CLOCK_BEHIND',
  'NAVER_TOKEN_REFUSED',
  'NAVER_NOT_AUTHORISED',
  'NAVER_IP_NOT_ALLOWED',
  'NAVER_QUOTA_PENALTY',
  'NAVER_WRONG_ADDRESS',
  'DOMEGGOOK_KEY_MISSING',
  'DOMEGGOOK_KEY_INVALID',
  'DOMEGGOOK_KEY_OR_IP_REFUSED',
  'DOMEGGOOK_PERMISSION',
  'DOMEGGOOK_LIMITED',
  'DOMEGGOOK_RETIRED',
  'DOMEGGOOK_UNKNOWN_SERVICE',
  'DOMEGGOOK_WRONG_ADDRESS',
  'LIMITER_QUOTA_STOPPED',
  'LIMITER_DAY_USED_UP',
  'LIMITER_DAY_RESERVED',
  'NETWORK_NOT_SENT_STOPPED',
  'NETWORK_BAD_ADDRESS',
  'NETWORK_TLS',
  'REDIS_PASSWORD',
  'REDIS_CERTIFICATE',
  'REDIS_URL',
];

/** Refused too often with the same content (limiter/item-breaker.ts): no fault of the marketplace. */
const ITEM_STOPPED: MessageCode = 'LIMITER_ITEM_STOPPED';

/** One item may meet them as well as all; a run of them tells. */
const UNCLEAR: readonly MessageCode[] = ['NAVER_FORBIDDEN', 'NAVER_NOT_FOUND'];

const UNAVAILABLE = /^(NETWORK|LIMITER|REDIS)_|_(UNAVAILABLE|MAINTENANCE|RATE_LIMITED)$|_ANSWER_/;

/** The class of `fault`, by its code; codes of no rule here are judged by their retry advice. */
export function classifyFault(fault: AppError): FaultClass {
  const { code } = fault;
  if (code.startsWith('STORAGE_')) return 'storage';
  if (CLOSING.includes(code)) return 'closing';
  if (ACCESS.includes(code)) return 'access';
  if (code === ITEM_STOPPED) return 'item';
  if (UNAVAILABLE.test(code) || UNCLEAR.includes(code)) return 'unavailable';
  // A picture that is gone or was mixed up concerns nobody else.
  if (code.startsWith('PICTURE_')) return 'item';
  return fault.retry.kind === 'never' ? 'item' : 'unavailable';
}

/**
 * True when a create call that threw `fault` certainly created nothing: it reached nobody, or was
 * turned away with an answer of the marketplace itself. Everything unclear counts as sent.
 */
export function isCertainlyNotProcessed(fault: AppError): boolean {
  if (fault.retry.kind === 'look-up') return false;
  if (/^(NAVER|LIMITER|REDIS)_|^NETWORK_NOT_SENT_/.test(fault.code)) return true;
  return fault.code.startsWith('NETWORK_') && fault.retry.kind !== 'never';
}

/** True for a 4xx about what was sent: the same again cannot help, so a person must look first. */
export function isRefusal(fault: AppError): boolean {
  const { code } = fault;
  if (UNCLEAR.includes(code) || code === 'NAVER_REFUSED' || code === ITEM_STOPPED) return true;
  return code === 'NAVER_UPLOAD_TOO_LARGE' || code.startsWith('NAVER_REJECTED');
}
