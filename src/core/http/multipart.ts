import { createHash } from 'node:crypto';

/** One file of a form. */
export interface FormFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * `files` as the body of one multipart form in which every part has the name `partName` (RFC 7578).
 * In one piece, because a form of blobs is read through streams and costs eight times the work.
 */
export function multipartBody(
  partName: string,
  files: readonly FormFile[],
): { readonly bytes: Uint8Array; readonly contentType: string } {
  const boundary = boundaryOf(files);
  const parts = files.flatMap(({ fileName, contentType, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(partName)}"; ` +
        `filename="${quoted(fileName)}"\r\nContent-Type: ${contentType}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

/** Made of the content itself, so that no file can have been written to contain it. */
function boundaryOf(files: readonly FormFile[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  return `storebridge-${hash.digest('hex').slice(0, 40)}`;
}

/** As browsers write names that would end the quotes or the line (RFC 7578 section 4.2). */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
