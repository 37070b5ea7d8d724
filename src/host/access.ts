import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Names under which this computer reaches itself; any other Host is a rebound name of a foreign site. */
const OWN_HOST_NAMES = ['127.0.0.1', 'localhost'];

/** Decides who may speak to the host. The token is of this start alone; a session may be kept over a restart. */
export interface Access {
  /** The Host header names this computer and port (against DNS rebinding). */
  isOwnHost(headers: IncomingHttpHeaders): boolean;
  /** The Origin header is the host's own page; absent counts as foreign. */
  isOwnOrigin(headers: IncomingHttpHeaders): boolean;
  /** The request carries the cookie that the token was traded for. */
  hasSession(headers: IncomingHttpHeaders): boolean;
  isToken(token: string): boolean;
  /** `Set-Cookie` that signs a browser in: HttpOnly, same site only, ends with the browser. */
  readonly cookie: string;
}

/**
 * `port` is part of the cookie's name, because cookies of one address are shared by all its ports.
 * `session` is what the cookie holds: never the token, which stands in the terminal.
 */
export function createAccess(port: number, token: string, session: string): Access {
  const cookieName = `storebridge-${port}`;
  const hosts = OWN_HOST_NAMES.map((name) => `${name}:${port}`);
  const origins = hosts.map((host) => `http://${host}`);
  return {
    isToken: (candidate) => isSame(candidate, token),
    isOwnHost: ({ host }) => host !== undefined && hosts.includes(host.toLowerCase()),
    isOwnOrigin: ({ origin }) => origin !== undefined && origins.includes(origin.toLowerCase()),
    hasSession: ({ cookie = '' }) =>
      cookie.split(';').some((pair) => {
        const [name, value] = pair.trim().split('=', 2);
        return name === cookieName && value !== undefined && isSame(value, session);
      }),
    cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

/** Takes as long whatever is wrong, so that a guess learns nothing. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
