import { createHash } from 'node:crypto';

/** Repeatable chance: the same seed gives the same sequence on every machine. */
export interface Draw {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  /** One entry; the list must not be empty. */
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
}

/** 32-bit FNV-1a of a text; stable over versions. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** 32 lower-case hex digits that look like the marketplaces' hashes. */
export function md5Hex(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** A draw for `key`; different keys give unrelated sequences. */
export function drawFor(key: string): Draw {
  let state = hash32(key) || 1;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  return {
    fraction,
    int,
    pick: <T>(list: readonly T[]): T => {
      const entry = list[int(0, list.length - 1)];
      if (entry === undefined) throw new RangeError('nothing to draw from');
      return entry;
    },
    chance: (probability) => fraction() < probability,
  };
}
