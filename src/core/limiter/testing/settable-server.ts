import type { Redis } from 'ioredis';
import type { RedisConnection } from '../../redis/connection';
import { redisScript } from '../../redis/script';

/** A real server whose clock a test sets; keys live and die by that clock, as they would. */
export interface SettableServer {
  /** The same server by its own connection, seen with the set clock. */
  seenBy(connection: RedisConnection): RedisConnection;
  /** Sets the clock forward or back by `differenceMs`, for every key that begins with `prefix`. */
  setClock(client: Redis, prefix: string, differenceMs: number): Promise<void>;
}

/** No server lets its clock be set by a client: every script and `nowMs` is shifted on the way to it. */
export function createSettableServer(): SettableServer {
  let shiftMs = 0;
  const shiftedTime = (): string =>
    `(function() local at = redis.call('TIME') return { at[1] + ${shiftMs / 1000}, at[2] } end)()`;
  return {
    seenBy: (connection) => ({
      server: connection.server,
      get connectCount() {
        return connection.connectCount;
      },
      get commandCount() {
        return connection.commandCount;
      },
      run: (script, keys, args) =>
        connection.run(
          redisScript(script.text.replace("redis.call('TIME')", shiftedTime())),
          keys,
          args,
        ),
      nowMs: async () => (await connection.nowMs()) + shiftMs,
      version: () => connection.version(),
      isReady: () => connection.isReady(),
      fault: () => connection.fault(),
      ready: (timeoutMs) => connection.ready(timeoutMs),
      close: () => connection.close(),
    }),
    setClock: async (client, prefix, differenceMs) => {
      shiftMs += differenceMs;
      for (const key of await client.keys(`${prefix}*`)) {
        const leftMs = (await client.pttl(key)) - differenceMs;
        if (leftMs > 0) await client.pexpire(key, leftMs);
        else await client.del(key);
      }
    },
  };
}
