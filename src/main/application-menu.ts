import type { Settings } from '@shared/domain/settings';
import { SHELL_SCREENS, type ShellCommand } from '@shared/ipc/shell';
import type { MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './shell-words';

/** What entries of the menu do. */
export interface MenuActions {
  /** Goes to the page, which is brought to the front. */
  readonly give: (command: ShellCommand) => void;
  readonly importList: () => void;
  readonly openFolder: () => void;
  readonly openReadMe: () => void;
  readonly chooseTheme: (theme: Settings['theme']) => void;
  readonly quit: () => void;
}

/** What the menu shows and for which system. */
export interface MenuFacts {
  readonly words: ShellWords['menu'];
  readonly platform: NodeJS.Platform;
  /** Run from its folder: the page may be reloaded and looked into. */
  readonly isDevelopment: boolean;
  readonly theme: Settings['theme'];
}

const THEMES = ['system', 'light', 'dark'] as const;
const LINE: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The application menu. Every command of the app has an `id`; what a role brings along (copy, zoom,
 * full screen) is left to the system, which knows its own keys.
 */
export function applicationMenu(
  facts: MenuFacts,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const isMac = facts.platform === 'darwin';
  return [
    ...(isMac ? [macMenu(facts, actions)] : []),
    fileMenu(facts, actions, isMac),
    editMenu(facts.words),
    viewMenu(facts, actions),
    goMenu(facts.words, actions),
    ...(isMac ? [windowMenu(facts.words)] : []),
    helpMenu(facts.words, actions, isMac),
  ];
}

function macMenu({ words }: MenuFacts, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: 'StoreBridge',
    submenu: [
      aboutItem(words, actions),
      LINE,
      settingsItem(words, actions),
      LINE,
      { role: 'services' },
      LINE,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      LINE,
      quitItem(words, actions),
    ],
  };
}

function fileMenu(
  { words }: MenuFacts,
  actions: MenuActions,
  isMac: boolean,
): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      {
        id: 'import-list',
        label: words.importList,
        accelerator: 'CmdOrCtrl+O',
        click: actions.importList,
      },
      LINE,
      { id: 'open-folder', label: words.openFolder, click: actions.openFolder },
      { id: 'back-up', label: words.backUp, click: () => actions.give({ kind: 'back-up' }) },
      LINE,
      ...(isMac
        ? [{ role: 'close', label: words.closeWindow } as const]
        : [
            settingsItem(words, actions),
            LINE,
            { role: 'close', label: words.closeWindow } as const,
            quitItem(words, actions),
          ]),
    ],
  };
}

function editMenu(words: ShellWords['menu']): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      LINE,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  };
}

function viewMenu(
  { words, theme, isDevelopment }: MenuFacts,
  actions: MenuActions,
): MenuItemConstructorOptions {
  return {
    label: words.view,
    submenu: [
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.zoomReset },
      LINE,
      {
        label: words.theme,
        submenu: THEMES.map((name) => ({
          id: `theme-${name}`,
          label: words.themes[name],
          type: 'radio',
          checked: name === theme,
          click: () => actions.chooseTheme(name),
        })),
      },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(isDevelopment
        ? [
            LINE,
            { role: 'reload', label: words.reload } as const,
            { role: 'toggleDevTools', label: words.developerTools } as const,
          ]
        : []),
    ],
  };
}

function goMenu(words: ShellWords['menu'], actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.go,
    submenu: SHELL_SCREENS.map((screen, index) => ({
      id: `go-${screen}`,
      label: words.screens[screen],
      accelerator: `CmdOrCtrl+${index + 1}`,
      click: () => actions.give({ kind: 'open-screen', screen }),
    })),
  };
}

function windowMenu(words: ShellWords['menu']): MenuItemConstructorOptions {
  return {
    label: words.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: words.minimise },
      { role: 'zoom' },
      LINE,
      { role: 'front' },
    ],
  };
}

function helpMenu(
  words: ShellWords['menu'],
  actions: MenuActions,
  isMac: boolean,
): MenuItemConstructorOptions {
  return {
    label: words.help,
    role: 'help',
    submenu: [
      {
        id: 'shortcuts',
        label: words.shortcuts,
        accelerator: 'CmdOrCtrl+/',
        click: () => actions.give({ kind: 'show-shortcuts' }),
      },
      { id: 'read-me', label: words.readMe, click: actions.openReadMe },
      LINE,
      {
        id: 'diagnostics',
        label: words.diagnostics,
        click: () => actions.give({ kind: 'make-diagnostics' }),
      },
      ...(isMac ? [] : [LINE, aboutItem(words, actions)]),
    ],
  };
}

function aboutItem(words: ShellWords['menu'], actions: MenuActions): MenuItemConstructorOptions {
  return { id: 'about', label: words.about, click: () => actions.give({ kind: 'show-about' }) };
}

function settingsItem(words: ShellWords['menu'], actions: MenuActions): MenuItemConstructorOptions {
  return {
    id: 'settings',
    label: `${words.screens.settings}…`,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.give({ kind: 'open-screen', screen: 'settings' }),
  };
}

function quitItem(words: ShellWords['menu'], actions: MenuActions): MenuItemConstructorOptions {
  return { id: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit };
}
