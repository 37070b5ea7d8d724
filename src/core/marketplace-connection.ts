import { mkdirSync } from 'node:fs';
import type { Settings } from '@shared/domain/settings';
import { AppError, toAppError } from '@shared/errors/app-error';
import type { SecretStore } from './secrets/port';
import type { Environment } from './settings/environment';

/** Where a practice market answers and with which keys. */
export interface PracticeConnection {
  readonly address: {
    readonly domeggookUrl: string;
    readonly naverUrl: string;
    readonly domeggookKey: string;
    readonly naverClientId: string;
    readonly naverClientSecret: string;
  };
  close(): Promise<void>;
}

/** What a connection is made from. */
export interface ConnectionConfig {
  readonly environment: Environment;
  readonly secrets: SecretStore;
  /** Starts a practice market that keeps its products in `folder`. */
  readonly openPractice: (folder: string) => Promise<PracticeConnection>;
}

/** Which marketplaces are spoken to, and with which keys. */
export interface MarketplaceConnection {
  readonly overrides: Partial<Settings>;
  readonly domeggookKey: () => string;
  readonly naverClientSecret: () => string;
  close(): Promise<void>;
}

/** Starts the practice market with its products in `folder`. Throws PRACTICE_NOT_STARTED. */
export async function connectPractice(
  config: ConnectionConfig,
  folder: string,
): Promise<MarketplaceConnection> {
  let practice: PracticeConnection;
  try {
    mkdirSync(folder, { recursive: true });
    practice = await config.openPractice(folder);
  } catch (fault) {
    const { message: problem } = toAppError(fault);
    throw new AppError('PRACTICE_NOT_STARTED', { params: { problem }, cause: fault });
  }
  const { address } = practice;
  return {
    overrides: {
      ...config.environment.overrides,
      domeggookUrl: address.domeggookUrl,
      naverUrl: address.naverUrl,
      naverClientId: address.naverClientId,
      allowsPrivateImageHosts: true,
    },
    domeggookKey: () => address.domeggookKey,
    naverClientSecret: () => address.naverClientSecret,
    close: () => practice.close(),
  };
}

/** The real marketplaces, with the seller's keys read at each use. */
export async function connectLive({
  environment,
  secrets,
}: ConnectionConfig): Promise<MarketplaceConnection> {
  return {
    overrides: environment.overrides,
    domeggookKey: () => secrets.find('domeggookKey') ?? '',
    naverClientSecret: () => secrets.find('naverClientSecret') ?? '',
    close: async () => undefined,
  };
}
