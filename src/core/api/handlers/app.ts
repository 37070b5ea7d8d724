import type { StoreBridge } from '../../storebridge';
import type { OpenedFiles } from '../opened-files';
import type { Handlers } from '../router';

/** What a shell says about itself and brings along. */
export interface Shell {
  readonly version: string;
  readonly shell: 'desktop' | 'browser';
  readonly openedFiles: OpenedFiles;
}

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
