import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import { routes } from '@shared/ipc/registry';
import { describe, expect, it } from 'vitest';
import { aDraft } from '../testing/draft';
import { createFakeClock } from '../testing/fake-clock';
import { createFakeStoreBridge } from '../testing/fake-storebridge';
import { workspaceOf } from '../testing/fake-workspace';
import { createRecordingLogger } from '../testing/recording-logger';
import { anItemNo } from '../testing/wholesale-item';
import { createHandlers } from './handlers/handlers';
import { createWorkspaceHandlers } from './handlers/workspace';
import { noOpenedFiles } from './opened-files';
import { createRouter, type Handlers, type RequestContext, type Router } from './router';

const trusted: RequestContext = { senderId: 'test', isTrusted: true };

function handlersOf(): Handlers {
  const storebridge = createFakeStoreBridge({ clock: createFakeClock(), drafts: [aDraft()] });
  return {
    ...createHandlers(storebridge, {
      version: '1.2.3',
      shell: 'browser',
      openedFiles: noOpenedFiles,
    }),
    ...createWorkspaceHandlers(
      workspaceOf(storebridge),
      { version: '1.2.3', shell: 'browser' },
      createFakeClock(),
    ),
  };
}

function routerOf(handlers: Handlers = handlersOf()): Router {
  return createRouter({ handlers, logger: createRecordingLogger(), checksOutputs: true });
}

describe('the gates', () => {
  it('answers a page that is not ours with IPC_BAD_SENDER before anything else is looked at', async () => {
    const answer = await routerOf().answer('no.such', {}, { senderId: 'x', isTrusted: false });
    expect(answer).toMatchObject({ ok: false, error: { code: 'IPC_BAD_SENDER' } });
  });

  it.each(['no.suchRoute', '', 'toString', '__proto__', 'constructor'])(
    'answers the unknown route "%s" with IPC_UNKNOWN_ROUTE',
    async (route) => {
      const answer = await routerOf().answer(route, {}, trusted);
      expect(answer).toMatchObject({ ok: false, error: { code: 'IPC_UNKNOWN_ROUTE' } });
    },
  );

  it.each([
    ['drafts.get', { itemNo: '0123' }, 'itemNo'],
    ['drafts.list', { limit: 501 }, 'limit'],
    ['drafts.list', { surprise: 1 }, ''],
    ['registration.enqueue', { itemNos: [], batchName: 'a' }, 'itemNos'],
    ['registration.listJobs', { states: ['nowhere'] }, 'states.0'],
    ['settings.update', { change: { domeggookKey: 'secret' } }, 'change'],
    ['settings.get', undefined, ''],
    ['intake.readList', { fileName: 'a.txt', bytes: 'text' }, 'bytes'],
  ])('answers %s with %j with IPC_BAD_INPUT that names the field', async (route, input, field) => {
    const answer = await routerOf().answer(route, input, trusted);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'IPC_BAD_INPUT', field: field === '' ? null : field },
    });
  });

  it('does not repeat a refused value, which may be private', async () => {
    const answer = await routerOf().answer(
      'settings.update',
      { change: { mode: 'S3CRET' } },
      trusted,
    );
    expect(JSON.stringify(answer)).not.toContain('S3CRET');
  });
});

describe('outcomes', () => {
  it('carries code, parameters, field and advice of a fault', async () => {
    const fault = new AppError('INTAKE_EMPTY', {
      params: { file: 'list.txt' },
      field: 'bytes',
      retry: { kind: 'after', delayMs: 70 },
      cause: new Error('inner'),
    });
    const router = routerOf({
      ...handlersOf(),
      'limits.get': () => {
        throw fault;
      },
    });
    expect(await router.answer('limits.get', {}, trusted)).toEqual({
      ok: false,
      error: {
        code: 'INTAKE_EMPTY',
        params: { file: 'list.txt' },
        field: 'bytes',
        retry: { kind: 'after', delayMs: 70 },
      },
    });
  });

  it('answers an unexpected throw of anything with INTERNAL_FAULT instead of rejecting', async () => {
    const router = routerOf({
      ...handlersOf(),
      'limits.get': () => Promise.reject('a bare string'),
    });
    expect(await router.answer('limits.get', {}, trusted)).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL_FAULT', params: { problem: 'a bare string' } },
    });
  });

  it('finds an answer that left the contract, and lets it pass in production', async () => {
    const handlers: Handlers = {
      ...handlersOf(),
      'app.getInfo': async () => ({
        version: '1',
        mode: 'practice',
        language: 'ko',
        backend: 'embedded',
        shell: 'browser',
        naverClientSecret: 'leaks',
      }),
    };
    const checking = createRouter({
      handlers,
      logger: createRecordingLogger(),
      checksOutputs: true,
    });
    const trusting = createRouter({
      handlers,
      logger: createRecordingLogger(),
      checksOutputs: false,
    });
    expect(await checking.answer('app.getInfo', {}, trusted)).toMatchObject({
      ok: false,
      error: { code: 'IPC_BAD_OUTPUT', params: { route: 'app.getInfo' } },
    });
    expect(await trusting.answer('app.getInfo', {}, trusted)).toMatchObject({ ok: true });
  });
});

describe('the handlers', () => {
  const itemNo = anItemNo('12345678');

  it.each([
    ['app.getInfo', {}],
    ['intake.readList', { fileName: 'list.txt', bytes: new TextEncoder().encode('12345678\n') }],
    ['intake.takeOpenedFile', {}],
    ['drafts.list', {}],
    ['drafts.get', { itemNo }],
    ['drafts.edit', { itemNo, change: { name: 'new' }, basedOnVersion: 1 }],
    ['registration.enqueue', { itemNos: [itemNo], batchName: 'list.txt' }],
    ['registration.listJobs', { states: ['queued'] }],
    ['registration.getStatus', {}],
    ['registration.retry', { jobIds: ['job-1'] }],
    ['registration.cancel', { jobIds: ['job-1'] }],
    ['registration.pause', {}],
    ['registration.resume', {}],
    ['settings.get', {}],
    ['settings.update', { change: { theme: 'dark' } }],
    ['limits.get', {}],
  ])('answer %s inside the contract', async (route, input) => {
    expect(await routerOf().answer(route, input, trusted)).toMatchObject({ ok: true });
  });

  it('cover every route of the contract', () => {
    expect(Object.keys(handlersOf()).sort()).toEqual(Object.keys(routes).sort());
  });

  it('keep what a draft edit does not name', async () => {
    const answer = await routerOf().answer(
      'drafts.edit',
      { itemNo, change: { name: 'new name' }, basedOnVersion: 1 },
      trusted,
    );
    expect(answer).toMatchObject({
      value: { draft: { content: { ...aDraft().content, name: 'new name' }, version: 2 } },
    });
  });

  it('count all verdicts of a long list and spell out the first thousand', async () => {
    const itemNos = Array.from({ length: 1500 }, (_, index) => String(10_000_000 + index));
    const router = routerOf();
    await router.answer(
      'registration.enqueue',
      { storeId: MAIN_STORE, itemNos: itemNos.slice(0, 2), batchName: 'first' },
      trusted,
    );
    const answer = await router.answer(
      'registration.enqueue',
      { itemNos, batchName: 'second' },
      trusted,
    );
    expect(answer).toMatchObject({ value: { queued: 1498, existing: 2, alreadyRegistered: 0 } });
    expect(answer).toHaveProperty('value.verdicts.length', 1000);
  });
});

it('does not compile with a missing or an extra handler', () => {
  const complete = handlersOf();
  const { 'limits.get': _left, ...incomplete } = complete;
  // @ts-expect-error a route without a handler
  const missing: Handlers = incomplete;
  // @ts-expect-error a handler without a route
  const extra: Handlers = { ...complete, 'limits.getMore': () => ({}) };
  const wrongAnswer: Handlers = {
    ...complete,
    // @ts-expect-error an answer that is not the route's
    'settings.get': () => ({ language: 'ko' }),
  };
  expect([missing, extra, wrongAnswer]).toHaveLength(3);
});
