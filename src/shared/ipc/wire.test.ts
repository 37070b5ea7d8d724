import { expect, it } from 'vitest';
import { routes } from './registry';
import { FILE_ROUTES, readHostMessage } from './wire';

it('names every route that carries a file, and no other', () => {
  const carrying = Object.entries(routes).flatMap(([name, { carriesBytes }]) =>
    carriesBytes ? [name] : [],
  );
  expect([...FILE_ROUTES].sort()).toEqual(carrying.sort());
});

it.each([
  [{ kind: 'answer', id: 3, envelope: { ok: true, value: 1 } }, true],
  [{ kind: 'answer', id: 3, envelope: { ok: false, error: { code: 'X' } } }, true],
  [{ kind: 'event', topic: 'settings.changed', payload: {} }, true],
  [{ kind: 'answer', id: 3, envelope: { ok: 'yes' } }, false],
  [{ kind: 'answer', id: 3 }, false],
  [{ kind: 'other' }, false],
  [[], false],
  [null, false],
])('reads %j as a message: %s', (sent, isMessage) => {
  expect(readHostMessage(JSON.stringify(sent))).toEqual(isMessage ? sent : null);
});
