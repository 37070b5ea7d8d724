import { type AddressInfo, createServer, type Server } from 'node:net';
import { MAIN_STORE } from '@shared/domain/ids';
import type { Notification } from '@shared/domain/notification';
import { defaultSettings, type NotificationSettings } from '@shared/domain/settings';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmailOutlet } from './email-outlet';
import { linesOf } from './lines';

/** A mail server as far as one message needs it (RFC 5321 3.1 to 3.3), with a password (RFC 4954). */
let server: Server;
let mails: string[];
let dialogue: string[];
let answers: { auth: string; recipient: string };

beforeEach(async () => {
  mails = [];
  dialogue = [];
  answers = { auth: '235 2.7.0 ok', recipient: '250 ok' };
  server = createServer((socket) => {
    let isInMail = false;
    let mail = '';
    let unread = '';
    socket.write('220 mail.test ESMTP\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      unread += chunk.toString('utf8');
      for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        if (isInMail) {
          if (line !== '.') {
            mail += `${line}\n`;
            continue;
          }
          isInMail = false;
          mails.push(mail);
          socket.write('250 queued\r\n');
          continue;
        }
        dialogue.push(line);
        const verb = line.split(' ')[0]?.toUpperCase();
        if (verb === 'EHLO') socket.write('250-mail.test\r\n250 AUTH PLAIN\r\n');
        else if (verb === 'AUTH') socket.write(`${answers.auth}\r\n`);
        else if (verb === 'STARTTLS') socket.write('502 not here\r\n');
        else if (verb === 'RCPT') socket.write(`${answers.recipient}\r\n`);
        else if (verb === 'DATA') {
          isInMail = true;
          mail = '';
          socket.write('354 go on\r\n');
        } else if (verb === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const note = (id: number, change: Partial<Notification>): Notification => ({
  notificationId: id,
  kind: 'sold-out',
  severity: 'alarm',
  code: 'NOTIFY_BATCH_DONE',
  params: { name: '<b>가을</b>', total: 2 },
  storeId: MAIN_STORE,
  itemNo: null,
  groupKey: `line-${id}`,
  link: null,
  createdAtMs: Date.UTC(2026, 10, 23),
  readAtMs: null,
  repeatCount: 0,
  ...change,
});

const send = (change: Partial<NotificationSettings> = {}) =>
  createEmailOutlet({
    settings: () => ({
      ...defaultSettings().notifications,
      smtpHost: '127.0.0.1',
      smtpPort: (server.address() as AddressInfo).port,
      smtpSecurity: 'none',
      smtpUser: 'seller',
      emailFrom: 'shop@example.com',
      emailTo: 'seller@example.com',
      ...change,
    }),
    password: () => 'mail-secret',
  }).deliver(
    linesOf([note(1, {}), note(2, { severity: 'info', kind: 'price-down' })]),
    'ko',
    new AbortController().signal,
  );

it('sends one digest as text and as HTML in which no title is markup', async () => {
  expect(await send()).toEqual({ kind: 'delivered' });
  expect(dialogue).toContain('MAIL FROM:<shop@example.com>');
  expect(dialogue).toContain('RCPT TO:<seller@example.com>');
  const [mail = ''] = mails;
  const parts = [...mail.matchAll(/base64\n\n([A-Za-z0-9+/=\n]+)/g)].map((match) =>
    Buffer.from(match[1] ?? '', 'base64').toString('utf8'),
  );
  expect(parts[0]).toContain('바로 확인하세요');
  expect(parts[1]).toContain('&lt;b&gt;가을&lt;/b&gt;');
});

it('gives up over a wrong password, and says which server refused', async () => {
  answers.auth = '535 5.7.8 no';
  expect(await send()).toMatchObject({
    kind: 'refused',
    code: 'NOTIFY_EMAIL_REFUSED',
    params: { host: '127.0.0.1', problem: 'SMTP 535' },
  });
});

it('tries later when the server asks for it', async () => {
  answers.recipient = '451 4.7.1 later';
  expect(await send()).toMatchObject({ kind: 'retry' });
});

it('sends nothing when the server offers no encryption but it is asked for', async () => {
  expect(await send({ smtpSecurity: 'starttls' })).toMatchObject({ kind: 'refused' });
  expect(mails).toEqual([]);
  expect(dialogue.join(' ')).not.toContain('AUTH');
});

it('says that settings are missing instead of trying', async () => {
  expect(await send({ emailTo: '' })).toMatchObject({ code: 'NOTIFY_EMAIL_INCOMPLETE' });
});
