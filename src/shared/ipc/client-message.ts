import { z } from 'zod';

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
