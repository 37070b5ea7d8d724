import type { EventFanOut } from '@core/api/event-fan-out';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { Workspace } from '@core/workspace/port';
import { toAppError } from '@shared/errors/app-error';
import type { ShellCommand } from '@shared/ipc/shell';
import type * as Electron from 'electron';
import { applicationMenu } from './application-menu';
import { chooseLists } from './list-choice';
import type { MainWindow } from './main-window';
import type { OfferedFiles } from './opened-files';
import type { PathOpener } from './path-opener';
import type { DesktopDesk } from './shell-desk';
import type { ShellWords } from './shell-words';
import { followStatus } from './status-follower';
import { createTaskBar } from './task-bar';
import { createStateTray, type StateTray } from './tray';
import type { WorkSummary } from './work-summary';

/** What is shown outside of the window, and what it is read from. */
export interface OutsideDependencies {
  readonly electron: Pick<typeof Electron, 'app' | 'dialog' | 'Menu' | 'nativeImage' | 'Tray'>;
  readonly platform: NodeJS.Platform;
  readonly isDevelopment: boolean;
  readonly workspace: Workspace;
  readonly events: EventFanOut;
  readonly desk: DesktopDesk;
  readonly window: MainWindow;
  readonly openedFiles: OfferedFiles;
  readonly quit: () => void;
  readonly summary: () => WorkSummary;
  readonly words: () => ShellWords;
  readonly home: string;
  readonly openPath: PathOpener;
  readonly iconsFolder: string;
  readonly readMePath: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Everything of the app outside of its page: menu, tray, badge and progress. Follows language, theme
 * and the work. Returns how to take it away.
 */
export function showOutside(dependencies: OutsideDependencies): () => void {
  const { electron, platform, workspace, window, words, logger } = dependencies;
  const taskBar = createTaskBar({ ...electron, ...dependencies });
  const tray = trayOf(dependencies);
  let menuOf = '';
  const showMenu = (): void => {
    const { language, theme } = workspace.settings().get();
    if (menuOf === `${language} ${theme}`) return;
    menuOf = `${language} ${theme}`;
    const facts = {
      words: words().menu,
      platform,
      isDevelopment: dependencies.isDevelopment,
      theme,
    };
    electron.Menu.setApplicationMenu(
      electron.Menu.buildFromTemplate(applicationMenu(facts, menuActions(dependencies))),
    );
  };
  const stop = followStatus({
    ...dependencies,
    refresh: () => {
      showMenu();
      const summary = dependencies.summary();
      tray?.show(summary, words().tray);
      taskBar.show(summary, window.current(), words().tray);
    },
  });
  return () => {
    stop();
    tray?.destroy();
    logger.debug({}, 'tray and menu are gone');
  };
}

/** Null on a system that has no place for it: the app then works without. */
function trayOf(dependencies: OutsideDependencies): StateTray | null {
  const { electron, workspace, logger } = dependencies;
  const product = () => {
    const state = workspace.state();
    return state.kind === 'open' ? state.storebridge : null;
  };
  try {
    return createStateTray({
      ...electron,
      ...dependencies,
      actions: {
        open: dependencies.window.bringToFront,
        setQueuePaused: (isPaused) => {
          const registration = product()?.registration;
          if (isPaused) registration?.pause();
          else registration?.resume();
        },
        setWatchPaused: (isPaused) => {
          const watch = product()?.watch;
          if (isPaused) watch?.pause();
          else watch?.resume();
        },
        quit: dependencies.quit,
      },
    });
  } catch (fault) {
    logger.warn({ err: fault }, 'the system has no place for a tray icon');
    return null;
  }
}

function menuActions(dependencies: OutsideDependencies) {
  const { electron, workspace, desk, window, openedFiles, words, logger } = dependencies;
  /** The page tells what came of it: the menu itself can say nothing. */
  const openOrTell = (path: string): void => {
    dependencies.openPath(path).catch((thrown: unknown) => {
      const { code, params } = toAppError(thrown);
      window.bringToFront();
      desk.give({ kind: 'tell-fault', code, params: { ...params } });
    });
  };
  return {
    give: (command: ShellCommand) => {
      window.bringToFront();
      desk.give(command);
    },
    importList: () => {
      window.bringToFront();
      chooseLists(electron.dialog, window.current(), words().listFiles)
        .then(openedFiles.offer)
        .catch((fault: unknown) => logger.error({ err: fault }, 'no list could be chosen'));
    },
    openFolder: () => openOrTell(dependencies.home),
    openReadMe: () => openOrTell(dependencies.readMePath),
    chooseTheme: (theme: 'system' | 'light' | 'dark') => {
      try {
        workspace.settings().update({ theme });
      } catch (fault) {
        logger.warn({ err: fault }, 'the theme could not be saved');
      }
    },
    quit: dependencies.quit,
  };
}
