import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** What a shell says about itself. */
export interface ShellInfo {
  readonly version: string;
  readonly shell: 'desktop' | 'browser';
}

export function createAppHandlers(
  storebridge: StoreBridge,
  { version, shell }: ShellInfo,
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
