import type { HttpResponse } from './port';

/**
 * How far this PC's clock is ahead of the server's (negative: behind), or null when the answer has no
 * usable Date header. Right to about a second plus half the exchange.
 */
export function clockOffsetMs(
  response: Pick<HttpResponse, 'headers' | 'sentAtMs' | 'receivedAtMs'>,
): number | null {
  const serverMs = Date.parse(response.headers.date ?? '');
  if (Number.isNaN(serverMs)) return null;
  // The header is cut to whole seconds, so on average half a second has passed since.
  return Math.round((response.sentAtMs + response.receivedAtMs) / 2 - (serverMs + 500));
}
