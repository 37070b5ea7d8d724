import type { EventPayloads, EventTopic } from '@shared/ipc/registry';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { StoreBridge } from '../storebridge';
import type { ProductState, Workspace } from '../workspace/port';
import { createEventFanOut, type EventFanOut } from './event-fan-out';
import { wireState } from './handlers/wire-state';
import type { OpenedFiles } from './opened-files';
import { noShellDesk, type ShellDesk } from './shell-desk';

export interface WorkspaceEventsDependencies {
  readonly workspace: Workspace;
  readonly openedFiles: OpenedFiles;
  /** Default: a shell that tells nothing. */
  readonly desk?: ShellDesk;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Subscription {
  readonly topic: EventTopic;
  readonly listener: (payload: never) => void;
  /** Ends the subscription at the product that is open. */
  stop: () => void;
}

/**
 * The events of whichever product is open: a subscription outlives the product it was made under.
 * Also tells `app.stateChanged` and what the shell has to say, whether or not a product is open.
 */
export function createWorkspaceEvents(dependencies: WorkspaceEventsDependencies): EventFanOut {
  const { workspace, openedFiles, clock, logger } = dependencies;
  const subscriptions = new Set<Subscription>();
  let inner: EventFanOut | null = null;

  const attach = (subscription: Subscription): void => {
    const { topic } = subscription;
    // A topic and its listener were given together; the compiler cannot follow the pair through the set.
    const listener = subscription.listener as (payload: unknown) => void;
    subscription.stop();
    subscription.stop = inner?.subscribe(topic, listener) ?? (() => undefined);
  };
  const openOn = (storebridge: StoreBridge): void => {
    inner = createEventFanOut({ storebridge, openedFiles, clock, logger });
    for (const subscription of subscriptions) attach(subscription);
  };
  const tell = <Topic extends EventTopic>(told: Topic, payload: EventPayloads[Topic]): void => {
    for (const { topic, listener } of [...subscriptions]) {
      if (topic === told) (listener as (payload: EventPayloads[Topic]) => void)(payload);
    }
  };
  const take = (state: ProductState): void => {
    inner?.close();
    inner = null;
    if (state.kind === 'open') openOn(state.storebridge);
    tell('app.stateChanged', wireState(state));
  };
  const stopWatching = workspace.subscribe(take);
  const desk = dependencies.desk ?? noShellDesk;
  const stopHearingShell = desk.subscribe((news) => {
    if (news === 'commands') tell('shell.commandGiven', {});
    else tell('shell.stateChanged', desk.state());
  });
  const state = workspace.state();
  if (state.kind === 'open') openOn(state.storebridge);

  return {
    subscribe: (topic, listener) => {
      const subscription: Subscription = { topic, listener, stop: () => undefined };
      subscriptions.add(subscription);
      attach(subscription);
      return () => {
        subscriptions.delete(subscription);
        subscription.stop();
      };
    },
    close: () => {
      stopWatching();
      stopHearingShell();
      inner?.close();
      subscriptions.clear();
    },
  };
}
