import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramsOf, diceOf, foldText } from './text-similarity';

/** The definition, written the slow way. */
function plainDice(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const left = [...bigramsOf(a)];
  let shared = 0;
  for (const gram of bigramsOf(b)) {
    const at = left.indexOf(gram);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length - 1 + b.length - 1);
}

describe('diceOf', () => {
  const text = fc.string({ unit: fc.constantFrom('가', '나', '다', 'a'), maxLength: 45 });

  it('follows the definition for short and long texts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(diceOf(a, b)).toBeCloseTo(plainDice(a, b), 10);
      }),
    );
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(diceOf(a, b)).toBeCloseTo(diceOf(b, a), 10);
      }),
    );
  });

  it('only skips what cannot reach the bound', () => {
    fc.assert(
      fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, atLeast) => {
        const whole = plainDice(a, b);
        const bounded = diceOf(a, b, atLeast);
        if (whole >= atLeast) expect(bounded).toBeCloseTo(whole, 10);
        else expect([0, whole].some((value) => Math.abs(value - bounded) < 1e-9)).toBe(true);
      }),
    );
  });
});

describe('foldText', () => {
  it('keeps letters and digits only, in lower case', () => {
    expect(foldText('A/S 책임자 (전화)')).toBe('as책임자전화');
  });
});
