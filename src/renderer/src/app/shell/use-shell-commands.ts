import type { ItemNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import type { ShellCommand, ShellScreen, UnsavedKind } from '@shared/ipc/shell';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { IpcClient } from '../../ipc/client';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { useUnsavedWorks } from '../../state/unsaved';

/** Drawing a saved editor takes no longer, also on a slow computer. */
const RELEASE_WAIT_MS = 1_500;

/** What a command came to, to be shown for a moment. */
export type CommandOutcome =
  | { readonly kind: 'backed-up' }
  | { readonly kind: 'diagnostics-made'; readonly path: string }
  | { readonly kind: 'item-unknown'; readonly itemNo: ItemNo }
  | { readonly kind: 'failed'; readonly fault: unknown };

const PATHS: Readonly<Record<ShellScreen, string>> = {
  home: '/',
  sourcing: '/sourcing',
  import: '/import',
  drafts: '/drafts',
  queue: '/queue',
  watch: '/watch',
  notifications: '/notifications',
  settings: '/settings',
};

/** What the page does for commands that its routes do not serve. */
export interface ShellCommandActions {
  readonly onOutcome: (outcome: CommandOutcome) => void;
  readonly onShortcuts: () => void;
}

/** Does what menu, tray and links of the system ask, also what they asked before the page was there. */
export function useShellCommands(actions: ShellCommandActions): void {
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const obey = async (command: ShellCommand): Promise<void> => {
      switch (command.kind) {
        case 'open-screen':
          await navigate(PATHS[command.screen]);
          return;
        case 'open-item': {
          const path = await pathOfItem(client, command.itemNo);
          if (path !== null) await navigate(path);
          else latest.current.onOutcome({ kind: 'item-unknown', itemNo: command.itemNo });
          return;
        }
        case 'back-up':
          queries.setQueryData(queryKeys.backups, await client.request('backup.create', {}));
          latest.current.onOutcome({ kind: 'backed-up' });
          return;
        case 'make-diagnostics': {
          const { path } = await client.request('diagnostics.create', {});
          latest.current.onOutcome({ kind: 'diagnostics-made', path });
          return;
        }
        case 'show-shortcuts':
          latest.current.onShortcuts();
          return;
        case 'show-about':
          await navigate('/settings/about');
          return;
        case 'tell-fault': {
          const { code, params } = command;
          latest.current.onOutcome({ kind: 'failed', fault: new AppError(code, { params }) });
          return;
        }
        case 'save-unsaved':
          await saveAll();
          await client.request('shell.reportUnsaved', { kinds: unsavedKinds(), isSettled: true });
      }
    };
    const takeAll = async (): Promise<void> => {
      const { commands } = await client.request('shell.takeCommands', {});
      for (const command of commands) {
        try {
          await obey(command);
        } catch (fault) {
          latest.current.onOutcome({ kind: 'failed', fault });
        }
      }
    };
    // Without a connection there is no shell; what it asked waits there.
    const takeQuietly = (): void => void takeAll().catch(() => undefined);
    takeQuietly();
    return client.subscribe('shell.commandGiven', takeQuietly);
  }, [client, queries, navigate]);
}

/** Tells the shell what of this page would be lost, whenever that changes. */
export function useUnsavedReport(): void {
  const client = useClient();
  useEffect(() => {
    let reported = '';
    const report = (): void => {
      const kinds = unsavedKinds();
      if (kinds.join(' ') === reported) return;
      reported = kinds.join(' ');
      // Without a connection there is nobody who could close the window.
      client.request('shell.reportUnsaved', { kinds }).catch(() => undefined);
    };
    report();
    return useUnsavedWorks.subscribe(report);
  }, [client]);
}

function unsavedKinds(): UnsavedKind[] {
  const works = [...useUnsavedWorks.getState().works.values()];
  return [...new Set(works.map(({ kind }) => kind))].sort();
}

/** The item's draft, else its history; null when the app knows nothing of it. */
async function pathOfItem(client: IpcClient, itemNo: ItemNo): Promise<string | null> {
  const { draft } = await client.request('drafts.get', { itemNo });
  if (draft !== null) return `/drafts/${itemNo}`;
  try {
    await client.request('watch.getHistory', { itemNo, fromMs: Date.now() });
    return `/history/${itemNo}`;
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'WATCH_NOT_WATCHED') return null;
    throw fault;
  }
}

/** Saves what can be; a refused save is shown where it was tried, and the shell then asks the seller. */
async function saveAll(): Promise<void> {
  const works = [...useUnsavedWorks.getState().works];
  const outcomes = await Promise.allSettled(works.map(async ([, { save }]) => save?.()));
  const saved = works.filter(
    ([, { save }], index) => save !== null && outcomes[index]?.status === 'fulfilled',
  );
  await whenReleased(saved.map(([id]) => id));
}

/** A saved editor lets go of its work once it has drawn that; what was typed meanwhile keeps it held. */
function whenReleased(ids: readonly string[]): Promise<void> {
  const isDone = (): boolean => {
    const { works } = useUnsavedWorks.getState();
    return !ids.some((id) => works.has(id));
  };
  if (isDone()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = useUnsavedWorks.subscribe(() => {
      if (isDone()) end();
    });
    const timer = setTimeout(end, RELEASE_WAIT_MS);
  });
}
