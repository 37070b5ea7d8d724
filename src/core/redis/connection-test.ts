import { toAppError } from '@shared/errors/app-error';
import type { RedisVerdict } from '@shared/ipc/connection';
import type { Clock } from '../platform/clock';
import { silentLogger } from '../platform/logger';
import { connectRedis } from './connection';

/** How long a person waits for a server before it counts as away. */
const PATIENCE_MS = 4000;

/** Connects to `url`, asks for the version and leaves again. What goes wrong is told as a value; never throws. */
export async function testRedis(
  url: string,
  clock: Clock,
  patienceMs = PATIENCE_MS,
): Promise<RedisVerdict> {
  const startedMs = clock.nowMs();
  try {
    const connection = await connectRedis({ kind: 'url', url }, silentLogger, patienceMs);
    try {
      return {
        kind: 'works',
        server: connection.server,
        version: await connection.version(),
        isEncrypted: url.startsWith('rediss:'),
        tookMs: Math.max(0, clock.nowMs() - startedMs),
      };
    } finally {
      await connection.close();
    }
  } catch (thrown) {
    const { code, params } = toAppError(thrown);
    return { kind: 'fails', code, params };
  }
}
