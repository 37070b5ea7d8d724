import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferOptions } from './infer';

const NOTHING_KNOWN = { category: '', title: '', setName: '' };
/** The promise: processor time for 300 values. */
const LIMIT_MS = 50;
/** Other work on the machine and making machine code only add to a round: the best of several counts. */
const ROUNDS = 6;

/** Processor time of the reading in the best of a few rounds; ends early once it is well below the limit. */
function timeOf(names: readonly string[]): number {
  const options = names.map((name) => ({
    name,
    priceKrw: 0,
    stock: 1,
    sold: true,
    sourceKey: null,
  }));
  let bestMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && bestMs > LIMIT_MS / 2; round += 1) {
    const before = process.cpuUsage();
    inferOptions(options, NOTHING_KNOWN);
    const { user, system } = process.cpuUsage(before);
    bestMs = Math.min(bestMs, (user + system) / 1000);
  }
  return bestMs;
}

const times = <Item>(count: number, make: (place: number) => Item): Item[] =>
  Array.from({ length: count }, (_, place) => make(place));

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
    ['short parts', 'a-b/c_d'],
    ['many words', '가 나 다 라 마 바 사 아'],
    ['codes', 'A-1-B-2-C-3'],
    ['all kinds of brackets', '(a)[b]{c}<d>'],
  ])('ends in time on 300 values of %s', (_, text) => {
    expect(timeOf(times(300, (place) => `${text}${place}`))).toBeLessThan(LIMIT_MS);
    expect(timeOf(times(300, (place) => `${place}${text}`))).toBeLessThan(LIMIT_MS);
    expect(timeOf(times(300, (place) => `${text}-${place % 17}/${place % 23}`))).toBeLessThan(
      LIMIT_MS,
    );
  });

  it('ends in time on 300 names of 10,000 characters', () => {
    for (const unit of ['가', '-', '(', '1', '+1,000원', ' a', '품절', '&amp;', '색상 ', '★']) {
      const text = unit.repeat(Math.ceil(10_000 / unit.length));
      expect(timeOf(times(300, (place) => `${text}${place}`))).toBeLessThan(LIMIT_MS);
    }
  });

  it('ends in time on 5,000 values', () => {
    const names = times(5000, (place) => `색${place % 50}-${Math.floor(place / 50)}호`);
    expect(timeOf(names)).toBeLessThan((LIMIT_MS * 5000) / 300);
  });

  it('ends in time on any Unicode', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { minLength: 300, maxLength: 300 }),
        (names) => {
          expect(timeOf(names)).toBeLessThan(LIMIT_MS);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
