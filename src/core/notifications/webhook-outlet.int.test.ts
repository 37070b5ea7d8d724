import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MAIN_STORE } from '@shared/domain/ids';
import type { Notification } from '@shared/domain/notification';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHttpClient } from '../http/client';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { linesOf } from './lines';
import { createWebhookOutlet, parseWebhookUrl } from './webhook-outlet';

let server: Server;
let bodies: unknown[];
let status: number;
const http = createHttpClient({ clock: systemClock, logger: silentLogger });

beforeEach(async () => {
  bodies = [];
  status = 200;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const address = (): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret`;

const note = (id: number, change: Partial<Notification> = {}): Notification => ({
  notificationId: id,
  kind: 'price-up',
  severity: 'ask',
  code: 'NOTIFY_BATCH_DONE',
  params: { name: '<!channel> & 신상', total: 3 },
  storeId: MAIN_STORE,
  itemNo: null,
  groupKey: `line-${id}`,
  link: null,
  createdAtMs: 0,
  readAtMs: null,
  repeatCount: 0,
  ...change,
});
const send = (notes: readonly Notification[], url: string | null = address()) =>
  createWebhookOutlet({ http, address: () => url, allowsLoopback: true }).deliver(
    linesOf(notes),
    'ko',
    new AbortController().signal,
  );

it('posts one Slack message whose words command nothing', async () => {
  expect(await send([note(1), note(2, { severity: 'alarm' })])).toEqual({ kind: 'delivered' });
  const [body] = bodies as { text: string }[];
  expect(body?.text).toContain('&lt;!channel&gt; &amp; 신상');
  expect(body?.text.startsWith('🔴')).toBe(true);
});

it('shortens a flood to twenty lines and the number of the rest', async () => {
  await send(Array.from({ length: 30 }, (_, index) => note(index + 1)));
  const [body] = bodies as { text: string }[];
  expect(body?.text.split('\n\n')).toHaveLength(21);
  expect(body?.text).toContain('10건');
});

it.each([
  [500, 'retry'],
  [429, 'retry'],
  [404, 'refused'],
  [302, 'refused'],
])('takes an answer %i for %s', async (code, kind) => {
  status = code;
  expect(await send([note(1)])).toMatchObject({ kind });
  expect(bodies).toHaveLength(1);
});

it('waits for an address that nobody answers at', async () => {
  const url = address();
  await new Promise((resolve) => server.close(resolve));
  expect(await send([note(1)], url)).toMatchObject({ kind: 'retry' });
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

it('refuses to send without an address', async () => {
  expect(await send([note(1)], null)).toMatchObject({ code: 'NOTIFY_WEBHOOK_MISSING' });
});

it.each([
  'http://hooks.slack.com/services/x',
  'https://127.0.0.1/x',
  'https://localhost/x',
  'https://[::1]/x',
  'https://10.0.0.8/x',
  'https://169.254.169.254/latest',
  'https://intranet/x',
  'https://user:secret@hooks.slack.com/x',
  'file:///etc/passwd',
  'nonsense',
])('takes %s for no webhook', (text) => {
  expect(parseWebhookUrl(text)).toBeNull();
});

it('takes a public https address', () => {
  expect(parseWebhookUrl(' https://hooks.slack.com/services/T/B/x ')?.host).toBe('hooks.slack.com');
});
