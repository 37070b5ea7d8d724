import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOf, differenceTo, parseCorpusLine, rawOptionsOf } from './corpus';
import { inferOptions } from './inference/infer';

/** The labelled lists stand beside the checkout, not in it. */
const CORPUS = resolve('..', 'shared', 'corpus', 'options.visible.jsonl');
const RIGHT_SHARE = 0.98;
const CONFIDENTLY_WRONG_SHARE = 0.005;

function readCorpus() {
  if (!existsSync(CORPUS)) {
    throw new Error(
      `The labelled option lists are missing: ${CORPUS}. Put the shared folder beside the checkout.`,
    );
  }
  return readFileSync(CORPUS, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseCorpusLine);
}

describe('the labelled corpus', () => {
  it('is read right, and never wrong with high confidence', () => {
    const results = readCorpus().map((line) => {
      const reading = inferOptions(rawOptionsOf(line), line);
      const difference =
        line.expect === undefined ? null : differenceTo(answerOf(reading), line.expect);
      return { id: line.id, confidence: reading.confidence, difference };
    });
    const wrong = results.filter((result) => result.difference !== null);
    expect(results.length).toBeGreaterThan(100);
    expect(wrong.length / results.length, JSON.stringify(wrong)).toBeLessThanOrEqual(
      1 - RIGHT_SHARE,
    );
    const confident = results.filter((result) => result.confidence >= 0.9);
    const confidentlyWrong = confident.filter((result) => result.difference !== null);
    expect(confidentlyWrong.length / confident.length).toBeLessThanOrEqual(CONFIDENTLY_WRONG_SHARE);
  });
});

describe('differenceTo', () => {
  const line = parseCorpusLine(
    JSON.stringify({
      id: 'a',
      options: [
        { name: '블랙', price: 0, stock: 1, sold: true },
        { name: '화이트', price: 0, stock: 1, sold: true },
      ],
    }),
  );
  const answer = answerOf(inferOptions(rawOptionsOf(line), line));

  it('finds nothing between equal answers and takes other accepted names', () => {
    expect(differenceTo(answer, answer)).toBeNull();
    const renamed = answer.dimensions.map((dimension) => ({
      ...dimension,
      name: 'x',
      altNames: ['색상'],
    }));
    expect(differenceTo(answer, { ...answer, dimensions: renamed })).toBeNull();
  });

  it('finds every kind of difference', () => {
    expect(differenceTo(answer, { ...answer, type: 'NONE' })).toContain('type');
    expect(differenceTo(answer, { ...answer, dimensions: [] })).toContain('dimensions');
    expect(differenceTo(answer, { ...answer, combinations: [] })).toContain('combinations');
    expect(
      differenceTo(answer, { ...answer, addOns: [{ name: 'a', price: 0, stock: 0 }] }),
    ).toContain('add-ons');
    const dearer = answer.combinations.map((entry) => ({ ...entry, price: 5 }));
    expect(differenceTo(answer, { ...answer, combinations: dearer })).toContain('combination 0');
  });

  it('takes any accepted answer of an ambiguous list', () => {
    const other = { ...answer, type: 'NONE' as const };
    expect(differenceTo(answer, { ...other, ambiguous: true, accept: [other, answer] })).toBeNull();
    expect(differenceTo(answer, { ...other, ambiguous: true, accept: [other] })).not.toBeNull();
  });
});
