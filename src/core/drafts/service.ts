import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftContent, DraftField, DraftImages } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import { passes, type Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import type { DraftSummary } from '@shared/ipc/drafts';
import type { OptionReading } from '@shared/options/model';
import type {
  CallOptions,
  NaverCategory,
  NaverCategoryDetail,
  NaverMasterData,
} from '../naver/port';
import {
  findRepairs,
  type GateSource,
  type PreflightContext,
  type PreflightRule,
  type Repair,
} from '../preflight';
import { type BuiltContent, buildContent } from './build-content';
import { planCategory } from './category';
import { type CategoryIndex, createCategoryIndex } from './category-index';
import type { CategoryMemory } from './category-memory';
import type { Explanation } from './decision';
import type { DraftBench } from './draft-bench';
import type { DraftOverview } from './draft-overview';
import type { StoredDraft } from './draft-rows';
import type { DraftEdit, DraftStore } from './draft-store';
import { type JudgeDeps, judge } from './judge';
import { rebased } from './option-base';
import { optionsOnNewData } from './options-on-new-data';
import type { DraftFilter, DraftSelection, DraftService } from './port';
import { buildProductBody } from './product-body';
import { productBodySchema } from './product-body-schema';
import { refusalsOf } from './refusals';
import { PRICED_FROM, settlePrice } from './settle-price';
import type { SurroundingsSource } from './surroundings';
import { planTags } from './tags';

export interface DraftServiceDeps extends Omit<JudgeDeps, 'findWords' | 'mapOptions'> {
  readonly bench: DraftBench;
  readonly surroundings: SurroundingsSource;
  readonly store: DraftStore;
  readonly categoryMemory: CategoryMemory;
  readonly masterData: NaverMasterData;
  readonly readOptions: (item: WholesaleItem) => OptionReading;
  readonly planPictures: (item: WholesaleItem, detailHtml: string) => DraftImages;
}

/** The whole service: what the queue needs, and what an editor needs beside it. */
export interface DraftDesk extends DraftService {
  /** Rows of the list of drafts; fast at any number of drafts. */
  summaries(filter: DraftFilter): {
    readonly drafts: readonly DraftSummary[];
    readonly total: number;
  };
  /** Every item of a selection. */
  itemNos(selection: DraftSelection): readonly ItemNo[];
  /** How many drafts there are, by state and by reason. */
  overview(storeId: StoreId): DraftOverview;
  /** What `edit` would make of the draft, gates included; nothing is saved or learnt. */
  preview(storeId: StoreId, itemNo: ItemNo, change: Partial<DraftContent>): Draft;
  /** What the supplier's data alone would give; shown beside locked fields. Null without a draft. */
  sourceContent(storeId: StoreId, itemNo: ItemNo): DraftContent | null;
  /** Why each field is as it is. */
  explain(storeId: StoreId, itemNo: ItemNo): readonly Explanation[];
  /** Newest first. */
  history(storeId: StoreId, itemNo: ItemNo, limit: number): readonly DraftEdit[];
  /** Where the draft's findings come from, by code. */
  sources(storeId: StoreId, itemNo: ItemNo): readonly FindingSource[];
  /**
   * Keeps what the marketplace refused beside the draft, so that the draft waits until it is changed.
   * Saying the same again changes nothing; without a draft nothing is kept.
   */
  noteRefusal(storeId: StoreId, itemNo: ItemNo, reasons: readonly Reason[]): void;
  /** One-click changes for the draft's reasons; apply one with `edit`. */
  repairs(storeId: StoreId, itemNo: ItemNo): readonly Repair[];
  /** Gives fields back to the supplier's data. */
  unlock(
    storeId: StoreId,
    itemNo: ItemNo,
    fields: readonly DraftField[],
    basedOnVersion: number,
  ): Draft;
  learnCategory(supplierCategoryCode: string, choice: { id: string; path: string }): void;
  forgetCategory(supplierCategoryCode: string): void;
}

/** The rule behind one of a draft's findings. */
export interface FindingSource {
  readonly code: string;
  readonly source: GateSource;
  /** The seller may go on in spite of it, on record. */
  readonly isOverridable: boolean;
}

interface LeafLookup {
  readonly list: readonly NaverCategory[];
  readonly byId: ReadonlyMap<string, NaverCategory>;
  readonly index: CategoryIndex;
}

/**
 * Makes, keeps and judges drafts. `prepare` and `productBody` read Naver's lists; everything else
 * works from what is stored, with rules that need an unknown list staying silent until the next
 * `prepare`. Throws DRAFT_NOT_FOUND, DRAFT_CHANGED_MEANWHILE, DRAFT_UNREADABLE and what the lists
 * throw.
 */
export function createDraftService(deps: DraftServiceDeps): DraftDesk {
  const { clock, store, masterData, bench } = deps;
  const { known, mustFind } = bench;
  let leaves: LeafLookup | null = null;

  const leafLookup = async (options: CallOptions): Promise<LeafLookup> => {
    const list = await masterData.leafCategories(options);
    if (leaves === null || (leaves.list !== list && !isSameList(leaves.list, list))) {
      const byId = new Map(list.map((leaf) => [leaf.id, leaf]));
      leaves = { list, byId, index: createCategoryIndex(list) };
    }
    return leaves;
  };

  const categoryDetail = async (
    id: string | undefined,
    options: CallOptions,
  ): Promise<NaverCategoryDetail | null> => {
    if (id === undefined) return null;
    const detail = await masterData.category(id, options);
    known.categories.set(id, detail);
    return detail;
  };

  /** A damaged draft is built anew; what the seller had edited is still in its history. */
  const findReadable = (storeId: StoreId, itemNo: ItemNo): StoredDraft | null => {
    try {
      return store.find(storeId, itemNo);
    } catch (fault) {
      if (fault instanceof AppError && fault.code === 'DRAFT_UNREADABLE') return null;
      throw fault;
    }
  };

  const learnTags = async (tags: readonly string[], options: CallOptions): Promise<void> => {
    if (tags.length === 0) return;
    for (const [tag, isRestricted] of await masterData.restrictedTags(tags, options)) {
      known.restrictedTags.set(tag, isRestricted);
    }
  };

  return {
    prepare: async (storeId, item, options) => {
      const before = findReadable(storeId, item.itemNo);
      const lookup = await leafLookup(options);
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
      const detail = await categoryDetail(ownCategoryId, options);
      await learnTags(
        lockedFields.includes('tags')
          ? (before?.draft.content.tags ?? [])
          : planTags(item.keywords),
        options,
      );
      const settings = deps.settings();
      // Read again: the seller may have edited while the lists were on their way.
      const current = findReadable(storeId, item.itemNo);
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
    },

    find: (storeId, itemNo) => store.find(storeId, itemNo)?.draft ?? null,
    list: (filter) => store.drafts(filter),
    summaries: (filter) => store.summaries(filter),
    itemNos: (selection) => store.itemNos(selection),
    overview: store.overview,

    preview: (storeId, itemNo, change) => {
      const stored = mustFind(storeId, itemNo);
      const { content, locked } = bench.withChange(stored, change);
      return bench.judged(stored, content, locked);
    },

    edit: (storeId, itemNo, change, basedOnVersion) => {
      const stored = bench.mustFindAt(storeId, itemNo, basedOnVersion);
      const { content, fields, locked } = bench.withChange(stored, change);
      if (
        fields.includes('category') &&
        content.category !== null &&
        stored.item.category !== null
      ) {
        deps.categoryMemory.learn(
          stored.item.category.code,
          { categoryId: content.category.id, categoryPath: content.category.path },
          clock.nowMs(),
        );
      }
      return bench.saveChange(stored, content, locked, { kind: 'seller' });
    },

    productBody: async (draft, pictures, uploaded, options) => {
      const stored = mustFind(draft.storeId, draft.itemNo);
      known.addresses = await masterData.addresses(options);
      await categoryDetail(draft.content.category?.id, options);
      await learnTags(draft.content.tags, options);
      const context = bench.contextOf(
        draft,
        draft.content,
        draft.lockedFields,
        stored.item,
        stored.refusals,
        pictures,
      );
      const { reasons } = judge(deps.rules, context, stored.buildReasons);
      if (!passes(reasons)) return { kind: 'stopped', reasons };
      if (context.noticeType === null || context.stock === null) {
        return { kind: 'stopped', reasons };
      }
      const body = buildProductBody({
        itemNo: draft.itemNo,
        content: draft.content,
        store: context.settings.store,
        noticeType: context.noticeType,
        mapped: context.mapped,
        stock: context.stock,
        pictures,
        uploaded,
        keepsDetailPicturesAtSource: context.settings.images.keepsDetailPicturesAtSource,
      });
      const checked = productBodySchema.safeParse(body);
      if (checked.success) return { kind: 'body', body };
      return {
        kind: 'stopped',
        reasons: checked.error.issues.map((issue) => ({
          code: 'DRAFT_BODY_INVALID',
          severity: 'block',
          field: issue.path.join('.'),
          params: { path: issue.path.join('.'), problem: issue.message },
        })),
      };
    },

    sourceContent: (storeId, itemNo) => store.find(storeId, itemNo)?.sourceContent ?? null,
    explain: (storeId, itemNo) => store.find(storeId, itemNo)?.explanations ?? [],
    history: (storeId, itemNo, limit) => store.edits(storeId, itemNo, limit),

    repairs: (storeId, itemNo) => {
      const stored = store.find(storeId, itemNo);
      if (stored === null) return [];
      const { content, lockedFields } = stored.draft;
      return findRepairs(
        deps.rules,
        bench.contextOf(stored.draft, content, lockedFields, stored.item, stored.refusals),
      );
    },

    sources: (storeId, itemNo) => {
      const codes = new Set(store.find(storeId, itemNo)?.draft.reasons.map(({ code }) => code));
      const own = deps.rules
        .filter(({ code }) => codes.has(code))
        .map(({ code, source, overrideSubject, severity }) => ({
          code,
          source,
          isOverridable: overrideSubject !== undefined && severity !== 'block',
        }));
      const refused = [...codes]
        .filter((code) => code.startsWith(REFUSAL_PREFIX))
        .map((code) => ({ code, source: REFUSAL_SOURCE, isOverridable: true }));
      return [...own, ...refused];
    },

    noteRefusal: (storeId, itemNo, reasons) => {
      const stored = findReadable(storeId, itemNo);
      const refused = reasons.filter(({ code }) => code.startsWith(REFUSAL_PREFIX));
      if (stored === null || refused.length === 0) return;
      const { content, category } = { ...stored.draft, category: stored.draft.content.category };
      const isAboutRight = refused.some(({ code }) => code === 'NAVER_REJECTED_CATEGORY_RIGHT');
      if (isAboutRight && category !== null) {
        deps.surroundings.refuseCategory(storeId, category.id, clock.nowMs());
      }
      const refusals = refusalsOf(refused, content);
      if (isDeepStrictEqual(refusals, stored.refusals)) return;
      const noted = { ...stored, refusals };
      store.saveJudgement({
        ...noted,
        draft: bench.judged(noted, content, stored.draft.lockedFields),
      });
    },

    unlock: (storeId, itemNo, fields, basedOnVersion) => {
      const stored = bench.mustFindAt(storeId, itemNo, basedOnVersion);
      const { content, locked } = bench.withGivenBack(stored, fields);
      return bench.saveChange(stored, content, locked, { kind: 'unlock' });
    },

    learnCategory: (code, choice) => {
      deps.categoryMemory.learn(
        code,
        { categoryId: choice.id, categoryPath: choice.path },
        clock.nowMs(),
      );
    },
    forgetCategory: (code) => deps.categoryMemory.forget(code),
  };
}

/** Refusals of the marketplace that came to a product (core/naver/rejection). */
const REFUSAL_PREFIX = 'NAVER_REJECTED';

const REFUSAL_SOURCE: GateSource = {
  ko: '네이버가 등록을 거절하며 밝힌 이유',
  en: 'The reason Naver gave when it refused the product',
};

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

function isSameList(a: readonly NaverCategory[], b: readonly NaverCategory[]): boolean {
  return (
    a.length === b.length &&
    a.every((leaf, at) => leaf.id === b[at]?.id && leaf.path === b[at]?.path)
  );
}
