import { decodeAnswerText } from './decode-text';
import type { HttpResponse } from './port';

/** What a marketplace's answer turned out to be. Only `json` may be read any further. */
export type JsonAnswer =
  | { readonly kind: 'json'; readonly value: unknown }
  /** A page for people: maintenance, block or login page, or a proxy's own. */
  | { readonly kind: 'html' }
  /** Starts like JSON and does not end like it, or is no text at all. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'empty' };

/** Reads the body of `response` as JSON, whatever its content type claims. Never throws. */
export function readJsonAnswer(response: Pick<HttpResponse, 'bytes' | 'headers'>): JsonAnswer {
  if (response.bytes.length === 0) return { kind: 'empty' };
  const text = decodeAnswerText(response.bytes, response.headers['content-type'])?.trim();
  if (text === undefined) return { kind: 'broken' };
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('<')) return { kind: 'html' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (fault) {
    // The parser's only fault is "this is not JSON", which is the answer.
    if (fault instanceof SyntaxError) return { kind: 'broken' };
    throw fault;
  }
}
