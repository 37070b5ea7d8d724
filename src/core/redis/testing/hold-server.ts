import { systemClock } from '../../platform/clock';
import { silentLogger } from '../../platform/logger';
import { systemRandomness } from '../../platform/randomness';
import { startRedisSupervisor } from '../supervisor';

// The app of a test that is going to be killed: starts a server, says where, and stays.
const [, , path = '', runtimeFolder = ''] = process.argv;
const supervisor = await startRedisSupervisor({
  clock: systemClock,
  randomness: systemRandomness,
  logger: silentLogger,
  program: { path, libraryFolder: null },
  runtimeFolder,
});
const { address } = supervisor;
process.stdout.write(`${address.kind === 'socket' ? address.path : ''}\n`);
setInterval(() => undefined, 60_000);
