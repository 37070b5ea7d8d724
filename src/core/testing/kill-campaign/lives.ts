import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** One process from its start to its end. */
export interface Life<Report> {
  readonly wasKilled: boolean;
  /** Null for a life that was killed. */
  readonly report: Report | null;
}

/** A program of its own that is run, and really killed, again and again. */
export interface Lives<Orders, Report> {
  /** An empty folder for its data, gone after `close`. */
  readonly folder: string;
  live(orders: Orders, killAfterMs?: number): Promise<Life<Report>>;
  close(): void;
}

/** Lives at once: as many as the smallest machine has cores. */
const AT_ONCE = 2;

/** Builds `src/core/testing/kill-campaign/NAME.ts` into one script that Node runs. */
export async function buildLives<Orders, Report>(name: string): Promise<Lives<Orders, Report>> {
  const folder = mkdtempSync(join(tmpdir(), 'storebridge-kill-'));
  // Beside the project's packages, where the child finds them.
  const outFolder = resolve('out', 'test', 'kill-campaign');
  mkdirSync(outFolder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve('src/shared'), '@core': resolve('src/core') } },
    build: {
      ssr: resolve('src/core/testing/kill-campaign', `${name}.ts`),
      outDir: outFolder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  const script = join(outFolder, `${name}.mjs`);
  const children = new Set<ChildProcess>();
  return {
    folder,
    live: async (orders, killAfterMs) => {
      const child = spawn(process.execPath, [script], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH, KILL_CAMPAIGN: JSON.stringify(orders) },
      });
      children.add(child);
      const timer =
        killAfterMs === undefined
          ? undefined
          : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      let text = '';
      child.stdout.on('data', (chunk) => {
        text += chunk;
      });
      const signal = await new Promise<NodeJS.Signals | null>((ended) => {
        child.once('close', (_, how) => ended(how));
      });
      clearTimeout(timer);
      children.delete(child);
      return {
        wasKilled: signal === 'SIGKILL',
        report: text === '' ? null : (JSON.parse(text) as Report),
      };
    },
    close: () => {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs them all, a few at a time. */
export async function inTurns(runs: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...runs];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let run = left.shift(); run !== undefined; run = left.shift()) await run();
    }),
  );
}
