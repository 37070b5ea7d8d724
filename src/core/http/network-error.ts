import { AppError } from '@shared/errors/app-error';

/**
 * What a fault says of the exchange it broke: never more than the host, since a path may carry a
 * key.
 */
export interface ExchangeFacts {
  readonly host: string;
  readonly timeoutMs: number;
}

const RETRY_DELAY_MS = 5_000;
const NOT_ARRIVED = { kind: 'after', delayMs: RETRY_DELAY_MS } as const;
const MAY_HAVE_ARRIVED = { kind: 'look-up' } as const;

const DNS_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const UNREACHABLE_CODES = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']);
const RESET_CODES = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RESPONSE',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
]);
/** The client was closed while the exchange ran. */
const CLOSED_CODES = new Set(['UND_ERR_DESTROYED', 'UND_ERR_CLOSED', 'UND_ERR_ABORTED']);
const TIMEOUT_CODES = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/** The answer grew over the allowed size; thrown inside an exchange only. */
export class AnswerTooLargeError extends Error {
  readonly maxBodyBytes: number;

  constructor(maxBodyBytes: number) {
    super(`the answer is larger than ${maxBodyBytes} bytes`);
    this.maxBodyBytes = maxBodyBytes;
  }
}

/** The whole exchange took too long; thrown inside an exchange only. */
export class ExchangeTimeoutError extends Error {}

/**
 * The one mapping from transport faults to NETWORK_* codes. The advice is `after` only when the
 * request certainly did not arrive. The cause is kept by code and message alone, since the library's
 * errors may hold the request with its secrets.
 */
export function toNetworkError(fault: unknown, facts: ExchangeFacts): AppError {
  if (fault instanceof AppError) return fault;
  const params = { host: facts.host, seconds: Math.round(facts.timeoutMs / 1000) };
  if (fault instanceof ExchangeTimeoutError) {
    return new AppError('NETWORK_TIMEOUT', { params, retry: MAY_HAVE_ARRIVED });
  }
  if (fault instanceof AnswerTooLargeError) {
    return new AppError('NETWORK_TOO_LARGE', {
      params: { ...params, maxMb: Math.round(fault.maxBodyBytes / 1_048_576) },
      retry: MAY_HAVE_ARRIVED,
    });
  }
  const code = codeOf(fault);
  const cause = code === null ? undefined : new Error(code);
  if (code !== null && DNS_CODES.has(code)) {
    return new AppError('NETWORK_DNS', { params, retry: NOT_ARRIVED, cause });
  }
  if (code === 'ECONNREFUSED') {
    return new AppError('NETWORK_REFUSED', { params, retry: NOT_ARRIVED, cause });
  }
  if (code !== null && UNREACHABLE_CODES.has(code)) {
    return new AppError('NETWORK_UNREACHABLE', { params, retry: NOT_ARRIVED, cause });
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new AppError('NETWORK_CONNECT_TIMEOUT', { params, retry: NOT_ARRIVED, cause });
  }
  if (code !== null && isTlsCode(code)) {
    // The key travels only after the handshake, so nothing has arrived; waiting alone seldom helps.
    return new AppError('NETWORK_TLS', { params: { ...params, problem: code }, cause });
  }
  if (code !== null && CLOSED_CODES.has(code)) {
    return new AppError('NETWORK_ABORTED', { params, retry: MAY_HAVE_ARRIVED, cause });
  }
  if (code !== null && TIMEOUT_CODES.has(code)) {
    return new AppError('NETWORK_TIMEOUT', { params, retry: MAY_HAVE_ARRIVED, cause });
  }
  if (code !== null && RESET_CODES.has(code)) {
    return new AppError('NETWORK_RESET', { params, retry: MAY_HAVE_ARRIVED, cause });
  }
  return new AppError('NETWORK_FAILED', {
    params: { ...params, problem: code ?? nameOf(fault) },
    retry: MAY_HAVE_ARRIVED,
    cause,
  });
}

function codeOf(fault: unknown): string | null {
  if (typeof fault !== 'object' || fault === null) return null;
  if (fault instanceof AggregateError) {
    // Several addresses of one host were tried; the first fault says what is wrong with most.
    for (const inner of fault.errors) {
      const code = codeOf(inner);
      if (code !== null) return code;
    }
  }
  const code = 'code' in fault ? fault.code : undefined;
  if (typeof code === 'string' && code !== '') {
    const cause = 'cause' in fault ? codeOf(fault.cause) : null;
    return code === 'UND_ERR_SOCKET' && cause !== null ? cause : code;
  }
  return 'cause' in fault ? codeOf(fault.cause) : null;
}

function isTlsCode(code: string): boolean {
  return (
    code.startsWith('ERR_TLS') ||
    code.startsWith('ERR_SSL') ||
    code.startsWith('CERT_') ||
    code.includes('_CERT') ||
    code.includes('CERTIFICATE') ||
    code === 'EPROTO' ||
    code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  );
}

function nameOf(fault: unknown): string {
  return fault instanceof Error ? fault.name : typeof fault;
}
