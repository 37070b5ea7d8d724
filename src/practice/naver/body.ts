import type { PracticeAnswer, PracticeRequest } from '../gateway/http';
import { badRequest, NOT_JSON } from './errors';
import { asObject, type JsonObject } from './json-value';

/** A JSON object, or the answer that refuses anything else. */
export type ReadBody =
  | { readonly kind: 'body'; readonly value: JsonObject }
  | { readonly kind: 'refused'; readonly answer: PracticeAnswer };

/** The JSON object of a request; anything else is the 400 of naver-commerce-api.md 3.4. */
export async function readJsonBody(request: PracticeRequest, nowMs: number): Promise<ReadBody> {
  const refused = { kind: 'refused', answer: badRequest(NOT_JSON, nowMs, []) } as const;
  const contentType = String(request.headers['content-type'] ?? '');
  const text = (await request.body()).toString('utf8');
  if (!contentType.includes('json')) return refused;
  try {
    const value = asObject(JSON.parse(text));
    return value === null ? refused : { kind: 'body', value };
  } catch {
    return refused;
  }
}
