import type { Protocol } from 'electron';

type SchemeHandler = (request: Request) => Promise<Response> | Response;

const handlers = new Map<string, SchemeHandler>();
const schemes: { scheme: string }[] = [];

/**
 * Chromium's command line knows no way to add a scheme, so `app://host/path` is carried as
 * `https://host.app.invalid/path` (RFC 6761: `.invalid` never resolves), a secure origin as well.
 */
const CARRIER = /^https:\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.invalid(\/.*)?$/;

/** The address Chromium is given for `url`. */
export function realUrlOf(url: string): string {
  const [, scheme = '', host = '', path = ''] = /^([a-z0-9-]+):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  return handlers.has(scheme) ? `https://${host}.${scheme}.invalid${path}` : url;
}

/** The address the app sees for an address of Chromium. */
export function schemeUrlOf(url: string): string {
  const [, host = '', scheme = '', path = '/'] = CARRIER.exec(url) ?? [];
  return handlers.has(scheme) ? `${scheme}://${host}${path}` : url;
}

/** The app's answer for an address of one of its schemes; null for all other addresses. */
export async function answerScheme(url: string, method: string): Promise<Response | null> {
  const appUrl = schemeUrlOf(url);
  const handler = handlers.get(appUrl.split(':', 1)[0] ?? '');
  return handler === undefined || appUrl === url ? null : handler(new Request(appUrl, { method }));
}

export const protocol = {
  registerSchemesAsPrivileged: (added: { scheme: string }[]): void => {
    schemes.push(...added);
  },
  handle: (scheme: string, handler: SchemeHandler): void => {
    if (!schemes.some((known) => known.scheme === scheme)) {
      throw new Error(
        `the scheme ${scheme} was not registered as privileged before the app was ready`,
      );
    }
    handlers.set(scheme, handler);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>;
