import { systemClock } from '../../platform/clock';
import { silentLogger } from '../../platform/logger';
import { systemRandomness } from '../../platform/randomness';
import { connectRedis } from '../../redis/connection';
import { createRedisBackend } from '../redis-backend';

// One of many processes that ask for one permit at the same moment. Waits for a line to start. It asks
// the backend itself: a limiter would not use a permit that a busy machine hands it too late.
const [, , path = '', password = '', rate = ''] = process.argv;
const connection = await connectRedis({ kind: 'socket', path, password }, silentLogger, 30_000);
const ratePerSecond = Number(rate);
const backend = createRedisBackend({
  clock: systemClock,
  randomness: systemRandomness,
  connection,
  defaults: { ratePerSecond, burst: 2 * ratePerSecond },
});
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const answer = await backend.ask({
    bucket: { application: 'race', api: 'POST /v2/products' },
    process: systemRandomness.hex(4),
    wants: [0, 0, 0, 1, 0, 0],
    timing: {
      offsetMs: null,
      offsetSlackMs: 0,
      latencyMinMs: 0,
      latencyMaxMs: 0,
      windowGuardMs: 0,
      slideGuardMs: 0,
    },
    horizonMs: 0,
    isStrict: false,
    isReturning: false,
    isLeaving: false,
    facts: [],
    application: 'as-it-is',
  });
  process.stdout.write(answer.granted.some((count) => count > 0) ? 'granted\n' : 'denied\n');
  await backend.close();
  process.exit(0);
});
