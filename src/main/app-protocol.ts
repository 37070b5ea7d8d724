import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentPolicy } from '@core/api/content-policy';
import { type PictureSource, pictureRequestOf } from '@core/api/picture-source';
import { isAppUrl } from './app-url';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What the page and its pictures are read from. */
export interface AppProtocolDependencies {
  /** Folder of the built page. */
  readonly rendererFolder: string;
  readonly pictures: PictureSource;
}

/**
 * Answers `app://storebridge/…`: files of the built page and kept pictures, nothing outside of the
 * folder, everything under the content policy.
 */
export function createAppProtocol({
  rendererFolder,
  pictures,
}: AppProtocolDependencies): (request: Request) => Promise<Response> {
  const headers = {
    'content-security-policy': contentPolicy({
      // The practice market serves its pictures from a free port of this computer.
      pictureSources: ['https:', 'http://127.0.0.1:*'],
      connectSources: [],
    }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  const notFound = (): Response => new Response('There is no such file.', { status: 404, headers });
  const fileResponse = async (path: string, contentType: string): Promise<Response> => {
    try {
      const bytes = await readFile(path);
      return new Response(new Uint8Array(bytes), {
        headers: { ...headers, 'content-type': contentType },
      });
    } catch (fault) {
      if (isMissing(fault)) return notFound();
      throw fault;
    }
  };

  return async ({ url, method }) => {
    if (!isAppUrl(url) || method !== 'GET') return notFound();
    const { pathname, search } = new URL(url);
    const asked = pictureRequestOf(pathname, search);
    if (asked !== null) {
      const picture = await pictures.find(asked.sha256, asked.widthPx);
      return picture === null ? notFound() : fileResponse(picture.path, picture.contentType);
    }
    const path = fileOf(rendererFolder, pathname);
    const contentType = path === null ? undefined : CONTENT_TYPES[extname(path)];
    return path === null || contentType === undefined
      ? notFound()
      : fileResponse(path, contentType);
  };
}

/** The file that `pathname` names inside `folder`, or null when it would lie outside. */
export function fileOf(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
  } catch {
    // A broken escape names no file.
    return null;
  }
  if (name.includes('\0')) return null;
  const path = normalize(join(folder, name));
  return path.startsWith(normalize(folder) + sep) ? path : null;
}

function isMissing(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
