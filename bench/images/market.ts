import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPhotoMaker } from './pictures';

/*
 * The server process of the bench: picture host and upload endpoint. A picture's answer begins
 * PICTURE_LATENCY_MS after its request; an upload is answered UPLOAD_MS after it arrived whole. Two
 * uploads at once are answered with 429, as Naver does.
 */

export const PICTURE_LATENCY_MS = 500;
export const UPLOAD_MS = 300;
export const LARGE_COUNT = 10;
/** 100 items with 5 pictures each, 2 of them from a common pool: 300 own and 10 shared ones. */
export const ITEM_COUNT = 100;
export const OWN_PER_ITEM = 3;
export const SHARED_PER_ITEM = 2;
export const SHARED_COUNT = 10;

export interface MarketStats {
  readonly pictureRequests: number;
  readonly uploadCalls: number;
  readonly uploadedFiles: number;
  readonly refusedCalls: number;
  readonly largestCallBytes: number;
}

/** Serves until the process ends; writes its port to stdout when everything is made. */
export async function runMarket(): Promise<void> {
  const maker = await createPhotoMaker();
  const pictures = new Map<string, Buffer>();
  for (let number = 0; number < LARGE_COUNT; number += 1) {
    pictures.set(`/large/${number}.jpg`, await maker.largePhoto(number));
  }
  const smallCount = ITEM_COUNT * OWN_PER_ITEM + SHARED_COUNT;
  for (let number = 0; number < smallCount; number += 1) {
    pictures.set(`/small/${number}.jpg`, await maker.smallPhoto(number));
  }
  let stats = emptyStats();
  let isUploading = false;
  let addresses = 0;

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const picture = pictures.get(path);
    if (picture !== undefined) {
      stats = { ...stats, pictureRequests: stats.pictureRequests + 1 };
      await sleep(PICTURE_LATENCY_MS);
      response.writeHead(200, {
        'content-type': 'image/jpeg',
        'content-length': picture.byteLength,
      });
      response.end(picture);
    } else if (path === '/stats') {
      response.end(JSON.stringify(stats));
      stats = emptyStats();
    } else if (path === '/upload') {
      if (isUploading) {
        stats = { ...stats, refusedCalls: stats.refusedCalls + 1 };
        request.resume();
        response.writeHead(429).end('{}');
        return;
      }
      isUploading = true;
      const { files, bytes } = await readUpload(request);
      await sleep(UPLOAD_MS);
      isUploading = false;
      stats = {
        ...stats,
        uploadCalls: stats.uploadCalls + 1,
        uploadedFiles: stats.uploadedFiles + files,
        largestCallBytes: Math.max(stats.largestCallBytes, bytes),
      };
      const images = Array.from({ length: files }, () => {
        addresses += 1;
        return { url: `https://shop-phinf.pstatic.net/bench/${addresses}.jpg` };
      });
      response.end(JSON.stringify({ images }));
    } else {
      response.writeHead(404).end();
    }
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    process.stdout.write(`${JSON.stringify({ port })}\n`);
  });
}

async function readUpload(
  request: AsyncIterable<Buffer>,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  let files = 0;
  for (let at = body.indexOf('filename="'); at >= 0; at = body.indexOf('filename="', at + 1)) {
    files += 1;
  }
  return { files, bytes: body.byteLength };
}

export function emptyStats(): MarketStats {
  return {
    pictureRequests: 0,
    uploadCalls: 0,
    uploadedFiles: 0,
    refusedCalls: 0,
    largestCallBytes: 0,
  };
}
