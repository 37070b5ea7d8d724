import { homedir } from 'node:os';
import { join } from 'node:path';
import type { SecretName } from '../secrets/port';

type Variables = Readonly<Record<string, string | undefined>>;

/** What the environment decides. The only reading of environment variables in the product. */
export interface Environment {
  /** Data folder of the open store; the first store's is `programHome` itself. */
  readonly home: string;
  /** Data folder that all stores share. */
  readonly programHome: string;
  /** Settings that the environment overrides; never saved. */
  readonly overrides: {
    readonly domeggookUrl?: string;
    readonly naverUrl?: string;
    readonly naverClientId?: string;
    readonly redisUrl?: string;
    readonly allowsPrivateImageHosts?: true;
  };
  readonly secrets: Partial<Record<SecretName, string>>;
  readonly path: string;
}

/** Reads the STOREBRIDGE_* variables; empty ones count as absent. */
export function readEnvironment(variables: Variables): Environment {
  const get = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const domeggookUrl = get('STOREBRIDGE_DOMEGGOOK_URL');
  const naverUrl = get('STOREBRIDGE_NAVER_URL');
  const naverClientId = get('STOREBRIDGE_NAVER_CLIENT_ID');
  const redisUrl = get('STOREBRIDGE_REDIS_URL');
  const domeggookKey = get('STOREBRIDGE_DOMEGGOOK_KEY');
  const naverClientSecret = get('STOREBRIDGE_NAVER_CLIENT_SECRET');
  const home = get('STOREBRIDGE_HOME') ?? defaultHome(get);
  return {
    home,
    programHome: home,
    overrides: {
      ...(domeggookUrl === undefined ? {} : { domeggookUrl }),
      ...(naverUrl === undefined ? {} : { naverUrl }),
      ...(naverClientId === undefined ? {} : { naverClientId }),
      ...(redisUrl === undefined ? {} : { redisUrl }),
      ...(get('STOREBRIDGE_ALLOW_PRIVATE_IMAGE_HOSTS') === '1'
        ? { allowsPrivateImageHosts: true as const }
        : {}),
    },
    secrets: {
      ...(domeggookKey === undefined ? {} : { domeggookKey }),
      ...(naverClientSecret === undefined ? {} : { naverClientSecret }),
    },
    path: get('PATH') ?? '',
  };
}

/** Each system's own place for an application's data. */
function defaultHome(get: (name: string) => string | undefined): string {
  if (process.platform === 'win32') {
    return join(get('APPDATA') ?? join(homedir(), 'AppData', 'Roaming'), 'StoreBridge');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'StoreBridge');
  }
  return join(get('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share'), 'storebridge');
}
