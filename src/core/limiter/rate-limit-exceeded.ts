import { AppError } from '@shared/errors/app-error';
import type { PermitRequest, PermitResult, RateLimiter } from './port';

/** Thrown by `acquireOrThrow` only: everywhere else a denied permit is a value. */
export class RateLimitExceeded extends AppError {
  readonly waitMs: number;
  readonly reason: Extract<PermitResult, { granted: false }>['reason'];

  constructor(api: string, denied: Extract<PermitResult, { granted: false }>) {
    const waitMs = Math.ceil(denied.waitMs);
    super(
      denied.code ?? (denied.reason === 'closed' ? 'LIMITER_CLOSED' : 'LIMITER_RATE_EXCEEDED'),
      {
        params: { api, waitMs, ...denied.params },
        retry:
          denied.reason === 'aborted' || denied.reason === 'closed'
            ? { kind: 'never' }
            : { kind: 'after', delayMs: waitMs },
      },
    );
    this.waitMs = waitMs;
    this.reason = denied.reason;
  }
}

/** For callers that want the limit as a fault: waits like `acquire`, throws RateLimitExceeded when denied. */
export async function acquireOrThrow(
  limiter: RateLimiter,
  request: PermitRequest,
): Promise<Extract<PermitResult, { granted: true }>> {
  const result = await limiter.acquire(request);
  if (!result.granted) throw new RateLimitExceeded(request.bucket.api, result);
  return result;
}
