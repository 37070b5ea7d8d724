import { SECRET_NAMES } from '@shared/domain/secrets';
import type { SecretsStatus } from '@shared/ipc/secrets';
import { missingKeys } from '../../settings/mode';
import type { Workspace } from '../../workspace/port';
import type { Handlers } from '../router';

const TAIL_CHARS = 4;
/** A shorter secret would be given away by its last characters. */
const TAIL_FROM_CHARS = 12;

/**
 * Tells of a key whether it is there, and its last four characters when it is long enough to spare
 * them; never the key.
 */
export function createSecretsHandlers(
  workspace: Pick<Workspace, 'secrets' | 'savedSettings' | 'settings' | 'state'>,
): Pick<Handlers, 'secrets.status' | 'secrets.set' | 'secrets.clear'> {
  const status = (): SecretsStatus => {
    const secrets = workspace.secrets();
    const { naverClientId } = workspace.savedSettings();
    return {
      protection: secrets.protection,
      secrets: SECRET_NAMES.map((name) => {
        const value = secrets.find(name);
        return {
          name,
          isSet: value !== null && value !== '',
          tail: tailOf(value ?? ''),
          isFixed: secrets.isFixed(name),
        };
      }),
      naverClientId,
      missingForLive: [...missingKeys({ naverClientId }, secrets)],
    };
  };
  /**
   * Who enters keys one after the other must not find the app closed over a half-filled set at the
   * next start, so practice becomes a choice until live mode is chosen.
   */
  const stayInPractice = (): void => {
    const state = workspace.state();
    const isPractising = state.kind === 'open' && state.storebridge.mode === 'practice';
    if (!isPractising || workspace.savedSettings().mode !== 'auto') return;
    workspace.settings().update({ mode: 'practice' });
  };
  return {
    'secrets.status': status,
    'secrets.set': ({ name, value }) => {
      stayInPractice();
      workspace.secrets().save(name, value);
      return status();
    },
    'secrets.clear': ({ name }) => {
      workspace.secrets().remove(name);
      return status();
    },
  };
}

function tailOf(value: string): string {
  return value.length < TAIL_FROM_CHARS ? '' : value.slice(-TAIL_CHARS);
}
