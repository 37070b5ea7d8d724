import { join } from 'node:path';
import type * as Electron from 'electron';
import type { ShellWords } from './shell-words';
import type { WorkSummary } from './work-summary';

/** What a task bar can show on this system. */
export interface TaskBarDependencies {
  readonly app: Pick<Electron.App, 'setBadgeCount'>;
  readonly nativeImage: Pick<typeof Electron.nativeImage, 'createFromPath'>;
  readonly iconsFolder: string;
  readonly platform: NodeJS.Platform;
}

/** The app's own icon in dock or taskbar: how many things wait for the seller, and how far the queue is. */
export interface TaskBar {
  show(
    summary: WorkSummary,
    window: Pick<Electron.BrowserWindow, 'setProgressBar' | 'setOverlayIcon'> | null,
    words: ShellWords['tray'],
  ): void;
}

/** Electron's value for "no bar". */
const NO_BAR = -1;

/** Shows progress of the work since the queue last rested, not of all work ever. */
export function createTaskBar(dependencies: TaskBarDependencies): TaskBar {
  const { app, nativeImage, iconsFolder, platform } = dependencies;
  let mostActive = 0;
  let badge = 0;
  return {
    show: (summary, window, words) => {
      // Progress of this round of work: from the most that was ever waiting since the last rest.
      mostActive = summary.active === 0 ? 0 : Math.max(mostActive, summary.active);
      if (platform === 'win32') {
        const hasBadge = summary.unread > 0;
        window?.setOverlayIcon(
          hasBadge ? nativeImage.createFromPath(join(iconsFolder, 'overlay.png')) : null,
          hasBadge ? words.attention(summary.unread) : '',
        );
      } else if (summary.unread !== badge) {
        badge = summary.unread;
        app.setBadgeCount(badge);
      }
      if (mostActive === 0) window?.setProgressBar(NO_BAR);
      else {
        const mode =
          summary.kind === 'fault' ? 'error' : summary.isQueuePaused ? 'paused' : 'normal';
        window?.setProgressBar(1 - summary.active / mostActive, { mode });
      }
    },
  };
}
