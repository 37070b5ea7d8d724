import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { noOpenedFiles } from '@core/api/opened-files';
import { createWorkspaceRouter } from '@core/api/workspace-router';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import type { Environment } from '@core/settings/environment';
import { AppError } from '@shared/errors/app-error';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { attachWhileOpen } from '../../host/attach-while-open';
import { type BrowserPlace, openBrowserPlace } from '../../host/browser-place';
import { type HostOptions, type RunningHost, startHost } from '../../host/start-host';
import { openWorkspace } from '../open';
import type { Terminal } from '../terminal';
import { versionOf } from '../version';
import { words } from '../words';

/** What `storebridge serve` was asked for, and where the program lies. */
export interface ServeOptions {
  readonly environment: Environment;
  readonly root: string;
  readonly script: string;
  /** 0 = any free port; null = the last one, so that pages still open find the host again, or any free one. */
  readonly port: number | null;
  readonly shouldOpen: boolean;
}

const STOP_DEADLINE_MS = 5_000;

/** Runs the app for a browser until the process is asked to end. The address is the first line of stdout. */
export async function runServe(
  options: ServeOptions,
  terminal: Terminal,
  language: Language,
): Promise<void> {
  const say = words[language];
  const workspace = openWorkspace(options);
  const opening = workspace.open();
  const place = openBrowserPlace({
    home: options.environment.home,
    clock: systemClock,
    randomness: systemRandomness,
  });
  const host = await listen(options.port, place, {
    workspace,
    session: place.session,
    rendererFolder: join(options.root, 'out', 'renderer'),
    version: versionOf(options.root),
    clock: systemClock,
    randomness: systemRandomness,
    logger: silentLogger,
    checksOutputs: false,
  });
  terminal.out(say.serving(host.url));
  if (options.shouldOpen) openBrowser(host.url);
  const state = await opening;
  const attach = attachWhileOpen({
    workspace,
    home: options.environment.home,
    router: createWorkspaceRouter({
      workspace,
      shell: { version: versionOf(options.root), shell: 'browser', openedFiles: noOpenedFiles },
      clock: systemClock,
      logger: silentLogger,
      checksOutputs: false,
    }),
    randomness: systemRandomness,
    logger: silentLogger,
  });
  if (state.kind === 'closed') {
    // The page shows the same and offers the ways out, so the host stays.
    const { message, fix } = textOf(state.fault.code, language, state.fault.params);
    terminal.err(`${message}\n→ ${fix}`);
  } else if (state.storebridge.mode === 'practice') {
    terminal.out(say.practice);
  }
  terminal.out(say.open);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  terminal.err(say.stopping);
  await attach.close();
  await host.close();
  await workspace.close(STOP_DEADLINE_MS);
}

/** Listens where it is told to, else where pages may still look for it; another's port is left alone. */
async function listen(
  wanted: number | null,
  place: BrowserPlace,
  options: Omit<HostOptions, 'port'>,
): Promise<RunningHost> {
  const port = wanted ?? place.lastPort ?? 0;
  try {
    const host = await startHost({ ...options, port });
    place.remember(host.port);
    return host;
  } catch (fault) {
    const isTaken = fault instanceof AppError && fault.code === 'HOST_PORT_TAKEN';
    if (!isTaken || wanted !== null) throw fault;
    return startHost({ ...options, port: 0 });
  }
}

/** The address stands in the terminal anyway, so a missing browser is no fault. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  if (command === undefined) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
