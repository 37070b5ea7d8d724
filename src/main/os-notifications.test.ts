import { EventEmitter } from 'node:events';
import { MAIN_STORE } from '@shared/domain/ids';
import type { NotificationLine, NotificationLink } from '@shared/domain/notification';
import { beforeEach, expect, it } from 'vitest';
import { createOsNotifications } from './os-notifications';

interface Shown {
  readonly title: string;
  readonly urgency: string;
  click(): void;
}
let shown: Shown[];
let isSupported: boolean;
let chosen: NotificationLink[];

class FakeNotification extends EventEmitter {
  static isSupported = (): boolean => isSupported;
  readonly options: Electron.NotificationConstructorOptions;
  constructor(options: Electron.NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    shown.push({
      title: String(this.options.title),
      urgency: String(this.options.urgency),
      click: () => this.emit('click'),
    });
  }
  close(): void {
    this.emit('close');
  }
}

beforeEach(() => {
  shown = [];
  chosen = [];
  isSupported = true;
});

const line = (id: number, change: Partial<NotificationLine> = {}): NotificationLine => ({
  lineKey: `line-${id}`,
  kind: 'price-up',
  severity: 'ask',
  code: 'NOTIFY_GROUP_PRICE_UP',
  params: { count: id },
  count: 1,
  unreadCount: 1,
  latest: {
    notificationId: id,
    kind: 'price-up',
    severity: 'ask',
    code: 'NOTIFY_TEST',
    params: {},
    storeId: MAIN_STORE,
    itemNo: null,
    groupKey: `line-${id}`,
    link: { screen: 'watch' },
    createdAtMs: 0,
    readAtMs: null,
    repeatCount: 0,
  },
  ...change,
});

const deliver = (lines: readonly NotificationLine[]) =>
  createOsNotifications({
    Notification: FakeNotification as never,
    onChosen: (link) => chosen.push(link),
  }).deliver(lines, 'ko', new AbortController().signal);

it('shows each line in the seller’s language and leads where it points', async () => {
  await deliver([line(1, { severity: 'alarm' }), line(2)]);
  expect(shown.map(({ title, urgency }) => [title, urgency])).toEqual([
    ['상품 1개의 공급가가 올랐습니다.', 'critical'],
    ['상품 2개의 공급가가 올랐습니다.', 'normal'],
  ]);
  shown[0]?.click();
  expect(chosen).toEqual([{ screen: 'watch' }]);
});

it('says more than three as their number, which leads to the centre', async () => {
  await deliver([line(1), line(2), line(3, { count: 40 }), line(4)]);
  expect(shown.map(({ title }) => title)).toHaveLength(3);
  expect(shown[2]?.title).toBe('새 알림 41건이 있습니다.');
  shown[2]?.click();
  expect(chosen).toEqual([{ screen: 'notifications' }]);
});

it('is content on a system without notifications', async () => {
  isSupported = false;
  expect(await deliver([line(1)])).toEqual({ kind: 'delivered' });
  expect(shown).toEqual([]);
});
