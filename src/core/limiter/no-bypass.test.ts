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

/** Everything of the core that can send over HTTP, and why it needs no permit of a marketplace. */
const SENDERS = {
  'domeggook/client.ts': 'asks first, as tested below',
  'http/client.ts': 'carries what others send',
  'http/measured-client.ts': 'carries what others send',
  'http/server-clock.ts': 'carries what others send',
  'images/download.ts': 'pictures of suppliers, no marketplace API',
  'metrics/endpoint.ts': 'only answers',
  'naver/caller.ts': 'asks first, as tested below',
  'naver/token.ts': 'asks first, as tested below',
  'notifications/webhook-outlet.ts': 'the seller’s own webhook',
};

it('knows everything of the core that can send, so that no other client can come to a marketplace', () => {
  const senders = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.|[\\/]?testing[\\/]/.test(name))
    .filter((name) => SENDING.test(readFileSync(join(CORE, name), 'utf8')))
    .map((name) => name.replaceAll('\\', '/'));
  expect(senders.toSorted()).toEqual(Object.keys(SENDERS));
});

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
