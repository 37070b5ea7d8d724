import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCatalogue } from './catalogue/generate';
import { createMarketState } from './catalogue/market-state';
import { createControl, replayMarket } from './control/control';
import { handleControl } from './control/control-http';
import { lastEntry, openJournal } from './control/journal';
import { API_PATH, createPracticeDomeggook } from './domeggook/server';
import { createServerTime, realClock } from './gateway/clock';
import { createFaultBoard } from './gateway/faults';
import { type RunningServer, startServer } from './gateway/http';
import { createStatsBoard } from './gateway/stats';
import { createPracticeNaver } from './naver/server';
import type { PracticeCredentials, PracticeMarket, PracticeOptions } from './options';

const DEFAULT_ITEMS = 360;
const MIN_ITEMS = 300;
const DEFAULT_UPLOAD_DELAY_MS = 300;
const DEFAULT_BLOCK_MS = 180_000;
/** The catalogue's own "today": items were registered before it, whatever day it really is. */
const CATALOGUE_DATE_MS = Date.UTC(2026, 10, 1);

/** Made up; the secret ends in `u`, so that strict bcrypt libraries take it as a salt. */
const CREDENTIALS: PracticeCredentials = {
  domeggookKey: 'practice-wholesale-key-0001',
  naverClientId: 'practiceStoreApp000001',
  naverClientSecret: '$2a$04$PracticeStoreSalt0000u',
};

interface Ports {
  readonly domeggook: number;
  readonly naver: number;
}

/**
 * Starts both marketplaces on 127.0.0.1. Throws RangeError for fewer than 300 items and Node's own
 * error when a wanted port is taken.
 */
export async function startPracticeMarket(options: PracticeOptions): Promise<PracticeMarket> {
  const itemCount = options.itemCount ?? DEFAULT_ITEMS;
  if (itemCount < MIN_ITEMS)
    throw new RangeError(`the practice market has at least ${MIN_ITEMS} items`);
  const seed = options.seed ?? 1;
  const journal = openJournal(options.persistPath);
  const time = createServerTime(options.clock ?? realClock);
  const faults = createFaultBoard();
  const stats = createStatsBoard();
  const tuning = {
    uploadDelayMs: options.uploadDelayMs ?? DEFAULT_UPLOAD_DELAY_MS,
    latencyMs: options.latencyMs ?? 0,
    searchDelayMs: 0,
  };
  const pictureFolder =
    options.persistPath === undefined
      ? mkdtempSync(join(tmpdir(), 'practice-pictures-'))
      : `${options.persistPath}.pictures`;
  const market = createMarketState({
    items: generateCatalogue(seed, itemCount, CATALOGUE_DATE_MS),
    seed,
    nowMs: () => time.nowMs(),
  });
  replayMarket(market, journal);

  const origins = { domeggook: '', naver: '' };
  const naver = createPracticeNaver({
    credentials: {
      clientId: CREDENTIALS.naverClientId,
      clientSecret: CREDENTIALS.naverClientSecret,
    },
    time,
    faults,
    stats,
    journal,
    limitModel: options.naverLimitModel ?? 'B',
    strictTokenRules: options.strictTokenRules ?? false,
    pictureFolder,
    origin: () => origins.naver,
    latencyMs: () => tuning.latencyMs,
    uploadDelayMs: () => tuning.uploadDelayMs,
    searchDelayMs: () => tuning.searchDelayMs,
  });
  const domeggook = createPracticeDomeggook({
    key: CREDENTIALS.domeggookKey,
    time,
    faults,
    stats,
    market,
    blockMs: options.domeggookBlockMs ?? DEFAULT_BLOCK_MS,
    origin: () => origins.domeggook,
    latencyMs: () => tuning.latencyMs,
    handleControl: (request) =>
      handleControl(request, CREDENTIALS.domeggookKey, control, () => stats.read()),
  });
  const control = createControl({
    market,
    naver,
    domeggookLimit: domeggook.limit,
    faults,
    time,
    tuning,
    journal,
  });

  // The addresses of uploaded pictures hold the port, so a restarted market takes its old ones.
  const before = lastEntry(journal, 'ports') as Ports | undefined;
  const listen = (
    wanted: number | undefined,
    earlier: number | undefined,
    handle: typeof naver.handle,
  ): Promise<RunningServer> =>
    startServer({
      port: wanted || earlier || 0,
      fallsBack: !wanted,
      nowMs: () => time.nowMs(),
      handle,
    });
  const domeggookServer = await listen(options.domeggookPort, before?.domeggook, domeggook.handle);
  const naverServer = await listen(options.naverPort, before?.naver, naver.handle).catch(
    async (fault: unknown) => {
      await domeggookServer.close();
      throw fault;
    },
  );
  origins.domeggook = `http://127.0.0.1:${domeggookServer.port}`;
  origins.naver = `http://127.0.0.1:${naverServer.port}`;
  const ports: Ports = { domeggook: domeggookServer.port, naver: naverServer.port };
  journal.append({ kind: 'ports', value: ports });

  return {
    domeggookUrl: `${origins.domeggook}${API_PATH}`,
    naverUrl: `${origins.naver}/external`,
    credentials: CREDENTIALS,
    control,
    stats: () => stats.read(),
    async close() {
      await Promise.all([domeggookServer.close(), naverServer.close()]);
      if (options.persistPath === undefined)
        rmSync(pictureFolder, { recursive: true, force: true });
    },
  };
}
