import { createDomeggookClient } from '@core/domeggook/client';
import type { DomeggookClient } from '@core/domeggook/port';
import { createHttpClient } from '@core/http/client';
import type { HttpClient } from '@core/http/port';
import { createEmbeddedRateLimiter } from '@core/limiter/embedded-limiter';
import { createNaverClient } from '@core/naver/client';
import type { NaverClient, UploadFile } from '@core/naver/port';
import { systemClock } from '@core/platform/clock';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import { describeDomeggookClientContract } from '@core/testing/domeggook-client-contract';
import { faultOf } from '@core/testing/fault-of';
import { createMemoryKeyValueStore } from '@core/testing/memory-key-values';
import {
  describeNaverClientContract,
  makeProductBodies,
} from '@core/testing/naver-client-contract';
import { createRecordingBudget } from '@core/testing/recording-limiter';
import { anItemNo } from '@core/testing/wholesale-item';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { QUIRKS } from './catalogue/model';
import { type PracticeMarket, startPracticeMarket } from './index';

const NORMAL = { lane: 'normal' } as const;
const HOUR_MS = 3_600_000;

interface Keys {
  readonly domeggookKey?: string;
  readonly naverClientId?: string;
  readonly naverClientSecret?: string;
}

interface Clients {
  readonly domeggook: DomeggookClient;
  readonly naver: NaverClient;
  close(): Promise<void>;
}

function clientsOf(market: PracticeMarket, keys: Keys = {}): Clients {
  const credentials = { ...market.credentials, ...keys };
  const clock = systemClock;
  const logger = silentLogger;
  const http: HttpClient = createHttpClient({ clock, logger });
  const rateLimiter = createEmbeddedRateLimiter({ clock, logger, randomness: systemRandomness });
  return {
    domeggook: createDomeggookClient({
      http,
      callBudget: createRecordingBudget(),
      clock,
      logger,
      url: market.domeggookUrl,
      key: () => credentials.domeggookKey,
      keyValueStore: createMemoryKeyValueStore(),
    }),
    naver: createNaverClient({
      http,
      rateLimiter,
      clock,
      logger,
      url: market.naverUrl,
      clientId: () => credentials.naverClientId,
      clientSecret: () => credentials.naverClientSecret,
      applicationId: 'practice',
    }),
    close: async () => {
      await rateLimiter.close();
      await http.close();
    },
  };
}

function picture(seed: number): UploadFile {
  return {
    fileName: `${seed}.jpg`,
    contentType: 'image/jpeg',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, seed]),
  };
}

describeDomeggookClientContract('practice market over HTTP', async () => {
  const market = await startPracticeMarket({ seed: 7 });
  const clients = clientsOf(market);
  const items = market.control.items().filter((item) => !item.isDeleted);
  return {
    client: clients.domeggook,
    itemNos: items.slice(0, 150).map((item) => anItemNo(String(item.itemNo))),
    deletedItemNo: anItemNo('99999999'),
    keyword: items[0]?.title.split(' ').at(-1) ?? '',
    close: async () => {
      await clients.close();
      await market.close();
    },
  };
});

describeNaverClientContract('practice market over HTTP', async () => {
  const market = await startPracticeMarket({ seed: 7, uploadDelayMs: 1 });
  const clients = clientsOf(market);
  return {
    client: clients.naver,
    picture,
    close: async () => {
      await clients.close();
      await market.close();
    },
  };
});

describe('quirks of the wholesale answers', () => {
  let market: PracticeMarket;
  let clients: Clients;

  beforeAll(async () => {
    market = await startPracticeMarket({ seed: 7 });
    clients = clientsOf(market);
  });
  afterAll(async () => {
    await clients.close();
    await market.close();
  });

  it.each(QUIRKS)('%s on every item leaves every item readable', async (quirk) => {
    market.control.setQuirk(quirk, 'all');
    const items = market.control
      .items()
      .filter((item) => !item.isDeleted)
      .slice(0, 40);
    const itemNos = items.map((item) => anItemNo(String(item.itemNo)));
    const lookups = await clients.domeggook.fetchItems(itemNos, NORMAL);
    market.control.setQuirk(quirk, 'some');
    for (const [index, lookup] of lookups.entries()) {
      expect([itemNos[index], lookup.kind]).toEqual([itemNos[index], 'found']);
      if (lookup.kind !== 'found') continue;
      // What the catalogue holds must come through, whatever the form.
      const item = items[index];
      expect(lookup.item.title).toBe(item?.title);
      expect(lookup.item.resaleMinimumKrw).toBe(item?.resaleMinimumKrw ?? null);
      expect(lookup.item.supplyUnit).toBe(item?.supplyUnit);
      expect(lookup.item.statusText).toBe(item?.status);
      expect(lookup.item.licence.isUsable).toBe(item?.isLicensed);
      expect(lookup.item.category?.code).toBe(item?.categoryCodes.at(-1));
      const dutyLines = lookup.item.detail.infoDuty?.lines.filter((line) => line.kind === 'item');
      expect(dutyLines?.map((line) => [line.name, line.text])).toEqual(item?.dutyLines);
      if (quirk === 'changing-prices') continue;
      expect(lookup.item.supplyPriceTiers.map((tier) => tier.unitPriceKrw)).toEqual(
        item?.supply?.map((step) => step.priceKrw) ?? [],
      );
    }
  });
});

describe('trouble in the practice market', () => {
  let market: PracticeMarket;
  const open: Clients[] = [];

  beforeAll(async () => {
    market = await startPracticeMarket({ seed: 7, uploadDelayMs: 1 });
  });
  afterEach(async () => {
    market.control.clearFaults();
    market.control.setClockOffset(0);
    market.control.setQuotaPenalty(false);
    await Promise.all(open.splice(0).map((clients) => clients.close()));
  });
  afterAll(() => market.close());

  const clients = (keys: Keys = {}): Clients => {
    const made = clientsOf(market, keys);
    open.push(made);
    return made;
  };
  const itemNos = (): ReturnType<typeof anItemNo>[] =>
    market.control
      .items()
      .filter((item) => !item.isDeleted)
      .slice(0, 3)
      .map((item) => anItemNo(String(item.itemNo)));
  const codeOf = async (work: Promise<unknown>): Promise<string> => (await faultOf(work)).code;

  it('is told as a wrong key, secret or application', async () => {
    const items = itemNos();
    const wrongKey = clients({ domeggookKey: 'wrong' }).domeggook.fetchItems(items, NORMAL);
    expect(await codeOf(wrongKey)).toBe('DOMEGGOOK_KEY_INVALID');
    const wrongSecret = clients({ naverClientSecret: '$2a$04$SimulatorSaltExample0u' });
    expect(await codeOf(wrongSecret.naver.fetchAccount(NORMAL))).toBe('NAVER_SECRET_WRONG');
    const wrongId = clients({ naverClientId: 'someone-else' });
    expect(await codeOf(wrongId.naver.fetchAccount(NORMAL))).toBe('NAVER_CLIENT_UNKNOWN');
  });

  it('is told as a clock that is an hour off, either way', async () => {
    market.control.setClockOffset(HOUR_MS);
    expect(await codeOf(clients().naver.fetchAccount(NORMAL))).toBe('NAVER_CLOCK_BEHIND');
    market.control.setClockOffset(-HOUR_MS);
    const fault = await faultOf(clients().naver.fetchAccount(NORMAL));
    expect([fault.code, fault.params.minutes]).toEqual(['NAVER_CLOCK_AHEAD', 60]);
  });

  it('is told as a refused address', async () => {
    market.control.inject({ server: 'naver', kind: 'ip-refused', count: 0 });
    expect(await codeOf(clients().naver.fetchAccount(NORMAL))).toBe('NAVER_IP_NOT_ALLOWED');
  });

  it('is told as the hourly quota penalty, without a second try', async () => {
    market.control.setQuotaPenalty(true);
    const { naver } = clients();
    expect(await codeOf(naver.fetchAccount(NORMAL))).toBe('NAVER_QUOTA_PENALTY');
  });

  it('is told as a web page or half an answer, never as a missing item', async () => {
    const items = itemNos();
    market.control.inject({ server: 'domeggook', api: 'getItemView', kind: 'html', count: 0 });
    expect(await codeOf(clients().domeggook.fetchItems(items, NORMAL))).toBe(
      'DOMEGGOOK_ANSWER_HTML',
    );
    market.control.clearFaults();
    market.control.inject({ server: 'domeggook', api: 'getItemView', kind: 'truncated', count: 0 });
    const cut = await codeOf(clients().domeggook.fetchItems(items, NORMAL));
    expect(['DOMEGGOOK_ANSWER_BROKEN', 'NETWORK_RESET']).toContain(cut);
  });

  it('passes unseen when it passes in time', async () => {
    market.control.inject({ server: 'domeggook', api: 'getItemView', kind: 'drop' });
    const lookups = await clients().domeggook.fetchItems(itemNos(), NORMAL);
    expect(lookups.map((lookup) => lookup.kind)).toEqual(['found', 'found', 'found']);
    market.control.inject({ server: 'naver', api: 'GET /v1/seller/account', kind: 'truncated' });
    expect((await clients().naver.fetchAccount(NORMAL)).accountId).not.toBe('');
  });

  it('leaves a create unknown when its answer is lost, and the product is found by its code', async () => {
    const { naver } = clients();
    const bodyOf = await makeProductBodies({ client: naver, picture });
    for (const kind of ['drop-after-commit', 'truncated'] as const) {
      market.control.inject({ server: 'naver', api: 'POST /v2/products', kind });
      const outcome = await naver.createProduct(bodyOf(`SB-${kind}`), NORMAL);
      expect(outcome.kind).toBe('unknown');
      expect(await naver.findBySellerCode(`SB-${kind}`, NORMAL)).toHaveLength(1);
    }
    market.control.inject({
      server: 'naver',
      api: 'POST /v2/products',
      kind: 'status',
      status: 504,
    });
    expect((await naver.createProduct(bodyOf('SB-never'), NORMAL)).kind).toBe('unknown');
    expect(await naver.findBySellerCode('SB-never', NORMAL)).toEqual([]);
  });

  it('is mended by one new token when tokens are revoked', async () => {
    const { naver } = clients();
    await naver.fetchAccount(NORMAL);
    market.control.revokeTokens();
    expect((await naver.fetchAccount(NORMAL)).accountId).not.toBe('');
  });

  it('costs no penalty the next day, since every token request conforms', async () => {
    const { naver } = clients();
    await naver.fetchAccount(NORMAL);
    market.control.nextDay();
    expect((await naver.fetchAccount(NORMAL)).accountId).not.toBe('');
    expect((await naver.fetchAccount(NORMAL)).accountId).not.toBe('');
  });
});
