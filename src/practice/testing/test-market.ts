import { startPracticeMarket } from '../market';
import { type NaverCredentials, signatureFor } from '../naver/token';
import type { PracticeMarket, PracticeOptions } from '../options';

export interface SteppingClock {
  nowMs(): number;
  sleep(delayMs: number): Promise<void>;
  advance(delayMs: number): void;
}

/** Stands still unless moved; sleeping takes no time. */
function createSteppingClock(startMs = Date.UTC(2026, 10, 20, 3)): SteppingClock {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    sleep: async (delayMs) => {
      nowMs += delayMs;
    },
    advance(delayMs) {
      nowMs += delayMs;
    },
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

export interface TestMarket {
  readonly market: PracticeMarket;
  readonly clock: SteppingClock;
  /** A wholesale call; `query` without key and output. */
  wholesale(query: string): Promise<Answered>;
  /** A store call with a valid token; two seconds after the last one unless `isImmediate`. */
  store(api: string, body?: unknown, isImmediate?: boolean): Promise<Answered>;
  /** Address of an uploaded picture. */
  picture(): Promise<string>;
  token(): Promise<string>;
  command(command: object): Promise<Answered>;
  close(): Promise<void>;
}

/** Status, headers and the body as JSON where it is JSON. */
export async function readAnswer(response: Response): Promise<Answered> {
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON: the text itself is what the test wants to see.
  }
  return { status: response.status, headers: response.headers, body };
}

/** A conforming token request. */
export async function tokenForm(
  credentials: NaverCredentials,
  timestamp: number,
): Promise<URLSearchParams> {
  return new URLSearchParams({
    client_id: credentials.clientId,
    timestamp: String(timestamp),
    grant_type: 'client_credentials',
    client_secret_sign: await signatureFor(credentials, String(timestamp)),
    type: 'SELF',
  });
}

/** The first bytes of a JPEG, as much as the upload looks at. */
export function jpegBytes(sizeBytes = 200): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

export function uploadForm(
  files: readonly { bytes: Uint8Array<ArrayBuffer>; type: string; name?: string }[],
  partName = 'imageFiles',
): FormData {
  const form = new FormData();
  for (const file of files) {
    form.append(partName, new Blob([file.bytes], { type: file.type }), file.name ?? 'a.jpg');
  }
  return form;
}

/** A practice market whose time the test holds, with short ways to call it. */
export async function startTestMarket(options: PracticeOptions = {}): Promise<TestMarket> {
  const clock = createSteppingClock();
  const market = await startPracticeMarket({ clock, uploadDelayMs: 0, ...options });
  const { credentials } = market;
  let token = '';
  const test: TestMarket = {
    market,
    clock,
    wholesale: async (query) =>
      readAnswer(
        await fetch(`${market.domeggookUrl}?aid=${credentials.domeggookKey}&om=json&${query}`),
      ),
    async token() {
      const form = await tokenForm(
        { clientId: credentials.naverClientId, clientSecret: credentials.naverClientSecret },
        clock.nowMs(),
      );
      const answer = await readAnswer(
        await fetch(`${market.naverUrl}/v1/oauth2/token`, { method: 'POST', body: form }),
      );
      return answer.body.access_token;
    },
    async store(api, body, isImmediate = false) {
      if (token === '') token = await test.token();
      if (!isImmediate) clock.advance(2_000);
      const [method = 'GET', path = ''] = api.split(' ');
      const isForm = body instanceof FormData;
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      };
      const sent = body === undefined ? null : isForm ? body : JSON.stringify(body);
      return readAnswer(await fetch(`${market.naverUrl}${path}`, { method, headers, body: sent }));
    },
    async picture() {
      const form = uploadForm([{ bytes: jpegBytes(), type: 'image/jpeg' }]);
      const answer = await test.store('POST /v1/product-images/upload', form);
      return answer.body.images[0].url;
    },
    command: async (command) =>
      readAnswer(
        await fetch(`${new URL(market.domeggookUrl).origin}/_practice/control`, {
          method: 'POST',
          headers: { 'x-practice-key': credentials.domeggookKey },
          body: JSON.stringify(command),
        }),
      ),
    close: () => market.close(),
  };
  return test;
}
