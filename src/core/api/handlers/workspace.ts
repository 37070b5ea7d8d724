import type { AppState } from '@shared/ipc/app';
import type { ProductState, Workspace } from '../../workspace/port';
import type { Handlers } from '../router';
import { createSecretsHandlers } from './secrets';
import { createSettingsHandlers } from './settings';

/** Routes that are answered whether or not a product is open. */
export type WorkspaceRouteName =
  | 'app.getState'
  | 'app.reopen'
  | 'app.switchMode'
  | 'settings.get'
  | 'settings.update'
  | 'connection.test'
  | `secrets.${'status' | 'set' | 'clear'}`;

export function createWorkspaceHandlers(workspace: Workspace): Pick<Handlers, WorkspaceRouteName> {
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
    ...createSecretsHandlers(workspace),
  };
}

/** The state as a page may know it. */
export function wireState(state: ProductState): AppState {
  switch (state.kind) {
    case 'opening':
      return { kind: 'opening' };
    case 'open':
      return { kind: 'open', mode: state.storebridge.mode };
    case 'closed':
      return { kind: 'closed', code: state.fault.code, params: { ...state.fault.params } };
  }
}
