import type { AppError } from '@shared/errors/app-error';

/**
 * Whose fault a fault is. `storage`: our disk, nothing may be sent. `access`: keys, address list or
 * allowance, which only a person or much time changes. `unavailable`: the marketplace or the way to
 * it. `closing`: we are being stopped. `item`: this item alone.
 */
export type FaultClass = 'storage' | 'access' | 'unavailable' | 'closing' | 'item';

const CLOSING = /^(NETWORK_ABORTED|NETWORK_NOT_SENT_CLOSING|LIMITER_CLOSED)$/;
const ACCESS =
  /^(NETWORK_TLS|NETWORK_BAD_ADDRESS|NETWORK_NOT_SENT_STOPPED|LIMITER_QUOTA_STOPPED|LIMITER_DAY_\w+|REDIS_PASSWORD|REDIS_URL)$|^(NAVER|DOMEGGOOK|SECRETS?|SETTINGS)_\w*(AUTH|TOKEN|KEY|SECRET|SIGNATURE|CREDENTIAL|CLOCK|IP_|_IP|QUOTA|PERMISSION|FORBIDDEN|RETIRED|WRONG_ADDRESS|UNKNOWN_SERVICE|NOT_FOUND_PATH)/;
const UNAVAILABLE =
  /^(NETWORK|LIMITER|REDIS)_|^(NAVER|DOMEGGOOK)_\w*(UNAVAILABLE|LIMITED|RATE|ANSWER|BUSY|TIMEOUT|GATEWAY|MAINTENANCE|BLOCK|SERVER)/;

/** The class of `fault`, by its code and, for codes of no known family, by its retry advice. */
export function classifyFault(fault: AppError): FaultClass {
  if (fault.code.startsWith('STORAGE_')) return 'storage';
  if (CLOSING.test(fault.code)) return 'closing';
  if (ACCESS.test(fault.code)) return 'access';
  if (UNAVAILABLE.test(fault.code)) return 'unavailable';
  return fault.retry.kind === 'never' ? 'item' : 'unavailable';
}

/**
 * True when a create call that threw `fault` certainly reached nobody or was turned away before it
 * was processed, so that nothing has to be looked up. Anything unclear counts as sent.
 */
export function isCertainlyNotProcessed(fault: AppError): boolean {
  if (fault.retry.kind === 'look-up') return false;
  if (fault.code.startsWith('NETWORK_NOT_SENT_') || fault.code.startsWith('LIMITER_')) return true;
  const faultClass = classifyFault(fault);
  if (faultClass === 'access') return true;
  return faultClass === 'unavailable' && fault.retry.kind !== 'never';
}
