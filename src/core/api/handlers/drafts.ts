import type { Draft, DraftContent } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { DraftRepair, DraftSummary } from '@shared/ipc/drafts';
import { withCorrection } from '@shared/options/correction';
import { describeCorrection } from '@shared/options/describe-correction';
import { isMessageCode } from '@shared/texts/catalogue';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

export function createDraftsHandlers(
  storebridge: StoreBridge,
): Pick<Handlers, Extract<keyof Handlers, `drafts.${string}`>> {
  return {
    'drafts.overview': ({ storeId }) => {
      const { byState, byReason } = storebridge.drafts.overview(storeId);
      return {
        byState,
        // A code of another version has no words here; its drafts are still listed by state.
        byReason: byReason.flatMap(({ code, count }) =>
          isMessageCode(code) ? [{ code, count }] : [],
        ),
      };
    },
    'drafts.list': (filter) => {
      const { drafts, total } = storebridge.drafts.list(withoutUndefined(filter));
      return { drafts: drafts.map(summaryOf), total };
    },
    'drafts.get': ({ storeId, itemNo }) => ({ draft: storebridge.drafts.find(storeId, itemNo) }),
    'drafts.edit': ({ storeId, itemNo, change, basedOnVersion }) => {
      const content: Partial<DraftContent> = withoutUndefined(change);
      return { draft: storebridge.drafts.edit(storeId, itemNo, content, basedOnVersion) };
    },
    'drafts.preview': ({ storeId, itemNo, change }) => ({
      draft: storebridge.drafts.preview(storeId, itemNo, withoutUndefined(change)),
    }),
    'drafts.advice': ({ storeId, itemNo }) => ({
      explanations: storebridge.drafts
        .explain(storeId, itemNo)
        .map(({ field, steps }) => ({ field, steps: [...steps] })),
      repairs: [
        ...storebridge.drafts.repairs(storeId, itemNo),
        ...knownCorrection(storebridge, storeId, itemNo),
      ],
    }),
    'drafts.unlock': ({ storeId, itemNo, fields, basedOnVersion }) => ({
      draft: storebridge.drafts.unlock(storeId, itemNo, fields, basedOnVersion),
    }),
  };
}

/** The remembered correction of the options as one more change that one click applies. */
function knownCorrection(
  { options, drafts }: StoreBridge,
  storeId: StoreId,
  itemNo: ItemNo,
): readonly DraftRepair[] {
  const offer = options.offer(storeId, itemNo);
  const draft = drafts.find(storeId, itemNo);
  if (offer === null || draft === null) return [];
  const change = { options: withCorrection(draft.content.options, offer) };
  return [
    {
      code: 'OPTIONS_CORRECTION_KNOWN',
      explanation: describeCorrection(offer.commands),
      keepsBuyerPrices: true,
      change,
    },
  ];
}

function summaryOf(draft: Draft): DraftSummary {
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
    version: draft.version,
    updatedAtMs: draft.updatedAtMs,
  };
}
