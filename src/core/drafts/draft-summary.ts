import type { Draft } from '@shared/domain/draft';
import type { DraftSummary } from '@shared/ipc/drafts';

/** One row of the list of drafts. */
export function summaryOf(draft: Draft, supplier: string | null = null): DraftSummary {
  const { content } = draft;
  return {
    itemNo: draft.itemNo,
    state: draft.state,
    reasons: [...draft.reasons],
    name: content.name,
    categoryPath: content.category?.path ?? null,
    salePriceKrw: content.price.salePriceKrw,
    immediateDiscountKrw: content.price.immediateDiscountKrw,
    netProfitKrw: content.price.netProfitKrw,
    marginRate: content.price.marginRate,
    optionCount:
      content.options.type === 'NONE'
        ? 0
        : content.options.combinations.length + content.options.addOns.length,
    pictureUrl: content.images.product[0] ?? null,
    editedFields: [...draft.lockedFields],
    supplier,
    version: draft.version,
    updatedAtMs: draft.updatedAtMs,
  };
}

/** What makes two names the same for a buyer: neither capitals nor spaces count. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}
