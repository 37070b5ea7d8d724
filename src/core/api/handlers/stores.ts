import type { RouteOutput } from '@shared/ipc/registry';
import type { Workspace } from '../../workspace/port';
import type { Handlers } from '../router';
import { wireState } from './wire-state';

/**
 * Creating and renaming answer with the whole list, switching with the state of the other store's
 * product.
 */
export function createStoresHandlers(
  workspace: Workspace,
): Pick<Handlers, Extract<keyof Handlers, `stores.${string}`>> {
  const { stores } = workspace;
  const listed = (): RouteOutput<'stores.list'> => ({
    stores: stores.list().map(({ id, name }) => ({ id, name })),
    currentId: stores.current().id,
  });
  return {
    'stores.list': listed,
    'stores.create': ({ name }) => {
      workspace.createStore(name);
      return listed();
    },
    'stores.rename': ({ id, name }) => {
      stores.rename(id, name);
      return listed();
    },
    'stores.switch': async ({ id }) => wireState(await workspace.switchStore(id)),
  };
}
