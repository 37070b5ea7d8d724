import type { RouteOutput } from '@shared/ipc/registry';
import type { Workspace } from '../../workspace/port';
import type { Handlers } from '../router';
import { wireState } from './wire-state';

/** Changes answer with the whole list, restores with the state of the product they opened. */
export function createBackupHandlers(
  workspace: Workspace,
): Pick<Handlers, Extract<keyof Handlers, `backup.${string}`>> {
  const listed = async (): Promise<RouteOutput<'backup.list'>> => {
    const fault = workspace.backupFault();
    const backups = workspace.backups();
    return {
      backups: (await backups.list()).map((backup) => ({ ...backup })),
      folder: backups.folder,
      fault: fault === null ? null : { code: fault.code, params: { ...fault.params } },
    };
  };
  return {
    'backup.list': listed,
    'backup.create': async () => {
      await workspace.backups().create('manual');
      return listed();
    },
    'backup.remove': async ({ id }) => {
      await workspace.backups().remove(id);
      return listed();
    },
    'backup.restore': async ({ id }) => wireState(await workspace.restore(id)),
    'backup.setAside': async () => wireState(await workspace.setAside()),
  };
}
