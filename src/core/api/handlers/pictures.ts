import type { InspectedPicture } from '@shared/ipc/pictures';
import type { PictureOutcome } from '../../images/port';
import type { StoreBridge } from '../../storebridge';
import type { Handlers } from '../router';

/** Pages get content hashes in the place of paths. */
export function createPicturesHandlers(
  storebridge: Pick<StoreBridge, 'pictureInspection' | 'pictureBackup'>,
): Pick<Handlers, Extract<keyof Handlers, `pictures.${string}`>> {
  return {
    'pictures.inspect': async ({ storeId, itemNo }) => {
      const result = await storebridge.pictureInspection.inspect(storeId, itemNo);
      return result.kind === 'cancelled'
        ? result
        : { ...result, pictures: result.pictures.map(withoutPaths) };
    },
    'pictures.cancel': ({ storeId, itemNo, version }) => {
      storebridge.pictureInspection.cancel(storeId, itemNo, version);
      return {};
    },
    'pictures.backupStatus': () => storebridge.pictureBackup.status(),
    'pictures.testBackup': async () => ({ problem: await storebridge.pictureBackup.test() }),
  };
}

/** A page asks for files by their content; where they lie is not its business. */
function withoutPaths(outcome: PictureOutcome): InspectedPicture {
  if (outcome.kind !== 'prepared') return outcome;
  return {
    ...outcome,
    files: outcome.files.map(({ sha256, widthPx, heightPx, sizeBytes }) => ({
      sha256,
      widthPx,
      heightPx,
      sizeBytes,
    })),
    warnings: outcome.warnings.map(({ reason, regions }) => ({ reason, regions: [...regions] })),
  };
}
