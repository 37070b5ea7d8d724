import type { Draft, DraftContent, DraftImages } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import type { OptionReading } from '@shared/options/model';
import type { NaverMasterData } from '../naver/port';
import { findRepairs, type PreflightContext, type PreflightRule } from '../preflight';
import { type BuiltContent, buildContent } from './build-content';
import { planCategory } from './category';
import type { CategoryMemory } from './category-memory';
import type { DraftBench } from './draft-bench';
import type { StoredDraft } from './draft-rows';
import { type DraftStore, findReadableDraft } from './draft-store';
import { type JudgeDeps, judge } from './judge';
import type { ListReader } from './list-reader';
import { rebased } from './option-base';
import { optionsOnNewData } from './options-on-new-data';
import type { DraftService } from './port';
import { PRICED_FROM, settlePrice } from './settle-price';
import { planTags } from './tags';

export interface PrepareDeps extends Omit<JudgeDeps, 'findWords' | 'mapOptions'> {
  readonly bench: DraftBench;
  readonly store: DraftStore;
  readonly categoryMemory: CategoryMemory;
  readonly masterData: NaverMasterData;
  readonly readOptions: (item: WholesaleItem) => OptionReading;
  readonly planPictures: (item: WholesaleItem, detailHtml: string) => DraftImages;
}

/**
 * Makes the draft of an item anew from what the supplier says now, with the seller's locked fields put over
 * it, and judges it. A damaged draft is built anew; what the seller had edited is still in its history.
 */
export function createPrepare(deps: PrepareDeps, lists: ListReader): DraftService['prepare'] {
  const { clock, store, masterData, bench } = deps;
  const { known } = bench;

  return async (storeId, item, options) => {
    const before = findReadableDraft(store, storeId, item.itemNo);
    const lookup = await lists.leaves(options);
    const [addresses, returnCouriers, originAreas] = await Promise.all([
      masterData.addresses(options),
      masterData.returnCouriers(options),
      masterData.originAreas(options),
    ]);
    known.addresses = addresses;
    known.returnCouriers = returnCouriers;
    const category = planCategory(item, lookup.index, lookup.byId, deps.categoryMemory);
    const lockedFields = before?.draft.lockedFields ?? [];
    const isCategoryLocked = lockedFields.includes('category');
    const ownCategoryId = isCategoryLocked
      ? before?.draft.content.category?.id
      : category.value?.id;
    const detail = await lists.category(ownCategoryId, options);
    await lists.learnTags(
      lockedFields.includes('tags') ? (before?.draft.content.tags ?? []) : planTags(item.keywords),
      options,
    );
    const settings = deps.settings();
    // Read again: the seller may have edited while the lists were on their way.
    const current = findReadableDraft(store, storeId, item.itemNo);
    const currentVersion = store.version(storeId, item.itemNo);
    const built = buildContent(item, {
      settings,
      category,
      categoryDetail: detail,
      addresses,
      originAreas,
      noticeTypes: deps.noticeTypes,
      options: deps.readOptions(item),
      fixedBaseAdditionKrw: fixedBaseOf(current),
      planPictures: deps.planPictures,
    });
    const slimItem: WholesaleItem = { ...item, descriptionHtml: '', selectOpt: null };
    const content = withLocked(built, item, current, settings);
    const locked = current?.draft.lockedFields ?? [];
    const refusals = current?.refusals ?? [];
    const owner = { storeId, itemNo: item.itemNo };
    const contextFor = (judgedContent: DraftContent): PreflightContext =>
      bench.contextOf(owner, judgedContent, locked, slimItem, refusals);
    const context = contextFor(content);
    const resplit = resplitIfAllowed(deps.rules, context, settings);
    const finalContext = resplit === null ? context : contextFor({ ...content, price: resplit });
    const buildReasons = becameUnreadable(current)
      ? built.reasons.map(damagedSource)
      : built.reasons;
    const judged = judge(deps.rules, finalContext, buildReasons);
    const nowMs = clock.nowMs();
    const draft: Draft = {
      storeId,
      itemNo: item.itemNo,
      ...judged,
      content: finalContext.content,
      lockedFields: locked,
      version: currentVersion + 1,
      createdAtMs: current?.draft.createdAtMs ?? nowMs,
      updatedAtMs: nowMs,
    };
    store.save(
      {
        draft,
        sourceContent: built.content,
        buildReasons,
        explanations: built.explanations,
        item: slimItem,
        refusals,
      },
      currentVersion,
      { kind: 'refresh' },
    );
    return draft;
  };
}

/** The freshly built content with the seller's locked fields put over it. */
function withLocked(
  built: BuiltContent,
  item: WholesaleItem,
  current: StoredDraft | null,
  settings: Settings,
): DraftContent {
  if (current === null || current.draft.lockedFields.length === 0) return built.content;
  const { lockedFields, content } = current.draft;
  const own = Object.fromEntries(lockedFields.map((field) => [field, content[field]]));
  if (lockedFields.includes('options')) {
    const { price } = current.sourceContent;
    const byKrw = (content.price.baseAdditionKrw ?? 0) - (price.baseAdditionKrw ?? 0);
    own.options = optionsOnNewData(
      rebased(current.sourceContent.options, byKrw),
      content.options,
      built.content.options,
    );
  }
  const isPriceMoved = lockedFields.some((field) => PRICED_FROM.includes(field));
  return settlePrice({ ...built.content, ...own }, lockedFields, isPriceMoved, item, settings);
}

/** The seller's options stand on data that was readable so far: damage now concerns them, too. */
function becameUnreadable(current: StoredDraft | null): boolean {
  return (
    current?.draft.lockedFields.includes('options') === true &&
    current.sourceContent.options.confidence > 0
  );
}

function damagedSource(reason: Reason): Reason {
  return reason.code === 'OPTIONS_UNREADABLE' || reason.code === 'OPTIONS_UNKNOWN_TYPE'
    ? { ...reason, field: 'options.source' }
    : reason;
}

/** Prices or options of the seller count from a base already; fresh data has to count from the same. */
function fixedBaseOf(before: StoredDraft | null): number | null {
  const isFixed = before?.draft.lockedFields.some(
    (field) => field === 'price' || field === 'options',
  );
  return isFixed === true ? (before?.draft.content.price.baseAdditionKrw ?? 0) : null;
}

/** The re-split of base price and discount, when the settings allow it unasked and it is needed. */
function resplitIfAllowed(
  rules: readonly PreflightRule[],
  context: PreflightContext,
  settings: Settings,
): DraftContent['price'] | null {
  if (!settings.pricing.allowsDiscountResplit || context.lockedFields.includes('price'))
    return null;
  const repair = findRepairs(rules, context).find(
    (each) => each.code === 'OPTIONS_PRICE_WINDOW' && each.change.options === undefined,
  );
  return repair?.keepsBuyerPrices === true ? (repair.change.price ?? null) : null;
}
