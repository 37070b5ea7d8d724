import { createHash } from 'node:crypto';
import { hash as bcryptHash } from 'bcryptjs';
import type { Journal } from '../control/journal';
import type { ServerTime } from '../gateway/clock';
import { json, type PracticeAnswer, type PracticeRequest } from '../gateway/http';
import type { StatsBoard } from '../gateway/stats';
import { badRequest, type InvalidInput } from './errors';

/** Life of a token, and the rest below which a new one is made (naver-commerce-api.md 1.6). */
const TOKEN_LIFE_MS = 10_800_000;
const REISSUE_BELOW_MS = 30 * 60_000;
/** Age up to which a signed timestamp counts (1.4), and the slack for one from the future. */
const TIMESTAMP_LIFE_MS = 5 * 60_000;
const FUTURE_SLACK_MS = 2_000;

/** The one application that the market knows. */
export interface NaverCredentials {
  readonly clientId: string;
  /** A bcrypt salt; a valid one ends in `.`, `O`, `e` or `u`. */
  readonly clientSecret: string;
}

/** Tokens as naver-commerce-api.md 1.4 to 1.7 describes them (2026-09). */
export interface TokenDesk {
  /** `POST /v1/oauth2/token`. */
  issue(request: PracticeRequest): Promise<PracticeAnswer>;
  isValid(token: string): boolean;
  /** Makes every token worthless, as a re-issued secret does. */
  revokeAll(): void;
  /** Days (since 1970, Korea) on which a request broke the rules of 1.7. */
  readonly laxDays: ReadonlySet<number>;
}

/** What tokens are issued by; `isStrict` is for finding lax requests in tests. */
export interface TokenDeskParts {
  readonly credentials: NaverCredentials;
  readonly time: ServerTime;
  readonly stats: StatsBoard;
  readonly journal: Journal;
  /** Lax requests are refused with 400 instead of being punished the next day. */
  readonly isStrict: boolean;
}

interface IssuedToken {
  readonly token: string;
  readonly expiresAtMs: number;
}

const PARAMETERS = [
  'client_id',
  'timestamp',
  'grant_type',
  'client_secret_sign',
  'type',
  'account_id',
] as const;

/** Everything in `request` that breaks the rules of 1.7; empty when it conforms. */
function findLaxness(
  request: PracticeRequest,
  form: URLSearchParams,
  values: URLSearchParams,
): InvalidInput[] {
  const found: InvalidInput[] = [];
  const contentType = String(request.headers['content-type'] ?? '').toLowerCase();
  if (!contentType.startsWith('application/x-www-form-urlencoded')) {
    found.push({ name: 'Content-Type', type: 'NotValid', message: 'form 형식이 아닙니다.' });
  }
  for (const name of PARAMETERS) {
    if (request.query.has(name)) {
      found.push({ name, type: 'NotValid', message: `${name} 항목은 본문으로 보내야 합니다.` });
    } else if (name !== 'account_id' && !form.has(name)) {
      found.push({ name, type: 'NotNull', message: `${name} 항목이 없습니다.` });
    }
  }
  if (values.get('grant_type') !== 'client_credentials') {
    found.push({
      name: 'grant_type',
      type: 'NotValid',
      message: 'grant_type 항목이 유효하지 않습니다.',
    });
  }
  const type = values.get('type');
  if (type !== 'SELF' || values.has('account_id')) {
    found.push({ name: 'type', type: 'NotValid', message: 'type 항목이 유효하지 않습니다.' });
  }
  return found;
}

/** A lax sender may use JSON, the query string or a form: whatever can be understood is. */
function readForm(text: string): { form: URLSearchParams; loose: URLSearchParams } {
  if (text.trimStart().startsWith('{')) {
    try {
      const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
      return {
        form: new URLSearchParams(),
        loose: new URLSearchParams(
          entries.map(([key, value]): [string, string] => [key, String(value)]),
        ),
      };
    } catch {
      // Neither JSON nor a form: nothing was sent that could be understood.
      return { form: new URLSearchParams(), loose: new URLSearchParams() };
    }
  }
  const form = new URLSearchParams(text);
  return { form, loose: new URLSearchParams(form) };
}

/** The expected `client_secret_sign` (1.5). */
export async function signatureFor(
  credentials: NaverCredentials,
  timestamp: string,
): Promise<string> {
  const hashed = await bcryptHash(`${credentials.clientId}_${timestamp}`, credentials.clientSecret);
  return Buffer.from(hashed).toString('base64');
}

/** Begins with the tokens that earlier runs left in the journal. */
export function createTokenDesk(parts: TokenDeskParts): TokenDesk {
  const { credentials, time, stats, journal } = parts;
  let tokens: IssuedToken[] = [];
  const laxDays = new Set<number>();
  let issued = 0;
  for (const entry of journal.past) {
    if (entry.kind === 'token') tokens.push(entry.value as IssuedToken);
    if (entry.kind === 'lax-day') laxDays.add(entry.value as number);
    if (entry.kind === 'tokens-revoked') tokens = [];
  }

  const current = (): IssuedToken => {
    const nowMs = time.nowMs();
    tokens = tokens.filter((token) => token.expiresAtMs > nowMs);
    const known = tokens.find((token) => token.expiresAtMs - nowMs >= REISSUE_BELOW_MS);
    if (known !== undefined) return known;
    issued += 1;
    const token = createHash('sha256')
      .update(`${credentials.clientSecret}/${nowMs}/${issued}`)
      .digest('hex')
      .slice(0, 40);
    const made = { token: `practice-${token}`, expiresAtMs: nowMs + TOKEN_LIFE_MS };
    tokens.push(made);
    journal.append({ kind: 'token', value: made });
    return made;
  };

  const refuse = (name: string, extra?: string): PracticeAnswer =>
    badRequest(`${name} 항목이 유효하지 않습니다.`, time.nowMs(), [
      { name, type: 'NotValid', message: extra ?? `${name} 항목이 유효하지 않습니다.` },
    ]);

  return {
    laxDays,
    isValid: (token) =>
      tokens.some((known) => known.token === token && known.expiresAtMs > time.nowMs()),
    revokeAll() {
      tokens = [];
      journal.append({ kind: 'tokens-revoked', value: true });
    },
    async issue(request) {
      const { form, loose: values } = readForm((await request.body()).toString('utf8'));
      for (const [key, value] of request.query) if (!values.has(key)) values.append(key, value);
      const laxness = findLaxness(request, form, values);
      stats.countToken(laxness.length > 0);
      if (laxness.length > 0 && parts.isStrict) {
        return badRequest('요청 형식이 올바르지 않습니다.', time.nowMs(), laxness);
      }
      if (values.get('client_id') !== credentials.clientId) return refuse('client_id');
      const timestamp = values.get('timestamp') ?? '';
      const ageMs = time.nowMs() - Number(timestamp);
      const isFresh =
        /^\d{13}$/.test(timestamp) && ageMs <= TIMESTAMP_LIFE_MS && ageMs >= -FUTURE_SLACK_MS;
      if (!isFresh) return refuse('timestamp', '요청 시각이 유효하지 않습니다.');
      if (values.get('client_secret_sign') !== (await signatureFor(credentials, timestamp))) {
        return refuse('client_secret_sign');
      }
      if (laxness.length > 0) {
        laxDays.add(time.koreanDay());
        journal.append({ kind: 'lax-day', value: time.koreanDay() });
      }
      const token = current();
      return json(200, {
        access_token: token.token,
        expires_in: Math.max(0, Math.floor((token.expiresAtMs - time.nowMs() - 1) / 1000)),
        token_type: 'Bearer',
      });
    },
  };
}
