import type { StoreBridge } from '../../storebridge';
import type { OpenedFiles } from '../opened-files';
import type { Handlers } from '../router';
import type { ShellDesk } from '../shell-desk';

/** What a shell says about itself and brings along. */
export interface Shell {
  readonly version: string;
  readonly shell: 'desktop' | 'browser';
  readonly openedFiles: OpenedFiles;
  /** What the shell asks of the page and is asked by it; absent where there is only a browser. */
  readonly desk?: ShellDesk;
  /** The list of third parties that the build wrote; absent where nothing was built. */
  readonly licencesPath?: string;
}

/** Asks the limits for their backend, so it needs an open product. */
export function createAppHandlers(
  storebridge: StoreBridge,
  { version, shell }: Shell,
): Pick<Handlers, 'app.getInfo'> {
  return {
    'app.getInfo': async () => ({
      version,
      shell,
      mode: storebridge.mode,
      language: storebridge.settings.get().language,
      backend: (await storebridge.limits()).backend,
    }),
  };
}
