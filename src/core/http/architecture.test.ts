import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CORE = join(import.meta.dirname, '..');

/** Folders that speak HTTP themselves: the client for marketplaces, and the picture downloader with its own rules. */
const OWN_HTTP = ['http/', 'images/'];

const HTTP_CLIENTS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'undici', pattern: /from ['"]undici['"]|import\(['"]undici['"]\)/ },
  { what: 'node:https', pattern: /from ['"](?:node:)?https['"]/ },
  { what: 'a request over node:http', pattern: /\bhttps?\.(?:request|get)\(/ },
  {
    what: 'request or get of node:http',
    pattern: /import \{[^}]*\b(?:request|get)\b[^}]*\} from ['"](?:node:)?http['"]/,
  },
  { what: 'the global fetch', pattern: /(?<![.\w])fetch\(|globalThis\.fetch/ },
  {
    what: 'another HTTP library',
    pattern: /from ['"](?:axios|got|node-fetch|ky|superagent|needle)['"]/,
  },
];

function sources(): readonly string[] {
  return readdirSync(CORE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing/'),
    );
}

function offences(path: string, text: string): readonly string[] {
  if (OWN_HTTP.some((folder) => path.startsWith(folder))) return [];
  return HTTP_CLIENTS.filter(({ pattern }) => pattern.test(text)).map(
    ({ what }) => `${path}: ${what}`,
  );
}

describe('marketplace calls', () => {
  it('go through the one HTTP client and no other way', () => {
    const found = sources().flatMap((path) =>
      offences(path, readFileSync(join(CORE, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('would be seen by this test if they did not', () => {
    const ways = [
      "import { request } from 'undici';",
      "import https from 'node:https';",
      "import http from 'node:http';\nhttp.request('x');",
      "import { createServer, get } from 'node:http';",
      "const answer = await fetch('https://x');",
      "import axios from 'axios';",
    ];
    for (const way of ways) expect(offences('sync/x.ts', way)).not.toEqual([]);
    expect(offences('api/server.ts', "import { createServer } from 'node:http';")).toEqual([]);
    expect(offences('x.ts', 'await client.fetch(1); fetchItems(2); prefetch(3);')).toEqual([]);
  });

  it('are made only where a permit is taken first', () => {
    // Inside http/ it is the client itself and what wraps it; a webhook goes to the seller's own address.
    const senders = sources().filter(
      (path) =>
        !path.startsWith('http/') &&
        path !== 'notifications/webhook-outlet.ts' &&
        /\bhttp\.send\(/.test(readFileSync(join(CORE, path), 'utf8')),
    );
    expect(senders).toContain('domeggook/client.ts');
    expect(senders).toContain('naver/caller.ts');
    for (const path of senders) {
      const text = readFileSync(join(CORE, path), 'utf8');
      const permitAt = text.search(/(?:rateLimiter\.acquire|callBudget\.spend)\(/);
      const sendAt = text.search(/\bhttp\.send\(/);
      expect([path, permitAt >= 0 && permitAt < sendAt]).toEqual([path, true]);
    }
  });
});
