import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftContent, DraftField } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import { passes, type Reason } from '@shared/domain/reason';
import type { DraftSummary } from '@shared/ipc/drafts';
import { findRepairs, type GateSource, type Repair } from '../preflight';
import { learnCategory } from './category-memory';
import { type ConfirmableFinding, confirmableFindings } from './confirm';
import type { Explanation } from './decision';
import type { DraftOverview } from './draft-overview';
import { type DraftEdit, findReadableDraft } from './draft-store';
import { judge } from './judge';
import { createListReader } from './list-reader';
import type { DraftFilter, DraftSelection, DraftService } from './port';
import { createPrepare, type PrepareDeps } from './prepare-draft';
import { buildProductBody } from './product-body';
import { productBodySchema } from './product-body-schema';
import { refusalsOf } from './refusals';
import type { SurroundingsSource } from './surroundings';

export interface DraftServiceDeps extends PrepareDeps {
  readonly surroundings: SurroundingsSource;
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
  /** The item is among the store's products already. */
  isRegistered(storeId: StoreId, itemNo: ItemNo): boolean;
  /** Questions of the draft that confirming a field as it is answers. */
  confirmable(storeId: StoreId, itemNo: ItemNo): readonly ConfirmableFinding[];
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
  forgetCategory(supplierCategoryCode: string): void;
}

/** The rule behind one of a draft's findings. */
export interface FindingSource {
  readonly code: string;
  readonly source: GateSource;
  /** The seller may go on in spite of it, on record. */
  readonly isOverridable: boolean;
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
  const lists = createListReader(masterData, known);
  const prepare = createPrepare(deps, lists);

  return {
    prepare,
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
      if (fields.includes('category')) {
        learnCategory(deps.categoryMemory, stored.item, content, clock.nowMs());
      }
      return bench.saveChange(stored, content, locked, { kind: 'seller' });
    },

    productBody: async (draft, pictures, uploaded, options) => {
      const stored = mustFind(draft.storeId, draft.itemNo);
      known.addresses = await masterData.addresses(options);
      await lists.category(draft.content.category?.id, options);
      await lists.learnTags(draft.content.tags, options);
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

    isRegistered: deps.surroundings.isRegistered,

    confirmable: (storeId, itemNo) => {
      const stored = findReadableDraft(store, storeId, itemNo);
      return stored === null ? [] : confirmableFindings(bench, stored);
    },

    noteRefusal: (storeId, itemNo, reasons) => {
      const stored = findReadableDraft(store, storeId, itemNo);
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

    forgetCategory: (code) => deps.categoryMemory.forget(code),
  };
}

/** Refusals of the marketplace that came to a product (core/naver/rejection). */
const REFUSAL_PREFIX = 'NAVER_REJECTED';

const REFUSAL_SOURCE: GateSource = {
  ko: '네이버가 등록을 거절하며 밝힌 이유',
  en: 'The reason Naver gave when it refused the product',
};
