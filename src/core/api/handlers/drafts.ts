import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { DraftRepair, draftsRoutes } from '@shared/ipc/drafts';
import { withCorrection } from '@shared/options/correction';
import { describeCorrection } from '@shared/options/describe-correction';
import { isMessageCode } from '@shared/texts/catalogue';
import { choiceProfits } from '../../drafts/choice-profits';
import type { StoreBridge } from '../../storebridge';
import { withoutUndefined } from '../defined-fields';
import type { Handlers } from '../router';

/** Leaves out findings whose code this version has no words for. */
export function createDraftsHandlers(
  storebridge: StoreBridge,
): Pick<Handlers, keyof typeof draftsRoutes> {
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
      const { drafts, total } = storebridge.drafts.summaries(withoutUndefined(filter));
      return { drafts: [...drafts], total };
    },
    'drafts.get': ({ storeId, itemNo }) => ({ draft: storebridge.drafts.find(storeId, itemNo) }),
    'drafts.edit': ({ storeId, itemNo, change, basedOnVersion }) => {
      const content: Partial<DraftContent> = withoutUndefined(change);
      return { draft: storebridge.drafts.edit(storeId, itemNo, content, basedOnVersion) };
    },
    'drafts.preview': ({ storeId, itemNo, change }) => ({
      draft: storebridge.drafts.preview(storeId, itemNo, withoutUndefined(change)),
    }),
    'drafts.advice': ({ storeId, itemNo, change }) => {
      const { drafts, settings } = storebridge;
      const draft =
        change === undefined
          ? drafts.find(storeId, itemNo)
          : drafts.preview(storeId, itemNo, withoutUndefined(change));
      const source = drafts.sourceContent(storeId, itemNo);
      return {
        explanations: drafts
          .explain(storeId, itemNo)
          .map(({ field, steps }) => ({ field, steps: [...steps] })),
        repairs: [
          ...drafts.repairs(storeId, itemNo),
          ...knownCorrection(storebridge, storeId, itemNo),
        ],
        sources: drafts
          .sources(storeId, itemNo)
          .flatMap(({ code, ...rest }) => (isMessageCode(code) ? [{ code, ...rest }] : [])),
        isRegistered: drafts.isRegistered(storeId, itemNo),
        confirmable: drafts
          .confirmable(storeId, itemNo)
          .flatMap(({ code, field }) => (isMessageCode(code) ? [{ code, field }] : [])),
        supplierValues: supplierValues(source, draft?.lockedFields ?? []),
        profits: draft === null ? [] : [...choiceProfits(draft.content, settings.get().pricing)],
      };
    },
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

/** The supplier's side of the fields that the seller edited; a field it has nothing for is left out. */
function supplierValues(
  source: DraftContent | null,
  lockedFields: readonly DraftField[],
): Partial<DraftContent> {
  if (source === null) return {};
  return Object.fromEntries(
    lockedFields.flatMap((field) =>
      source[field] === undefined ? [] : [[field, source[field]] as const],
    ),
  );
}
