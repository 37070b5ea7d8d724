import type { Settings } from '@shared/domain/settings';
import type { SettingsChange } from '@shared/ipc/settings';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** Stands in for a password in an address that is shown. */
const MASK = '***';

/**
 * The password in the Redis address is masked on the way out, and the mask stands for the saved
 * password on the way in.
 */
export function createSettingsHandlers({
  settings,
}: Pick<StoreBridge, 'settings'>): Pick<Handlers, 'settings.get' | 'settings.update'> {
  return {
    'settings.get': () => shownSettings(settings.get()),
    'settings.update': ({ change }) => {
      const current = settings.get();
      const { redisUrl, ...others } = withGroupsMerged(change, current);
      return shownSettings(
        settings.update({
          ...others,
          ...(redisUrl === undefined
            ? {}
            : { redisUrl: withSavedPassword(redisUrl, current.redisUrl) }),
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

/** `url` with the saved password in the place of its mask; a mask without a saved one is a password like any other. */
export function withSavedPassword(url: string, savedUrl: string): string {
  if (!URL.canParse(url) || !URL.canParse(savedUrl)) return url;
  const [typed, saved] = [new URL(url), new URL(savedUrl)];
  // To another server a password that was saved for this one is never sent.
  if (typed.password !== MASK || typed.host !== saved.host || saved.password === '') return url;
  typed.password = saved.password;
  return typed.href;
}

/** `settings` as they may be shown: the password inside the Redis address is masked. */
export function shownSettings(settings: Settings): Settings {
  if (!URL.canParse(settings.redisUrl)) return settings;
  const url = new URL(settings.redisUrl);
  if (url.password === '') return settings;
  url.password = MASK;
  return { ...settings, redisUrl: url.href };
}
