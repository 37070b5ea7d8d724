import type { Settings } from '@shared/domain/settings';
import type { BrowserWindow, Dialog } from 'electron';
import type { ShellWords } from './shell-words';

/** What decides whether closing the window ends the program. */
export interface WindowClosingDependencies {
  readonly platform: NodeJS.Platform;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly words: () => ShellWords['closing'];
  readonly hasWork: () => boolean;
  readonly whenClosed: () => Settings['desktop']['whenClosed'];
  readonly remember: (whenClosed: 'stay' | 'quit') => void;
  /** Saved, or the seller lets it go. */
  readonly mayPageGo: () => Promise<boolean>;
  readonly quit: () => void;
}

/**
 * What closing the window comes to. On a Mac the window goes and the app stays, as people there expect.
 * Elsewhere the app ends with its window, unless there is work: then the seller is asked once whether
 * it goes on in the tray, and that is remembered.
 */
export async function closeWindow(
  window: Pick<BrowserWindow, 'hide' | 'destroy'> & BrowserWindow,
  dependencies: WindowClosingDependencies,
): Promise<void> {
  const { platform, hasWork, mayPageGo, quit, remember } = dependencies;
  if (platform === 'darwin') {
    if (await mayPageGo()) window.destroy();
    return;
  }
  if (!hasWork()) return quit();
  const wish = dependencies.whenClosed();
  const choice = wish === 'ask' ? await ask(window, dependencies) : wish;
  if (choice === null) return;
  if (wish === 'ask') remember(choice);
  // The page lives on behind a hidden window: nothing of it is lost.
  if (choice === 'stay') window.hide();
  else quit();
}

async function ask(
  window: BrowserWindow,
  { dialog, words }: WindowClosingDependencies,
): Promise<'stay' | 'quit' | null> {
  const { title, detail, stay, quit, cancel } = words();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: title,
    detail,
    buttons: [stay, quit, cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return response === 0 ? 'stay' : response === 1 ? 'quit' : null;
}
