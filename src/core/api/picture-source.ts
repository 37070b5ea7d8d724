/** Path under which both shells serve kept pictures. */
export const PICTURE_PATH = '/pictures/';

/** Where kept pictures are found by content. */
export interface PictureSource {
  /**
   * The file of the picture with this SHA-256 (64 lower-case hex digits), whole or `widthPx` wide; null
   * when there is none, or none of that width.
   */
  find(
    sha256: string,
    widthPx?: number,
  ): Promise<{ readonly path: string; readonly contentType: string } | null>;
}

const PICTURE_REQUEST = /^\/pictures\/([0-9a-f]{64})$/;

const WIDTH = /^[1-9]\d{0,3}$/;

/** The picture that a request asks for by `/pictures/<sha256>`, smaller with `?w=<pixels>`. */
export interface PictureRequest {
  readonly sha256: string;
  /** Absent for the whole picture. */
  readonly widthPx?: number;
}

/**
 * The picture that a request's path and query (`?w=240`, or empty) ask for; null when the path is
 * not a picture's or the width is not a number.
 */
export function pictureRequestOf(pathname: string, query: string): PictureRequest | null {
  const sha256 = PICTURE_REQUEST.exec(pathname)?.[1];
  if (sha256 === undefined) return null;
  const width = new URLSearchParams(query).get('w');
  if (width === null) return { sha256 };
  return WIDTH.test(width) ? { sha256, widthPx: Number(width) } : null;
}
