import { type ItemNo, MAIN_STORE } from '@shared/domain/ids';
import type { NotificationLine, NotificationSeverity } from '@shared/domain/notification';
import { describe, expect, it } from 'vitest';
import { goalOf } from './notification-looks';
import {
  begunAnew,
  nextEndMs,
  stillShown,
  TOAST_SHOWN_MS,
  TOASTS_AT_ONCE,
  type Toast,
  withAdded,
} from './toast-list';

const ONE_ITEM = '63110007' as ItemNo;

function aLine(lineKey: string, severity: NotificationSeverity = 'info'): NotificationLine {
  return {
    lineKey,
    kind: 'price-up',
    severity,
    code: 'NOTIFY_TEST',
    params: {},
    count: 1,
    unreadCount: 1,
    latest: {
      notificationId: 1,
      kind: 'price-up',
      severity,
      code: 'NOTIFY_TEST',
      params: {},
      storeId: MAIN_STORE,
      itemNo: null,
      groupKey: lineKey,
      link: null,
      createdAtMs: 0,
      readAtMs: null,
      repeatCount: 0,
    },
  };
}

const keysOf = (toasts: readonly Toast[]): readonly string[] =>
  toasts.map(({ line }) => line.lineKey);

describe('where a line leads', () => {
  it('is one product only when it is about one', () => {
    const one = aLine('a');
    const linked = (screen: 'draft' | 'approvals', count: number): NotificationLine => ({
      ...one,
      count,
      latest: { ...one.latest, link: { screen, itemNo: ONE_ITEM } },
    });
    expect(goalOf(linked('draft', 1))).toEqual({ screen: 'draft', itemNo: ONE_ITEM });
    expect(goalOf(linked('draft', 6))).toBeNull();
    expect(goalOf(linked('approvals', 6))).toEqual({ screen: 'approvals' });
  });
});

describe('what pops up for a moment', () => {
  it('shows the newest first and leaves the rest to the centre', () => {
    const first = withAdded([], [aLine('a'), aLine('b')], 0);
    expect(keysOf(withAdded(first, [aLine('c'), aLine('b')], 1))).toEqual(['c', 'b', 'a']);
    const many = ['d', 'e', 'f', 'g'].map((key) => aLine(key));
    expect(withAdded(first, many, 1)).toHaveLength(TOASTS_AT_ONCE);
  });

  it('never lets newer lines of less weight push an alarm out', () => {
    const alarm = withAdded([], [aLine('alarm', 'alarm')], 0);
    const later = withAdded(alarm, [aLine('a'), aLine('b'), aLine('c')], 1);
    expect(keysOf(later)).toEqual(['a', 'b', 'alarm']);
    expect(keysOf(stillShown(later, 1 + TOAST_SHOWN_MS))).toEqual(['alarm']);
    expect(nextEndMs(alarm)).toBeNull();
  });

  it('starts its time anew when it has been under a hand', () => {
    const shown = withAdded([], [aLine('a')], 100);
    expect(nextEndMs(shown)).toBe(100 + TOAST_SHOWN_MS);
    expect(nextEndMs(begunAnew(shown, 900))).toBe(900 + TOAST_SHOWN_MS);
  });
});
