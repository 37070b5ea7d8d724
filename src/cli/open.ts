import { join } from 'node:path';
import { compose } from '@core/compose';
import { systemClock } from '@core/platform/clock';
import { createFileLogger } from '@core/platform/file-logger';
import { systemRandomness } from '@core/platform/randomness';
import { createFileSecretStore, overlaySecrets } from '@core/secrets/file-secrets';
import type { Environment } from '@core/settings/environment';
import type { StoreBridge } from '@core/storebridge';
import { openPractice } from '../practice/open';

export interface OpenOptions {
  readonly environment: Environment;
  /** Folder of the installed program. */
  readonly root: string;
  /** The built command line, which the practice market is started with. */
  readonly script: string;
  /** Practise in a new market instead of the one kept in the data folder. */
  readonly isPracticeFresh?: boolean;
}

/** Composes the product for a plain Node process: keys in a file, log in the data folder. */
export async function open(options: OpenOptions): Promise<StoreBridge> {
  const { environment, root, script } = options;
  const { logger, close } = createFileLogger(environment.home);
  const storebridge = await compose({
    environment,
    secrets: overlaySecrets(environment.secrets, createFileSecretStore(environment.home)),
    openPractice: (folder) => openPractice(script, options.isPracticeFresh ? null : folder),
    resourcesFolder: join(root, 'resources'),
    clock: systemClock,
    randomness: systemRandomness,
    logger,
  });
  return {
    ...storebridge,
    stop: async (deadlineMs) => {
      await storebridge.stop(deadlineMs);
      close();
    },
  };
}
