import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestContext, Router } from '@core/api/router';
import { LIST_FILE_MAX_BYTES } from '@shared/domain/intake';
import { AppError, toAppError } from '@shared/errors/app-error';
import { listTooLarge } from '@shared/errors/list-too-large';
import { type Envelope, failure } from '@shared/ipc/envelope';
import { isRouteName, routes } from '@shared/ipc/registry';
import { FILE_INPUT_HEADER, FILE_REQUEST_PATH } from '@shared/ipc/wire';

/**
 * Answers `POST /files/<route>`: the body is the field `bytes` of the route's input, the rest comes in
 * a header. The caller has already checked host, origin and session. Stops reading at the limit.
 */
export async function answerFileRequest(
  request: IncomingMessage,
  response: ServerResponse,
  router: Router,
  context: RequestContext,
): Promise<void> {
  const envelope = await envelopeOf(request, router, context);
  const body = JSON.stringify(envelope);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body);
}

async function envelopeOf(
  request: IncomingMessage,
  router: Router,
  context: RequestContext,
): Promise<Envelope> {
  const name = (request.url ?? '').slice(FILE_REQUEST_PATH.length);
  if (!isRouteName(name) || !routes[name].carriesBytes) {
    return failure(new AppError('IPC_UNKNOWN_ROUTE', { params: { route: name.slice(0, 100) } }));
  }
  try {
    const rest = restOfInput(request.headers[FILE_INPUT_HEADER]);
    const bytes = await readBody(request, String('fileName' in rest ? rest.fileName : name));
    return await router.answer(name, { ...rest, bytes }, context);
  } catch (fault) {
    return failure(toAppError(fault));
  }
}

function restOfInput(header: string | string[] | undefined): object {
  try {
    const rest: unknown = JSON.parse(decodeURIComponent(String(header)));
    if (typeof rest === 'object' && rest !== null) return rest;
  } catch {
    // Falls through: an unreadable header and a missing one are the same mistake of the caller.
  }
  throw new AppError('IPC_BAD_INPUT', { params: { problem: FILE_INPUT_HEADER } });
}

async function readBody(request: IncomingMessage, fileName: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  let tooLarge = listTooLarge(fileName, Number(request.headers['content-length'] ?? 0));
  // A body over the limit is read to its end without being kept: a browser shows the answer only then.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    sizeBytes += chunk.byteLength;
    tooLarge ??= listTooLarge(fileName, sizeBytes);
    if (tooLarge === null) chunks.push(chunk);
    else chunks.length = 0;
    if (sizeBytes > 2 * LIST_FILE_MAX_BYTES) {
      request.destroy();
      break;
    }
  }
  if (tooLarge !== null) throw tooLarge;
  return Buffer.concat(chunks, sizeBytes);
}
