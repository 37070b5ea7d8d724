import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { defaultSettings } from '@shared/domain/settings';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { systemRandomness } from '../platform/randomness';
import type { PictureOutcome, PicturePreparer } from './port';
import { createPicturePreparer, type PicturePreparerPorts } from './preparer';
import { bmpOf, pngOf } from './testing/bad-pictures';
import { type PictureServer, startPictureServer } from './testing/picture-server';
import { photo, photoJpeg } from './testing/pictures';

const MEMORY_BOUND_BYTES = 250 * 1024 * 1024;

let folder: string;
let server: PictureServer;
let good: Buffer;
const opened: PicturePreparer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storebridge-bad-pictures-'));
  server = await startPictureServer();
  good = await photoJpeg({ widthPx: 700, heightPx: 700 });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((preparer) => preparer.close()));
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function preparer(overrides: Partial<PicturePreparerPorts> = {}): PicturePreparer {
  const made = createPicturePreparer({
    dataFolder: folder,
    settings: () => ({ images: defaultSettings().images, allowsPrivateImageHosts: true }),
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    ...overrides,
  });
  opened.push(made);
  return made;
}

/**
 * Prepares `url` beside a good picture, which has to come through, and checks that memory stayed in
 * bounds and nothing was left half done. Returns what became of `url`.
 */
async function outcomeOf(
  url: string,
  overrides: Partial<PicturePreparerPorts> = {},
): Promise<PictureOutcome> {
  const goodUrl = server.serve('/good.jpg', good);
  const beforeBytes = process.memoryUsage.rss();
  let peakBytes = beforeBytes;
  const sampler = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, 5);
  const outcomes = await preparer(overrides).prepare([
    { url, role: 'product' },
    { url: goodUrl, role: 'product' },
  ]);
  clearInterval(sampler);
  expect(outcomes[1]?.kind).toBe('prepared');
  expect(peakBytes - beforeBytes).toBeLessThan(MEMORY_BOUND_BYTES);
  expect(await readdir(join(folder, 'pictures', 'unfinished'))).toEqual([]);
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

async function reasonOf(
  url: string,
  overrides: Partial<PicturePreparerPorts> = {},
): Promise<{ readonly code: string; readonly params?: object }> {
  const outcome = await outcomeOf(url, overrides);
  if (outcome.kind !== 'dropped') throw new Error(`not dropped but ${outcome.kind}`);
  return outcome.reason;
}

describe('answers that are no picture', () => {
  test('404 is dropped after one request', async () => {
    const reason = await reasonOf(`${server.baseUrl}/absent.jpg`);
    expect(reason).toMatchObject({ code: 'PICTURE_NOT_FOUND', params: { status: 404 } });
    expect(server.requests.filter((path) => path === '/absent.jpg')).toHaveLength(1);
  });

  test('500 is asked for again a few times and then dropped with its status', async () => {
    const url = server.handle('/broken.jpg', (_request, response) => {
      response.writeHead(500).end('oops');
    });
    const reason = await reasonOf(url);
    expect(reason).toMatchObject({ code: 'PICTURE_HOST_FAILED', params: { status: 500 } });
    expect(server.requests.filter((path) => path === '/broken.jpg')).toHaveLength(3);
  });

  test('a host that fails once and then answers costs one more request, not the picture', async () => {
    let requests = 0;
    const url = server.handle('/shaky.jpg', (_request, response) => {
      requests += 1;
      if (requests === 1) response.writeHead(503, { 'retry-after': '0' }).end();
      else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(other);
    });
    const other = await photoJpeg({ widthPx: 700, heightPx: 700, seed: 5 });
    expect((await outcomeOf(url)).kind).toBe('prepared');
    expect(requests).toBe(2);
  });

  test('HTML with status 200 and a picture’s content type is recognised by its bytes', async () => {
    const html = Buffer.from(`<!doctype html><h1>Sorry</h1>${'<p>moved</p>'.repeat(1000)}`);
    expect((await reasonOf(server.serve('/page.jpg', html))).code).toBe('PICTURE_NOT_A_PICTURE');
    const short = Buffer.from('<html>gone</html>');
    expect((await reasonOf(server.serve('/short.jpg', short))).code).toBe('PICTURE_NOT_A_PICTURE');
  });

  test('an answer of 0 bytes is dropped as empty', async () => {
    expect((await reasonOf(server.serve('/empty.jpg', Buffer.alloc(0)))).code).toBe(
      'PICTURE_EMPTY',
    );
  });

  test('a truncated JPEG is dropped, not shown half grey', async () => {
    const cut = good.subarray(0, Math.floor(good.byteLength * 0.6));
    expect((await reasonOf(server.serve('/cut.jpg', cut))).code).toBe('PICTURE_DAMAGED');
  });

  test('a connection that breaks in the middle is tried again, then dropped', async () => {
    const url = server.handle('/breaks.jpg', (_request, response) => {
      response.writeHead(200, { 'content-length': good.byteLength });
      response.write(good.subarray(0, 1000), () => response.destroy());
    });
    expect((await reasonOf(url)).code).toBe('PICTURE_UNREACHABLE');
    expect(server.requests.filter((path) => path === '/breaks.jpg')).toHaveLength(3);
  });

  test('a host that does not exist is dropped as unreachable', async () => {
    const resolve = async (hostname: string) => {
      if (hostname === '127.0.0.1') return [{ address: hostname, family: 4 }];
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    };
    const reason = await reasonOf('https://nowhere.example/a.jpg', { resolve });
    expect(reason).toMatchObject({
      code: 'PICTURE_UNREACHABLE',
      params: { host: 'nowhere.example' },
    });
  });
});

describe('pictures that say more than they hold', () => {
  test('a wrong content type and a wrong name do not matter when the bytes are a picture', async () => {
    const png = await (await photo({ widthPx: 800, heightPx: 800, seed: 3 })).png().toBuffer();
    const url = server.serve('/really-a-png.gif', png, 'text/plain');
    expect((await outcomeOf(url)).kind).toBe('prepared');
  });

  test('a PNG of 20,000 x 20,000 pixels is refused before a pixel is decoded', async () => {
    const bomb = pngOf(20_000, 20_000, deflateSync(Buffer.alloc(20_000)));
    expect(bomb.byteLength).toBeLessThan(1000);
    expect(await reasonOf(server.serve('/bomb.png', bomb))).toMatchObject({
      code: 'PICTURE_TOO_MANY_PIXELS',
      params: { widthPx: 20_000, heightPx: 20_000 },
    });
  });

  test('a WebP that unpacks to hundreds of megabytes is refused before it is decoded', async () => {
    // One colour: a few kilobytes on the wire, 16,000 x 4,500 pixels (288 MB) in memory.
    const create = { width: 16_000, height: 4_500, channels: 3 as const, background: '#d04040' };
    const { default: sharp } = await import('sharp');
    const bomb = await sharp({ create }).webp({ lossless: true, effort: 0 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect((await reasonOf(server.serve('/bomb.webp', bomb))).code).toBe('PICTURE_TOO_MANY_PIXELS');
  });

  test('an SVG is not drawn and what it refers to is not fetched', async () => {
    const svg = Buffer.from(
      `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">` +
        `<image href="${server.baseUrl}/secret" width="900" height="900"/>` +
        `<image href="file:///etc/passwd" width="9" height="9"/></svg>`,
    );
    const reason = await reasonOf(server.serve('/drawing.svg', svg, 'image/jpeg'));
    expect(reason).toMatchObject({ code: 'PICTURE_FORMAT_UNSUPPORTED', params: { format: 'SVG' } });
    expect(server.requests).not.toContain('/secret');
  });

  test('an SVG behind a picture’s signature is not drawn either', async () => {
    const disguised = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
    ]);
    expect((await reasonOf(server.serve('/a.jpg', disguised))).code).toBe('PICTURE_DAMAGED');
  });
});

describe('formats that no open decoder is shipped for', () => {
  test.each([
    ['BMP', bmpOf(700, 700)],
    ['HEIC', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(900)])],
  ])('%s is refused by its name, whatever it is called', async (format, bytes) => {
    const reason = await reasonOf(server.serve('/really.jpg', bytes, 'image/jpeg'));
    expect(reason).toMatchObject({ code: 'PICTURE_FORMAT_UNSUPPORTED', params: { format } });
  });
});

describe('servers that never come to an end', () => {
  test('a body of 200 MB without a length is cut off at the limit', async () => {
    let sentBytes = 0;
    const url = server.handle('/endless.jpg', (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      response.write(good.subarray(0, 4096));
      const chunk = Buffer.alloc(1024 * 1024, 7);
      const more = (): void => {
        while (!response.destroyed && sentBytes < 200 * 1024 * 1024) {
          sentBytes += chunk.byteLength;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    expect((await reasonOf(url)).code).toBe('PICTURE_TOO_LARGE');
    expect(sentBytes).toBeLessThan(60 * 1024 * 1024);
  });

  test('a length above the limit is refused without reading', async () => {
    const url = server.handle('/huge.jpg', (_request, response) => {
      response.writeHead(200, { 'content-length': 200 * 1024 * 1024 });
      response.flushHeaders();
    });
    expect((await reasonOf(url)).code).toBe('PICTURE_TOO_LARGE');
  });

  test('a server that sends a byte now and then is given up when the time is up', async () => {
    const timers: NodeJS.Timeout[] = [];
    const url = server.handle('/slow.jpg', (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      let at = 0;
      timers.push(
        setInterval(() => {
          response.write(good.subarray(at, at + 1));
          at += 1;
        }, 20),
      );
    });
    const beganMs = performance.now();
    const reason = await reasonOf(url, { downloadLimits: { timeoutMs: 600 } });
    for (const timer of timers) clearInterval(timer);
    expect(reason.code).toBe('PICTURE_TIMED_OUT');
    expect(performance.now() - beganMs).toBeLessThan(5_000);
  });

  test('a server that never answers is given up when the time is up', async () => {
    const url = server.handle('/silent.jpg', () => undefined);
    const reason = await reasonOf(url, { downloadLimits: { timeoutMs: 400 } });
    expect(reason.code).toBe('PICTURE_TIMED_OUT');
  });

  test('a redirect loop ends after the allowed hops', async () => {
    const url = server.handle('/loop.jpg', (_request, response) => {
      response.writeHead(302, { location: '/loop.jpg' }).end();
    });
    expect((await reasonOf(url)).code).toBe('PICTURE_REDIRECTS');
    expect(server.requests.filter((path) => path === '/loop.jpg')).toHaveLength(6);
  });
});

test.each(['file:///etc/passwd', 'ftp://127.0.0.1/a.jpg', 'data:image/png;base64,AAAA'])(
  'a redirect to %s is refused at once, also where private hosts are allowed',
  async (location) => {
    const url = server.handle('/elsewhere.jpg', (_request, response) => {
      response.writeHead(302, { location }).end();
    });
    expect((await reasonOf(url)).code).toBe('PICTURE_HOST_FORBIDDEN');
    expect(server.requests.filter((path) => path === '/elsewhere.jpg')).toHaveLength(1);
  },
);

describe('addresses inside the network', () => {
  const guarded = () => ({ images: defaultSettings().images, allowsPrivateImageHosts: false });

  async function guardedReason(url: string, overrides: Partial<PicturePreparerPorts> = {}) {
    const [outcome] = await preparer({ settings: guarded, ...overrides }).prepare([
      { url, role: 'product' },
    ]);
    return outcome?.kind === 'dropped' ? outcome.reason.code : outcome?.kind;
  }

  test.each([
    'http://127.0.0.1/a.jpg',
    'http://2130706433/a.jpg',
    'http://0x7f.1/a.jpg',
    'http://[::1]/a.jpg',
    'http://[::ffff:127.0.0.1]/a.jpg',
    'http://10.0.0.8/a.jpg',
    'http://169.254.169.254/latest/meta-data',
    'https://93.184.216.34:6379/a.jpg',
  ])('%s is not asked for', async (url) => {
    expect(await guardedReason(url)).toBe('PICTURE_HOST_FORBIDDEN');
  });

  test('a name that resolves to loopback is not connected to', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const code = await guardedReason('https://pictures.example/a.jpg', { resolve });
    expect(code).toBe('PICTURE_HOST_FORBIDDEN');
  });

  test('a redirect to loopback is not followed', async () => {
    server.serve('/secret.jpg', good);
    const url = server.handle('/away.jpg', (_request, response) => {
      response.writeHead(302, { location: `${server.baseUrl}/secret.jpg` }).end();
    });
    // The first hop is let through to reach the redirect; the setting is closed again for the second.
    let asked = 0;
    const settings = () => {
      asked += 1;
      return { images: defaultSettings().images, allowsPrivateImageHosts: asked <= 2 };
    };
    const [outcome] = await preparer({ settings }).prepare([{ url, role: 'product' }]);
    expect(outcome).toMatchObject({ kind: 'dropped', reason: { code: 'PICTURE_HOST_FORBIDDEN' } });
    expect(server.requests).toEqual(['/away.jpg']);
  });
});

describe('too much of it', () => {
  test('the same address many times is one request and one file', async () => {
    const url = server.serve('/same.jpg', good);
    const outcomes = await preparer().prepare(
      Array.from({ length: 30 }, () => ({ url, role: 'detail' as const })),
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual([
      'prepared',
      ...new Array<string>(29).fill('duplicate'),
    ]);
    expect(server.requests).toHaveLength(1);
  });

  test('one host sees a few connections, which are used again', async () => {
    const sockets = new Set<unknown>();
    const urls = Array.from({ length: 12 }, (_unused, index) =>
      server.handle(`/${index}.jpg`, (request, response) => {
        sockets.add(request.socket);
        response.end(good);
      }),
    );
    const outcomes = await preparer({ downloadLimits: { connectionsPerHost: 3 } }).prepare(
      urls.map((url) => ({ url, role: 'detail' as const })),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'dropped')).toEqual([]);
    expect(sockets.size).toBe(3);
  });

  test('300 pictures in one item come through within the memory bound', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 12 }, (_unused, seed) =>
        photoJpeg({ widthPx: 620, heightPx: 620, seed: seed + 1 }),
      ),
    );
    const urls = Array.from({ length: 300 }, (_unused, index) =>
      server.serve(`/${index}.jpg`, pictures[index % pictures.length] ?? good),
    );
    const beforeBytes = process.memoryUsage.rss();
    const outcomes = await preparer().prepare(
      urls.map((url) => ({ url, role: 'detail' as const })),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'prepared')).toHaveLength(12);
    expect(outcomes.filter((outcome) => outcome.kind === 'duplicate')).toHaveLength(288);
    expect(process.memoryUsage.rss() - beforeBytes).toBeLessThan(MEMORY_BOUND_BYTES);
  });

  test('downloads that outgrow the memory go through files and come out the same', async () => {
    const url = server.serve(
      '/spilled.jpg',
      await photoJpeg({ widthPx: 900, heightPx: 900, seed: 9 }),
    );
    const spilled = await outcomeOf(url, { downloadLimits: { memoryBytes: 10_000 } });
    const inMemory = await outcomeOf(url);
    expect(spilled).toEqual(inMemory);
  });
});

describe('stopping', () => {
  test('an aborted item ends at once and leaves nothing half done', async () => {
    const url = server.handle('/never.jpg', () => undefined);
    const abort = new AbortController();
    const running = preparer().prepare([{ url, role: 'product' }], abort.signal);
    await expect.poll(() => server.requests).toEqual(['/never.jpg']);
    abort.abort(new Error('cancelled by the seller'));
    await expect(running).rejects.toThrow('cancelled by the seller');
    expect(await readdir(join(folder, 'pictures', 'unfinished'))).toEqual([]);
  });

  test('a data folder that cannot be written is a fault, not a bad picture', async () => {
    const url = server.serve('/good.jpg', good);
    const dataFolder = join(folder, 'a-file');
    await writeFile(dataFolder, 'in the way');
    const running = preparer({ dataFolder }).prepare([{ url, role: 'product' }]);
    await expect(running).rejects.toMatchObject({ name: 'AppError' });
  });
});
