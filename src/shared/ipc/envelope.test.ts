import { expect, it } from 'vitest';
import { AppError } from '../errors/app-error';
import { errorOf, failure } from './envelope';
import { envelopeSchema } from './envelope-schema';

it('brings a fault to the other side whole, but for its cause', () => {
  const fault = new AppError('INTAKE_EMPTY', {
    params: { file: 'list.txt' },
    field: 'bytes',
    retry: { kind: 'after', delayMs: 250 },
    cause: new Error('stays here'),
  });
  const sent: unknown = JSON.parse(JSON.stringify(failure(fault)));
  const arrived = envelopeSchema.parse(sent);
  if (arrived.ok) throw new TypeError('a failure arrived as success');
  const { code, params, field, retry, message, cause } = errorOf(arrived.error);
  expect({ code, params, field, retry, message }).toEqual({
    code: fault.code,
    params: fault.params,
    field: fault.field,
    retry: fault.retry,
    message: fault.message,
  });
  expect(cause).toBeUndefined();
});

it('names a code that this version does not know instead of losing it', () => {
  const error = errorOf({ code: 'NEWER_CODE', params: {}, field: null, retry: { kind: 'now' } });
  expect(error).toMatchObject({
    code: 'INTERNAL_FAULT',
    params: { problem: 'NEWER_CODE' },
    retry: { kind: 'now' },
  });
});
