import { EventEmitter } from 'node:events';
import { createFakeClock } from '@core/testing/fake-clock';
import { createFakeStoreBridge } from '@core/testing/fake-storebridge';
import { anItemNo } from '@core/testing/wholesale-item';
import { MAIN_STORE } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { shellWords } from './shell-words';
import { createTaskBar, type TaskBarDependencies } from './task-bar';
import { createStateTray, type TrayDependencies, trayMenu } from './tray';
import { hasWork, summaryOf, type WorkSummary } from './work-summary';

const words = shellWords.ko.tray;
const RESTING: WorkSummary = {
  kind: 'idle',
  active: 0,
  attention: 0,
  doneToday: 12,
  failedToday: 0,
  watched: 3,
  isQueuePaused: false,
  isWatchPaused: false,
  unread: 0,
};

it('names the gravest thing that holds', async () => {
  const product = createFakeStoreBridge({ clock: createFakeClock() });
  const now = () => summaryOf({ kind: 'open', storebridge: product });
  expect(now()).toMatchObject({ kind: 'idle', active: 0, doneToday: 0 });
  await product.registration.enqueue(MAIN_STORE, [anItemNo('10000001'), anItemNo('10000002')], {
    lane: 'batch',
    batchName: 'x',
  });
  expect(now()).toMatchObject({ kind: 'working', active: 2 });
  product.registration.pause();
  expect(now()).toMatchObject({ kind: 'paused', isQueuePaused: true });
  product.registration.resume();
  const [job] = product.registration.listJobs({ offset: 0, limit: 10 }).jobs;
  if (job !== undefined) product.changeJob({ ...job, state: 'needs-review' });
  expect(now()).toMatchObject({ kind: 'working', active: 1, attention: 1 });
  expect(summaryOf({ kind: 'opening' }).kind).toBe('opening');
  expect(summaryOf({ kind: 'closed', fault: new AppError('STORAGE_FULL') }).kind).toBe('fault');
});

it.each([
  ['products are watched', {}, true],
  ['watching is paused', { isWatchPaused: true }, false],
  ['jobs are under way', { active: 2, isWatchPaused: true }, true],
  ['the queue is paused', { active: 2, isWatchPaused: true, isQueuePaused: true }, false],
])('knows whether closing would stop something while %s', (_, part, expected) => {
  expect(hasWork({ ...RESTING, ...part })).toBe(expected);
});

function fakeTray(platform: NodeJS.Platform = 'win32') {
  const shown: string[] = [];
  const acted: string[] = [];
  class Tray extends EventEmitter {
    setImage = (image: unknown) => shown.push(`image ${String(image)}`);
    setToolTip = (text: string) => shown.push(`tip ${text}`);
    setTitle = (text: string) => shown.push(`title ${text}`);
    setContextMenu = () => shown.push('menu');
    destroy = () => shown.push('gone');
  }
  const tray = createStateTray({
    Tray: Tray as unknown as TrayDependencies['Tray'],
    Menu: { buildFromTemplate: (template: unknown) => template } as TrayDependencies['Menu'],
    nativeImage: {
      createFromPath: (path: string) => ({
        toString: () => path.replaceAll('\\', '/'),
        setTemplateImage: () => undefined,
      }),
    } as unknown as TrayDependencies['nativeImage'],
    iconsFolder: 'icons',
    platform,
    actions: {
      open: () => acted.push('open'),
      setQueuePaused: (isPaused) => acted.push(`queue ${isPaused}`),
      setWatchPaused: (isPaused) => acted.push(`watch ${isPaused}`),
      quit: () => acted.push('quit'),
    },
  });
  return { tray, shown, acted };
}

it('draws a state once and sets the menu only when a line of it changed', () => {
  const { tray, shown } = fakeTray();
  tray.show(RESTING, words);
  expect(shown.splice(0)).toEqual([
    'image icons/tray-idle.png',
    'menu',
    'tip StoreBridge – 대기 중',
  ]);
  tray.show({ ...RESTING, unread: 4 }, words);
  expect(shown).toEqual([]);
  tray.show({ ...RESTING, kind: 'working', active: 34 }, words);
  expect(shown).toEqual([
    'image icons/tray-working.png',
    'menu',
    'tip StoreBridge – 등록하는 중 · 진행 중 34건',
  ]);
});

it('shows a figure beside the Mac’s colourless sign', () => {
  const { tray, shown } = fakeTray('darwin');
  tray.show({ ...RESTING, kind: 'attention', attention: 5 }, words);
  expect(shown).toContain('image icons/trayTemplate.png');
  expect(shown).toContain('title ! 5');
});

it('offers what is possible: pause or go on, nothing while no product is open', () => {
  const { acted } = fakeTray();
  const actions = {
    open: () => acted.push('open'),
    setQueuePaused: (isPaused: boolean) => acted.push(`queue ${isPaused}`),
    setWatchPaused: (isPaused: boolean) => acted.push(`watch ${isPaused}`),
    quit: () => acted.push('quit'),
  };
  const press = (summary: WorkSummary, id: string): void => {
    const item = trayMenu(summary, words, actions).find((one) => one.id === id);
    if (item?.click === undefined) throw new TypeError(`no ${id}`);
    (item.click as () => void)();
  };
  press(RESTING, 'tray-queue');
  press({ ...RESTING, isQueuePaused: true, isWatchPaused: true }, 'tray-queue');
  press({ ...RESTING, isWatchPaused: true }, 'tray-watch');
  expect(acted).toEqual(['queue true', 'queue false', 'watch false']);
  const lines = trayMenu({ ...RESTING, kind: 'fault' }, words, actions);
  const isEnabled = ({ id }: MenuItemConstructorOptions) => id === 'tray-queue';
  expect(lines.find(isEnabled)?.enabled).toBe(false);
  expect(lines.map(({ label }) => label)).toContain('오늘 등록 12건');
});

it('counts the queue down in the taskbar and wears what was not read', () => {
  const said: string[] = [];
  const window = {
    setProgressBar: (value: number, options?: { mode?: string }) =>
      said.push(`bar ${value} ${options?.mode ?? ''}`.trim()),
    setOverlayIcon: (icon: unknown) => said.push(icon === null ? 'plain' : 'overlay'),
  };
  const bar = (platform: NodeJS.Platform) =>
    createTaskBar({
      app: { setBadgeCount: (count) => said.push(`badge ${count}`) > 0 },
      nativeImage: { createFromPath: () => ({}) } as unknown as TaskBarDependencies['nativeImage'],
      iconsFolder: 'icons',
      platform,
    });
  const linux = bar('linux');
  linux.show({ ...RESTING, active: 10, unread: 2 }, window, words);
  linux.show({ ...RESTING, active: 5, unread: 2, isQueuePaused: true }, window, words);
  linux.show({ ...RESTING, active: 5, kind: 'fault' }, null, words);
  linux.show({ ...RESTING }, window, words);
  linux.show({ ...RESTING, active: 2 }, window, words);
  expect(said.splice(0)).toEqual([
    'badge 2',
    'bar 0 normal',
    'bar 0.5 paused',
    'badge 0',
    'bar -1',
    'bar 0 normal',
  ]);
  bar('win32').show({ ...RESTING, unread: 1 }, window, words);
  expect(said).toEqual(['overlay', 'bar -1']);
});
