import type { MessageCode } from '../texts/catalogue';
import { textOf } from '../texts/catalogue';
import type { TextParams } from '../texts/types';

/**
 * What the caller may do after a fault: `never` (sending the same again cannot help), `now`, `after`
 * a pause, or `look-up` (it may have happened: find out before doing anything else).
 */
export type RetryAdvice =
  | { readonly kind: 'never' }
  | { readonly kind: 'now' }
  | { readonly kind: 'after'; readonly delayMs: number }
  | { readonly kind: 'look-up' };

/** What a fault carries beside its code. */
export interface AppErrorOptions {
  /** Default `never`. */
  readonly retry?: RetryAdvice;
  /** Fills the places of the code's text. Plain data, never secrets or whole payloads. */
  readonly params?: TextParams;
  /** The draft or settings field it is about, where there is one. */
  readonly field?: string;
  readonly cause?: unknown;
}

/**
 * The one family of faults. `code` is stable and chooses the text a person reads; `message` is the
 * English text, for logs. Expected outcomes are values and never thrown.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: MessageCode;
  readonly retry: RetryAdvice;
  readonly params: TextParams;
  readonly field: string | undefined;

  constructor(code: MessageCode, options: AppErrorOptions = {}) {
    super(textOf(code, 'en', options.params).message, { cause: options.cause });
    this.code = code;
    this.retry = options.retry ?? { kind: 'never' };
    this.params = options.params ?? {};
    this.field = options.field;
  }
}

/** `fault` itself when it is of the family, else wrapped as INTERNAL_FAULT with its cause kept. */
export function toAppError(fault: unknown): AppError {
  if (fault instanceof AppError) return fault;
  const problem = fault instanceof Error ? fault.message : String(fault);
  return new AppError('INTERNAL_FAULT', { params: { problem }, cause: fault });
}
