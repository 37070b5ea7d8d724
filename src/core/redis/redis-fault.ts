import { AppError, type RetryAdvice } from '@shared/errors/app-error';
import type { MessageCode } from '@shared/texts/catalogue';

const RETRY_MS = 1000;
const RETRY_SETTINGS_MS = 10_000;

/**
 * Redis error replies and connection failures as our errors: the only place that reads their words
 * (https://redis.io/docs/latest/develop/reference/protocol-spec/, read 2026-09). `server` is an
 * address without its password.
 */
export function mapRedisFault(fault: unknown, server: string): AppError {
  if (fault instanceof AppError) return fault;
  const message = fault instanceof Error ? fault.message : String(fault);
  const found = PATTERNS.find(({ pattern }) => pattern.test(message));
  const code = found?.code ?? 'REDIS_UNREACHABLE';
  const retry: RetryAdvice = {
    kind: 'after',
    delayMs: code === 'REDIS_PASSWORD' ? RETRY_SETTINGS_MS : RETRY_MS,
  };
  return new AppError(code, { params: { server }, retry, cause: fault });
}

const PATTERNS: readonly { readonly pattern: RegExp; readonly code: MessageCode }[] = [
  // Words of Node's TLS (https://nodejs.org/api/tls.html#x509-certificate-error-codes, read 2026-11).
  { pattern: /certificate|altnames|unable to verify/i, code: 'REDIS_CERTIFICATE' },
  {
    pattern: /^(WRONGPASS|NOAUTH|NOPERM)|invalid password|without any password/i,
    code: 'REDIS_PASSWORD',
  },
  { pattern: /READONLY|can't write against a read only/i, code: 'REDIS_READ_ONLY' },
  { pattern: /^OOM|OOM command not allowed/i, code: 'REDIS_FULL' },
  { pattern: /^LOADING/i, code: 'REDIS_LOADING' },
  { pattern: /protocol error|^ERR |user_script|unknown command/i, code: 'REDIS_GARBAGE' },
];

/** `redis://user:secret@host:6379/0` as `host:6379`, for people and logs. */
export function describeServer(url: URL): string {
  return url.host === '' ? url.pathname : url.host;
}
