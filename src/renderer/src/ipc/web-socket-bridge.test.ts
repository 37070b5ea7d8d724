import { expect, it } from 'vitest';
import { createIpcClient } from './client';
import type { ConnectionState } from './connection';
import { createWebSocketBridge } from './web-socket-bridge';

/** A WebSocket in the hands of the test. */
class FakeSocket extends EventTarget {
  readonly OPEN = 1;
  readyState = 0;
  readonly sent: Record<string, unknown>[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  lose(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }

  hear(message: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }
}

function setUp(status = 200) {
  const sockets: FakeSocket[] = [];
  const timers: { action: () => void; delayMs: number }[] = [];
  const fetched: { path: string; init: RequestInit | undefined }[] = [];
  const connected = createWebSocketBridge({
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    fetch: async (path, init) => {
      fetched.push({ path: String(path), init });
      return Response.json({ ok: true, value: 'read' }, { status });
    },
    setTimeout: (action, delayMs) => timers.push({ action, delayMs }),
  });
  const states: ConnectionState[] = [];
  connected.connection.subscribe((state) => states.push(state));
  const last = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new TypeError('no socket was opened');
    return socket;
  };
  /** Lets the planned attempt to connect run. */
  const reconnect = async (): Promise<void> => {
    timers.pop()?.action();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { ...connected, sockets, timers, fetched, states, last, reconnect };
}

it('keeps a request that comes before the connection and sends it when it opens', async () => {
  const { bridge, last } = setUp();
  const answered = bridge.request('settings.get', {});
  expect(last().sent).toEqual([]);
  last().open();
  expect(last().sent).toEqual([{ kind: 'request', id: 0, route: 'settings.get', input: {} }]);
  last().hear({ kind: 'answer', id: 0, envelope: { ok: true, value: 1 } });
  expect(await answered).toEqual({ ok: true, value: 1 });
});

it('gives answers to their own askers, whatever the order', async () => {
  const { bridge, last } = setUp();
  last().open();
  const first = bridge.request('settings.get', {});
  const second = bridge.request('limits.get', {});
  last().hear({ kind: 'answer', id: 1, envelope: { ok: true, value: 'second' } });
  last().hear({ kind: 'answer', id: 0, envelope: { ok: true, value: 'first' } });
  expect(await Promise.all([first, second])).toMatchObject([
    { value: 'first' },
    { value: 'second' },
  ]);
});

it('subscribes anew after a lost connection and says that it was away', async () => {
  const { bridge, last, states, sockets, timers, reconnect } = setUp();
  const heard: unknown[] = [];
  bridge.subscribe('settings.changed', (payload) => heard.push(payload));
  last().open();
  expect(last().sent).toEqual([{ kind: 'subscribe', topic: 'settings.changed' }]);
  last().lose();
  const waits = timers.map(({ delayMs }) => delayMs);
  await reconnect();
  last().lose();
  waits.push(...timers.map(({ delayMs }) => delayMs));
  await reconnect();
  last().open();
  expect(waits).toEqual([200, 400]);
  expect(sockets).toHaveLength(3);
  expect(last().sent).toEqual([{ kind: 'subscribe', topic: 'settings.changed' }]);
  last().hear({ kind: 'event', topic: 'settings.changed', payload: { theme: 'dark' } });
  expect(heard).toEqual([{ theme: 'dark' }]);
  expect(states).toEqual(['open', 'lost', 'open']);
});

it('answers what was under way when the connection broke with the advice to look it up', async () => {
  const { bridge, last } = setUp();
  last().open();
  const asked = createIpcClient(bridge).request('registration.pause', {});
  last().lose();
  await expect(asked).rejects.toMatchObject({
    code: 'IPC_DISCONNECTED',
    retry: { kind: 'look-up' },
  });
});

it('stops trying and says so when the host no longer knows the page', async () => {
  const { bridge, last, states, sockets, reconnect } = setUp(401);
  last().open();
  last().lose();
  const waiting = bridge.request('settings.get', {});
  await reconnect();
  expect(states).toEqual(['open', 'lost', 'session-ended']);
  expect(await waiting).toMatchObject({ error: { code: 'IPC_SESSION_ENDED' } });
  expect(await bridge.request('settings.get', {})).toMatchObject({
    error: { code: 'IPC_SESSION_ENDED' },
  });
  expect(sockets).toHaveLength(1);
});

it('sends a file as it is, beside the WebSocket', async () => {
  const { bridge, last, fetched } = setUp();
  last().open();
  const bytes = new Uint8Array([1, 2, 255]);
  const answer = await bridge.request('intake.readList', { fileName: '목록.xlsx', bytes });
  expect(answer).toEqual({ ok: true, value: 'read' });
  expect(last().sent).toEqual([]);
  expect(fetched).toMatchObject([{ path: '/files/intake.readList', init: { body: bytes } }]);
});

it('ends a subscription on both sides with its last listener', () => {
  const { bridge, last } = setUp();
  last().open();
  const stops = [1, 2].map(() => bridge.subscribe('settings.changed', () => undefined));
  for (const stop of stops) stop();
  for (const stop of stops) stop();
  expect(last().sent).toEqual([
    { kind: 'subscribe', topic: 'settings.changed' },
    { kind: 'unsubscribe', topic: 'settings.changed' },
  ]);
});
