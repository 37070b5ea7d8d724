import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLogger } from '../platform/logger';
import { createFakeClock, type FakeClock } from '../testing/fake-clock';
import { recordingNotifications } from '../testing/recording-notifications';
import { type WatcherPulse, watchSilence } from './silence-watch';

const HOUR_MS = 3_600_000;
let clock: FakeClock;
let notifications: ReturnType<typeof recordingNotifications>;
let pulse: WatcherPulse;
let usedToday: number;
let stop: () => void;

beforeEach(() => {
  clock = createFakeClock();
  notifications = recordingNotifications();
  pulse = { isExpected: true, lastCheckedAtMs: clock.nowMs() };
  usedToday = 0;
  stop = watchSilence({
    pulse: () => pulse,
    budget: () => ({
      perMinute: 150,
      perDay: 15_000,
      usedToday,
      reservedForSync: 0,
      resetsAtMs: 0,
      silentUntilMs: null,
    }),
    silentAfterMinutes: () => 60,
    notifications,
    clock,
    logger: silentLogger,
  });
});
afterEach(() => stop());

const codes = (): readonly string[] => notifications.requests.map(({ code }) => code);

it('raises one alarm when the watcher is silent for too long, and tells when it is back', async () => {
  await clock.advance(59 * 60_000);
  expect(codes()).toEqual([]);
  await clock.advance(10 * HOUR_MS);
  expect(codes()).toEqual(['NOTIFY_WATCHER_SILENT']);
  expect(notifications.requests[0]).toMatchObject({ severity: 'alarm', params: { minutes: 60 } });
  pulse = { isExpected: true, lastCheckedAtMs: clock.nowMs() };
  await clock.advance(2 * 60_000);
  expect(codes()).toEqual(['NOTIFY_WATCHER_SILENT', 'NOTIFY_WATCHER_BACK']);
});

it('takes a watcher with nothing to do, or switched off, for quiet and not for silent', async () => {
  pulse = { isExpected: false, lastCheckedAtMs: null };
  await clock.advance(24 * HOUR_MS);
  pulse = { isExpected: true, lastCheckedAtMs: null };
  await clock.advance(59 * 60_000);
  expect(codes()).toEqual([]);
});

it('does not count the time in which the computer slept', async () => {
  await clock.advance(10 * 60_000);
  clock.jumpWallClock(8 * HOUR_MS);
  await clock.advance(50 * 60_000);
  expect(codes()).toEqual([]);
  await clock.advance(20 * 60_000);
  expect(codes()).toEqual(['NOTIFY_WATCHER_SILENT']);
});

it('tells that the day’s calls are used up under one key per Korean day', async () => {
  pulse = { isExpected: false, lastCheckedAtMs: null };
  usedToday = 15_000;
  await clock.advance(5 * 60_000);
  const keys = new Set(notifications.requests.map(({ dedupeKey }) => dedupeKey));
  expect([...keys]).toEqual(['domeggook-day-2026-10-01']);
});
