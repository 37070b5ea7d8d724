import { randomBytes } from 'node:crypto';

/** Chance as a port, so that tests are repeatable. */
export interface Randomness {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** `byteCount` random bytes as lower-case hex. */
  hex(byteCount: number): string;
}

/** `hex` is fit for secrets, `fraction` is not. */
export const systemRandomness: Randomness = {
  fraction: () => Math.random(),
  hex: (byteCount) => randomBytes(byteCount).toString('hex'),
};
