import { MAIN_STORE } from '@shared/domain/ids';
import {
  NEVER_QUIET_KINDS,
  NOTIFICATION_KINDS,
  type Notification,
} from '@shared/domain/notification';
import { defaultSettings } from '@shared/domain/settings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeDelivery, quietEndMs } from './delivery-plan';

/** 2026-10-01 00:00 in Korea. */
const MIDNIGHT_MS = Date.UTC(2026, 8, 30, 15);
const at = (hour: number, minute = 0): number => MIDNIGHT_MS + (hour * 60 + minute) * 60_000;
const quiet = (from: number, to: number) => ({
  isQuietOn: true,
  quietFromMinute: from * 60,
  quietToMinute: to * 60,
});

it.each([
  ['inside, over midnight', at(23), quiet(22, 8), at(32)],
  ['inside, after midnight', at(3), quiet(22, 8), at(8)],
  ['outside, over midnight', at(12), quiet(22, 8), null],
  ['at the first minute', at(22), quiet(22, 8), at(32)],
  ['at the end', at(8), quiet(22, 8), null],
  ['within a day', at(13), quiet(12, 14), at(14)],
  ['never when both ends are the same', at(13), quiet(13, 13), null],
  ['never when switched off', at(23), { ...quiet(22, 8), isQuietOn: false }, null],
])('quiet hours: %s', (_, atMs, settings, expected) => {
  expect(quietEndMs(atMs, settings)).toBe(expected);
});

const notification = (change: Partial<Notification>): Notification => ({
  notificationId: 1,
  kind: 'price-up',
  severity: 'info',
  code: 'NOTIFY_TEST',
  params: {},
  storeId: MAIN_STORE,
  itemNo: null,
  groupKey: 'a',
  link: null,
  createdAtMs: at(12),
  readAtMs: null,
  repeatCount: 0,
  ...change,
});
const { notifications: settings } = defaultSettings();

it('sends the mail digest at its time of day, with everything since the last one', () => {
  const waiting = [notification({}), notification({ notificationId: 2, createdAtMs: at(20) })];
  const plan = (nowMs: number) =>
    computeDelivery({
      outlet: 'email',
      waiting,
      settings,
      memory: { lastSentAtMs: null, retryAtMs: 0 },
      nowMs,
    });
  expect(plan(at(20, 1))).toEqual({ due: [], wakeAtMs: at(33) });
  expect(plan(at(33)).due).toHaveLength(2);
});

it('is not held for ever by a clock that was set back', () => {
  const { due } = computeDelivery({
    outlet: 'os',
    waiting: [notification({ createdAtMs: at(48) })],
    settings,
    memory: { lastSentAtMs: at(47), retryAtMs: 0 },
    nowMs: at(12),
  });
  expect(due).toEqual([]);
  const { wakeAtMs } = computeDelivery({
    outlet: 'os',
    waiting: [notification({ createdAtMs: at(48) })],
    settings,
    memory: { lastSentAtMs: at(47), retryAtMs: 0 },
    nowMs: at(12),
  });
  expect(wakeAtMs).toBeLessThanOrEqual(at(12) + 20_000);
});

it('never holds stock for quiet hours, and never holds anything beyond a day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NOTIFICATION_KINDS),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 1439 }),
      (kind, from, to, minute) => {
        const nowMs = MIDNIGHT_MS + minute * 60_000;
        const { due, wakeAtMs } = computeDelivery({
          outlet: 'os',
          waiting: [notification({ kind, createdAtMs: nowMs - 60_000 })],
          settings: { ...settings, isQuietOn: true, quietFromMinute: from, quietToMinute: to },
          memory: { lastSentAtMs: null, retryAtMs: 0 },
          nowMs,
        });
        if (NEVER_QUIET_KINDS.has(kind)) expect(due).toHaveLength(1);
        if (due.length === 0) {
          expect(wakeAtMs).toBeGreaterThan(nowMs);
          expect(wakeAtMs).toBeLessThanOrEqual(nowMs + 86_400_000);
        }
      },
    ),
  );
});
