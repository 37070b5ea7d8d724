import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferOptions } from './infer';

const NOTHING_KNOWN = { category: '', title: '', setName: '' };
/** The promise is 50 ms for 300 values; a shared test machine is given ten times as long. */
const PATIENCE_MS = 500;

function timeOf(names: readonly string[]): number {
  const options = names.map((name) => ({
    name,
    priceKrw: 0,
    stock: 1,
    sold: true,
    sourceKey: null,
  }));
  const startedAtMs = performance.now();
  inferOptions(options, NOTHING_KNOWN);
  return performance.now() - startedAtMs;
}

describe('inferOptions on hostile input', () => {
  it.each([
    ['one sign repeated', '-'.repeat(300)],
    ['brackets never closed', '([{<'.repeat(80)],
    ['nested brackets', `${'('.repeat(150)}a${')'.repeat(150)}`],
    ['digits', '9'.repeat(300)],
    ['amounts', '+1,000원 '.repeat(40)],
    ['number words', '1만2천'.repeat(50)],
    ['blanks', `a${' '.repeat(300)}b`],
    ['entities', '&amp;'.repeat(60)],
    ['stars', '★'.repeat(300)],
    ['colours in one word', '블랙'.repeat(100)],
    ['sold-out words', '품절 '.repeat(100)],
    ['signs and letters', 'a-/_,|~:;'.repeat(30)],
    ['labels', '색상:'.repeat(100)],
    ['right-to-left marks', '\u202e블랙\u202c'.repeat(60)],
    ['combining marks', `a${'\u0301'.repeat(300)}`],
    ['lone surrogates', '\ud800\udc00\ud800'.repeat(60)],
    ['HTML', '<b onclick="x">블랙</b>'.repeat(12)],
  ])('ends in time on 300 values of %s', (_, text) => {
    const same = Array.from({ length: 300 }, (_unused, place) => `${text}${place}`);
    expect(timeOf(same)).toBeLessThan(PATIENCE_MS);
    const front = Array.from({ length: 300 }, (_unused, place) => `${place}${text}`);
    expect(timeOf(front)).toBeLessThan(PATIENCE_MS);
  });

  it('ends in time on names of 10,000 characters', () => {
    for (const unit of ['가', '-', '(', '1', '+1,000원', ' a', '품절', '&amp;', '색상 ']) {
      const text = unit.repeat(Math.ceil(10_000 / unit.length));
      expect(timeOf([text, `${text}a`, `${text}b`])).toBeLessThan(PATIENCE_MS);
    }
  });

  it('ends in time on 5,000 values', () => {
    const names = Array.from(
      { length: 5000 },
      (_, place) => `색${place % 50}-${Math.floor(place / 50)}호`,
    );
    expect(timeOf(names)).toBeLessThan(PATIENCE_MS * 4);
  });

  it('ends in time on any Unicode', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { minLength: 300, maxLength: 300 }),
        (names) => {
          expect(timeOf(names)).toBeLessThan(PATIENCE_MS);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
