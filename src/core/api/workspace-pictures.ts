import type { Workspace } from '../workspace/port';
import type { PictureSource } from './picture-source';

/** The pictures of whichever product is open, once one is; none while none can be. */
export function picturesOf(workspace: Workspace): PictureSource {
  return {
    find: async (sha256, widthPx) => {
      const state = await workspace.whenSettled();
      return state.kind === 'open' ? state.storebridge.pictures.find(sha256, widthPx) : null;
    },
  };
}
