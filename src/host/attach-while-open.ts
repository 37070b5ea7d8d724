import type { Workspace } from '@core/workspace/port';
import { type AttachServer, type AttachServerOptions, startAttachServer } from './attach-server';

/** As `AttachServerOptions`, for the product that the workspace has open. */
export interface AttachWhileOpenOptions extends AttachServerOptions {
  readonly workspace: Workspace;
}

/**
 * Lets other programs attach for as long as this one has the folder's product open: one that could
 * not open it, because another works there, must not put its own address in the other's place.
 */
export function attachWhileOpen(options: AttachWhileOpenOptions): AttachServer {
  const { workspace, logger } = options;
  let server: AttachServer | null = null;
  let isClosed = false;
  let changing: Promise<void> = Promise.resolve();
  const follow = (): void => {
    changing = changing
      .then(async () => {
        const isWanted = !isClosed && workspace.state().kind === 'open';
        if (isWanted && server === null) server = await startAttachServer(options);
        if (isWanted || server === null) return;
        await server.close();
        server = null;
      })
      .catch((fault: unknown) => {
        logger.warn({ err: fault }, 'other programs cannot attach');
      });
  };
  const stop = workspace.subscribe(follow);
  follow();
  return {
    close: async () => {
      stop();
      isClosed = true;
      follow();
      await changing;
    },
  };
}
