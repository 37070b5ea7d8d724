import { systemClock } from '../../platform/clock';
import { silentLogger } from '../../platform/logger';
import { systemRandomness } from '../../platform/randomness';
import { connectRedis } from '../../redis/connection';
import { createRedisRateLimiter } from '../redis-limiter';

// One of many processes that ask for one permit at the same moment. Waits for a line to start.
const [, , path = '', password = '', rate = ''] = process.argv;
const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger, 30_000);
const limiter = createRedisRateLimiter({
  clock: systemClock,
  randomness: systemRandomness,
  logger: silentLogger,
  connection,
  unknownLatencyMs: 0,
  ratePerSecond: Number(rate),
});
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const bucket = { application: 'race', api: 'POST /v2/products' };
  const result = await limiter.tryAcquire({ bucket, lane: 'normal' });
  process.stdout.write(result.granted ? 'granted\n' : 'denied\n');
  await limiter.close();
  process.exit(0);
});
