import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { connectRedis } from './connection';
import { testRedis } from './connection-test';

const folder = mkdtempSync(join(tmpdir(), 'storebridge-tls-'));
const file = (name: string): string => join(folder, name);
let url = '';
let stop: () => Promise<unknown> = async () => undefined;

/** A certificate authority of the test and a certificate for 127.0.0.1, signed by it. */
function makeCertificates(): void {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  for (const name of ['ca', 'other-ca']) {
    openssl(
      ...['req', '-x509', ...newKey, '-days', '2', '-subj', `/CN=${name}`],
      ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
    );
  }
  openssl('req', ...newKey, '-subj', '/CN=redis', '-keyout', 'redis.key', '-out', 'redis.csr');
  writeFileSync(file('redis.ext'), 'subjectAltName=IP:127.0.0.1\n');
  openssl(
    ...['x509', '-req', '-in', 'redis.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-days', '2', '-extfile', 'redis.ext', '-out', 'redis.crt'],
  );
}

beforeAll(async () => {
  makeCertificates();
  const port = await freePort();
  const child = spawn(
    'redis-server',
    [
      ...['--port', '0', '--tls-port', String(port), '--bind', '127.0.0.1', '--save', ''],
      ...['--tls-cert-file', file('redis.crt'), '--tls-key-file', file('redis.key')],
      ...['--tls-ca-cert-file', file('ca.crt'), '--tls-auth-clients', 'no', '--dir', folder],
    ],
    { stdio: 'ignore' },
  );
  stop = () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    return ended;
  };
  url = `rediss://127.0.0.1:${port}`;
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

it('talks to a server whose certificate a trusted authority signed', async () => {
  const ca = readFileSync(file('ca.crt'), 'utf8');
  const connection = await connectRedis({ kind: 'url', url, ca }, silentLogger, 10_000);
  expect(await connection.nowMs()).toBeGreaterThan(1_700_000_000_000);
  await connection.close();
});

it('refuses a certificate of an authority that nobody trusts, and says that it is the certificate', async () => {
  await expect(connectRedis({ kind: 'url', url }, silentLogger, 3_000)).rejects.toMatchObject({
    code: 'REDIS_CERTIFICATE',
  });
  const ca = readFileSync(file('other-ca.crt'), 'utf8');
  await expect(connectRedis({ kind: 'url', url, ca }, silentLogger, 3_000)).rejects.toMatchObject({
    code: 'REDIS_CERTIFICATE',
  });
});

it('refuses a certificate that was made for another name', async () => {
  const ca = readFileSync(file('ca.crt'), 'utf8');
  const other = url.replace('127.0.0.1', 'localhost');
  await expect(
    connectRedis({ kind: 'url', url: other, ca }, silentLogger, 3_000),
  ).rejects.toMatchObject({ code: 'REDIS_CERTIFICATE' });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

it('tells a seller who tests the address what keeps them apart, as a value', async () => {
  const patienceMs = 1000;
  expect(await testRedis(url, systemClock, patienceMs)).toMatchObject({
    kind: 'fails',
    code: 'REDIS_CERTIFICATE',
  });
  const nobody = `redis://127.0.0.1:${await freePort()}`;
  expect(await testRedis(nobody, systemClock, patienceMs)).toMatchObject({
    kind: 'fails',
    code: 'REDIS_UNREACHABLE',
  });
  expect(await testRedis('http://127.0.0.1', systemClock)).toMatchObject({
    kind: 'fails',
    code: 'REDIS_URL',
  });
});
