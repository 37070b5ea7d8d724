import type { FormFile } from './multipart';

/** A body to send. */
export type RequestBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: Readonly<Record<string, string>> }
  | {
      readonly kind: 'files';
      readonly partName: string;
      readonly files: readonly FormFile[];
    };

/**
 * One request. `url` must be http or https (NETWORK_BAD_ADDRESS); an abort ends it with
 * NETWORK_ABORTED, whether or not it had arrived.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** The API as figures name it: without numbers of items, so that there are few names. */
  readonly api?: { readonly market: 'domeggook' | 'naver'; readonly method: string };
  /** Names that occur in `url` and must not reach logs or errors (`aid`). */
  readonly secretParams?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  /** Whole exchange; default 30,000. */
  readonly timeoutMs?: number;
  /** Default 20 MiB. */
  readonly maxBodyBytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * A whole answer, decompressed. Both moments are epoch ms by this PC's clock: when the request was
 * handed over and when the head of the answer came.
 */
export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
}

/**
 * One exchange with a marketplace. Any status is an answer. Throws AppError NETWORK_* when there is
 * none; its retry advice is `now`/`after` when the request certainly did not arrive (DNS, refused)
 * and `look-up` when it may have (timeout, reset).
 */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpResponse>;
  close(): Promise<void>;
}
