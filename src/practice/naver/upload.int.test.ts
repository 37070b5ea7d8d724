import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  jpegBytes,
  readAnswer,
  startTestMarket,
  type TestMarket,
  tokenForm,
  uploadForm,
} from '../testing/test-market';

const UPLOAD = 'POST /v1/product-images/upload';
let market: TestMarket;
beforeEach(async () => {
  market = await startTestMarket();
});
afterEach(() => market.close());

const JPEG = { bytes: jpegBytes(), type: 'image/jpeg' };
const head = (...bytes: number[]) => new Uint8Array([...bytes, ...new Array(20).fill(0)]);
const PNG = { bytes: head(0x89, 0x50, 0x4e, 0x47), type: 'image/png', name: 'b.png' };
const GIF = { bytes: head(0x47, 0x49, 0x46, 0x38, 0x39, 0x61), type: 'image/gif', name: 'c.gif' };
const BMP = { bytes: head(0x42, 0x4d), type: 'image/bmp', name: 'd.bmp' };
const WEBP = new Uint8Array(Buffer.from('RIFF0000WEBPVP8 0000000000000000'));

test('files come back as addresses in their order, and the addresses serve the bytes', async () => {
  const answer = await market.store(UPLOAD, uploadForm([JPEG, PNG, GIF, BMP]));
  expect(answer.status).toBe(200);
  const urls: string[] = answer.body.images.map((image: { url: string }) => image.url);
  expect(urls.map((url) => url.slice(-4))).toEqual(['.jpg', '.png', '.gif', '.bmp']);
  const served = await fetch(urls[1] ?? '');
  expect(served.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await served.arrayBuffer())).toEqual(PNG.bytes);
  expect(market.market.stats()).toMatchObject({ uploads: 1, files: 4 });
});

test.each([
  ['no file', uploadForm([])],
  ['another part name', uploadForm([JPEG], 'file')],
  ['eleven files', uploadForm(Array.from({ length: 11 }, () => JPEG))],
  ['ten million bytes together', uploadForm([{ ...JPEG, bytes: jpegBytes(10_000_000) }])],
  ['a WebP', uploadForm([{ bytes: WEBP, type: 'image/webp', name: 'a.webp' }])],
  ['a WebP called JPEG', uploadForm([{ bytes: WEBP, type: 'image/jpeg' }])],
  ['a PNG declared as JPEG', uploadForm([{ ...PNG, type: 'image/jpeg' }])],
])('%s is refused with 400', async (_what, form) => {
  const answer = await market.store(UPLOAD, form);
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('BAD_REQUEST');
  expect(market.market.stats().files).toBe(0);
});

test('one wrong file refuses the whole call and names it', async () => {
  const answer = await market.store(UPLOAD, uploadForm([JPEG, { ...PNG, type: 'image/gif' }]));
  expect(answer.body.invalidInputs[0].name).toBe('imageFiles[1]');
});

test('a body that is no multipart is refused', async () => {
  expect((await market.store(UPLOAD, { imageFiles: [] })).status).toBe(400);
});

test('a second call while one is running is 429 with the store’s own words', async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await market.close();
  let entered: () => void = () => undefined;
  const isInside = new Promise<void>((resolve) => {
    entered = resolve;
  });
  market = await startTestMarket({
    uploadDelayMs: 300,
    clock: {
      nowMs: () => Date.UTC(2026, 10, 20, 3),
      sleep: () => {
        entered();
        return gate;
      },
    },
  });
  const url = `${market.market.naverUrl}/v1/product-images/upload`;
  const { naverClientId: clientId, naverClientSecret: clientSecret } = market.market.credentials;
  const form = await tokenForm({ clientId, clientSecret }, Date.UTC(2026, 10, 20, 3));
  const issued = await fetch(`${market.market.naverUrl}/v1/oauth2/token`, {
    method: 'POST',
    body: form,
  });
  const { body } = await readAnswer(issued);
  const headers = { authorization: `Bearer ${body.access_token}` };
  const first = fetch(url, { method: 'POST', headers, body: uploadForm([JPEG]) });
  await isInside;
  const second = await fetch(url, { method: 'POST', headers, body: uploadForm([JPEG]) });
  expect(second.status).toBe(429);
  expect(await second.json()).toMatchObject({ message: '이전 요청이 진행중입니다' });
  release();
  expect((await first).status).toBe(200);
});
