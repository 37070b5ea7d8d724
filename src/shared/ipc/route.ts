import { z } from 'zod';

/**
 * One request of the contract: what may be asked and what is answered. `input` is checked on every
 * call, `output` outside production.
 */
export interface Route<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  /**
   * The input has a field `bytes` that holds a whole file. Electron carries it as it is; the
   * browser sends it as the body of an HTTP request of its own, because a WebSocket message of
   * that size would hold up all others.
   */
  readonly carriesBytes: boolean;
}

/** A route whose input is small plain data. */
export function route<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Route<Input, Output> {
  return { input, output, carriesBytes: false };
}

/** A route whose input holds a file in its field `bytes`. */
export function fileRoute<
  Input extends z.ZodType<{ readonly bytes: Uint8Array }>,
  Output extends z.ZodType,
>(input: Input, output: Output): Route<Input, Output> {
  return { input, output, carriesBytes: true };
}

/** Input of a route that needs nothing. */
export const nothing = z.strictObject({});

/** Output of a route that only does something. */
export const done = z.strictObject({});
