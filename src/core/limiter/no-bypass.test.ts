import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CORE = join('src', 'core');
/** Folders that talk to a marketplace, and what asks for permission there. */
const CLIENTS = [
  { folder: 'naver', permission: /rateLimiter\.acquire\(/, sends: ['caller.ts', 'token.ts'] },
  { folder: 'domeggook', permission: /callBudget\.spend\(/, sends: ['client.ts'] },
];
const SENDING = /\bhttp\.send\(|\bfetch\(|from 'undici'|from 'node:https?'/;

describe.each(CLIENTS)('the client in $folder', ({ folder, permission, sends }) => {
  const sources = readdirSync(join(CORE, folder))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => ({ name, text: readFileSync(join(CORE, folder, name), 'utf8') }));

  it('sends from nowhere but where a permit is asked for first', () => {
    const sending = sources.filter(({ text }) => SENDING.test(text));
    expect(sending.map(({ name }) => name).toSorted()).toEqual(sends);
    for (const { name, text } of sending) {
      const asked = text.search(permission);
      expect(asked, `${name} asks`).toBeGreaterThan(-1);
      expect(text.search(SENDING), `${name} asks before it sends`).toBeGreaterThan(asked);
    }
  });
});
