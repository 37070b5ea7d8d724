import type { z } from 'zod';
import type { Settings } from '../domain/settings';
import { type AppState, appRoutes } from './app';
import { backupRoutes } from './backup';
import { connectionRoutes } from './connection';
import { diagnosticsRoutes } from './diagnostics';
import { draftReviewRoutes } from './draft-review';
import { draftsRoutes } from './drafts';
import { type FileOpened, intakeRoutes, type ReadingsChanged } from './intake';
import { limitsRoutes } from './limits';
import { marketplaceRoutes } from './marketplace';
import { metricsRoutes } from './metrics';
import {
  type NotificationOpened,
  type NotificationsChanged,
  notificationsRoutes,
} from './notifications';
import { optionsRoutes } from './options';
import { picturesRoutes } from './pictures';
import { type JobsChanged, type QueueStatusChanged, registrationRoutes } from './registration';
import { secretsRoutes } from './secrets';
import { settingsRoutes } from './settings';
import { type CommandGiven, type ShellState, shellRoutes } from './shell';
import { sourcingRoutes } from './sourcing';
import { storesRoutes } from './stores';
import { type WatchChanged, watchRoutes } from './watch';

/** The whole contract: every request that the renderer may make, one file per domain. */
export const routes = {
  ...appRoutes,
  ...intakeRoutes,
  ...draftsRoutes,
  ...optionsRoutes,
  ...draftReviewRoutes,
  ...picturesRoutes,
  ...registrationRoutes,
  ...settingsRoutes,
  ...shellRoutes,
  ...secretsRoutes,
  ...connectionRoutes,
  ...backupRoutes,
  ...diagnosticsRoutes,
  ...storesRoutes,
  ...limitsRoutes,
  ...marketplaceRoutes,
  ...metricsRoutes,
  ...notificationsRoutes,
  ...sourcingRoutes,
  ...watchRoutes,
} as const;

/** A name of the contract; anything else is answered with IPC_UNKNOWN_ROUTE. */
export type RouteName = keyof typeof routes;
/** What a caller writes: fields with a default may be left out. */
export type RouteInput<Name extends RouteName> = z.input<(typeof routes)[Name]['input']>;
/** What a handler gets: checked, defaults filled in. */
export type CheckedInput<Name extends RouteName> = z.output<(typeof routes)[Name]['input']>;
/** What a route answers, after its schema. */
export type RouteOutput<Name extends RouteName> = z.output<(typeof routes)[Name]['output']>;

/** What the core tells without being asked. Built on the trusted side, so types without schemas. */
export interface EventPayloads {
  'app.stateChanged': AppState;
  'intake.fileOpened': FileOpened;
  'intake.readingsChanged': ReadingsChanged;
  'registration.jobChanged': JobsChanged;
  'registration.statusChanged': QueueStatusChanged;
  'settings.changed': Settings;
  'shell.commandGiven': CommandGiven;
  'shell.stateChanged': ShellState;
  'notifications.changed': NotificationsChanged;
  'notifications.opened': NotificationOpened;
  'watch.changed': WatchChanged;
}

export type EventTopic = keyof EventPayloads;

/**
 * The topics at run time, for the check of what a page subscribes to; the compiler holds them to
 * `EventPayloads`.
 */
export const EVENT_TOPICS = [
  'app.stateChanged',
  'intake.fileOpened',
  'intake.readingsChanged',
  'registration.jobChanged',
  'registration.statusChanged',
  'settings.changed',
  'shell.commandGiven',
  'shell.stateChanged',
  'notifications.changed',
  'notifications.opened',
  'watch.changed',
] as const satisfies readonly EventTopic[];

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name);
}

export function isEventTopic(name: string): name is EventTopic {
  return (EVENT_TOPICS as readonly string[]).includes(name);
}
