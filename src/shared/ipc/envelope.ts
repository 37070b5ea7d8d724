import { AppError, type RetryAdvice } from '../errors/app-error';
import { isMessageCode } from '../texts/catalogue';
import type { TextParams } from '../texts/types';

/** A fault as it crosses a process boundary: what a person's text and the next step need. */
export interface WireError {
  readonly code: string;
  readonly params: TextParams;
  /** The input, draft or settings field it is about. */
  readonly field: string | null;
  readonly retry: RetryAdvice;
}

/**
 * How every request is answered. Nothing ever rejects across the boundary, because a rejected call
 * would keep only the message and lose code, parameters and advice.
 */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError };

/** The answer of a request that did what it was asked; `value` must survive a structured clone. */
export function success(value: unknown): Envelope {
  return { ok: true, value };
}

/** `fault` without its cause and stack, which stay in the process where it happened. */
export function failure(fault: AppError): Envelope {
  return {
    ok: false,
    error: {
      code: fault.code,
      params: fault.params,
      field: fault.field ?? null,
      retry: fault.retry,
    },
  };
}

/** The fault again, on the asking side. A code this version does not know becomes INTERNAL_FAULT that names it. */
export function errorOf(wire: WireError): AppError {
  if (!isMessageCode(wire.code)) {
    return new AppError('INTERNAL_FAULT', { params: { problem: wire.code }, retry: wire.retry });
  }
  return new AppError(wire.code, {
    params: wire.params,
    retry: wire.retry,
    ...(wire.field === null ? {} : { field: wire.field }),
  });
}
