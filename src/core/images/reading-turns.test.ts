import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createReadingTurns, type ReadingTurn, type ReadingTurns } from './reading-turns';

let clock: FakeClock;
let turns: ReadingTurns;
let begun: string[];

beforeEach(() => {
  clock = createFakeClock();
  turns = createReadingTurns(clock, { places: 1, stallMs: 20, longestMs: 100 });
  begun = [];
});

async function begin(name: string, signal = new AbortController().signal): Promise<ReadingTurn> {
  const turn = await turns.begin(signal);
  begun.push(name);
  return turn;
}

describe('turns to read', () => {
  test('come one after another', async () => {
    const first = await begin('first');
    const second = begin('second');
    await clock.settle();
    expect(begun).toEqual(['first']);
    first.end();
    await second;
    expect(begun).toEqual(['first', 'second']);
  });

  test('pass on when nothing arrives for a moment', async () => {
    await begin('first');
    void begin('second');
    await clock.advance(19);
    expect(begun).toEqual(['first']);
    await clock.advance(1);
    expect(begun).toEqual(['first', 'second']);
  });

  test('stay while parts keep arriving, but not for ever', async () => {
    const first = await begin('first');
    void begin('second');
    for (let elapsedMs = 0; elapsedMs < 90; elapsedMs += 10) {
      first.progressed();
      await clock.advance(10);
    }
    expect(begun).toEqual(['first']);
    first.progressed();
    await clock.advance(30);
    expect(begun).toEqual(['first', 'second']);
  });

  test('are not given to who stopped waiting', async () => {
    const first = await begin('first');
    const abort = new AbortController();
    const leaving = begin('leaving', abort.signal);
    abort.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    first.end();
    first.end();
    await begin('third');
    expect(begun).toEqual(['first', 'third']);
  });
});
