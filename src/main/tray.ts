import { join } from 'node:path';
import type * as Electron from 'electron';
import type { ShellWords } from './shell-words';
import type { WorkKind, WorkSummary } from './work-summary';

/** What entries of the tray's menu do. */
export interface TrayActions {
  readonly open: () => void;
  readonly setQueuePaused: (isPaused: boolean) => void;
  readonly setWatchPaused: (isPaused: boolean) => void;
  readonly quit: () => void;
}

/** The tray of this system and its pictures. */
export interface TrayDependencies {
  readonly Tray: new (
    image: Electron.NativeImage,
  ) => Pick<Electron.Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'on' | 'destroy'> &
    Pick<Electron.Tray, 'setTitle'>;
  readonly Menu: Pick<typeof Electron.Menu, 'buildFromTemplate'>;
  readonly nativeImage: Pick<typeof Electron.nativeImage, 'createFromPath'>;
  /** Folder of the drawn states. */
  readonly iconsFolder: string;
  readonly platform: NodeJS.Platform;
  readonly actions: TrayActions;
}

/** The sign beside the clock: what the program is doing, and the few commands that need no window. */
export interface StateTray {
  show(summary: WorkSummary, words: ShellWords['tray']): void;
  destroy(): void;
}

/** Which drawing stands for a state. */
const DRAWINGS: Readonly<Record<WorkKind, string>> = {
  opening: 'idle',
  idle: 'idle',
  working: 'working',
  attention: 'attention',
  paused: 'paused',
  fault: 'fault',
};

/** The sign is there at once, as `opening`. */
export function createStateTray(dependencies: TrayDependencies): StateTray {
  const { Menu, nativeImage, iconsFolder, platform, actions } = dependencies;
  const isMac = platform === 'darwin';
  const imageOf = (kind: WorkKind): Electron.NativeImage => {
    // A Mac draws its menu bar's signs itself, from a template without colours.
    const image = nativeImage.createFromPath(
      join(iconsFolder, isMac ? 'trayTemplate.png' : `tray-${DRAWINGS[kind]}.png`),
    );
    if (isMac) image.setTemplateImage(true);
    return image;
  };
  const tray = new dependencies.Tray(imageOf('opening'));
  // On a Mac a press opens the menu, as with all of its neighbours.
  if (!isMac) tray.on('click', actions.open);
  let shownKind: WorkKind = 'opening';
  let shownMenu = '';
  return {
    show: (summary, words) => {
      if (summary.kind !== shownKind) tray.setImage(imageOf(summary.kind));
      shownKind = summary.kind;
      const template = trayMenu(summary, words, actions);
      const lines = JSON.stringify(template);
      // A menu that is set anew while it is open closes on some systems.
      if (lines === shownMenu) return;
      shownMenu = lines;
      tray.setContextMenu(Menu.buildFromTemplate(template));
      tray.setToolTip(`StoreBridge – ${stateLine(summary, words)}`);
      if (isMac) tray.setTitle(macTitle(summary));
    },
    destroy: () => tray.destroy(),
  };
}

/** The menu of the tray: state, today's figures, and what can be done without a window. */
export function trayMenu(
  summary: WorkSummary,
  words: ShellWords['tray'],
  actions: TrayActions,
): Electron.MenuItemConstructorOptions[] {
  const { isQueuePaused, isWatchPaused } = summary;
  const isThere = summary.kind !== 'opening' && summary.kind !== 'fault';
  const figures = [
    stateLine(summary, words),
    words.today(summary.doneToday, summary.failedToday),
    ...(summary.attention > 0 ? [words.attention(summary.attention)] : []),
    ...(summary.watched > 0 ? [words.watched(summary.watched)] : []),
  ];
  return [
    { id: 'tray-open', label: words.open, click: actions.open },
    { type: 'separator' },
    ...figures.map((label, index) => ({ id: `tray-figure-${index}`, label, enabled: false })),
    { type: 'separator' },
    {
      id: 'tray-queue',
      label: isQueuePaused ? words.resumeQueue : words.pauseQueue,
      enabled: isThere,
      click: () => actions.setQueuePaused(!isQueuePaused),
    },
    {
      id: 'tray-watch',
      label: isWatchPaused ? words.resumeWatch : words.pauseWatch,
      enabled: isThere,
      click: () => actions.setWatchPaused(!isWatchPaused),
    },
    { type: 'separator' },
    { id: 'tray-quit', label: words.quit, click: actions.quit },
  ];
}

function stateLine({ kind, active }: WorkSummary, words: ShellWords['tray']): string {
  return active > 0 ? `${words.state[kind]} · ${words.active(active)}` : words.state[kind];
}

/** Beside a sign without colours, a figure says what the others' colours do. */
function macTitle({ active, attention }: WorkSummary): string {
  if (active > 0) return String(active);
  return attention > 0 ? `! ${attention}` : '';
}
