import type { Logger } from '@core/platform/logger';
import { AppError } from '@shared/errors/app-error';
import type { Shell } from 'electron';

/** Shows a file or folder with the system's own program. Throws SHELL_PATH_NOT_OPENED with what the system says. */
export type PathOpener = (path: string) => Promise<void>;

/** Opens by Electron, which answers an empty text when it worked (https://www.electronjs.org/docs/latest/api/shell, read 2026-11). */
export function createPathOpener(shell: Pick<Shell, 'openPath'>, logger: Logger): PathOpener {
  return async (path) => {
    const problem = await shell
      .openPath(path)
      .catch((fault: unknown) => (fault instanceof Error ? fault.message : String(fault)));
    if (problem === '') return;
    logger.warn({ path, problem }, 'the system could not open it');
    throw new AppError('SHELL_PATH_NOT_OPENED', { params: { path, problem } });
  };
}
