import { type RouteName, routes } from '@shared/ipc/registry';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { StoreBridge } from '../storebridge';
import type { Workspace } from '../workspace/port';
import type { Shell } from './handlers/app';
import { createHandlers } from './handlers/handlers';
import { createWorkspaceHandlers } from './handlers/workspace';
import { createRouter, type Router } from './router';

export interface WorkspaceRouterDependencies {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly checksOutputs: boolean;
}

/**
 * Answers the whole contract over whichever product is open. A request that comes while one is being
 * opened waits for it. While none can be opened, the routes about the app itself answer and all
 * others fail with the reason.
 */
export function createWorkspaceRouter(dependencies: WorkspaceRouterDependencies): Router {
  const { workspace, shell, logger, checksOutputs } = dependencies;
  const always = createWorkspaceHandlers(workspace, shell, dependencies.clock);
  let current: { readonly storebridge: StoreBridge | null; readonly router: Router } | null = null;

  const routerOver = (storebridge: StoreBridge | null): Router => {
    if (current === null || current.storebridge !== storebridge) {
      const handlers =
        storebridge === null ? refusing(workspace) : createHandlers(storebridge, shell);
      const router = createRouter({ handlers: { ...handlers, ...always }, logger, checksOutputs });
      current = { storebridge, router };
    }
    return current.router;
  };

  return {
    answer: async (route, input, context) => {
      const needsProduct = !Object.hasOwn(always, route);
      const state =
        needsProduct && context.isTrusted ? await workspace.whenSettled() : workspace.state();
      const storebridge = state.kind === 'open' ? state.storebridge : null;
      return routerOver(storebridge).answer(route, input, context);
    },
  };
}

/** Every route of the contract, each failing with the reason why no product is open. */
function refusing(workspace: Workspace): ReturnType<typeof createHandlers> {
  const refuse = async (): Promise<never> => {
    const state = await workspace.whenSettled();
    throw state.kind === 'closed' ? state.fault : new TypeError('asked the wrong router');
  };
  const names = Object.keys(routes) as readonly RouteName[];
  return Object.fromEntries(names.map((name) => [name, refuse])) as unknown as ReturnType<
    typeof createHandlers
  >;
}
