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
  const keys = {
    domeggookKey: secrets.find('domeggookKey') ?? '',
    naverClientId: settings.naverClientId,
    naverClientSecret: secrets.find('naverClientSecret') ?? '',
  };
  const missing = Object.entries(keys).filter(([, value]) => value === '');
  if (missing.length === 0) return 'live';
  if (settings.mode === 'auto' && missing.length === 3) return 'practice';
  throw new AppError('SETTINGS_KEYS_MISSING', {
    params: { missing: missing.map(([name]) => name).join(', ') },
  });
}
