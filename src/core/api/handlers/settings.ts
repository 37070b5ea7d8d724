import type { Settings } from '@shared/domain/settings';
import type { SettingsChange } from '@shared/ipc/settings';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** Stands in for a password in an address that is shown. */
const MASK = '***';

export function createSettingsHandlers({
  settings,
}: Pick<StoreBridge, 'settings'>): Pick<Handlers, 'settings.get' | 'settings.update'> {
  return {
    'settings.get': () => shownSettings(settings.get()),
    'settings.update': ({ change }) => {
      const current = settings.get();
      const { redisUrl, ...others } = withGroupsMerged(change, current);
      const isRedisUrlAsShown = redisUrl === shownSettings(current).redisUrl;
      return shownSettings(
        settings.update({
          ...others,
          ...(redisUrl === undefined || isRedisUrlAsShown ? {} : { redisUrl }),
        }),
      );
    },
  };
}

/** `change` with its parts of groups completed from `current`; single fields as they are. */
function withGroupsMerged(change: SettingsChange, current: Settings): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      typeof value === 'object' ? { ...Object(current[name as keyof Settings]), ...value } : value,
    ]),
  );
}

/** `settings` as they may be shown: the password inside the Redis address is masked. */
export function shownSettings(settings: Settings): Settings {
  if (!URL.canParse(settings.redisUrl)) return settings;
  const url = new URL(settings.redisUrl);
  if (url.password === '') return settings;
  url.password = MASK;
  return { ...settings, redisUrl: url.href };
}
