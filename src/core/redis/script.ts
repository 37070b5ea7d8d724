import { createHash } from 'node:crypto';

/** A Lua script with the digest by which a server knows it. */
export interface RedisScript {
  readonly text: string;
  readonly sha1: string;
}

/** SHA-1 is what EVALSHA asks for; it protects nothing here. */
export function redisScript(text: string): RedisScript {
  return { text, sha1: createHash('sha1').update(text).digest('hex') };
}
