import type { AppError } from '@shared/errors/app-error';
import type { CallKind } from './breaker';

/** A fault together with the call that met it, for steps that make calls of several kinds. */
export class FailedCall extends Error {
  constructor(
    readonly kind: CallKind,
    readonly fault: AppError,
  ) {
    super(fault.message, { cause: fault });
  }
}
