import { createHandlers } from '@core/api/handlers/handlers';
import { noOpenedFiles } from '@core/api/opened-files';
import { createRouter, type Handlers } from '@core/api/router';
import { silentLogger } from '@core/platform/logger';
import { systemRandomness } from '@core/platform/randomness';
import type { StoreBridge } from '@core/storebridge';
import { type AttachServer, startAttachServer } from '../host/attach-server';
import type { CommandContext } from './program';

/** A product of this process that other programs of the same user can command while it works. */
export interface Attachable {
  /** Begins the work, then lets others attach; throws REGISTRATION_OTHER_WORKER before that. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Lets later commands on the same data folder hand their lists to this one while it runs. */
export function attachable(storebridge: StoreBridge, context: CommandContext): Attachable {
  let server: AttachServer | null = null;
  return {
    start: async () => {
      await storebridge.start();
      // Routes about the folder itself are missing; the attach server lets none of them through.
      const handlers = createHandlers(storebridge, {
        version: '',
        shell: 'browser',
        openedFiles: noOpenedFiles,
      }) as Handlers;
      server = await startAttachServer({
        home: context.environment.home,
        router: createRouter({ handlers, logger: silentLogger, checksOutputs: false }),
        randomness: systemRandomness,
        logger: silentLogger,
      });
    },
    close: async () => {
      await server?.close();
      server = null;
    },
  };
}
