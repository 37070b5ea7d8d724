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

/** Where a limit is made, and what one that grants everything would have to answer. */
const MADE_LIMIT = /\b(?:createCallBudget|create\w*RateLimiter|openLimits)\(/g;
const GRANT = /\bgranted: true/;

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

it('gives the clients nothing but the limits of the limiter', () => {
  const offered = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\/testing\/|^core\/limiter\//.test(name))
    .flatMap((name) => {
      const text = readFileSync(join('src', name), 'utf8');
      const made = [...text.matchAll(MADE_LIMIT)].map(([call]) => call);
      const grants = GRANT.test(text) ? ['grants by itself'] : [];
      return [...made, ...grants].map((what) => `${name}: ${what}`);
    });
  expect(offered.toSorted()).toEqual([
    'core/compose-probe.ts: createCallBudget(',
    'core/compose-probe.ts: createEmbeddedRateLimiter(',
    'core/compose-probe.ts: openLimits(',
    'core/compose.ts: createCallBudget(',
    'core/compose.ts: openLimits(',
  ]);
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
