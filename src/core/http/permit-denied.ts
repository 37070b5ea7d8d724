import { AppError } from '@shared/errors/app-error';
import type { PermitResult } from '../limiter/port';

/** A permit that was not given, with the reason. */
export type DeniedPermit = Extract<PermitResult, { granted: false }>;

const LIMITER_AWAY_DELAY_MS = 5_000;

/** The fault of a call that was not sent because its permit was denied; `market` is named to people. */
export function permitDeniedError(denied: DeniedPermit, market: string): AppError {
  const delayMs = Math.max(denied.waitMs, 0);
  const params = { market, seconds: Math.ceil(delayMs / 1000), ...denied.params };
  const after = { kind: 'after', delayMs } as const;
  switch (denied.reason) {
    case 'aborted':
      return new AppError('NETWORK_ABORTED', {
        params: { host: market },
        retry: { kind: 'now' },
      });
    case 'closed':
      return new AppError('NETWORK_NOT_SENT_CLOSING', { params, retry: { kind: 'now' } });
    case 'stopped':
      return new AppError(denied.code ?? 'NETWORK_NOT_SENT_STOPPED', { params, retry: after });
    case 'unavailable':
      return new AppError(denied.code ?? 'NETWORK_NOT_SENT_NO_LIMITER', {
        params,
        retry: { kind: 'after', delayMs: Math.max(delayMs, LIMITER_AWAY_DELAY_MS) },
      });
    case 'limit':
    case 'deadline':
      return new AppError('NETWORK_NOT_SENT_DEADLINE', { params, retry: after });
  }
}
