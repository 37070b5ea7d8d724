import type { Envelope } from './envelope';
import type { RouteName } from './registry';

/** Path of the WebSocket on the loopback host. */
export const SOCKET_PATH = '/socket';
/** Files go to `/files/<route>` as the body, with the rest of the input in a header. */
export const FILE_REQUEST_PATH = '/files/';
/** Rest of a file request's input: JSON, percent-encoded so that any file name fits in a header. */
export const FILE_INPUT_HEADER = 'x-storebridge-input';
/** Largest message that the host takes over the WebSocket. */
export const SOCKET_MESSAGE_MAX_BYTES = 8 * 1024 * 1024;
/** Most requests one page may have under way at once. */
export const SOCKET_REQUESTS_MAX = 256;

/** Routes whose input holds a whole file: what `carriesBytes` says in the contract, for a page that does not load it. */
export const FILE_ROUTES: readonly string[] = [
  'intake.readList',
  'drafts.readTable',
  'drafts.applyTable',
] satisfies readonly RouteName[];

/** What the host sends over the WebSocket. */
export type HostMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly envelope: Envelope }
  | { readonly kind: 'event'; readonly topic: string; readonly payload: unknown };

/**
 * The message in `text`; null for anything that is none. Its host checked what is inside, so that the
 * page needs no schema library before it can show anything.
 */
export function readHostMessage(text: string): HostMessage | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  const isAnswer =
    value.kind === 'answer' && 'id' in value && 'envelope' in value && isEnvelope(value.envelope);
  const isEvent = value.kind === 'event' && 'topic' in value;
  return isAnswer || isEvent ? (value as HostMessage) : null;
}

/** True for what every request is answered with. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true || (value.ok === false && 'error' in value);
}
