import type { HttpClient, HttpRequest, HttpResponse } from '../http/port';
import type { Clock } from '../platform/clock';

/** What one exchange of a script does: an answer in part, or a fault to throw. */
export type ScriptedAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** A text stays as it is, bytes too, anything else is sent as JSON; absent = no body. */
      readonly body?: unknown;
    }
  | Error;

export interface ScriptedHttp extends HttpClient {
  readonly requests: readonly HttpRequest[];
}

/**
 * An HTTP client that answers by `answerTo`, which sees the request and how many came before it, and
 * keeps what was asked. Answers may be promises, so that a test can hold them.
 */
export function createScriptedHttp(
  clock: Clock,
  answerTo: (
    request: HttpRequest,
    requestsBefore: number,
  ) => ScriptedAnswer | Promise<ScriptedAnswer>,
): ScriptedHttp {
  const requests: HttpRequest[] = [];
  return {
    requests,
    send: async (request): Promise<HttpResponse> => {
      requests.push(request);
      const sentAtMs = clock.nowMs();
      const answer = await answerTo(request, requests.length - 1);
      if (answer instanceof Error) throw answer;
      return {
        status: answer.status ?? 200,
        headers: { 'content-type': 'application/json;charset=UTF-8', ...answer.headers },
        bytes: bytesOf(answer.body),
        sentAtMs,
        receivedAtMs: clock.nowMs(),
      };
    },
    close: async () => undefined,
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}
