import type { ShellDesk } from '@core/api/shell-desk';
import type { ShellCommand, ShellState, UnsavedKind } from '@shared/ipc/shell';
import type { Updates } from './updates';

/** The shell's side of what it and the page have to say to each other. */
export interface DesktopDesk extends ShellDesk {
  /** Keeps `command` until the page takes it, also while there is no page. */
  give(command: ShellCommand): void;
  unsaved(): readonly UnsavedKind[];
  /** Hears every report of what is unsaved, and whether it is the page's last word. */
  onUnsaved(listener: (isSettled: boolean) => void): () => void;
  /** The page went, and with it what it held. */
  pageLost(): void;
  tellCrash(crash: NonNullable<ShellState['crash']>): void;
}

/** What the desk speaks for. */
export interface ShellDeskDependencies {
  readonly updates: Updates;
  readonly runtime: NonNullable<ShellDesk['runtime']>;
  readonly openFolder: ShellDesk['openFolder'];
}

/** Commands kept for a page that does not come; more than a person can give by hand. */
const COMMANDS_MAX = 20;

/**
 * Keeps the newest commands until a page takes them; older ones beyond the bound are dropped. A
 * page that is lost counts as having nothing unsaved.
 */
export function createShellDesk({
  updates,
  runtime,
  openFolder,
}: ShellDeskDependencies): DesktopDesk {
  const listeners = new Set<(news: 'commands' | 'state') => void>();
  const unsavedListeners = new Set<(isSettled: boolean) => void>();
  let commands: readonly ShellCommand[] = [];
  let unsaved: readonly UnsavedKind[] = [];
  let crash: ShellState['crash'] = null;
  const tell = (news: 'commands' | 'state'): void => {
    for (const listener of listeners) listener(news);
  };
  const setUnsaved = (kinds: readonly UnsavedKind[], isSettled: boolean): void => {
    unsaved = kinds;
    for (const listener of [...unsavedListeners]) listener(isSettled);
  };
  updates.subscribe(() => tell('state'));
  return {
    give: (command) => {
      commands = [...commands, command].slice(-COMMANDS_MAX);
      tell('commands');
    },
    takeCommands: () => {
      const taken = commands;
      commands = [];
      return taken;
    },
    state: () => ({ update: updates.state(), crash }),
    reportUnsaved: setUnsaved,
    unsaved: () => unsaved,
    onUnsaved: (listener) => {
      unsavedListeners.add(listener);
      return () => {
        unsavedListeners.delete(listener);
      };
    },
    pageLost: () => setUnsaved([], true),
    tellCrash: (told) => {
      crash = told;
      tell('state');
    },
    dismissCrash: () => {
      crash = null;
      tell('state');
    },
    checkForUpdate: updates.check,
    downloadUpdate: updates.download,
    installUpdate: updates.install,
    openFolder,
    runtime,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
