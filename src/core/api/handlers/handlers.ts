import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';
import { createAppHandlers, type Shell } from './app';
import { createDraftsHandlers } from './drafts';
import { createIntakeHandlers } from './intake';
import { createLimitsHandlers } from './limits';
import { createMarketplaceHandlers } from './marketplace';
import { createNotificationsHandlers } from './notifications';
import { createOptionsHandlers } from './options';
import { createPicturesHandlers } from './pictures';
import { createRegistrationHandlers } from './registration';
import { createSettingsHandlers } from './settings';
import { createSourcingHandlers } from './sourcing';

/** Every route of the contract, answered by the composed product. */
export function createHandlers(storebridge: StoreBridge, shell: Shell): Handlers {
  return {
    ...createAppHandlers(storebridge, shell),
    ...createIntakeHandlers(storebridge, shell),
    ...createDraftsHandlers(storebridge),
    ...createOptionsHandlers(storebridge),
    ...createPicturesHandlers(storebridge),
    ...createRegistrationHandlers(storebridge),
    ...createSettingsHandlers(storebridge),
    ...createLimitsHandlers(storebridge),
    ...createMarketplaceHandlers(storebridge),
    ...createNotificationsHandlers(storebridge),
    ...createSourcingHandlers(storebridge),
  };
}
