import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@core/platform/clock';
import { systemRandomness } from '@core/platform/randomness';
import { createFakeStoreBridge, type FakeStoreBridge } from '@core/testing/fake-storebridge';
import { workspaceOf } from '@core/testing/fake-workspace';
import { createRecordingLogger } from '@core/testing/recording-logger';
import { LIST_FILE_MAX_BYTES } from '@shared/domain/intake';
import { FILE_INPUT_HEADER } from '@shared/ipc/wire';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningHost, startHost } from './start-host';

const SHA = 'c'.repeat(64);

let folder: string;
let host: RunningHost;
let storebridge: FakeStoreBridge;
const logger = createRecordingLogger();

const start = (port = 0, session?: string): Promise<RunningHost> =>
  startHost({
    workspace: workspaceOf(storebridge),
    port,
    ...(session === undefined ? {} : { session }),
    rendererFolder: folder,
    version: '1.2.3',
    clock: systemClock,
    randomness: systemRandomness,
    logger,
    checksOutputs: true,
    pictures: {
      find: async (sha256) =>
        sha256 === SHA ? { path: join(folder, 'picture.jpg'), contentType: 'image/jpeg' } : null,
    },
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-host-'));
  await writeFile(join(folder, 'index.html'), '<title>page</title>');
  await writeFile(join(folder, 'picture.jpg'), 'jpeg bytes');
  storebridge = createFakeStoreBridge({ clock: systemClock });
  host = await start();
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Plain node:http, because fetch does not let a test set Host and Origin. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: Uint8Array,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      // No connection is kept: a host that was closed would be asked over it.
      { port: host.port, host: '127.0.0.1', path, method, headers, agent: false },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += String(chunk);
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

async function signIn(): Promise<string> {
  const answer = await ask(new URL(host.url).pathname + new URL(host.url).search);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

function openSocket(cookie: string, origin = `http://127.0.0.1:${host.port}`): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/socket`, {
      headers: { cookie, origin },
    });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data))));
  });
}

it('shows nothing without the token, and trades the token for a cookie once', async () => {
  expect((await ask('/')).status).toBe(401);
  expect((await ask('/?token=wrong')).status).toBe(401);
  const signedIn = await ask(`/${new URL(host.url).search}`);
  expect(signedIn).toMatchObject({ status: 303, headers: { location: '/' } });
  const page = await ask('/', { cookie: await signIn() });
  expect(page).toMatchObject({ status: 200, body: '<title>page</title>' });
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  expect(page.headers['x-content-type-options']).toBe('nosniff');
});

it('knows a browser after a restart by a session that is kept, never by the token before', async () => {
  const session = 'e'.repeat(64);
  const restart = async (): Promise<void> => {
    const { port } = host;
    await host.close();
    host = await start(port, session);
  };
  const cookieBefore = await signIn();
  const { search } = new URL(host.url);
  await restart();
  expect((await ask('/', { cookie: cookieBefore })).status).toBe(401);
  const cookie = await signIn();
  await restart();
  expect((await ask('/', { cookie })).status).toBe(200);
  expect((await ask(`/${search}`)).status).toBe(401);
});

it('refuses a name that was rebound to this computer', async () => {
  const cookie = await signIn();
  expect((await ask('/', { cookie, host: `evil.example:${host.port}` })).status).toBe(421);
  expect((await ask('/?token=x', { host: 'evil.example' })).status).toBe(421);
});

it('listens on the loopback address only', async () => {
  expect(new URL(host.url).hostname).toBe('127.0.0.1');
});

it('refuses a WebSocket of a foreign page, of no page, and without the cookie', async () => {
  const cookie = await signIn();
  await expect(openSocket(cookie, 'http://evil.example')).rejects.toThrow('403');
  await expect(openSocket(cookie, 'null')).rejects.toThrow('403');
  await expect(openSocket('')).rejects.toThrow('403');
});

it('answers a route over the WebSocket and tells events to those who asked for them', async () => {
  const socket = await openSocket(await signIn());
  socket.send(JSON.stringify({ kind: 'request', id: 7, route: 'app.getInfo', input: {} }));
  expect(await nextMessage(socket)).toMatchObject({
    kind: 'answer',
    id: 7,
    envelope: { ok: true, value: { version: '1.2.3', shell: 'browser', mode: 'practice' } },
  });
  socket.send(JSON.stringify({ kind: 'subscribe', topic: 'settings.changed' }));
  socket.send(JSON.stringify({ kind: 'request', id: 8, route: 'settings.get', input: {} }));
  expect(await nextMessage(socket)).toMatchObject({ id: 8 });
  storebridge.settings.update({ theme: 'dark' });
  expect(await nextMessage(socket)).toMatchObject({
    kind: 'event',
    topic: 'settings.changed',
    payload: { theme: 'dark' },
  });
  socket.close();
});

it('closes a connection that does not speak the protocol', async () => {
  for (const message of ['not json', '{"kind":"other"}', Buffer.from([1, 2, 3])]) {
    const socket = await openSocket(await signIn());
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send(message);
    expect(await closed).toBe(1008);
  }
});

it('takes a file as the body of a request, with a name in any script', async () => {
  const cookie = await signIn();
  const origin = `http://127.0.0.1:${host.port}`;
  const input = encodeURIComponent(JSON.stringify({ fileName: '상품 목록.txt' }));
  const answer = await ask(
    '/files/intake.readList',
    { cookie, origin, [FILE_INPUT_HEADER]: input },
    'POST',
    new TextEncoder().encode('12345678\n'),
  );
  expect(JSON.parse(answer.body)).toMatchObject({
    ok: true,
    value: { reading: { state: { kind: 'read' }, summary: { verdicts: { taken: 1 } } } },
  });
});

it('refuses files of foreign pages, without a name, for other routes, and over the limit', async () => {
  const cookie = await signIn();
  const origin = `http://127.0.0.1:${host.port}`;
  const input = encodeURIComponent(JSON.stringify({ fileName: 'list.txt' }));
  const send = (path: string, headers: Record<string, string>, body = new Uint8Array(1)) =>
    ask(path, { cookie, ...headers }, 'POST', body);
  expect((await send('/files/intake.readList', { origin: 'http://evil.example' })).status).toBe(
    403,
  );
  expect((await send('/files/intake.readList', {})).status).toBe(403);
  expect(JSON.parse((await send('/files/intake.readList', { origin })).body)).toMatchObject({
    error: { code: 'IPC_BAD_INPUT' },
  });
  const headers = { origin, [FILE_INPUT_HEADER]: input };
  expect(JSON.parse((await send('/files/settings.get', headers)).body)).toMatchObject({
    error: { code: 'IPC_UNKNOWN_ROUTE' },
  });
  const large = new Uint8Array(LIST_FILE_MAX_BYTES + 1);
  expect(JSON.parse((await send('/files/intake.readList', headers, large)).body)).toMatchObject({
    error: { code: 'INTAKE_TOO_LARGE', params: { file: 'list.txt', sizeMb: 33, maxMb: 32 } },
  });
});

it('serves kept pictures by their content and nothing else under that path', async () => {
  const cookie = await signIn();
  expect(await ask(`/pictures/${SHA}`, { cookie })).toMatchObject({
    status: 200,
    body: 'jpeg bytes',
    headers: { 'content-type': 'image/jpeg' },
  });
  expect((await ask(`/pictures/${'d'.repeat(64)}`, { cookie })).status).toBe(404);
  expect((await ask('/pictures/..%2findex.html', { cookie })).status).toBe(404);
  expect((await ask(`/pictures/${SHA}`)).status).toBe(401);
});

it('says in words that the port is taken', async () => {
  await expect(
    startHost({
      workspace: workspaceOf(storebridge),
      port: host.port,
      rendererFolder: folder,
      version: '1',
      clock: systemClock,
      randomness: systemRandomness,
      logger,
      checksOutputs: true,
    }),
  ).rejects.toMatchObject({ code: 'HOST_PORT_TAKEN' });
});
