import { expect, it } from 'vitest';
import { createFakeClock } from '../testing/fake-clock';
import { createMemoryKeyValueStore } from '../testing/memory-key-values';
import { createTagLookup } from './tag-lookup';

const CALL = { lane: 'batch' } as const;

/** A look-up over a market that answers `answerOf` the tags of each call. */
function aLookup(
  answerOf = (tags: readonly string[]): ReadonlyMap<string, boolean> =>
    new Map(tags.map((tag) => [tag, tag.startsWith('나쁜')])),
) {
  const calls: (readonly string[])[] = [];
  const clock = createFakeClock();
  let fault: Error | null = null;
  const lookup = createTagLookup({
    clock,
    keyPrefix: 'tag.',
    freshMs: 1000,
    keyValueStore: createMemoryKeyValueStore(),
    client: {
      fetchRestrictedTags: async (tags) => {
        calls.push([...tags]);
        await Promise.resolve();
        if (fault !== null) throw fault;
        return answerOf(tags);
      },
    },
  });
  return { lookup, calls, clock, fail: (next: Error | null) => (fault = next) };
}

it('asks once for what several drafts want at the same time, and never twice while it holds', async () => {
  const { lookup, calls, clock } = aLookup();
  const answers = await Promise.all(
    [['텀블러'], ['나쁜말', '텀블러'], ['컵']].map((tags) => lookup.restricted(tags, CALL)),
  );
  expect(answers.map((answer) => [...answer.values()])).toEqual([[false], [true, false], [false]]);
  expect(calls).toHaveLength(1);
  await lookup.restricted(['나쁜말'], CALL);
  expect(calls).toHaveLength(1);
  await clock.advance(1000);
  await lookup.restricted(['나쁜말'], CALL);
  expect(calls).toHaveLength(2);
});

it('tells a failed look-up to those who asked and asks again for the next', async () => {
  const { lookup, fail } = aLookup();
  fail(new TypeError('no network'));
  await expect(lookup.restricted(['컵'], CALL)).rejects.toThrow('no network');
  fail(null);
  expect((await lookup.restricted(['컵'], CALL)).get('컵')).toBe(false);
});

it('asks alone for tags that an answer about several leaves out', async () => {
  const { lookup, calls } = aLookup((tags) => {
    const joined = tags.join(',');
    return new Map([[joined, joined.startsWith('나쁜')]]);
  });
  const answer = await lookup.restricted(['컵', '나쁜말'], CALL);
  expect([...answer]).toEqual([
    ['컵', false],
    ['나쁜말', true],
  ]);
  expect(calls).toEqual([['컵', '나쁜말'], ['컵'], ['나쁜말']]);
});
