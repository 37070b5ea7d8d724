import type { Settings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import type { SecretStore } from '../secrets/port';

/**
 * Practice or live. `auto` is live as soon as any key is set, and practice while there is none;
 * a half-filled set is an error rather than a silent practice run.
 * Throws SETTINGS_KEYS_MISSING naming what is missing.
 */
export function decideMode(
  settings: Pick<Settings, 'mode' | 'naverClientId'>,
  secrets: Pick<SecretStore, 'find'>,
): 'practice' | 'live' {
  if (settings.mode === 'practice') return 'practice';
  const missing = missingKeys(settings, secrets);
  if (missing.length === 0) return 'live';
  if (settings.mode === 'auto' && missing.length === 3) return 'practice';
  throw keysMissing(missing);
}

/** Names of what live mode needs and does not have: settings and secrets alike. */
export function missingKeys(
  { naverClientId }: Pick<Settings, 'naverClientId'>,
  secrets: Pick<SecretStore, 'find'>,
): readonly string[] {
  const keys = {
    domeggookKey: secrets.find('domeggookKey') ?? '',
    naverClientId,
    naverClientSecret: secrets.find('naverClientSecret') ?? '',
  };
  return Object.entries(keys)
    .filter(([, value]) => value === '')
    .map(([name]) => name);
}

/** SETTINGS_KEYS_MISSING, naming the settings and secrets in `missing`. */
export function keysMissing(missing: readonly string[]): AppError {
  return new AppError('SETTINGS_KEYS_MISSING', { params: { missing: missing.join(', ') } });
}
