import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Busboy from '@fastify/busboy';
import type { Journal } from '../control/journal';
import type { ServerTime } from '../gateway/clock';
import { BodyTooLarge, json, type PracticeAnswer, type PracticeRequest } from '../gateway/http';
import type { StatsBoard } from '../gateway/stats';
import { apiError, badRequest, type InvalidInput } from './errors';

/** Limits of naver-commerce-api.md section 4. */
const MAX_FILES = 10;
const MAX_TOTAL_BYTES = 10_000_000;
const PART_NAME = 'imageFiles';
/** Path below which uploaded pictures are served. */
export const PICTURE_PATH = '/phinf';

interface SentFile {
  readonly partName: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

type PictureFormat = 'JPEG' | 'PNG' | 'GIF' | 'BMP';

const TYPES: Readonly<Record<string, PictureFormat>> = {
  'image/jpeg': 'JPEG',
  'image/jpg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/bmp': 'BMP',
};
const EXTENSIONS: Readonly<Record<PictureFormat, string>> = {
  JPEG: 'jpg',
  PNG: 'png',
  GIF: 'gif',
  BMP: 'bmp',
};
const MIME_BY_EXTENSION: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
};

/** The format by its first bytes, or null for anything that is not taken (WebP, AVIF, HEIC, SVG, TIFF). */
function formatOf(bytes: Uint8Array): PictureFormat | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (head.startsWith('\x89PNG')) return 'PNG';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'GIF';
  return head.startsWith('BM') ? 'BMP' : null;
}

function readParts(contentType: string, body: Buffer): Promise<readonly SentFile[] | null> {
  return new Promise((resolve) => {
    const files: SentFile[] = [];
    try {
      const parser = new Busboy({ headers: { 'content-type': contentType } });
      parser.on('file', (partName, stream, fileName, _encoding, mimeType) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const bytes = Buffer.concat(chunks);
          files.push({ partName, fileName, contentType: mimeType, bytes });
        });
      });
      parser.on('error', () => resolve(null));
      parser.on('finish', () => resolve(files));
      parser.end(body);
    } catch {
      // No multipart, or one without a boundary: the caller answers 400.
      resolve(null);
    }
  });
}

/** What is wrong with the files, in the order of section 4; null when nothing is. */
function findProblem(files: readonly SentFile[], totalBytes: number): InvalidInput | null {
  const stray = files.find((file) => file.partName !== PART_NAME);
  if (stray !== undefined || files.length === 0) {
    return { name: PART_NAME, type: 'NotNull', message: '이미지 파일을 첨부해 주세요.' };
  }
  if (files.length > MAX_FILES) {
    const message = `이미지는 한 번에 ${MAX_FILES}개까지 등록할 수 있습니다.`;
    return { name: PART_NAME, type: 'SizeMax', message };
  }
  if (totalBytes >= MAX_TOTAL_BYTES) {
    return {
      name: PART_NAME,
      type: 'SizeMax',
      message: '이미지 전체 크기는 10MB 미만이어야 합니다.',
    };
  }
  for (const [index, file] of files.entries()) {
    const format = formatOf(file.bytes);
    if (
      format === null ||
      TYPES[file.contentType.toLowerCase()] !== format ||
      file.fileName === ''
    ) {
      const message = `올바른 이미지 파일이 아닙니다. (${file.fileName || index + 1})`;
      return { name: `${PART_NAME}[${index}]`, type: 'NotValid', message };
    }
  }
  return null;
}

/** Uploaded pictures, by the addresses they were given. */
export interface UploadDesk {
  /** `POST /v1/product-images/upload`, after the gateway's own checks. */
  upload(request: PracticeRequest): Promise<PracticeAnswer>;
  isUploaded(url: string): boolean;
  /** The file on disk behind a picture path, or null. */
  findPicture(path: string): { readonly file: string; readonly contentType: string } | null;
}

/** What uploads are kept by and slowed by. */
export interface UploadDeskParts {
  readonly time: ServerTime;
  readonly stats: StatsBoard;
  readonly journal: Journal;
  /** Where the bytes are kept. */
  readonly folder: string;
  /** `http://127.0.0.1:port`, known once the server listens. */
  origin(): string;
  /** Work the platform does on a call. */
  delayMs(): number;
}

/** Takes pictures for one store, one call at a time, and remembers every address it gave out. */
export function createUploadDesk(parts: UploadDeskParts): UploadDesk {
  const { time, stats, journal } = parts;
  const known = new Set<string>();
  for (const entry of journal.past) if (entry.kind === 'picture') known.add(String(entry.value));
  let isBusy = false;
  let sequence = known.size;

  const keep = (file: SentFile): string => {
    sequence += 1;
    const format = formatOf(file.bytes) ?? 'JPEG';
    const day = new Date(time.nowMs()).toISOString().slice(0, 10).replaceAll('-', '');
    const mark = createHash('sha256').update(file.bytes).digest('hex').slice(0, 6);
    const number = String(sequence).padStart(10, '0');
    const path = `${day}_${sequence % 300}/${Math.floor(time.nowMs())}${mark}_${format}/9${number}_1${number}.${EXTENSIONS[format]}`;
    mkdirSync(parts.folder, { recursive: true });
    writeFileSync(join(parts.folder, path.replaceAll('/', '-')), file.bytes);
    const url = `${parts.origin()}${PICTURE_PATH}/${path}`;
    known.add(url);
    journal.append({ kind: 'picture', value: url });
    return url;
  };

  const take = async (request: PracticeRequest): Promise<PracticeAnswer> => {
    const contentType = String(request.headers['content-type'] ?? '');
    let body: Buffer;
    try {
      body = await request.body(MAX_TOTAL_BYTES * 3);
    } catch (fault) {
      if (!(fault instanceof BodyTooLarge)) throw fault;
      return badRequest('이미지 전체 크기는 10MB 미만이어야 합니다.', time.nowMs(), []);
    }
    const files = await readParts(contentType, body);
    if (files === null) return badRequest('멀티파트 형식이 올바르지 않습니다.', time.nowMs(), []);
    const problem = findProblem(files, body.length);
    if (problem !== null) return badRequest(problem.message, time.nowMs(), [problem]);
    const urls = files.map(keep);
    stats.countUpload(urls.length);
    if (parts.delayMs() > 0) await time.sleep(parts.delayMs());
    return json(200, { images: urls.map((url) => ({ url })) });
  };

  return {
    isUploaded: (url) => known.has(url),
    async upload(request) {
      if (isBusy) {
        await request.body(MAX_TOTAL_BYTES * 3);
        // The code string is not published (8.2, point 9); this one is made up.
        return apiError(429, 'TOO_MANY_REQUESTS', '이전 요청이 진행중입니다', time.nowMs());
      }
      isBusy = true;
      try {
        return await take(request);
      } finally {
        isBusy = false;
      }
    },
    findPicture(path) {
      const relative = path.slice(PICTURE_PATH.length + 1);
      if (!/^\d{8}_\d+\/[\w]+\/[\w]+\.(jpg|png|gif|bmp)$/.test(relative)) return null;
      const contentType = MIME_BY_EXTENSION[relative.slice(-3)] ?? 'application/octet-stream';
      return { file: join(parts.folder, relative.replaceAll('/', '-')), contentType };
    },
  };
}
