import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN_STORE } from '@shared/domain/ids';
import { createCachedDomeggook } from './cache/cached-domeggook';
import { openCache } from './cache/open-cache';
import { createDomeggookClient } from './domeggook/client';
import { createDraftDomain } from './drafts/draft-domain';
import { findReadableDraft } from './drafts/draft-store';
import { createSupplierDrafts } from './drafts/supplier-drafts';
import { watchRefusals } from './drafts/watch-refusals';
import { createHttpClient } from './http/client';
import { measureCalls } from './http/measured-client';
import { watchServerClock } from './http/server-clock';
import { createSqliteConversionLog } from './images/conversion-log';
import { planPictures } from './images/plan';
import { createPicturePreparer } from './images/preparer';
import { createThumbnailSource } from './images/thumbnails';
import { createPictureUploader } from './images/uploader';
import { createListReadings } from './intake/list-readings';
import { readItemList } from './intake/read-list';
import { createCallBudget } from './limiter/call-budget';
import { openCallLedger } from './limiter/call-ledger';
import { openLimits } from './limiter/open-limits';
import { type ConnectionConfig, connectLive, connectPractice } from './marketplace-connection';
import {
  domeggookAccountOf,
  marketsOf,
  naverApplicationOf,
  wholesalerOf,
} from './marketplace-identity';
import { followChanges } from './metrics/follow-changes';
import { measurePictures } from './metrics/measured-pictures';
import { createMetricsService } from './metrics/service';
import { createNaverClient } from './naver/client';
import { createNaverMasterData } from './naver/master-data';
import { NOTICE_TYPES } from './naver/notice-types';
import { openNotifications } from './notifications/open-notifications';
import type { NotificationOutlet } from './notifications/port';
import { watchQueue } from './notifications/queue-watch';
import { watchSilence } from './notifications/silence-watch';
import { mapDraftOptions, readItemOptions } from './options/item-options';
import { createOptionDesk } from './options/option-desk';
import { createSqliteOptionMemory } from './options/option-memory';
import { createPictureBackupDesk } from './pictures/backup-desk';
import { createPictureInspection } from './pictures/inspection';
import type { Clock } from './platform/clock';
import type { Logger } from './platform/logger';
import { openTogether } from './platform/open-together';
import { operatorName } from './platform/operator';
import type { Randomness } from './platform/randomness';
import { createSystemSignals } from './platform/system-signals';
import { PREFLIGHT_RULES } from './preflight';
import { createBatchNames } from './registration/batch-names';
import { createRegistrationService } from './registration/service';
import { decideMode } from './settings/mode';
import { createSettingsService } from './settings/settings-service';
import { createKnownItems } from './sourcing/known-items';
import { createSavedSearches } from './sourcing/saved-searches';
import { createSourcingDesk } from './sourcing/service';
import { openDatabase } from './storage/database';
import { createSqliteKeyValueStore, withKeyPrefix } from './storage/key-value';
import type { LimitsSnapshot, SettingsService, StoreBridge } from './storebridge';
import { createWatchService } from './sync/service';

/** What a shell brings along: the data folder with its keys, and the ports of this computer. */
export interface ComposeConfig extends ConnectionConfig {
  /** Files shipped beside the code, the bundled Redis among them. */
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly logger: Logger;
  /** Of the program, for its figures. */
  readonly appVersion?: string;
  /** Notifications of the operating system; absent where there are none. */
  readonly osNotifications?: NotificationOutlet;
}

/**
 * Builds the whole product for one data folder. Nothing is called or registered before `start`.
 * Throws SETTINGS_*, SECRETS_*, STORAGE_* or PRACTICE_NOT_STARTED; what was opened is closed again.
 */
export async function compose(config: ComposeConfig): Promise<StoreBridge> {
  const { environment, clock, randomness, logger } = config;
  const ownSettings = createSettingsService(environment.home, environment.overrides);
  const mode = decideMode(ownSettings.get(), config.secrets);
  const folder = join(environment.home, mode);
  const runtimeFolder = join(environment.home, 'run');
  let settings: SettingsService = ownSettings;
  // Market, database and Redis start side by side: each mostly waits for another process or the disk.
  const [connection, database, ledger, limits] = await openTogether([
    {
      open: () => (mode === 'practice' ? connectPractice(config, folder) : connectLive(config)),
      close: (opened) => opened.close(),
    },
    {
      open: () => openDatabase(join(folder, 'storebridge.db'), clock),
      close: async (opened) => {
        opened.close();
      },
    },
    {
      // Calls to a practice market are nobody's allowance.
      open: async () =>
        mode === 'live' ? openCallLedger(environment.programHome, { clock, logger }) : null,
      close: async (opened) => {
        opened?.close();
      },
    },
    {
      open: async () => {
        mkdirSync(runtimeFolder, { recursive: true, mode: 0o700 });
        return openLimits({
          clock,
          randomness,
          logger,
          redisUrl: ownSettings.get().redisUrl,
          resourcesFolder: config.resourcesFolder,
          searchPath: environment.path,
          runtimeFolder,
          model: () => settings.get().marketplace.naverLimitModel,
        });
      },
      close: (opened) => opened.close(),
    },
  ]);
  settings = createSettingsService(environment.home, connection.overrides);
  const { domeggookUrl, naverUrl } = settings.get();

  const systemSignals = createSystemSignals();
  const callBudget = createCallBudget({
    database: ledger ?? database,
    account: () => domeggookAccountOf(connection.domeggookKey()),
    clock,
    perMinute: () => settings.get().marketplace.domeggookCallsPerMinute,
    perDay: () => settings.get().marketplace.domeggookCallsPerDay,
  });
  const limitsNow = async (): Promise<LimitsSnapshot> => ({
    naver: await limits.rateLimiter.snapshot(),
    domeggook: callBudget.snapshot(),
    backend: limits.backend,
    fault: limits.fault(),
  });
  const metrics = createMetricsService({
    database,
    clock,
    logger,
    settings,
    app: {
      version: config.appVersion ?? 'unknown',
      runtime: `node ${process.versions.node}`,
      environment: mode,
    },
    sources: {
      queueDepth: () => registration.status(MAIN_STORE).byLane,
      limits: limitsNow,
      cache: () => cache.stats(),
      watchLagMs: () => watch.status(MAIN_STORE).lagMs,
    },
  });
  const http = watchServerClock(measureCalls(createHttpClient({ clock, logger }), metrics, clock));
  // What one application has read must not be shown for another one.
  const keyValueStore = withKeyPrefix(
    createSqliteKeyValueStore(database),
    `${marketsOf(settings.get())}:`,
  );
  const domeggook = createDomeggookClient({
    http,
    callBudget,
    clock,
    logger,
    url: domeggookUrl,
    key: connection.domeggookKey,
    keyValueStore,
  });
  const cache = openCache({
    redis: limits.redis,
    database,
    clock,
    logger,
    market: wholesalerOf({ domeggookUrl }),
  });
  const applicationId = naverApplicationOf(settings.get());
  const naver = createNaverClient({
    http,
    rateLimiter: limits.rateLimiter,
    clock,
    logger,
    url: naverUrl,
    clientId: () => settings.get().naverClientId,
    clientSecret: connection.naverClientSecret,
    applicationId,
  });
  const masterData = createNaverMasterData({ client: naver, keyValueStore, clock });
  const draftDomain = createDraftDomain({
    database,
    clock,
    randomness,
    logger,
    operator: operatorName(),
    masterData,
    settings: settings.get,
    noticeTypes: NOTICE_TYPES,
    rules: PREFLIGHT_RULES,
    readOptions: readItemOptions,
    mapOptions: (reading, price, exceptions) =>
      mapDraftOptions(reading, price, exceptions, settings.get()),
    planPictures: (item, detailHtml) => planPictures(item, settings.get().images, detailHtml),
  });
  const drafts = draftDomain.desk;
  const preparer = createPicturePreparer({
    dataFolder: folder,
    settings: settings.get,
    clock,
    randomness,
    logger,
    conversions: createSqliteConversionLog(database, clock),
  });
  const pictureInspection = createPictureInspection({ drafts, preparer, settings: settings.get });
  const registration = createRegistrationService({
    database,
    clock,
    logger,
    randomness,
    domeggook,
    drafts,
    pictures: measurePictures(preparer, metrics, clock),
    uploader: createPictureUploader({ naver, mutex: limits.mutex, database, clock, logger }),
    naver,
    settings,
    claims:
      limits.backend === 'redis-remote'
        ? // Only a server that other PCs reach has anybody to keep off.
          { items: limits.itemClaims, storeKey: () => applicationId }
        : undefined,
  });

  const sourcing = createSourcingDesk({
    domeggook: createCachedDomeggook(domeggook, cache),
    drafts,
    knownItems: createKnownItems(database),
    searches: createSavedSearches({ store: keyValueStore, clock, randomness }),
    readOptions: readItemOptions,
    settings: settings.get,
    logger,
  });

  const notifications = openNotifications({
    database,
    clock,
    logger,
    randomness,
    settings,
    secrets: config.secrets,
    osOutlet: config.osNotifications ?? null,
  });
  registration.onJobSettled(metrics.jobSettled);
  const stopWatchingQueue = watchQueue({
    registration,
    batchName: createBatchNames(database),
    notifications,
    clock,
    logger,
  });
  const refusals = watchRefusals({ registration, drafts, logger });

  const watch = createWatchService({
    database,
    clock,
    logger,
    domeggook,
    naver,
    findDraft: (storeId, itemNo) => findReadableDraft(draftDomain.store, storeId, itemNo),
    notifications,
    settings: settings.get,
    callBudget: () => callBudget.snapshot(),
    keyValueStore,
    signals: systemSignals.source,
    onItemChanged: (itemNo) => {
      cache.invalidateItem(itemNo, 'containing').catch((fault: unknown) => {
        logger.warn({ itemNo, err: fault }, 'a changed item could not be taken out of the cache');
      });
    },
  });
  const stopFollowingChanges = followChanges(watch, metrics.changeDetected, logger);
  const stopWatchingSilence = watchSilence({
    pulse: () => watch.pulse(),
    budget: () => callBudget.snapshot(),
    silentAfterMinutes: () => settings.get().notifications.silentAfterMinutes,
    notifications,
    clock,
    logger,
  });
  const pictureBackup = createPictureBackupDesk({
    isPractice: mode === 'practice',
    database,
    clock,
    logger,
    registration,
    drafts,
    preparer,
    settings: settings.get,
    secrets: config.secrets,
    notifications,
  });

  const intake = createListReadings({ clock, logger, read: readItemList, registration });

  let stopping: Promise<void> | null = null;
  const stop = async (deadlineMs: number): Promise<void> => {
    intake.stop();
    pictureInspection.close();
    await pictureBackup.stop();
    stopWatchingSilence();
    stopFollowingChanges();
    await Promise.all([registration.stop(deadlineMs), watch.stop(deadlineMs)]);
    stopWatchingQueue();
    refusals.stop();
    await notifications.stop(deadlineMs);
    await metrics.stop();
    await preparer.close();
    cache.close();
    await limits.close();
    callBudget.close();
    ledger?.close();
    await http.close();
    database.close();
    await connection.close();
  };
  return {
    mode,
    settings,
    intake,
    sourcing,
    drafts,
    options: createOptionDesk({
      database,
      memory: createSqliteOptionMemory({ database, clock, logger }),
      drafts,
      store: draftDomain.store,
      untouchedOf: createSupplierDrafts(database),
    }),
    draftOperations: draftDomain.operations,
    draftOverrides: draftDomain.overrides,
    draftTables: draftDomain.tables,
    registration,
    watch,
    domeggook,
    naver,
    masterData,
    pictures: createThumbnailSource({ dataFolder: folder, clock, randomness }),
    pictureInspection,
    pictureBackup,
    notifications,
    notificationSecrets: config.secrets,
    limits: limitsNow,
    redisVersion: async () => {
      // Shown beside other versions: a server that is away has none to show.
      return (await limits.redis?.version().catch(() => null)) ?? null;
    },
    metrics,
    clockSkewMs: http.clockSkewMs,
    signals: systemSignals.signals,
    start: async () => {
      notifications.start();
      await metrics.start();
      await registration.start();
      await draftDomain.operations.resume();
      refusals.catchUp();
      await watch.start();
      pictureBackup.start();
    },
    stop: (deadlineMs) => {
      stopping ??= stop(deadlineMs);
      return stopping;
    },
  };
}
