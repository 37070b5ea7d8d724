import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAppProtocol, fileOf } from './app-protocol';

const SHA = 'e'.repeat(64);
let folder: string;
let ask: (path: string, method?: string) => Promise<Response>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-protocol-'));
  await writeFile(join(folder, 'index.html'), 'the page');
  await writeFile(join(folder, 'app.js'), 'the script');
  await writeFile(join(folder, 'notes.txt'), 'not for the page');
  const answer = createAppProtocol({
    rendererFolder: folder,
    pictures: {
      find: async (sha256) =>
        sha256 === SHA ? { path: join(folder, 'notes.txt'), contentType: 'image/png' } : null,
    },
  });
  ask = (path, method = 'GET') => answer(new Request(`app://storebridge${path}`, { method }));
});

afterEach(() => rm(folder, { recursive: true }));

it('serves the page under a policy that allows own scripts only', async () => {
  const page = await ask('/');
  expect([page.status, await page.text()]).toEqual([200, 'the page']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  expect((await ask('/app.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

it.each(['/missing.js', '/notes.txt', '/%2e%2e/index.html%00.js', '/%', '/assets'])(
  'has nothing under %s',
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).not.toBeNull();
  },
);

it('answers other hosts and other methods with nothing', async () => {
  expect((await ask('/', 'POST')).status).toBe(404);
  const answer = createAppProtocol({
    rendererFolder: folder,
    pictures: { find: async () => null },
  });
  expect((await answer(new Request('app://elsewhere/'))).status).toBe(404);
});

it('serves kept pictures by their content', async () => {
  const picture = await ask(`/pictures/${SHA}`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await ask(`/pictures/${'f'.repeat(64)}`)).status).toBe(404);
});

it('never names a file outside of the folder, whatever the path', () => {
  const part = fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', '.', '%00', '%252e');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const path = fileOf('/app/renderer', `/${parts.join('')}`);
      expect(path === null || path.startsWith(`${sep}app${sep}renderer${sep}`)).toBe(true);
    }),
  );
});
