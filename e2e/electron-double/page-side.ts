import type { Codec } from './codec';

/*
 * What runs inside the page. Every function here is carried over by its source text, so each may use
 * its parameters and the page's own globals only. Kept free of DOM types, because the rest of the
 * folder is Node.
 */

interface PageGlobals {
  addEventListener(type: string, listener: (event: { detail: unknown }) => void): void;
  dispatchEvent(event: unknown): boolean;
  readonly CustomEvent: new (type: string, init: { detail: unknown }) => unknown;
  readonly top: unknown;
  readonly self: unknown;
  [name: string]: unknown;
}

/** Lets two worlds of one page call each other's functions, as Electron's context bridge does. */
export interface Endpoint {
  /** `value` with functions and promises replaced by places that the other world calls. */
  toWire(value: unknown): unknown;
  fromWire(wire: unknown): unknown;
  send(message: unknown): void;
}

/**
 * One side of the bridge. Values cross as the detail of a DOM event, which the browser clones between
 * worlds; the answer of a call arrives while the call's event is still being dispatched.
 */
export function createEndpoint(
  page: PageGlobals,
  ownEvent: string,
  peerEvent: string,
  onMessage: (message: Record<string, unknown>) => void,
): Endpoint {
  const MARK = '__electronDouble';
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const returns = new Map<number, Record<string, unknown>>();
  const promises = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (fault: Error) => void }
  >();
  let nextId = 1;

  const send = (message: unknown): void => {
    page.dispatchEvent(new page.CustomEvent(peerEvent, { detail: message }));
  };
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype as object) === null;
  };
  const messageOf = (fault: unknown): string =>
    fault instanceof Error ? fault.message : String(fault);
  const toWire = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = nextId++;
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { [MARK]: 'function', id };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) {
      const id = nextId++;
      value.then(
        (settled: unknown) => send({ kind: 'settle', id, value: toWire(settled) }),
        (fault: unknown) => send({ kind: 'settle', id, fault: messageOf(fault) }),
      );
      return { [MARK]: 'promise', id };
    }
    if (Array.isArray(value)) return value.map(toWire);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toWire(part)]));
  };
  const call = (id: number, args: unknown[]): unknown => {
    const callId = nextId++;
    send({ kind: 'call', id, callId, args: args.map(toWire) });
    const returned = returns.get(callId);
    returns.delete(callId);
    if (returned === undefined) throw new Error('the other world did not answer');
    if (typeof returned.fault === 'string') throw new Error(returned.fault);
    return fromWire(returned.value);
  };
  const fromWire = (wire: unknown): unknown => {
    if (typeof wire !== 'object' || wire === null) return wire;
    if (Array.isArray(wire)) return wire.map(fromWire);
    const mark = (wire as Record<string, unknown>)[MARK];
    const id = Number((wire as Record<string, unknown>).id);
    if (mark === 'function') return (...args: unknown[]) => call(id, args);
    if (mark === 'promise') {
      return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    }
    if (!isPlain(wire)) return wire;
    return Object.fromEntries(Object.entries(wire).map(([name, part]) => [name, fromWire(part)]));
  };

  page.addEventListener(ownEvent, ({ detail }) => {
    const message = detail as Record<string, unknown>;
    if (message.kind === 'call') {
      const answer: Record<string, unknown> = { kind: 'return', callId: message.callId };
      try {
        const args = (message.args as unknown[]).map(fromWire);
        answer.value = toWire(functions.get(Number(message.id))?.(...args));
      } catch (fault) {
        answer.fault = messageOf(fault);
      }
      send(answer);
    } else if (message.kind === 'return') {
      returns.set(Number(message.callId), message);
    } else if (message.kind === 'settle') {
      const waiting = promises.get(Number(message.id));
      promises.delete(Number(message.id));
      if (typeof message.fault === 'string') waiting?.reject(new Error(message.fault));
      else waiting?.resolve(fromWire(message.value));
    } else {
      onMessage(message);
    }
  });
  return { toWire, fromWire, send };
}

/** The page's own world: puts on `window` what the preload exposes. */
export function prepareMainWorld(
  page: PageGlobals,
  makeEndpoint: typeof createEndpoint,
  names: { readonly main: string; readonly isolated: string },
): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    for (const part of Object.values(value)) freeze(part);
    return Object.freeze(value);
  };
  const endpoint = makeEndpoint(page, names.main, names.isolated, (message) => {
    if (message.kind !== 'expose' || Object.hasOwn(page, String(message.key))) return;
    Object.defineProperty(page, String(message.key), {
      value: freeze(endpoint.fromWire(message.api)),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
  endpoint.send({ kind: 'hello' });
}

/**
 * The isolated world: what a sandboxed preload gets from `require('electron')`. Returns that `require`.
 */
export function prepareIsolatedWorld(
  page: PageGlobals,
  makeEndpoint: typeof createEndpoint,
  codec: Codec,
  names: {
    readonly main: string;
    readonly isolated: string;
    readonly binding: string;
    readonly receive: string;
  },
): (module: string) => unknown {
  type Listener = (event: object, ...args: unknown[]) => void;
  const exposures: { readonly kind: string; readonly key: string; readonly api: unknown }[] = [];
  const listeners = new Map<string, Set<Listener>>();
  const invocations = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (fault: Error) => void }
  >();
  let nextInvocation = 1;
  const post = (message: unknown): void => {
    (page[names.binding] as (text: string) => void)(codec.encode(message));
  };
  const endpoint = makeEndpoint(page, names.isolated, names.main, (message) => {
    if (message.kind === 'hello') for (const exposure of exposures) endpoint.send(exposure);
  });

  page[names.receive] = (text: string): void => {
    const message = codec.decode(text) as Record<string, unknown>;
    if (message.kind === 'event') {
      const args = message.args as unknown[];
      for (const listener of [...(listeners.get(String(message.channel)) ?? [])]) {
        listener({}, ...args);
      }
      return;
    }
    const waiting = invocations.get(Number(message.id));
    invocations.delete(Number(message.id));
    if (typeof message.fault === 'string') waiting?.reject(new Error(message.fault));
    else waiting?.resolve(message.value);
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = nextInvocation++;
        invocations.set(id, { resolve, reject });
        try {
          post({ kind: 'invoke', id, channel, args });
        } catch (fault) {
          invocations.delete(id);
          reject(fault);
        }
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => {
      const heard = listeners.get(channel) ?? new Set();
      listeners.set(channel, heard.add(listener));
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      const exposure = { kind: 'expose', key, api: endpoint.toWire(api) };
      exposures.push(exposure);
      endpoint.send(exposure);
    },
  };
  return (module) => {
    // Our sandboxed preload needs no more than this; asking for more fails here as it would there.
    if (module === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${module}`);
  };
}
