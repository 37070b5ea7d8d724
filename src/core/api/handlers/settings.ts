import type { Settings } from '@shared/domain/settings';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** Stands in for a password in an address that is shown. */
const MASK = '***';

export function createSettingsHandlers({
  settings,
}: StoreBridge): Pick<Handlers, 'settings.get' | 'settings.update'> {
  return {
    'settings.get': () => shownSettings(settings.get()),
    'settings.update': ({ change }) => {
      const current = settings.get();
      const { pricing, store, registration, images, marketplace, redisUrl, ...fields } = change;
      const isRedisUrlAsShown = redisUrl === shownSettings(current).redisUrl;
      return shownSettings(
        settings.update({
          ...fields,
          ...(redisUrl === undefined || isRedisUrlAsShown ? {} : { redisUrl }),
          ...(pricing ? { pricing: { ...current.pricing, ...pricing } } : {}),
          ...(store ? { store: { ...current.store, ...store } } : {}),
          ...(registration ? { registration: { ...current.registration, ...registration } } : {}),
          ...(images ? { images: { ...current.images, ...images } } : {}),
          ...(marketplace ? { marketplace: { ...current.marketplace, ...marketplace } } : {}),
        }),
      );
    },
  };
}

/** `settings` as they may be shown: the password inside the Redis address is masked. */
export function shownSettings(settings: Settings): Settings {
  if (!URL.canParse(settings.redisUrl)) return settings;
  const url = new URL(settings.redisUrl);
  if (url.password === '') return settings;
  url.password = MASK;
  return { ...settings, redisUrl: url.href };
}
