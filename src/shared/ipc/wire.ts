import { z } from 'zod';
import { envelopeSchema } from './envelope';

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

/** What a page may send over the WebSocket. */
export const clientMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request'),
    id: z.int().min(0),
    route: z.string().max(100),
    input: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('subscribe'), topic: z.string().max(100) }),
  z.strictObject({ kind: z.literal('unsubscribe'), topic: z.string().max(100) }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** What the host sends over the WebSocket. */
export const hostMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.int(), envelope: envelopeSchema }),
  z.object({ kind: z.literal('event'), topic: z.string(), payload: z.unknown() }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;
