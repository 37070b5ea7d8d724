import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../http/client';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { createRecordingLimiter } from '../testing/recording-limiter';
import { createNaverClient } from './client';
import type { NaverClient } from './port';
import { computeClientSecretSign } from './signature';

const NORMAL = { lane: 'normal' } as const;
const SECRET = '$2a$04$SimulatorSaltExample0u';

interface SeenRequest {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A store that keeps every request to the letter and answers each path with a fixed body. */
async function stub(
  answers: Readonly<Record<string, unknown>>,
): Promise<{ client: NaverClient; seen: SeenRequest[] }> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = new URL(request.url ?? '/', 'http://stub').pathname;
      seen.push({
        line: `${request.method} ${request.url}`,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      });
      const answer = path.endsWith('/token')
        ? { access_token: 'TOKEN-1', expires_in: 10_799, token_type: 'Bearer' }
        : answers[path];
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http = createHttpClient({ clock: systemClock, logger: silentLogger });
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  closers.push(() => http.close());
  const client = createNaverClient({
    http,
    rateLimiter: createRecordingLimiter(),
    clock: systemClock,
    logger: silentLogger,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/external`,
    clientId: () => 'sim-client-01',
    clientSecret: () => SECRET,
    applicationId: 'app',
  });
  return { client, seen };
}

describe('on the wire', () => {
  it('a token request is a conforming form, with nothing in the query and no other header', async () => {
    const { client, seen } = await stub({ '/external/v1/seller/account': { accountId: 'me' } });
    const beforeMs = Date.now();
    await client.fetchAccount(NORMAL);
    const [token] = seen;
    expect(token?.line).toBe('POST /external/v1/oauth2/token');
    expect(token?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(token?.headers.authorization).toBeUndefined();
    const form = new URLSearchParams(token?.body);
    const timestamp = Number(form.get('timestamp'));
    expect(timestamp).toBeGreaterThanOrEqual(beforeMs);
    expect(timestamp).toBeLessThanOrEqual(Date.now());
    expect(Object.fromEntries(form)).toEqual({
      client_id: 'sim-client-01',
      timestamp: String(timestamp),
      grant_type: 'client_credentials',
      client_secret_sign: await computeClientSecretSign('sim-client-01', SECRET, timestamp),
      type: 'SELF',
    });
    expect([...form.keys()]).toHaveLength(5);
  });

  it('calls carry the token and share it', async () => {
    const { client, seen } = await stub({ '/external/v1/seller/account': { accountId: 'me' } });
    await Promise.all([client.fetchAccount(NORMAL), client.fetchAccount(NORMAL)]);
    expect(seen.map((request) => request.line)).toEqual([
      'POST /external/v1/oauth2/token',
      'GET /external/v1/seller/account',
      'GET /external/v1/seller/account',
    ]);
    expect(seen[2]?.headers.authorization).toBe('Bearer TOKEN-1');
  });

  it('an upload has parts named imageFiles alone, each with its file name and true type', async () => {
    const { client, seen } = await stub({
      '/external/v1/product-images/upload': { images: [{ url: 'u1' }, { url: 'u2' }] },
    });
    const urls = await client.uploadImages(
      [
        { fileName: 'main.jpg', contentType: 'image/jpeg', bytes: new Uint8Array([255, 216, 255]) },
        { fileName: '측면.png', contentType: 'image/png', bytes: new Uint8Array([137, 80, 78]) },
      ],
      NORMAL,
    );
    expect(urls).toEqual(['u1', 'u2']);
    const upload = seen[1];
    expect(upload?.headers['content-length']).toBe(String(upload?.body.length));
    const names = [...(upload?.body ?? '').matchAll(/[; ]name="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(names).toEqual(['imageFiles', 'imageFiles']);
    expect(upload?.body).toContain('filename="main.jpg"');
    expect(upload?.body).toMatch(/content-type: image\/jpeg/i);
    expect(upload?.body).toMatch(/content-type: image\/png/i);
  });

  it('a product is JSON in UTF-8', async () => {
    const { client, seen } = await stub({ '/external/v2/products': { originProductNo: 5 } });
    const outcome = await client.createProduct({ originProduct: { name: '면 티' } }, NORMAL);
    expect(outcome).toEqual({
      kind: 'created',
      product: { originProductNo: '5', channelProductNo: null },
    });
    expect(seen[1]?.headers['content-type']).toBe('application/json;charset=UTF-8');
    expect(JSON.parse(Buffer.from(seen[1]?.body ?? '', 'latin1').toString('utf8'))).toEqual({
      originProduct: { name: '면 티' },
    });
  });
});
