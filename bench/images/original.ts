import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { Agent, request } from 'undici';

/*
 * The pipeline of the original design, with sharp in place of Pillow: download with a new client for
 * each picture and a 10 s limit, reject below 500 x 500, shrink to 1,200 px with Lanczos, WebP at
 * quality 85, at most 12 MB, MD5 over the re-encoded bytes against duplicates, one file per upload.
 * Its backup to S3 is left out everywhere, which only makes it faster.
 */

const MIN_EDGE_PX = 500;
const MAX_EDGE_PX = 1200;
const WEBP_QUALITY = 85;
const MAX_FILE_BYTES = 12 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** Everything for one picture before the next begins. */
export async function runOneAfterAnother(baseUrl: string, urls: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (const url of urls) {
    const source = await download(url);
    if (source === null) continue;
    const converted = await convert(source);
    if (converted === null || isRepeated(converted, seen)) continue;
    await upload(baseUrl, [converted]);
  }
}

/**
 * Stage after stage, each in parallel and waiting for the whole one before it. Uploads go one file
 * per call and one call at a time, or, more kindly than designed, all in one call.
 */
export async function runStaged(
  baseUrl: string,
  urls: readonly string[],
  filesPerCall: 1 | 10,
): Promise<void> {
  const sources = (await Promise.all(urls.map(download))).filter((source) => source !== null);
  const converted = (await Promise.all(sources.map(convert))).filter((bytes) => bytes !== null);
  const seen = new Set<string>();
  const unique = converted.filter((bytes) => !isRepeated(bytes, seen));
  for (let first = 0; first < unique.length; first += filesPerCall) {
    await upload(baseUrl, unique.slice(first, first + filesPerCall));
  }
}

async function download(url: string): Promise<Buffer | null> {
  const client = new Agent();
  try {
    const { statusCode, body } = await request(url, {
      dispatcher: client,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return statusCode === 200 ? Buffer.from(await body.arrayBuffer()) : null;
  } finally {
    await client.close();
  }
}

async function convert(source: Buffer): Promise<Buffer | null> {
  const { width, height } = await sharp(source).metadata();
  if (width < MIN_EDGE_PX || height < MIN_EDGE_PX) return null;
  const bytes = await sharp(source)
    .resize(MAX_EDGE_PX, MAX_EDGE_PX, {
      fit: 'inside',
      kernel: 'lanczos3',
      withoutEnlargement: true,
    })
    .webp({ quality: WEBP_QUALITY })
    .toBuffer();
  return bytes.byteLength <= MAX_FILE_BYTES ? bytes : null;
}

function isRepeated(bytes: Buffer, seen: Set<string>): boolean {
  const digest = createHash('md5').update(bytes).digest('hex');
  if (seen.has(digest)) return true;
  seen.add(digest);
  return false;
}

/** One upload call with `files`; returns the addresses. */
export async function upload(
  baseUrl: string,
  files: readonly Uint8Array[],
  dispatcher?: Agent,
): Promise<readonly string[]> {
  const { statusCode, body } = await request(`${baseUrl}/upload`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: multipartOf(files),
    ...(dispatcher && { dispatcher }),
  });
  if (statusCode !== 200) throw new Error(`the upload was answered with ${statusCode}`);
  const answer = (await body.json()) as { images: { url: string }[] };
  return answer.images.map((image) => image.url);
}

const BOUNDARY = 'storebridge-bench-boundary';

function multipartOf(files: readonly Uint8Array[]): Buffer {
  const parts = files.flatMap((bytes, index) => [
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="imageFiles"; filename="${index}.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
