/** Path under which both shells serve kept pictures. */
export const PICTURE_PATH = '/pictures/';

/** Where kept pictures are found by content. */
export interface PictureSource {
  /** The file of the picture with this SHA-256 (64 lower-case hex digits), or null. */
  find(sha256: string): Promise<{ readonly path: string; readonly contentType: string } | null>;
}

/** For shells that keep no pictures. */
export const noPictures: PictureSource = { find: async () => null };

const PICTURE_REQUEST = /^\/pictures\/([0-9a-f]{64})$/;

/** The content hash that a request path asks for, or null when it is no picture's path. */
export function pictureHashOf(pathname: string): string | null {
  return PICTURE_REQUEST.exec(pathname)?.[1] ?? null;
}
