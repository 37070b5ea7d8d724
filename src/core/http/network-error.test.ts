import { AppError } from '@shared/errors/app-error';
import { describe, expect, it } from 'vitest';
import { AnswerTooLargeError, ExchangeTimeoutError, toNetworkError } from './network-error';

const FACTS = { host: 'api.example', timeoutMs: 30_000 };

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error('aid=SECRET', { cause }), { code });
}

describe('network fault', () => {
  it.each([
    ['ENOTFOUND', 'NETWORK_DNS', 'after'],
    ['EAI_AGAIN', 'NETWORK_DNS', 'after'],
    ['ECONNREFUSED', 'NETWORK_REFUSED', 'after'],
    ['EHOSTUNREACH', 'NETWORK_UNREACHABLE', 'after'],
    ['ENETUNREACH', 'NETWORK_UNREACHABLE', 'after'],
    ['UND_ERR_CONNECT_TIMEOUT', 'NETWORK_CONNECT_TIMEOUT', 'after'],
    ['CERT_HAS_EXPIRED', 'NETWORK_TLS', 'never'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NETWORK_TLS', 'never'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'NETWORK_TLS', 'never'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'NETWORK_TLS', 'never'],
    ['UND_ERR_HEADERS_TIMEOUT', 'NETWORK_TIMEOUT', 'look-up'],
    ['UND_ERR_BODY_TIMEOUT', 'NETWORK_TIMEOUT', 'look-up'],
    ['ECONNRESET', 'NETWORK_RESET', 'look-up'],
    ['EPIPE', 'NETWORK_RESET', 'look-up'],
    ['UND_ERR_SOCKET', 'NETWORK_RESET', 'look-up'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'NETWORK_RESET', 'look-up'],
    ['UND_ERR_DESTROYED', 'NETWORK_ABORTED', 'look-up'],
    ['SOMETHING_NEW', 'NETWORK_FAILED', 'look-up'],
  ])('%s is %s with the advice %s', (code, expected, advice) => {
    const fault = toNetworkError(coded(code), FACTS);
    expect([fault.code, fault.retry.kind]).toEqual([expected, advice]);
    expect(fault.params.host).toBe('api.example');
  });

  it('is found under a wrapper and among several addresses of one host', () => {
    expect(toNetworkError(new TypeError('x', { cause: coded('ENOTFOUND') }), FACTS).code).toBe(
      'NETWORK_DNS',
    );
    expect(toNetworkError(coded('UND_ERR_SOCKET', coded('ECONNRESET')), FACTS).code).toBe(
      'NETWORK_RESET',
    );
    const all = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]);
    expect(toNetworkError(all, FACTS).code).toBe('NETWORK_REFUSED');
  });

  it('of our own bounds is named with the bound', () => {
    expect(toNetworkError(new ExchangeTimeoutError(), FACTS).params.seconds).toBe(30);
    expect(toNetworkError(new AnswerTooLargeError(20 * 1_048_576), FACTS).params.maxMb).toBe(20);
  });

  it('carries nothing of the library’s message, which may hold the request', () => {
    const fault = toNetworkError(coded('ECONNRESET'), FACTS);
    expect(`${fault.message}${fault.stack}${String(fault.cause)}`).not.toContain('SECRET');
  });

  it('leaves a fault of ours as it is', () => {
    const ours = new AppError('NETWORK_ABORTED', { params: { host: 'h' } });
    expect(toNetworkError(ours, FACTS)).toBe(ours);
  });
});
