import { app } from './app';
import { BrowserWindow } from './browser-window';
import { answerQuestion, openQuestion } from './dialog';
import { Menu, type MenuItem } from './menu';
import { pathsOpened, refusePaths } from './shell';
import { currentTray } from './tray';

/*
 * What a test does in the place of a person and the system: it has no menu bar to press and no window
 * to drag. Spoken over the channel of the process that started the app.
 */

interface Message {
  readonly id: number;
  readonly act: keyof typeof acts;
  readonly value?: unknown;
}

function window(): BrowserWindow {
  const [first] = BrowserWindow.getAllWindows();
  if (first === undefined) throw new Error('there is no window');
  return first;
}

function itemOf(menu: Menu | null, id: unknown): MenuItem {
  const item = menu?.getMenuItemById(String(id)) ?? null;
  if (item === null) throw new Error(`there is no menu item ${String(id)}`);
  return item;
}

const acts = {
  menu: () =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
      label,
      items: (submenu?.all() ?? []).map(({ id, label: text }) => ({ id, label: text })),
    })),
  pressMenu: (id: unknown) => itemOf(Menu.getApplicationMenu(), id).press(),
  tray: () => {
    const tray = currentTray();
    if (tray === null) return null;
    const lines = tray.menu?.all() ?? [];
    return {
      image: tray.image.name,
      toolTip: tray.toolTip,
      lines: lines.filter(({ type }) => type !== 'separator').map(({ label }) => label),
    };
  },
  pressTray: (id: unknown) => itemOf(currentTray()?.menu ?? null, id).press(),
  window: () => ({
    bounds: window().getNormalBounds(),
    isMaximised: window().isMaximized(),
    isVisible: window().isVisible(),
    progress: window().progress,
    badge: app.badge,
  }),
  setBounds: (bounds: unknown) =>
    window().setBounds(bounds as { x: number; y: number; width: number; height: number }),
  closeWindow: () => window().close(),
  losePage: () =>
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 }),
  question: openQuestion,
  answer: (value: unknown) => answerQuestion(value as number | string | null),
  openUrl: (url: unknown) => app.emit('open-url', { preventDefault: () => undefined }, url),
  pathsOpened,
  refusePaths: (problem: unknown) => refusePaths(String(problem)),
  quit: () => app.quit(),
};

export type Act = keyof typeof acts;

process.on('message', ({ id, act, value }: Message) => {
  try {
    process.send?.({ id, value: acts[act](value) ?? null });
  } catch (fault) {
    process.send?.({ id, fault: String(fault) });
  }
});
// Being listened to is no reason for the app to live.
process.channel?.unref();
