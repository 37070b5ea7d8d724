import type { BrowserWindow, Dialog } from 'electron';
import { LIST_EXTENSIONS } from './opened-files';

/** Asks for a list with the system's own window; null when the seller chose none. */
export async function chooseList(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | null,
  filterName: string,
): Promise<string | null> {
  const options = {
    properties: ['openFile' as const],
    filters: [{ name: filterName, extensions: LIST_EXTENSIONS.map((name) => name.slice(1)) }],
  };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}
