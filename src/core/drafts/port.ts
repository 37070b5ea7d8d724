import type { Draft, DraftContent, DraftListState } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { PictureOutcome } from '../images/port';
import type { CallOptions, ProductBody } from '../naver/port';

/** Makes and keeps drafts. */
export interface DraftService {
  /**
   * Builds the draft of `item` or refreshes the existing one (locked fields stay), runs the gates
   * and saves it. Reads Naver's master data; writes nothing outside.
   */
  prepare(storeId: StoreId, item: WholesaleItem, options: CallOptions): Promise<Draft>;
  find(storeId: StoreId, itemNo: ItemNo): Draft | null;
  list(filter: DraftFilter): { readonly drafts: readonly Draft[]; readonly total: number };
  /** Applies the seller's changes, locks the changed fields and runs the gates again. */
  edit(
    storeId: StoreId,
    itemNo: ItemNo,
    change: Partial<DraftContent>,
    basedOnVersion: number,
  ): Draft;
  /**
   * The body for `POST /v2/products`. `pictures` are the outcomes of the draft's pictures and
   * `uploaded` the addresses by content hash. Returns reasons instead when it may not go out.
   */
  productBody(
    draft: Draft,
    pictures: readonly PictureOutcome[],
    uploaded: ReadonlyMap<string, string>,
    options: CallOptions,
  ): Promise<
    | { readonly kind: 'body'; readonly body: ProductBody }
    | { readonly kind: 'stopped'; readonly reasons: readonly Reason[] }
  >;
}

/** Which drafts are meant. */
export interface DraftSelection {
  readonly storeId: StoreId;
  readonly state?: DraftListState;
  readonly reasonCode?: string;
  readonly text?: string;
  /** Drafts that one bulk change was about. */
  readonly operationId?: string;
}

/** One page of a selection. */
export interface DraftFilter extends DraftSelection {
  readonly offset: number;
  readonly limit: number;
}
