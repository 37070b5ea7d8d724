import type { BrowserWindow, Dialog } from 'electron';
import { LIST_EXTENSIONS } from './opened-files';

/** Asks for lists with the system's own window; none when the seller called it off. */
export async function chooseLists(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | null,
  filterName: string,
): Promise<readonly string[]> {
  const options = {
    properties: ['openFile' as const, 'multiSelections' as const],
    filters: [{ name: filterName, extensions: LIST_EXTENSIONS.map((name) => name.slice(1)) }],
  };
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? [] : filePaths;
}
