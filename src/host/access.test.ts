import { expect, it } from 'vitest';
import { createAccess } from './access';

const access = createAccess(4000, 't'.repeat(64), 'a'.repeat(64));

it.each([
  ['127.0.0.1:4000', true],
  ['LOCALHOST:4000', true],
  ['127.0.0.1:4001', false],
  ['127.0.0.1', false],
  ['evil.example:4000', false],
  ['127.0.0.1.evil.example:4000', false],
  [undefined, false],
])('takes the host name %s as our own: %s', (host, isOwn) => {
  expect(access.isOwnHost(host === undefined ? {} : { host })).toBe(isOwn);
});

it.each([
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000', true],
  ['https://127.0.0.1:4000', false],
  ['http://127.0.0.1:4001', false],
  ['http://evil.example', false],
  ['null', false],
  [undefined, false],
])('takes the origin %s as our own: %s', (origin, isOwn) => {
  expect(access.isOwnOrigin(origin === undefined ? {} : { origin })).toBe(isOwn);
});

it('knows its own cookie among others and no other token', () => {
  expect(access.hasSession({ cookie: `x=1; storebridge-4000=${'a'.repeat(64)}; y=2` })).toBe(true);
  expect(access.hasSession({ cookie: `storebridge-4000=${'b'.repeat(64)}` })).toBe(false);
  expect(access.hasSession({ cookie: `storebridge-4001=${'a'.repeat(64)}` })).toBe(false);
  expect(access.hasSession({ cookie: 'storebridge-4000=' })).toBe(false);
  expect(access.hasSession({})).toBe(false);
  expect(access.isToken('')).toBe(false);
  expect(access.isToken('a'.repeat(64))).toBe(false);
  expect(access.isToken('t'.repeat(64))).toBe(true);
});

it('gives a cookie that scripts and other sites cannot use', () => {
  expect(access.cookie).not.toContain('t'.repeat(64));
  expect(access.cookie).toContain('HttpOnly');
  expect(access.cookie).toContain('SameSite=Strict');
});
