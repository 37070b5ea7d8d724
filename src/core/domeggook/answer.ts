import { AppError, type AppErrorOptions } from '@shared/errors/app-error';
import type { MessageCode } from '@shared/texts/catalogue';
import { z } from 'zod';
import { readJsonAnswer } from '../http/json-answer';
import type { HttpResponse } from '../http/port';
import { isRecord, wireText } from './wire';

/** What Domeggook's error body says. All texts are its own. */
export interface Refusal {
  readonly code: string | null;
  readonly dcode: string | null;
  readonly says: string;
}

/** A readable answer. What the refusal means depends on the call, so the caller decides. */
export type DomeggookAnswer =
  | { readonly kind: 'data'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const UNAVAILABLE_DELAY_MS = 10_000;
/** Silence after a 429 (domeggook-openapi.md 1.6, third-party measurement of 2026-09). */
const SILENCE_AFTER_REFUSAL_MS = 180_000;

const errorsSchema = z.object({
  code: wireText,
  message: wireText,
  dcode: wireText,
  dmessage: wireText,
});

/**
 * Reads one answer. Errors are looked for before the status, since most come with HTTP 200. Throws
 * DOMEGGOOK_* for everything that is not an answer of the API: nothing about an item follows from it.
 * The market's own words are kept, except that `key` never appears in them.
 * Source: domeggook-openapi.md 1.4, 1.5 (2026-09).
 */
export function readDomeggookAnswer(
  response: HttpResponse,
  api: string,
  key: string,
): DomeggookAnswer {
  const { status } = response;
  const params = { status, api };
  if (status === 429) {
    throw new AppError('DOMEGGOOK_LIMITED', {
      params: { minutes: SILENCE_AFTER_REFUSAL_MS / 60_000 },
      retry: { kind: 'after', delayMs: SILENCE_AFTER_REFUSAL_MS },
    });
  }
  if (status === 410) throw new AppError('DOMEGGOOK_RETIRED', { params });
  const answer = readJsonAnswer(response);
  const refusal = answer.kind === 'json' ? refusalIn(answer.value, key) : null;
  if (refusal !== null) {
    const fault = platformFault(refusal, status, api);
    if (fault !== null) throw fault;
    return { kind: 'refused', refusal };
  }
  if (status === 401 || status === 403) {
    throw new AppError('DOMEGGOOK_KEY_OR_IP_REFUSED', { params });
  }
  if (status >= 500) throw new AppError('DOMEGGOOK_UNAVAILABLE', passing(params));
  if (status < 200 || status >= 300) throw new AppError('DOMEGGOOK_WRONG_ADDRESS', { params });
  if (answer.kind === 'html') throw new AppError('DOMEGGOOK_ANSWER_HTML', passing(params));
  if (answer.kind !== 'json') throw new AppError('DOMEGGOOK_ANSWER_BROKEN', passing(params));
  if (!isRecord(answer.value) || !('domeggook' in answer.value)) {
    throw unexpectedAnswer(api, 'domeggook');
  }
  return { kind: 'data', body: answer.value.domeggook };
}

/** The answer is JSON of the API and not in the form this version knows. */
export function unexpectedAnswer(api: string, problem: string): AppError {
  return new AppError('DOMEGGOOK_ANSWER_UNEXPECTED', { params: { api, problem } });
}

/** True when the market says that the item does not exist: code 40, and nothing else. */
export function saysDeleted(refusal: Refusal): boolean {
  return refusal.code === '40';
}

/** The fault of a refusal that is about neither the platform nor a single item. */
export function refusalError(refusal: Refusal, api: string): AppError {
  const params = { api, code: refusal.code ?? refusal.dcode ?? '?', says: refusal.says };
  if (refusal.dcode === 'NO_SEARCH_OPT') {
    return new AppError('DOMEGGOOK_SEARCH_TOO_BROAD', { params });
  }
  const code: MessageCode = refusal.code === '10' ? 'DOMEGGOOK_BAD_PARAMETER' : 'DOMEGGOOK_REFUSED';
  return new AppError(code, { params });
}

/** Some clients also met the errors under the root key, and as `error`. */
function refusalIn(value: unknown, key: string): Refusal | null {
  if (!isRecord(value)) return null;
  const root = isRecord(value.domeggook) ? value.domeggook : {};
  const found = [value.errors, value.error, root.errors, root.error].find(isRecord);
  if (found === undefined) return null;
  const errors = errorsSchema.parse(found);
  const says = [errors.message, errors.dmessage].filter((text) => text !== null);
  return {
    code: errors.code,
    dcode: errors.dcode,
    says: [...new Set(says)].join(' ').replaceAll(key, '***'),
  };
}

/** Refusals that stop everything, whatever was asked; null for all others. */
function platformFault(refusal: Refusal, status: number, api: string): AppError | null {
  const params = { api, says: refusal.says, status };
  if (refusal.dcode === 'UNKNOWN_SERVICE' || (status === 404 && !saysDeleted(refusal))) {
    return new AppError('DOMEGGOOK_UNKNOWN_SERVICE', { params });
  }
  if (refusal.code === '429') {
    return new AppError('DOMEGGOOK_LIMITED', {
      params: { minutes: SILENCE_AFTER_REFUSAL_MS / 60_000 },
      retry: { kind: 'after', delayMs: SILENCE_AFTER_REFUSAL_MS },
    });
  }
  if (refusal.code === '403' || /권한|permission/i.test(refusal.says)) {
    return new AppError('DOMEGGOOK_PERMISSION', { params });
  }
  if (blamesKey(refusal) || refusal.code === '401' || status === 401) {
    return new AppError('DOMEGGOOK_KEY_INVALID', { params });
  }
  if (status === 403) {
    return new AppError('DOMEGGOOK_PERMISSION', { params });
  }
  if (status >= 500) return new AppError('DOMEGGOOK_UNAVAILABLE', passing(params));
  return null;
}

/**
 * The code of an invalid key is not known, only that the message says so (1.5, uncertain point 7), so
 * here, and only here, the words decide.
 */
function blamesKey(refusal: Refusal): boolean {
  if (saysDeleted(refusal)) return false;
  const words = `${refusal.dcode ?? ''} ${refusal.says}`;
  const namesKey = /api[\s_-]*key|\baid\b|_aid\b|인증\s*키|api\s*키/i.test(words);
  const saysBad =
    /유효|올바르|잘못|없|않|오류|만료|확인|invalid|not\s+valid|wrong|unknown|expired|error/i.test(
      words,
    );
  return namesKey && saysBad;
}

function passing(params: AppErrorOptions['params'] & object): AppErrorOptions {
  return { params, retry: { kind: 'after', delayMs: UNAVAILABLE_DELAY_MS } };
}
