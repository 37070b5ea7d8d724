import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';
import { createAppHandlers, type Shell } from './app';
import { createDraftReviewHandlers } from './draft-review';
import { createDraftsHandlers } from './drafts';
import { createIntakeHandlers } from './intake';
import { createLimitsHandlers } from './limits';
import { createMarketplaceHandlers } from './marketplace';
import { createMetricsHandlers } from './metrics';
import { createNotificationsHandlers } from './notifications';
import { createOptionsHandlers } from './options';
import { createPicturesHandlers } from './pictures';
import { createRegistrationHandlers } from './registration';
import { createSourcingHandlers } from './sourcing';
import { createWatchHandlers } from './watch';
import type { WorkspaceRouteName } from './workspace';

/** Every route of the contract that the composed product answers. */
export function createHandlers(
  storebridge: StoreBridge,
  shell: Shell,
): Omit<Handlers, WorkspaceRouteName> {
  return {
    ...createAppHandlers(storebridge, shell),
    ...createIntakeHandlers(storebridge, shell),
    ...createDraftsHandlers(storebridge),
    ...createOptionsHandlers(storebridge),
    ...createDraftReviewHandlers(storebridge),
    ...createPicturesHandlers(storebridge),
    ...createRegistrationHandlers(storebridge),
    ...createLimitsHandlers(storebridge),
    ...createMarketplaceHandlers(storebridge),
    ...createMetricsHandlers(storebridge),
    ...createNotificationsHandlers(storebridge),
    ...createSourcingHandlers(storebridge),
    ...createWatchHandlers(storebridge),
  };
}
