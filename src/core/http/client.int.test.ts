import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { AppError } from '@shared/errors/app-error';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../platform/clock';
import { faultOf } from '../testing/fault-of';
import { createRecordingLogger } from '../testing/recording-logger';
import { createHttpClient } from './client';
import type { HttpClient } from './port';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function aClient(): { http: HttpClient; logger: ReturnType<typeof createRecordingLogger> } {
  const logger = createRecordingLogger();
  const http = createHttpClient({ clock: systemClock, logger });
  closers.push(() => http.close());
  return { http, logger };
}

async function aServer(listener: RequestListener): Promise<URL> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`);
}

describe('http client', () => {
  it('gives back any status with lower-case headers', async () => {
    const url = await aServer((_, response) => {
      response.writeHead(404, { 'GNCP-GW-Trace-ID': 'abc' }).end('{"x":1}');
    });
    const answer = await aClient().http.send({ method: 'GET', url });
    expect(answer.status).toBe(404);
    expect(answer.headers['gncp-gw-trace-id']).toBe('abc');
    expect(Buffer.from(answer.bytes).toString()).toBe('{"x":1}');
    expect(answer.receivedAtMs).toBeGreaterThanOrEqual(answer.sentAtMs);
  });

  it('follows no redirect', async () => {
    let calls = 0;
    const url = await aServer((_, response) => {
      calls += 1;
      response.writeHead(308, { location: '/elsewhere' }).end();
    });
    const answer = await aClient().http.send({ method: 'GET', url });
    expect(answer.status).toBe(308);
    expect(calls).toBe(1);
  });

  it('sends a form as a form body and files as parts of one name', async () => {
    const seen: { type: string | undefined; body: string }[] = [];
    const url = await aServer((request, response) => {
      let body = '';
      request.setEncoding('latin1').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({ type: request.headers['content-type'], body });
        response.end('{}');
      });
    });
    const { http } = aClient();
    await http.send({ method: 'POST', url, body: { kind: 'form', fields: { a: '1 2', b: '&' } } });
    const file = { contentType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    await http.send({
      method: 'POST',
      url,
      body: {
        kind: 'files',
        partName: 'imageFiles',
        files: [
          { ...file, fileName: 'a.png' },
          { ...file, fileName: 'b.png' },
        ],
      },
    });
    expect(seen[0]).toEqual({ type: 'application/x-www-form-urlencoded', body: 'a=1+2&b=%26' });
    expect(seen[1]?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen[1]?.body.match(/name="imageFiles"/g)).toHaveLength(2);
    expect(seen[1]?.body).toContain('filename="b.png"');
    expect(seen[1]?.body.match(/Content-Type: image\/png/gi)).toHaveLength(2);
  });

  it('unpacks compressed answers and bounds what they unpack to', async () => {
    const url = await aServer((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(100_000)));
    });
    const { http } = aClient();
    const answer = await http.send({ method: 'GET', url });
    expect(answer.bytes).toHaveLength(100_000);
    const fault = await faultOf(http.send({ method: 'GET', url, maxBodyBytes: 50_000 }));
    expect(fault.code).toBe('NETWORK_TOO_LARGE');
  });

  it('stops reading an answer that grows over the allowed size', async () => {
    const url = await aServer((_, response) => {
      response.end('x'.repeat(10_000));
    });
    const fault = await faultOf(aClient().http.send({ method: 'GET', url, maxBodyBytes: 9_999 }));
    expect(fault.code).toBe('NETWORK_TOO_LARGE');
    expect(fault.retry.kind).toBe('look-up');
  });

  it('says that nothing arrived when the name does not resolve or the port is closed', async () => {
    const { http } = aClient();
    const unknownHost = new URL('http://no-such-host.invalid/api');
    const dns = await faultOf(http.send({ method: 'GET', url: unknownHost }));
    expect(dns.code).toBe('NETWORK_DNS');
    expect(dns.retry.kind).toBe('after');
    const closed = createTcpServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const port = (closed.address() as AddressInfo).port;
    await new Promise((resolve) => closed.close(resolve));
    const refused = await faultOf(
      http.send({ method: 'GET', url: new URL(`http://127.0.0.1:${port}/`) }),
    );
    expect(refused.code).toBe('NETWORK_REFUSED');
    expect(refused.retry.kind).toBe('after');
  });

  it('advises to look up after a timeout, a cut answer and a dropped connection', async () => {
    const { http } = aClient();
    const silent = await aServer(() => undefined);
    const timeout = await faultOf(http.send({ method: 'POST', url: silent, timeoutMs: 100 }));
    expect([timeout.code, timeout.retry.kind]).toEqual(['NETWORK_TIMEOUT', 'look-up']);
    const cutting = await aServer((request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"half":');
      setImmediate(() => request.socket.destroy());
    });
    const cut = await faultOf(http.send({ method: 'POST', url: cutting }));
    expect([cut.code, cut.retry.kind]).toEqual(['NETWORK_RESET', 'look-up']);
    const dropping = await aServer((request) => request.socket.destroy());
    const dropped = await faultOf(http.send({ method: 'POST', url: dropping }));
    expect([dropped.code, dropped.retry.kind]).toEqual(['NETWORK_RESET', 'look-up']);
  });

  it('tells an untrusted secure connection apart', async () => {
    const plain = await aServer((_, response) => response.end('{}'));
    const url = new URL(plain);
    url.protocol = 'https:';
    const fault = await faultOf(aClient().http.send({ method: 'GET', url }));
    expect(fault.code).toBe('NETWORK_TLS');
  });

  it('stops when the caller aborts, before and while sending', async () => {
    const url = await aServer(() => undefined);
    const { http } = aClient();
    const before = await faultOf(http.send({ method: 'GET', url, signal: AbortSignal.abort() }));
    expect([before.code, before.retry.kind]).toEqual(['NETWORK_ABORTED', 'now']);
    const controller = new AbortController();
    const pending = faultOf(http.send({ method: 'GET', url, signal: controller.signal }));
    setImmediate(() => controller.abort());
    expect([(await pending).code, (await pending).retry.kind]).toEqual([
      'NETWORK_ABORTED',
      'look-up',
    ]);
  });

  it('ends what is under way when it is closed', async () => {
    const url = await aServer(() => undefined);
    const { http } = aClient();
    const pending = faultOf(http.send({ method: 'POST', url }));
    setTimeout(() => void http.close(), 20);
    expect([(await pending).code, (await pending).retry.kind]).toEqual([
      'NETWORK_ABORTED',
      'look-up',
    ]);
    expect((await faultOf(http.send({ method: 'GET', url }))).code).toBe('NETWORK_ABORTED');
  });

  it('keeps keys, tokens and signatures out of logs and faults', async () => {
    const secrets = ['KEY-SECRET', 'TOKEN-SECRET', 'SIGN-SECRET'];
    const { http, logger } = aClient();
    const answering = await aServer((_, response) => response.end('{}'));
    const dropping = await aServer((request) => request.socket.destroy());
    const faults: AppError[] = [];
    for (const base of [answering, dropping]) {
      const url = new URL(base);
      url.searchParams.set('aid', 'KEY-SECRET');
      await http
        .send({
          method: 'POST',
          url,
          secretParams: ['aid'],
          headers: { Authorization: 'Bearer TOKEN-SECRET' },
          body: { kind: 'form', fields: { client_secret_sign: 'SIGN-SECRET' } },
        })
        .catch((fault: unknown) => faults.push(fault as AppError));
    }
    expect(logger.entries).toHaveLength(2);
    expect(faults).toHaveLength(1);
    const told = JSON.stringify([
      logger.entries,
      faults.map((fault) => [fault.message, fault.params, fault.stack, String(fault.cause)]),
    ]);
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(told).toContain('aid=***');
  });

  it('sends nothing to an address that is not http', async () => {
    const fault = await faultOf(
      aClient().http.send({ method: 'GET', url: new URL('file:///etc/passwd') }),
    );
    expect(fault.code).toBe('NETWORK_BAD_ADDRESS');
  });
});
