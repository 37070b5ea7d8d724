import type { Draft, DraftContent, DraftField, DraftImages } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import { passes, type Reason } from '@shared/domain/reason';
import type { Settings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import type { OptionReading } from '@shared/options/model';
import type { PictureOutcome } from '../images/port';
import type {
  CallOptions,
  NaverAddress,
  NaverCategory,
  NaverCategoryDetail,
  NaverMasterData,
  NaverReturnCourier,
} from '../naver/port';
import { findRepairs, type PreflightContext, type PreflightRule, type Repair } from '../preflight';
import { type BuiltContent, buildContent } from './build-content';
import { planCategory } from './category';
import { type CategoryIndex, createCategoryIndex } from './category-index';
import type { CategoryMemory } from './category-memory';
import type { Explanation } from './decision';
import { planDetail } from './detail-html';
import type { DraftOverview } from './draft-overview';
import type { DraftEdit, DraftStore, StoredDraft } from './draft-store';
import { type JudgeDeps, judge, preflightContext } from './judge';
import { rebased } from './option-base';
import { optionsOnNewData } from './options-on-new-data';
import type { DraftService } from './port';
import { buildProductBody } from './product-body';
import { productBodySchema } from './product-body-schema';
import { PRICED_FROM, settlePrice, withBase } from './settle-price';

export interface DraftServiceDeps extends JudgeDeps {
  readonly store: DraftStore;
  readonly categoryMemory: CategoryMemory;
  readonly masterData: NaverMasterData;
  readonly readOptions: (item: WholesaleItem) => OptionReading;
  readonly planPictures: (item: WholesaleItem, detailHtml: string) => DraftImages;
}

/** The whole service: what the queue needs, and what an editor needs beside it. */
export interface DraftDesk extends DraftService {
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
  const { clock, store, masterData } = deps;
  const known = {
    addresses: null as readonly NaverAddress[] | null,
    returnCouriers: null as readonly NaverReturnCourier[] | null,
    categories: new Map<string, NaverCategoryDetail>(),
  };
  const contextOf = (
    content: DraftContent,
    lockedFields: readonly DraftField[],
    item: WholesaleItem,
    pictures: readonly PictureOutcome[] | null = null,
  ): PreflightContext => preflightContext(deps, known, content, lockedFields, item, pictures);
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

  const mustFind = (storeId: StoreId, itemNo: ItemNo): StoredDraft => {
    const stored = store.find(storeId, itemNo);
    if (stored === null) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo } });
    return stored;
  };

  /** The seller's description is made safe too, and its pictures become the draft's. */
  const withSellerDetail = (
    content: DraftContent,
    fields: readonly DraftField[],
    item: WholesaleItem,
  ): DraftContent => {
    if (!fields.includes('detailHtml')) return content;
    const detailHtml = planDetail(content.detailHtml, true, true).value;
    if (fields.includes('images')) return { ...content, detailHtml };
    const { detail: found } = deps.planPictures(item, detailHtml);
    const detail = found.filter((url) => !isLeftOutOfDetail(content.images, url));
    return { ...content, detailHtml, images: { ...content.images, detail } };
  };

  const judgedDraft = (
    stored: StoredDraft,
    content: DraftContent,
    lockedFields: readonly DraftField[],
  ): Draft => ({
    ...stored.draft,
    ...judge(deps.rules, contextOf(content, lockedFields, stored.item), stored.buildReasons),
    content,
    lockedFields,
  });

  const saveChange = (
    stored: StoredDraft,
    content: DraftContent,
    lockedFields: readonly DraftField[],
    kind: DraftEdit['kind'],
  ): Draft => {
    const { version } = stored.draft;
    const changed: Draft = {
      ...judgedDraft(stored, content, lockedFields),
      version: version + 1,
      updatedAtMs: clock.nowMs(),
    };
    store.save({ ...stored, draft: changed }, version, kind);
    return changed;
  };

  /** The draft's content with the seller's change: made safe, priced anew, its fields locked. */
  const withChange = (
    stored: StoredDraft,
    change: Partial<DraftContent>,
  ): {
    readonly content: DraftContent;
    readonly fields: readonly DraftField[];
    readonly locked: readonly DraftField[];
  } => {
    const fields = (Object.keys(change) as DraftField[]).filter(
      (field) => change[field] !== undefined,
    );
    const locked = [...new Set([...stored.draft.lockedFields, ...fields])];
    const base = change.options === undefined ? stored.draft.content.price : change.price;
    const merged = { ...stored.draft.content, ...change };
    const price = withBase(merged.price, (base ?? merged.price).baseAdditionKrw ?? 0);
    const content = settlePrice(
      withSellerDetail({ ...merged, price }, fields, stored.item),
      locked,
      fields.some((field) => PRICED_FROM.includes(field)),
      stored.item,
      deps.settings(),
    );
    return { content, fields, locked };
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
      const context = contextOf(content, locked, slimItem, null);
      const resplit = resplitIfAllowed(deps.rules, context, settings);
      const finalContext =
        resplit === null
          ? context
          : contextOf({ ...content, price: resplit }, locked, slimItem, null);
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
        },
        currentVersion,
        'refresh',
      );
      return draft;
    },

    find: (storeId, itemNo) => store.find(storeId, itemNo)?.draft ?? null,
    list: (filter) => store.list(filter),
    overview: store.overview,

    preview: (storeId, itemNo, change) => {
      const stored = mustFind(storeId, itemNo);
      const { content, locked } = withChange(stored, change);
      return judgedDraft(stored, content, locked);
    },

    edit: (storeId, itemNo, change, basedOnVersion) => {
      const stored = mustFind(storeId, itemNo);
      if (stored.draft.version !== basedOnVersion) {
        throw new AppError('DRAFT_CHANGED_MEANWHILE', {
          params: { itemNo, version: stored.draft.version, basedOnVersion },
        });
      }
      const { content, fields, locked } = withChange(stored, change);
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
      return saveChange(stored, content, locked, 'seller');
    },

    productBody: async (draft, pictures, uploaded, options) => {
      const stored = mustFind(draft.storeId, draft.itemNo);
      known.addresses = await masterData.addresses(options);
      await categoryDetail(draft.content.category?.id, options);
      const context = contextOf(draft.content, draft.lockedFields, stored.item, pictures);
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
      return findRepairs(deps.rules, contextOf(content, lockedFields, stored.item));
    },

    unlock: (storeId, itemNo, fields, basedOnVersion) => {
      const stored = mustFind(storeId, itemNo);
      if (stored.draft.version !== basedOnVersion) {
        throw new AppError('DRAFT_CHANGED_MEANWHILE', {
          params: { itemNo, version: stored.draft.version, basedOnVersion },
        });
      }
      const locked = stored.draft.lockedFields.filter((field) => !fields.includes(field));
      const given = Object.fromEntries(fields.map((field) => [field, stored.sourceContent[field]]));
      const { price } = stored.draft.content;
      const baseKrw = price.baseAdditionKrw ?? 0;
      const sourceBaseKrw = stored.sourceContent.price.baseAdditionKrw ?? 0;
      const content = settlePrice(
        {
          ...stored.draft.content,
          ...given,
          // Price and options count from one base; what is given back is moved to it.
          price,
          options: fields.includes('options')
            ? rebased(stored.sourceContent.options, baseKrw - sourceBaseKrw)
            : stored.draft.content.options,
        },
        locked,
        fields.some((field) => field === 'price' || PRICED_FROM.includes(field)),
        stored.item,
        deps.settings(),
      );
      return saveChange(stored, content, locked, 'unlock');
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

/** The seller took the picture out of the description; another text does not bring it back. */
function isLeftOutOfDetail(images: DraftImages, url: string): boolean {
  return images.excluded.some(
    (picture) =>
      picture.url === url &&
      picture.reason.code === 'PICTURE_LEFT_OUT' &&
      picture.reason.params?.place === 'detail',
  );
}
