import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What an independent reading of the two references may be built from. */
const ALLOWED = /^(\.{1,2}\/|@shared\/|node:|bcryptjs$|@fastify\/busboy$|sharp$|zod$)/;

test('the practice market shares no code with the product it is the counterpart of', () => {
  const files = globSync('src/practice/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
  const strangers = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !ALLOWED.test(name) || /\/(core|main|host|cli|renderer)\//.test(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(strangers).toEqual([]);
});
