import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose } from './compose';
import { composeProbe } from './compose-probe';
import { createCallBudget } from './limiter/call-budget';
import { openCallLedger } from './limiter/call-ledger';
import { domeggookAccountOf } from './marketplace-identity';
import { systemClock } from './platform/clock';
import { silentLogger } from './platform/logger';
import { systemRandomness } from './platform/randomness';
import { createFileSecretStore, overlaySecrets } from './secrets/file-secrets';
import type { SecretStore } from './secrets/port';
import { testConnection } from './settings/connection-test';
import { type Environment, readEnvironment } from './settings/environment';
import { createSettingsService } from './settings/settings-service';
import type { StoreBridge } from './storebridge';
import { createRecordingLogger } from './testing/recording-logger';

const KEY = 'a-real-key';
const ports = { clock: systemClock, randomness: systemRandomness, logger: silentLogger };

describe('the calls that test keys and the calls that work with them', () => {
  let home: string;
  let server: Server;
  let url: string;
  let requestCount: number;
  const closing: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'storebridge-probe-'));
    requestCount = 0;
    server = createServer((_request, response) => {
      requestCount += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"domeggook":{"header":{"numberOfItems":0},"list":{"item":[]}}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/ssl/api/`;
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    server.closeAllConnections();
    server.close();
    rmSync(home, { recursive: true, force: true });
  });

  const secrets = (): SecretStore =>
    overlaySecrets({ domeggookKey: KEY, naverClientSecret: 'secret' }, createFileSecretStore(home));
  const environment = (storeHome = home): Environment => ({
    ...readEnvironment({ STOREBRIDGE_HOME: home, STOREBRIDGE_DOMEGGOOK_URL: url }),
    home: storeHome,
  });
  const openProbe = async (storeHome = home) => {
    mkdirSync(storeHome, { recursive: true });
    const settings = createSettingsService(storeHome, environment().overrides);
    const probe = await composeProbe({
      ...ports,
      programHome: home,
      settings: settings.get,
      secrets: secrets(),
    });
    closing.push(() => probe.close());
    return probe;
  };
  const openLive = async (storeHome: string): Promise<StoreBridge> => {
    mkdirSync(storeHome, { recursive: true });
    createSettingsService(storeHome, {}).update({ mode: 'live', naverClientId: 'application' });
    const product = await compose({
      ...ports,
      environment: environment(storeHome),
      secrets: secrets(),
      openPractice: () => Promise.reject(new TypeError('nothing practises here')),
      resourcesFolder: home,
    });
    closing.push(() => product.stop(0));
    return product;
  };
  const search = (product: StoreBridge) =>
    product.domeggook.searchItems({ keyword: '컵', page: 1, pageSize: 1 }, { lane: 'normal' });

  it('come out of one allowance, whichever store and whether it practises', async () => {
    const probe = await openProbe();
    expect(await testConnection('domeggook', probe, systemClock)).toMatchObject({ kind: 'works' });
    const first = await openLive(home);
    expect((await first.limits()).domeggook.usedToday).toBe(1);
    await search(first);
    const second = await openLive(join(home, 'stores', 'store-2'));
    await search(second);
    expect((await second.limits()).domeggook.usedToday).toBe(3);
    expect(requestCount).toBe(3);
  });

  it('are both stopped by the silence that the wholesaler imposed', async () => {
    const ledger = await openCallLedger(home, ports);
    const budget = createCallBudget({
      database: ledger,
      clock: systemClock,
      account: () => domeggookAccountOf(KEY),
    });
    budget.refused();
    budget.close();
    ledger.close();
    const product = await openLive(home);
    expect((await product.limits()).domeggook.silentUntilMs).toBeGreaterThan(systemClock.nowMs());
    const probe = await openProbe();
    const options = { lane: 'normal', deadlineAtMs: systemClock.nowMs() + 50 } as const;
    await expect(
      probe.domeggook.searchItems({ keyword: '컵', page: 1, pageSize: 1 }, options),
    ).rejects.toMatchObject({ code: 'NETWORK_NOT_SENT_DEADLINE' });
    expect(requestCount).toBe(0);
  });

  it('are not held up by a damaged count: it is put aside, told and begun anew', async () => {
    writeFileSync(join(home, 'calls.db'), 'no database');
    const logger = createRecordingLogger();
    const ledger = await openCallLedger(home, { clock: systemClock, logger });
    expect(ledger.prepare('SELECT count(*) AS rows FROM call_counts').get()).toEqual({ rows: 0 });
    ledger.close();
    expect(logger.entries).toMatchObject([
      { level: 'warn', message: expect.stringContaining('anew') },
    ]);
  });
});
