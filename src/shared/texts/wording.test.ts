import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** One word for one thing, as docs/architecture.md lists them: what is said, and what is not said for it. */
const CHOSEN_WORDS = [
  { said: '이미지', notSaid: /사진/ },
  { said: '상세설명', notSaid: /상세 설명/ },
] as const;

/** Where other people speak: suppliers and the marketplaces as the practice market plays them, and their words in tests. */
const WORDS_OF_OTHERS = /^src\/practice\/|\.test\.tsx?$/;

const sources = globSync('src/**/*.{ts,tsx,html}', { cwd: root })
  .filter((path) => !WORDS_OF_OTHERS.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the words of screens, messages and the terminal', () => {
  it.each(CHOSEN_WORDS)('say “$said” everywhere', ({ said, notSaid }) => {
    expect(sources.filter(({ text }) => text.includes(said))).not.toEqual([]);
    const offenders = sources.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (notSaid.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    expect(offenders).toEqual([]);
  });
});
