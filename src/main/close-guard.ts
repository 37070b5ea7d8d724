import type { Clock } from '@core/platform/clock';
import type { BrowserWindow, Dialog } from 'electron';
import type { DesktopDesk } from './shell-desk';
import type { ShellWords } from './shell-words';

/** How long the page may take to save by itself before the seller is asked. */
const SAVE_WAIT_MS = 3_000;
/** How long it may take to say that there is nothing: it is busy at most with drawing. */
const ANSWER_WAIT_MS = 1_000;

/** What is asked before the page goes, and where. */
export interface CloseGuardDependencies {
  readonly desk: Pick<DesktopDesk, 'give' | 'unsaved' | 'onUnsaved'>;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  /** The window that is shown, or null when there is none. */
  readonly window: () => BrowserWindow | null;
  readonly words: () => ShellWords['unsaved'];
  readonly clock: Clock;
}

/**
 * Whether the page may go. It is always asked first, because the last keystroke may not have been
 * reported yet; it saves what it can by itself, and only for the rest the seller is asked.
 */
export async function mayPageGo(dependencies: CloseGuardDependencies): Promise<boolean> {
  const { desk, dialog, words } = dependencies;
  if (dependencies.window() === null) return true;
  desk.give({ kind: 'save-unsaved' });
  await whenSaved(dependencies);
  if (desk.unsaved().length === 0) return true;
  const { title, kinds, detail, keep, discard } = words();
  const box = {
    type: 'warning' as const,
    message: title,
    detail: [...desk.unsaved().map((kind) => `• ${kinds[kind]}`), '', detail].join('\n'),
    buttons: [keep, discard],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const window = dependencies.window();
  if (window === null) return true;
  const { response } = await dialog.showMessageBox(window, box);
  // The page may have gone while the question stood: then there is nothing left to save.
  return response === 1 || desk.unsaved().length === 0;
}

/** Resolves when the page has said its last word, or when it took too long. */
async function whenSaved({ desk, clock }: CloseGuardDependencies): Promise<void> {
  const waiting = new AbortController();
  const stop = desk.onUnsaved((isSettled) => {
    if (isSettled) waiting.abort();
  });
  try {
    await clock.sleep(ANSWER_WAIT_MS, waiting.signal);
    if (desk.unsaved().length > 0) {
      await clock.sleep(SAVE_WAIT_MS - ANSWER_WAIT_MS, waiting.signal);
    }
  } catch (reason) {
    if (!waiting.signal.aborted) throw reason;
  } finally {
    stop();
  }
}
