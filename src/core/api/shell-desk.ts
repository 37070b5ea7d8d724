import type { ShellCommand, ShellState, UnsavedKind } from '@shared/ipc/shell';

/** What a shell around the page asks of it, and what the page asks of the shell. */
export interface ShellDesk {
  /** Commands for the page since the last call, oldest first. They wait until a page is there. */
  takeCommands(): readonly ShellCommand[];
  state(): ShellState;
  /** All that the page would lose if it were closed now; `isSettled` when it answers `save-unsaved`. */
  reportUnsaved(kinds: readonly UnsavedKind[], isSettled: boolean): void;
  dismissCrash(): void;
  /** Each ends in a state, not in a rejection. */
  checkForUpdate(): Promise<void>;
  downloadUpdate(): Promise<void>;
  /** Throws SHELL_UPDATE_NOT_READY or SHELL_UPDATE_WHILE_WORKING; else the program restarts. */
  installUpdate(): Promise<void>;
  /** Shows the data folder outside of the page. Throws SHELL_PATH_NOT_OPENED. */
  openFolder(): Promise<void>;
  /** What the window runs on; null in a browser. */
  readonly runtime: { readonly electron: string; readonly chromium: string } | null;
  subscribe(listener: (news: 'commands' | 'state') => void): () => void;
}

/** For a page in a browser: nothing asks anything of it, and it has no installer. */
export const noShellDesk: ShellDesk = {
  takeCommands: () => [],
  state: () => ({ update: { kind: 'off', why: 'browser' }, crash: null }),
  reportUnsaved: () => undefined,
  dismissCrash: () => undefined,
  checkForUpdate: async () => undefined,
  downloadUpdate: async () => undefined,
  installUpdate: async () => undefined,
  openFolder: async () => undefined,
  runtime: null,
  subscribe: () => () => undefined,
};
