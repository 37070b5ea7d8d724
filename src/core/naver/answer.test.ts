import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpResponse } from '../http/port';
import { readNaverAnswer } from './answer';
import { faultOf } from './faults';

function response(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    bytes: new TextEncoder().encode(body),
    sentAtMs: 0,
    receivedAtMs: 0,
  };
}

describe('an answer of the store', () => {
  it('takes its trace id from the header, else from a gateway error’s body', () => {
    const body = JSON.stringify({ code: 'GW.TIMEOUT.01', message: 'm', traceId: 'in-body' });
    expect(readNaverAnswer(response(504, body))).toMatchObject({ traceId: 'in-body' });
    expect(readNaverAnswer(response(504, body, { 'gncp-gw-trace-id': 'in-header' }))).toMatchObject(
      { traceId: 'in-header', code: 'GW.TIMEOUT.01' },
    );
  });

  it('reads wrong inputs with any part missing', () => {
    const body = JSON.stringify({
      code: 'BAD_REQUEST',
      message: 'm',
      invalidInputs: [{ message: 'only words' }, null, 'junk', { name: 5, type: '', extra: {} }],
      data: {},
      needAlert: true,
    });
    expect(readNaverAnswer(response(400, body))).toMatchObject({
      kind: 'error',
      invalidInputs: [
        { name: null, type: null, message: 'only words' },
        { name: '5', type: null, message: null },
      ],
    });
  });

  it('may have no body when it is a success, and is a refusal for rate by its status alone', () => {
    expect(readNaverAnswer(response(200, ''))).toMatchObject({ kind: 'ok', body: null });
    expect(readNaverAnswer(response(429, '<html>'))).toMatchObject({ kind: 'error', status: 429 });
  });

  it('always becomes an answer, and any refusal a fault with a text', () => {
    const statuses = fc.constantFrom(200, 204, 301, 400, 401, 403, 404, 409, 429, 500, 503, 504);
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({
          code: fc.constantFrom('GW.AUTHN', 'GW.BLOCK.01', 'GW.NEW', 'BAD_REQUEST', 7),
          message: fc.jsonValue(),
          invalidInputs: fc.jsonValue(),
        })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(statuses, bodies, (status, body) => {
        const answer = readNaverAnswer(response(status, body));
        if (answer.kind === 'ok') expect(status).toBeLessThan(300);
        else expect(faultOf(answer, 'GET /x').message).not.toBe('');
      }),
    );
  });

  it('that is half a write is to be looked up, never repeated blindly', () => {
    for (const [status, body] of [
      [200, '{"originProductNo":1'],
      [502, '<html>'],
      [504, '{"code":"GW.TIMEOUT.01"}'],
    ] as const) {
      const answer = readNaverAnswer(response(status, body));
      if (answer.kind === 'ok') throw new Error('half an answer was taken for a whole one');
      expect(faultOf(answer, 'POST /v2/products').retry.kind).toBe('look-up');
    }
  });
});
