import type { Draft } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { ImageSettings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import { plannedPictures } from '../images/plan';
import type { PictureOutcome, PicturePreparer } from '../images/port';

/** What became of the pictures of one version of a draft. */
export type InspectionResult =
  | {
      readonly kind: 'inspected';
      readonly version: number;
      /** Product pictures first, each in the draft's order. */
      readonly pictures: readonly PictureOutcome[];
    }
  /** Ended by `cancel`, by an inspection of a newer version, or because the product stops. */
  | { readonly kind: 'cancelled' };

/** Prepares a draft's pictures ahead of its registration, so that the seller sees what would go out. */
export interface PictureInspection {
  /**
   * One at a time per draft: asked again for the same version it joins the one under way, for
   * another version it takes its place. Throws DRAFT_NOT_FOUND and what the disk throws.
   */
  inspect(storeId: StoreId, itemNo: ItemNo): Promise<InspectionResult>;
  /** Ends the inspection of this version, if it is under way; one of another version goes on. */
  cancel(storeId: StoreId, itemNo: ItemNo, version: number): void;
  /** Ends all of them. */
  close(): void;
}

export interface PictureInspectionPorts {
  readonly drafts: { find(storeId: StoreId, itemNo: ItemNo): Draft | null };
  /** The registration's own, so that a picture seen here is not prepared a second time there. */
  readonly preparer: Pick<PicturePreparer, 'prepare'>;
  readonly settings: () => { readonly images: ImageSettings };
}

interface Running {
  readonly version: number;
  readonly ending: AbortController;
  readonly result: Promise<InspectionResult>;
}

/** Remembers nothing itself: what was prepared once the preparer keeps. */
export function createPictureInspection(ports: PictureInspectionPorts): PictureInspection {
  const running = new Map<string, Running>();

  const run = async (draft: Draft, signal: AbortSignal): Promise<InspectionResult> => {
    const planned = plannedPictures(draft.content.images, ports.settings().images);
    try {
      const pictures = await ports.preparer.prepare(planned, signal);
      return { kind: 'inspected', version: draft.version, pictures };
    } catch (fault) {
      if (signal.aborted) return { kind: 'cancelled' };
      throw fault;
    }
  };
  const leave = (key: string, own: AbortController): void => {
    if (running.get(key)?.ending === own) running.delete(key);
  };
  const end = (key: string, { ending }: Running): void => {
    leave(key, ending);
    ending.abort();
  };

  return {
    inspect: (storeId, itemNo) => {
      const draft = ports.drafts.find(storeId, itemNo);
      if (draft === null) {
        return Promise.reject(new AppError('DRAFT_NOT_FOUND', { params: { itemNo } }));
      }
      const key = keyOf(storeId, itemNo);
      const underWay = running.get(key);
      if (underWay?.version === draft.version) return underWay.result;
      if (underWay !== undefined) end(key, underWay);
      const ending = new AbortController();
      const result = run(draft, ending.signal).finally(() => leave(key, ending));
      running.set(key, { version: draft.version, ending, result });
      return result;
    },
    cancel: (storeId, itemNo, version) => {
      const key = keyOf(storeId, itemNo);
      const underWay = running.get(key);
      if (underWay?.version === version) end(key, underWay);
    },
    close: () => {
      for (const [key, underWay] of [...running]) end(key, underWay);
    },
  };
}

function keyOf(storeId: StoreId, itemNo: ItemNo): string {
  return `${storeId} ${itemNo}`;
}
