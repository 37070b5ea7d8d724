import { join } from 'node:path';
import type { BackupService } from '@core/backup/port';
import { createBackupService } from '@core/backup/service';
import { compose } from '@core/compose';
import { composeProbe } from '@core/compose-probe';
import { systemClock } from '@core/platform/clock';
import { createFileLogger } from '@core/platform/file-logger';
import { type Logger, silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { createFileSecretStore, overlaySecrets } from '@core/secrets/file-secrets';
import type { SecretStore } from '@core/secrets/port';
import type { Environment } from '@core/settings/environment';
import type { StoreBridge } from '@core/storebridge';
import type { Workspace } from '@core/workspace/port';
import { createWorkspace } from '@core/workspace/workspace';
import { defaultSettings } from '@shared/domain/settings';
import { openPractice } from '../practice/open';
import { versionOf } from './version';

/** Which product to open, and where the program lies. */
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
  const { environment } = options;
  const { logger, close } = createFileLogger(environment.home);
  const storebridge = await composeIn(options, environment, logger);
  return {
    ...storebridge,
    stop: async (deadlineMs) => {
      await storebridge.stop(deadlineMs);
      close();
    },
  };
}

/** The data folder with a product that can be closed and opened again, for a host that goes on meanwhile. */
export function openWorkspace(options: OpenOptions): Workspace {
  const { environment } = options;
  const { logger, close } = createFileLogger(environment.home);
  const ports = { clock: systemClock, randomness: systemRandomness, logger };
  const workspace = createWorkspace({
    ...ports,
    environment,
    secretsOf,
    openProduct: (current) => composeIn(options, current, logger),
    openProbe: ({ programHome }, settings, secrets) =>
      composeProbe({ ...ports, programHome, settings, secrets }),
  });
  return {
    ...workspace,
    close: async (deadlineMs) => {
      await workspace.close(deadlineMs);
      close();
    },
  };
}

/** The backups of a data folder that may itself be past opening. */
export function openBackups({ home }: Environment): BackupService {
  return createBackupService({
    home,
    settings: () => defaultSettings().backup,
    clock: systemClock,
    logger: silentLogger,
  });
}

function composeIn(
  { root, script, isPracticeFresh }: OpenOptions,
  environment: Environment,
  logger: Logger,
): Promise<StoreBridge> {
  return compose({
    environment,
    secrets: secretsOf(environment),
    openPractice: (folder) => openPractice(script, isPracticeFresh ? null : folder),
    resourcesFolder: join(root, 'resources'),
    appVersion: versionOf(root),
    clock: systemClock,
    randomness: systemRandomness,
    logger,
  });
}

function secretsOf({ home, secrets }: Environment): SecretStore {
  return overlaySecrets(secrets, createFileSecretStore(home));
}
