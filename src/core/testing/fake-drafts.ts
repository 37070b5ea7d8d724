import type { Draft, DraftContent } from '@shared/domain/draft';
import { type ItemNo, type StoreId, sellerCodeOf } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { DraftService } from '../drafts/port';
import type { PictureOutcome } from '../images/port';
import type { ProductBody } from '../naver/port';
import { aDraft } from './draft';

/** Drafts in memory: every item becomes a ready draft with two pictures unless a test says otherwise. */
export interface FakeDrafts extends DraftService {
  readonly faults: {
    /** Throws or waits before a draft is prepared. */
    beforePrepare?: (item: WholesaleItem, count: number) => Promise<void> | void;
    /** Throws or waits before a body is built. */
    beforeBody?: (draft: Draft, count: number) => Promise<void> | void;
    /** Open points of an item; any of them keeps its draft from being ready. */
    reasonsOf?: (item: WholesaleItem, version: number) => readonly Reason[];
    /** Reasons for which a ready draft must not go out after all. */
    stops?: (draft: Draft) => readonly Reason[] | null;
  };
}

export function createFakeDrafts(): FakeDrafts {
  const drafts = new Map<string, Draft>();
  const faults: FakeDrafts['faults'] = {};
  let prepared = 0;
  let built = 0;
  const keyOf = (storeId: StoreId, itemNo: ItemNo): string => `${storeId} ${itemNo}`;
  const stateOf = (reasons: readonly Reason[]): Draft['state'] => {
    if (reasons.some((reason) => reason.severity === 'block')) return 'blocked';
    return reasons.some((reason) => reason.severity === 'ask') ? 'needs-review' : 'ready';
  };

  return {
    faults,
    prepare: async (storeId, item, { signal }) => {
      signal?.throwIfAborted();
      prepared += 1;
      await faults.beforePrepare?.(item, prepared);
      const before = drafts.get(keyOf(storeId, item.itemNo));
      const reasons = faults.reasonsOf?.(item, before?.version ?? 0) ?? [];
      const draft = aDraft({
        storeId,
        itemNo: item.itemNo,
        state: stateOf(reasons),
        reasons,
        version: before?.version ?? 1,
        content: {
          name: item.title,
          images: {
            product: [`https://pictures.example/${item.itemNo}/1.jpg`],
            detail: [`https://pictures.example/${item.itemNo}/detail.jpg`],
            excluded: [],
          },
          ...(before === undefined ? {} : { name: before.content.name }),
        },
      });
      drafts.set(keyOf(storeId, item.itemNo), draft);
      return draft;
    },
    find: (storeId, itemNo) => drafts.get(keyOf(storeId, itemNo)) ?? null,
    list: (filter) => {
      const all = [...drafts.values()].filter((draft) => draft.storeId === filter.storeId);
      return { drafts: all.slice(filter.offset, filter.offset + filter.limit), total: all.length };
    },
    edit: (storeId, itemNo, change: Partial<DraftContent>) => {
      const before = drafts.get(keyOf(storeId, itemNo)) ?? aDraft({ storeId, itemNo });
      const after: Draft = {
        ...before,
        state: 'ready',
        reasons: [],
        version: before.version + 1,
        content: { ...before.content, ...change },
      };
      drafts.set(keyOf(storeId, itemNo), after);
      return after;
    },
    productBody: async (draft, pictures, uploaded) => {
      built += 1;
      await faults.beforeBody?.(draft, built);
      const reasons = faults.stops?.(draft) ?? null;
      return reasons === null
        ? { kind: 'body', body: bodyOf(draft, pictures, uploaded) }
        : { kind: 'stopped', reasons };
    },
  };
}

/** A body in Naver's product format (naver-commerce-api.md 5.1, 2026-09), as far as tests look at it. */
function bodyOf(
  draft: Draft,
  pictures: readonly PictureOutcome[],
  uploaded: ReadonlyMap<string, string>,
): ProductBody {
  const urls = pictures.flatMap((outcome) =>
    outcome.kind === 'prepared' && outcome.role === 'product'
      ? outcome.files.map((file) => ({ url: uploaded.get(file.sha256) ?? 'missing' }))
      : [],
  );
  const { combinations } = draft.content.options;
  return {
    originProduct: {
      statusType: 'SALE',
      leafCategoryId: draft.content.category?.id,
      name: draft.content.name,
      salePrice: draft.content.price.salePriceKrw,
      stockQuantity:
        combinations.length === 0
          ? 100
          : combinations.reduce((sum, option) => sum + option.stock, 0),
      images: { representativeImage: urls[0], optionalImages: urls.slice(1) },
      detailAttribute: {
        sellerCodeInfo: { sellerManagementCode: sellerCodeOf(draft.itemNo) },
        ...(combinations.length === 0
          ? {}
          : {
              optionInfo: {
                optionCombinations: combinations.map((option) => ({
                  optionName1: option.values[0],
                  optionName2: option.values[1],
                  optionName3: option.values[2],
                  price: option.priceKrw,
                  stockQuantity: option.stock,
                  usable: option.usable,
                })),
              },
            }),
      },
    },
    smartstoreChannelProduct: { channelProductDisplayStatusType: 'ON' },
  };
}
