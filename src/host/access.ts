import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Names under which this computer reaches itself; any other Host is a rebound name of a foreign site. */
const OWN_HOST_NAMES = ['127.0.0.1', 'localhost'];

/** Decides who may speak to the host. One per start: the token is worth nothing after a restart. */
export interface Access {
  /** The Host header names this computer and port (against DNS rebinding). */
  isOwnHost(headers: IncomingHttpHeaders): boolean;
  /** The Origin header is the host's own page; absent counts as foreign. */
  isOwnOrigin(headers: IncomingHttpHeaders): boolean;
  /** The request carries this start's cookie. */
  hasSession(headers: IncomingHttpHeaders): boolean;
  isToken(token: string): boolean;
  /** `Set-Cookie` that signs a browser in: HttpOnly, same site only, ends with the browser. */
  readonly cookie: string;
}

/** `port` is part of the cookie's name, because cookies of one address are shared by all its ports. */
export function createAccess(port: number, token: string): Access {
  const cookieName = `storebridge-${port}`;
  const hosts = OWN_HOST_NAMES.map((name) => `${name}:${port}`);
  const origins = hosts.map((host) => `http://${host}`);
  const isToken = (candidate: string): boolean => {
    const given = Buffer.from(candidate);
    const wanted = Buffer.from(token);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  };
  return {
    isToken,
    isOwnHost: ({ host }) => host !== undefined && hosts.includes(host.toLowerCase()),
    isOwnOrigin: ({ origin }) => origin !== undefined && origins.includes(origin.toLowerCase()),
    hasSession: ({ cookie = '' }) =>
      cookie.split(';').some((pair) => {
        const [name, value] = pair.trim().split('=', 2);
        return name === cookieName && value !== undefined && isToken(value);
      }),
    cookie: `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`,
  };
}
