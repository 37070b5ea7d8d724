import type { RouteName } from '@shared/ipc/registry';
import { writeDiagnostics } from '../../diagnostics/bundle';
import { folderSizeBytes } from '../../diagnostics/folder-size';
import type { Clock } from '../../platform/clock';
import { testRedis } from '../../redis/connection-test';
import type { Workspace } from '../../workspace/port';
import type { Handlers } from '../router';
import type { Shell } from './app';
import { createBackupHandlers } from './backup';
import { createSecretsHandlers } from './secrets';
import { createSettingsHandlers, withSavedPassword } from './settings';
import { createShellHandlers } from './shell';
import { createStoresHandlers } from './stores';
import { wireState } from './wire-state';

/** Routes that are answered whether or not a product is open. */
export type WorkspaceRouteName =
  | 'app.getState'
  | 'app.reopen'
  | 'app.switchMode'
  | 'settings.get'
  | 'settings.update'
  | 'connection.test'
  | 'connection.testRedis'
  | 'diagnostics.create'
  | 'diagnostics.getFolder'
  | Extract<RouteName, `backup.${string}` | `shell.${string}` | `stores.${string}`>
  | `secrets.${'status' | 'set' | 'clear'}`;

/**
 * Settings are those of the store whether or not its product could be opened; a change under way is
 * waited for.
 */
export function createWorkspaceHandlers(
  workspace: Workspace,
  shell: Omit<Shell, 'openedFiles'>,
  clock: Clock,
): Pick<Handlers, WorkspaceRouteName> {
  const settingsHandlers = (): ReturnType<typeof createSettingsHandlers> =>
    createSettingsHandlers({ settings: workspace.settings() });
  return {
    'app.getState': () => wireState(workspace.state()),
    'app.reopen': async () => wireState(await workspace.reopen()),
    'app.switchMode': async ({ mode }) => wireState(await workspace.switchMode(mode)),
    'settings.get': async (input, context) => {
      await workspace.whenSettled();
      return settingsHandlers()['settings.get'](input, context);
    },
    'settings.update': async (input, context) => {
      await workspace.whenSettled();
      return settingsHandlers()['settings.update'](input, context);
    },
    'connection.test': ({ market }) => workspace.testConnection(market),
    'connection.testRedis': async ({ url }) => {
      await workspace.whenSettled();
      return testRedis(withSavedPassword(url, workspace.settings().get().redisUrl), clock);
    },
    'diagnostics.getFolder': async () => ({
      path: workspace.home,
      sizeBytes: await folderSizeBytes(workspace.home),
    }),
    'diagnostics.create': async () => ({
      path: await writeDiagnostics(workspace, {
        home: workspace.home,
        version: shell.version,
        shell: shell.shell,
        nowMs: clock.nowMs(),
      }),
    }),
    ...createSecretsHandlers(workspace),
    ...createBackupHandlers(workspace),
    ...createStoresHandlers(workspace),
    ...createShellHandlers(workspace, shell),
  };
}
