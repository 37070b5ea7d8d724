import type { ItemNo } from '@shared/domain/ids';
import { MAIN_STORE } from '@shared/domain/ids';
import type { NotificationLine } from '@shared/domain/notification';
import { defaultSettings, type NotificationSettings, type Settings } from '@shared/domain/settings';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../platform/logger';
import { type Database, openDatabase } from '../storage/database';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { createFakeRandomness } from '../testing/fake-randomness';
import type { DeliveryOutcome, NotificationOutlet, NotificationRequest } from './port';
import { createNotificationService, type NotificationService } from './service';

let database: Database;
let clock: FakeClock;
let service: NotificationService;
let notificationSettings: Partial<NotificationSettings>;
let told: (readonly NotificationLine[])[];
let answer: DeliveryOutcome;

const outlet: NotificationOutlet = {
  deliver: async (lines) => {
    if (answer.kind === 'delivered') told.push(lines);
    return answer;
  },
};

function open(): NotificationService {
  const settings = (): Settings => {
    const all = defaultSettings();
    return { ...all, notifications: { ...all.notifications, ...notificationSettings } };
  };
  return createNotificationService({
    database,
    clock,
    logger: silentLogger,
    randomness: createFakeRandomness(),
    settings: { get: settings, subscribe: () => () => undefined },
    outlets: { os: outlet },
  });
}

const priceRise = (
  itemNo: string,
  change: Partial<NotificationRequest> = {},
): NotificationRequest => ({
  kind: 'price-up',
  severity: 'ask',
  code: 'NOTIFY_TEST',
  params: { title: `상품 ${itemNo}` },
  storeId: MAIN_STORE,
  itemNo: itemNo as ItemNo,
  groupKey: 'sweep-1:price-up',
  ...change,
});

beforeEach(async () => {
  clock = createFakeClock();
  database = await openDatabase(':memory:', clock);
  notificationSettings = {};
  told = [];
  answer = { kind: 'delivered' };
  service = open();
});
afterEach(async () => {
  await service.stop(0);
  database.close();
});

const all = { offset: 0, limit: 100 };

describe('what is recorded', () => {
  it('is gone with the transaction that is rolled back, and is told to nobody', async () => {
    service.start();
    const work = database.transaction(() => {
      service.record(priceRise('1'));
      throw new Error('the change could not be written');
    });
    expect(work).toThrow('the change could not be written');
    await clock.advance(60_000);
    expect(service.lines(all).total).toBe(0);
    expect(told).toEqual([]);
  });

  it('is told after the transaction that commits', async () => {
    service.start();
    const events: number[] = [];
    service.subscribe((event) => {
      if (event.kind === 'changed') events.push(event.added.length);
    });
    database.transaction(() => {
      service.record(priceRise('1'));
      expect(events).toEqual([]);
    })();
    await clock.advance(5_000);
    expect(events).toEqual([1]);
    expect(told).toHaveLength(1);
  });

  it('survives a stop before it was told and is told by the next run, once', async () => {
    service.record(priceRise('1'));
    await service.stop(0);
    service = open();
    service.start();
    await clock.advance(60_000);
    expect(told).toHaveLength(1);
    await service.stop(0);
    service = open();
    service.start();
    await clock.advance(60_000);
    expect(told).toHaveLength(1);
  });

  it('counts the same thing once within a day and again after it', async () => {
    const request = priceRise('1', { dedupeKey: 'change-1' });
    expect(service.record(request).kind).toBe('recorded');
    expect(service.record(request).kind).toBe('repeated');
    expect(service.lines(all).lines[0]?.latest.repeatCount).toBe(1);
    await clock.advance(25 * 3_600_000);
    expect(service.record(request).kind).toBe('recorded');
  });
});

describe('the centre', () => {
  it('shows fifty price rises of one sweep as one line that opens', () => {
    for (let n = 1; n <= 50; n += 1) service.record(priceRise(String(n)));
    service.record(priceRise('99', { kind: 'sold-out', severity: 'alarm', groupKey: 'sold-out' }));
    const { lines, total } = service.lines(all);
    expect(total).toBe(2);
    expect(lines.map(({ kind, count, code, params }) => ({ kind, count, code, params }))).toEqual([
      { kind: 'sold-out', count: 1, code: 'NOTIFY_TEST', params: { title: '상품 99' } },
      { kind: 'price-up', count: 50, code: 'NOTIFY_GROUP_PRICE_UP', params: { count: 50 } },
    ]);
    const opened = service.ofLine('sweep-1:price-up', 0, 10);
    expect(opened.total).toBe(50);
    expect(opened.notifications[0]?.itemNo).toBe('50');
    expect(service.unread()).toEqual({ notifications: 51, lines: 2, alarmLines: 1 });
  });

  it('filters by kind, severity, product and what is unread', () => {
    service.record(priceRise('1', { groupKey: 'a' }));
    service.record(priceRise('2', { groupKey: 'b', kind: 'sold-out', severity: 'alarm' }));
    const keys = (filter: object): string[] =>
      service.lines({ ...all, ...filter }).lines.map(({ lineKey }) => lineKey);
    expect(keys({ kinds: ['sold-out'] })).toEqual(['b']);
    expect(keys({ severities: ['ask'] })).toEqual(['a']);
    expect(keys({ itemNo: '1' })).toEqual(['a']);
    service.mark({ kind: 'lines', lineKeys: ['a'] }, true);
    expect(keys({ isUnreadOnly: true })).toEqual(['b']);
  });

  it('marks as read and unread, and leaves what came meanwhile unread', () => {
    service.record(priceRise('1', { groupKey: 'a' }));
    const upToId = service.latestId();
    service.record(priceRise('2', { groupKey: 'b' }));
    expect(service.mark({ kind: 'all', upToId }, true)).toBe(1);
    expect(service.unread().lines).toBe(1);
    expect(service.mark({ kind: 'ids', ids: [upToId] }, false)).toBe(1);
    expect(service.unread().lines).toBe(2);
  });

  it('shows words of a newer version as such, and hides nothing else for it', () => {
    service.record(priceRise('1', { groupKey: 'a' }));
    database.exec(`UPDATE notifications SET code = 'OF_A_NEWER_VERSION'`);
    expect(service.lines(all).lines[0]?.latest).toMatchObject({
      code: 'NOTIFY_UNKNOWN',
      params: { code: 'OF_A_NEWER_VERSION' },
    });
  });

  it('forgets what is older than the kept days', async () => {
    notificationSettings = { keepDays: 1 };
    service.record(priceRise('1'));
    service.start();
    await clock.advance(31 * 3_600_000);
    expect(service.lines(all).total).toBe(0);
  });
});

describe('telling outside of the app', () => {
  it('gathers what comes together into one delivery and spaces the next', async () => {
    service.start();
    for (let n = 1; n <= 50; n += 1) service.record(priceRise(String(n)));
    await clock.advance(3_000);
    expect(told.map((lines) => lines.map(({ count }) => count))).toEqual([[50]]);
    service.record(priceRise('51', { groupKey: 'later' }));
    await clock.advance(10_000);
    expect(told).toHaveLength(1);
    await clock.advance(15_000);
    expect(told).toHaveLength(2);
  });

  it('lets an alarm pass the spacing', async () => {
    service.start();
    service.record(priceRise('1'));
    await clock.advance(3_000);
    service.record(priceRise('2', { groupKey: 'b', severity: 'alarm' }));
    await clock.advance(3_000);
    expect(told).toHaveLength(2);
  });

  it('holds quiet hours, but never for stock', async () => {
    // The fake clock begins at 09:00 in Korea.
    notificationSettings = { isQuietOn: true, quietFromMinute: 8 * 60, quietToMinute: 10 * 60 };
    service.start();
    service.record(priceRise('1', { groupKey: 'price' }));
    service.record(priceRise('2', { groupKey: 'stock', kind: 'sold-out', severity: 'info' }));
    await clock.advance(30 * 60_000);
    expect(told.flat().map(({ lineKey }) => lineKey)).toEqual(['stock']);
    await clock.advance(31 * 60_000);
    expect(told.flat().map(({ lineKey }) => lineKey)).toEqual(['stock', 'price']);
  });

  it('leaves out what is below the outlet’s severity', async () => {
    notificationSettings = { osMinSeverity: 'alarm' };
    service.start();
    service.record(priceRise('1'));
    await clock.advance(60_000);
    expect(told).toEqual([]);
    expect(service.lines(all).total).toBe(1);
  });

  it('tries again with growing pauses and loses nothing over it', async () => {
    answer = { kind: 'retry', problem: 'HTTP 503' };
    service.start();
    service.record(priceRise('1'));
    await clock.advance(3_600_000);
    expect(service.outletState('os')).toMatchObject({ waiting: 1, lastProblem: 'HTTP 503' });
    answer = { kind: 'delivered' };
    await clock.advance(3_600_000);
    expect(told).toHaveLength(1);
    expect(service.outletState('os')).toMatchObject({ waiting: 0, lastProblem: null });
  });

  it('says in the app what an outlet refused, once', async () => {
    answer = { kind: 'refused', code: 'NOTIFY_WEBHOOK_MISSING', params: {} };
    service.start();
    service.record(priceRise('1'));
    await clock.advance(60_000);
    service.record(priceRise('2', { groupKey: 'b' }));
    await clock.advance(600_000);
    const codes = service.lines(all).lines.map(({ code }) => code);
    expect(codes.filter((code) => code === 'NOTIFY_WEBHOOK_MISSING')).toHaveLength(1);
    expect(service.outletState('os').waiting).toBe(0);
  });

  it('gives up what an outlet could not take for a day', async () => {
    answer = { kind: 'retry', problem: 'HTTP 503' };
    service.start();
    service.record(priceRise('1'));
    await clock.advance(26 * 3_600_000);
    expect(service.lines(all).lines.map(({ code }) => code)).toContain('NOTIFY_OUTLET_UNREACHED');
  });
});
