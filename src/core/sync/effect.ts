import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { ChangeAspect, ProposalEffect } from '@shared/domain/watch';
import type { StoredDraft } from '../drafts/draft-rows';
import { type Listing, listingOfDraft, listingStateOf } from './listing';
import type { ItemSnapshot } from './snapshot';
import { computeTarget } from './target';
import type { WatchedRow } from './watch-store';

export interface EffectDeps {
  /** Null without a draft, and for one that cannot be read. */
  readonly findDraft: (storeId: StoreId, itemNo: ItemNo) => StoredDraft | null;
  readonly settings: () => Settings;
}

/** What following one part of an item would make of a listing, and what speaks against it. */
export interface Effects {
  of(
    product: WatchedRow,
    snapshot: ItemSnapshot,
    aspect: ChangeAspect,
  ): { readonly effect: ProposalEffect; readonly problems: readonly Reason[] };
}

/** Reckons with the present draft, listing and price rule; writes nothing. */
export function createEffects(deps: EffectDeps): Effects {
  const of: Effects['of'] = (product: WatchedRow, snapshot: ItemSnapshot, aspect: ChangeAspect) => {
    const stored = deps.findDraft(product.storeId, product.itemNo);
    const listing = listingOf(product, stored);
    const plan = computeTarget({
      snapshot,
      content: stored?.draft.content ?? null,
      lockedFields: stored?.draft.lockedFields ?? [],
      listing,
      aspects: new Set([aspect]),
      pricing: deps.settings().pricing,
      isSuspendedByUs: product.isSuspendedByUs,
      wantedPriceKrw: null,
      isStopWanted: aspect === 'status',
      mayReopen: true,
    });
    return {
      problems: plan.problems,
      effect: {
        salePriceKrw: { before: listing.salePriceKrw, after: plan.target.salePriceKrw },
        netProfitKrw: {
          before: plan.profitBefore?.netProfitKrw ?? null,
          after: plan.profitAfter?.netProfitKrw ?? null,
        },
        marginRate: {
          before: plan.profitBefore?.marginRate ?? null,
          after: plan.profitAfter?.marginRate ?? null,
        },
        listing: {
          before: listingStateOf(listing.status),
          after: listingStateOf(plan.target.status),
        },
      },
    };
  };
  return { of };
}

/** The listing as last read back, else as the registration wrote it. */
export function listingOf(product: WatchedRow, stored: StoredDraft | null): Listing {
  if (product.listed !== null) return product.listed;
  if (stored !== null) return listingOfDraft(stored.draft.content, product.registered);
  const { salePriceKrw, stock } = product.registered;
  return {
    status: 'SALE',
    salePriceKrw: salePriceKrw ?? 0,
    discountKrw: 0,
    stock: stock ?? 0,
    options: [],
  };
}
