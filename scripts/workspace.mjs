// Runs on the system's Node (20 or newer) before any package is installed: no dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

const BUILD_STAMP = join(root, 'out', '.built');
const BUILD_INPUTS = [
  'src',
  'bench',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
];

/** The Node to run the product with: the one installed by npm, else the running one when new enough. */
export function nodePath() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const local of [
    join(root, 'node_modules', 'node', 'bin', name),
    join(root, 'node_modules', '.bin', name),
  ]) {
    if (existsSync(local)) return local;
  }
  return process.execPath;
}

/** PATH with the project's own commands first, as npm scripts have it. */
export function environment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const bins = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bins}${separator}${process.env.PATH ?? ''}`, ...extra };
}

/**
 * Installs the npm packages when they are missing or older than the lock file. Not by `npm ci`: it
 * refuses a lock file that lacks other systems' optional binaries, and npm leaves those out where its
 * registry does not have them. `npm install` keeps to the locked versions and adds this system's.
 */
export function ensurePackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('패키지를 설치합니다 … (Installing packages)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(
    npm,
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (result.status !== 0) {
    fail(
      'The packages could not be installed. Check the network and that npm works ("npm install"), then try again.',
    );
  }
}

/** Builds when a source is newer than the last build. */
export function ensureBuild() {
  if (existsSync(BUILD_STAMP)) {
    const builtAtMs = statSync(BUILD_STAMP).mtimeMs;
    if (BUILD_INPUTS.every((input) => newestMs(join(root, input)) <= builtAtMs)) return;
  }
  say('빌드합니다 … (Building)');
  const startedAt = new Date();
  const result = spawnSync(
    nodePath(),
    [
      join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
    ],
    { cwd: root, encoding: 'utf8', env: environment({ NO_COLOR: '1', FORCE_COLOR: '0' }) },
  );
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`.split('    at ')[0]);
    fail('The build failed; the lines above say where.');
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(BUILD_STAMP, '');
  // What was edited while the build ran is newer than the stamp, so the next start builds again.
  utimesSync(BUILD_STAMP, startedAt, startedAt);
}

function newestMs(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let newest = stat.mtimeMs;
  for (const entry of readdirSync(path)) newest = Math.max(newest, newestMs(join(path, entry)));
  return newest;
}

/**
 * What a process has to be started with. Pictures are decoded on the thread pool that files and host
 * names wait for too: with the default of four threads, uploads wait behind decoding. And glibc gives
 * every thread a heap of its own and seldom returns one: decoding then keeps about 80 MB more than it
 * uses, where two heaps are as fast (docs/main-job.md). Left to itself it also raises both thresholds
 * after the first large block and keeps 40 MB of free pieces; fixed ones are as fast (docs/images.md).
 */
const PROCESS_VARIABLES = {
  UV_THREADPOOL_SIZE: '12',
  ...(process.platform === 'linux'
    ? {
        MALLOC_ARENA_MAX: '2',
        MALLOC_MMAP_THRESHOLD_: String(8 * 1024 * 1024),
        MALLOC_TRIM_THRESHOLD_: String(2 * 1024 * 1024),
      }
    : {}),
};

/**
 * V8 lets the space for new objects grow to 96 MB here, most of it garbage that waits; with 24 MB the
 * main job needs 100 MB less at the same speed (docs/main-job.md).
 */
const ENGINE_FLAGS = ['--max-semi-space-size=8'];

/**
 * Runs a built program in this process's place: same streams, same exit status and, where Node can
 * do it (22.15 on systems with exec), the same process, so that whoever ends it ends the work and
 * not only a wrapper.
 */
export function runBuilt(script, args) {
  const node = nodePath();
  const words = [...ENGINE_FLAGS, join(root, 'out', 'main', script), ...args];
  const variables = environment(PROCESS_VARIABLES);
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(node, [node, ...words], variables);
  }
  const child = spawn(node, words, { stdio: 'inherit', env: variables });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Progress goes to stderr, so that stdout stays what the command promises. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(3);
}
