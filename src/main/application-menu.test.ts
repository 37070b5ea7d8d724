import type { ShellCommand } from '@shared/ipc/shell';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { applicationMenu, type MenuActions } from './application-menu';
import { shellWords } from './shell-words';

function menuFor(platform: NodeJS.Platform, isDevelopment = false, language: 'ko' | 'en' = 'ko') {
  const given: ShellCommand[] = [];
  const done: string[] = [];
  const actions: MenuActions = {
    give: (command) => given.push(command),
    importList: () => done.push('import'),
    openFolder: () => done.push('folder'),
    openReadMe: () => done.push('manual'),
    chooseTheme: (theme) => done.push(theme),
    quit: () => done.push('quit'),
  };
  const facts = {
    words: shellWords[language].menu,
    platform,
    isDevelopment,
    theme: 'dark' as const,
  };
  const items = flat(applicationMenu(facts, actions));
  const press = (id: string): void => {
    const item = items.find((one) => one.id === id);
    if (item?.click === undefined) throw new TypeError(`no ${id}`);
    (item.click as () => void)();
  };
  return { items, press, given, done };
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flat(item.submenu) : []),
  ]);
}

it('leads to every screen and gives the page its commands', () => {
  const { press, given } = menuFor('win32');
  for (const id of ['go-home', 'go-queue', 'settings', 'back-up', 'diagnostics', 'about'])
    press(id);
  expect(given).toEqual([
    { kind: 'open-screen', screen: 'home' },
    { kind: 'open-screen', screen: 'queue' },
    { kind: 'open-screen', screen: 'settings' },
    { kind: 'back-up' },
    { kind: 'make-diagnostics' },
    { kind: 'show-about' },
  ]);
});

it('does by itself what needs no page', () => {
  const { press, done } = menuFor('linux');
  for (const id of ['import-list', 'open-folder', 'read-me', 'theme-light', 'quit']) press(id);
  expect(done).toEqual(['import', 'folder', 'manual', 'light', 'quit']);
});

it.each(['win32', 'linux', 'darwin'] as const)(
  'gives no key to two commands, and every command an own id, on %s',
  (platform) => {
    const { items } = menuFor(platform, true);
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    const ids = items.flatMap(({ id }) => id ?? []);
    expect([new Set(keys).size, new Set(ids).size]).toEqual([keys.length, ids.length]);
    expect(ids).toEqual(expect.arrayContaining(['about', 'quit', 'settings', 'import-list']));
  },
);

it('reloads the page only while it is being developed', () => {
  const roles = (isDevelopment: boolean) =>
    menuFor('win32', isDevelopment).items.flatMap(({ role }) => role ?? []);
  expect(roles(false)).not.toContain('reload');
  expect(roles(true)).toContain('reload');
});

it('puts about, settings and quit into the app’s own menu on a Mac, and ticks the theme', () => {
  const { items } = menuFor('darwin', false, 'en');
  expect(flat([items[0] ?? {}]).flatMap(({ id }) => id ?? [])).toEqual([
    'about',
    'settings',
    'quit',
  ]);
  expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark']);
});
