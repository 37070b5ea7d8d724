import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');
/** The built command line: the same file that `npm run storebridge` runs. */
const CLI = join(ROOT, 'out', 'main', 'cli.js');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of stdout as JSON; null when it is none. */
  readonly json: Record<string, unknown> | null;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the built command line with `variables` as its whole STOREBRIDGE environment. */
export function start(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  input?: Uint8Array,
): Started {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...variables },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  // A program that refuses its arguments ends before it reads its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolveEnd, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolveEnd({ status, stdout, stderr, json: lastJson(stdout) });
    });
  });
  return { child, ended };
}

export function run(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  input?: Uint8Array,
): Promise<Ended> {
  return start(args, variables, input).ended;
}

function lastJson(stdout: string): Record<string, unknown> | null {
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) return null;
  const value: unknown = JSON.parse(last);
  return Object(value);
}

/** A folder of its own, gone after `use`. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'storebridge-e2e-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Market {
  /** Environment that makes the program live against this market. */
  readonly variables: Readonly<Record<string, string>>;
  readonly domeggookUrl: string;
  readonly domeggookKey: string;
  /** One command of the market's control; gives its result. */
  control<Result = unknown>(command: Readonly<Record<string, unknown>>): Promise<Result>;
  stop(): Promise<void>;
}

/** The practice market as a foreign pair of servers: the program is told addresses and keys only. */
export async function startMarket(args: readonly string[] = []): Promise<Market> {
  const { child, ended } = start(['practice', ...args], {});
  const line = await new Promise<string>((resolveLine, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolveLine(text.split('\n')[0] ?? '');
    });
    void ended.then((end) => reject(new Error(`practice ended: ${end.stderr}`)));
  });
  const address = JSON.parse(line);
  return {
    domeggookUrl: address.domeggookUrl,
    domeggookKey: address.domeggookKey,
    variables: {
      STOREBRIDGE_DOMEGGOOK_URL: address.domeggookUrl,
      STOREBRIDGE_DOMEGGOOK_KEY: address.domeggookKey,
      STOREBRIDGE_NAVER_URL: address.naverUrl,
      STOREBRIDGE_NAVER_CLIENT_ID: address.naverClientId,
      STOREBRIDGE_NAVER_CLIENT_SECRET: address.naverClientSecret,
      STOREBRIDGE_ALLOW_PRIVATE_IMAGE_HOSTS: '1',
    },
    control: async <Result>(command: Readonly<Record<string, unknown>>) => {
      const response = await fetch(new URL('/_practice/control', address.domeggookUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-practice-key': address.domeggookKey },
        body: JSON.stringify(command),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`the control answered ${response.status}: ${text}`);
      return (JSON.parse(text) as { readonly result: Result }).result;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Writes `numbers` one per line and returns the path. */
export function writeList(folder: string, numbers: readonly string[]): string {
  const path = join(folder, 'list.txt');
  writeFileSync(path, numbers.join('\n'));
  return path;
}
