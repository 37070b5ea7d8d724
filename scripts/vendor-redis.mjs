// Puts a Redis or Valkey server into resources/redis/<platform>-<arch>/ for packaging.
//
//   node scripts/vendor-redis.mjs
//     Linux: takes the server that the distribution installed, with the shared libraries it needs,
//     and runs it from its new place before calling it done.
//   node scripts/vendor-redis.mjs --platform darwin --arch arm64 --from FILE_OR_URL --sha256 HEX
//     any platform: takes the server's program from a file or address; the checksum is yours to give.
//     A program for another platform cannot be run here, and this script says so.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, root, say } from './workspace.mjs';

const NAMES = ['valkey-server', 'redis-server'];
/** Parts of the C library: they belong to the kernel and loader of the PC and must not be shipped. */
const SYSTEM_LIBRARIES = /^(ld-linux.*|linux-vdso|libc|libm|libdl|libpthread|librt|libresolv)\.so/;
const ANSWER_TIMEOUT_MS = 5000;

const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: process.platform },
    arch: { type: 'string', default: process.arch },
    from: { type: 'string' },
    sha256: { type: 'string' },
    to: { type: 'string', default: join(root, 'resources', 'redis') },
  },
});
const folder = join(resolve(values.to), `${values.platform}-${values.arch}`);
const isOurs = values.platform === process.platform && values.arch === process.arch;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const program = values.from ? await takeGiven(values.from, values.sha256) : takeInstalled();
if (isOurs) {
  await tryOut(program);
  say(`${program} answers.`);
} else {
  say(`${program} is in place. It is for ${values.platform}-${values.arch} and was not run here.`);
}

/** The distribution's own server and what it links to. */
function takeInstalled() {
  if (!isOurs || process.platform !== 'linux') {
    fail('Give the server with --from FILE_OR_URL and its checksum with --sha256 HEX.');
  }
  const installed = findOnPath();
  if (!installed) {
    fail(
      'No valkey-server or redis-server is installed. Install the package of your distribution first.',
    );
  }
  const target = join(folder, basename(installed));
  copyFileSync(realpathSync(installed), target);
  chmodSync(target, 0o755);
  const libraries = join(folder, 'lib');
  mkdirSync(libraries);
  // Lines such as `libssl.so.3 => /lib/x86_64-linux-gnu/libssl.so.3 (0x…)`.
  for (const line of execFileSync('ldd', [target], { encoding: 'utf8' }).split('\n')) {
    const [, name, path] = /^\s*(\S+) => (\/\S+)/.exec(line) ?? [];
    if (!name || !path || SYSTEM_LIBRARIES.test(name)) continue;
    copyFileSync(realpathSync(path), join(libraries, name));
  }
  for (const doc of ['redis-server', 'redis-tools', 'valkey-server', 'valkey-tools']) {
    const licence = join('/usr/share/doc', doc, 'copyright');
    if (existsSync(licence)) copyFileSync(licence, join(folder, `LICENSE-${doc}.txt`));
  }
  writeFileSync(join(folder, 'SHA256'), `${checksum(readFileSync(target))}  ${basename(target)}\n`);
  return target;
}

/** A program from elsewhere: only with the checksum that the packager vouches for. */
async function takeGiven(from, sha256) {
  if (!/^[0-9a-f]{64}$/i.test(sha256 ?? '')) {
    fail(
      'Pass the SHA-256 of the file with --sha256: 64 hexadecimal digits, from a source you trust.',
    );
  }
  const bytes = /^https?:/.test(from) ? await download(from) : readFileSync(from);
  const found = checksum(bytes);
  if (found !== sha256.toLowerCase())
    fail(`The checksum is ${found}, not the one given. Nothing was kept.`);
  const name = NAMES.find((one) => basename(from).includes(one)) ?? 'redis-server';
  const target = join(folder, values.platform === 'win32' ? `${name}.exe` : name);
  writeFileSync(target, bytes, { mode: 0o755 });
  return target;
}

async function download(url) {
  const response = await fetch(url);
  if (!response.ok) fail(`${url} answered ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

function checksum(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function findOnPath() {
  for (const name of NAMES) {
    for (const place of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(place, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: the next folder may have it.
      }
    }
  }
  return null;
}

/** Starts the program from its new place, with nothing but its own libraries, and asks it once. */
async function tryOut(path) {
  const place = mkdtempSync(join(tmpdir(), 'storebridge-vendor-'));
  const socket = join(place, 'try.sock');
  const child = spawn(path, ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', place], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { LD_LIBRARY_PATH: join(folder, 'lib') },
  });
  try {
    const answer = await ask(socket);
    if (!answer.startsWith('+PONG')) throw new Error(`it answered ${JSON.stringify(answer)}`);
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    fail(`The server does not run from ${folder}: ${fault.message}. Nothing was kept.`);
  } finally {
    child.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  }
}

async function ask(socketPath) {
  const endAtMs = Date.now() + ANSWER_TIMEOUT_MS;
  for (;;) {
    try {
      return await new Promise((resolveAnswer, reject) => {
        const socket = connect(socketPath, () => socket.write('PING\r\n'));
        socket.once('data', (data) => {
          socket.destroy();
          resolveAnswer(data.toString());
        });
        socket.once('error', reject);
      });
    } catch (fault) {
      if (Date.now() > endAtMs) throw fault;
      await new Promise((next) => setTimeout(next, 50));
    }
  }
}
