import { AppError } from '@shared/errors/app-error';

/** A lease in whole milliseconds, rounded up; throws LIMITER_BAD_RATE for what is no positive time. */
export function checkedLeaseMs(leaseMs: number): number {
  const wholeMs = Math.ceil(leaseMs);
  if (wholeMs >= 1 && Number.isSafeInteger(wholeMs)) return wholeMs;
  throw new AppError('LIMITER_BAD_RATE', { params: { name: 'leaseMs', value: String(leaseMs) } });
}
