import type { Draft, DraftContent, DraftField, DraftImages } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import type { WholesaleItem } from '@shared/domain/item';
import { AppError } from '@shared/errors/app-error';
import { createWordFinder, type WordFinder } from '@shared/words/find-words';
import type { PictureOutcome } from '../images/port';
import type { NaverAddress, NaverCategoryDetail, NaverReturnCourier } from '../naver/port';
import type { PreflightContext } from '../preflight';
import { planDetail } from './detail-html';
import type { StoredDraft } from './draft-rows';
import type { DraftStore, SaveNote } from './draft-store';
import { type JudgeDeps, judge, preflightContext } from './judge';
import { rebased } from './option-base';
import type { StoredRefusal } from './refusals';
import { PRICED_FROM, settlePrice, withBase } from './settle-price';
import type { SurroundingsSource } from './surroundings';

/** Naver's lists as far as they have been read; the gates that need more stay silent. */
export interface KnownMarket {
  addresses: readonly NaverAddress[] | null;
  returnCouriers: readonly NaverReturnCourier[] | null;
  readonly categories: Map<string, NaverCategoryDetail>;
  readonly restrictedTags: Map<string, boolean>;
}

export interface DraftBenchDeps extends Omit<JudgeDeps, 'findWords'> {
  readonly store: DraftStore;
  readonly surroundings: SurroundingsSource;
  readonly planPictures: (item: WholesaleItem, detailHtml: string) => DraftImages;
}

/** A change of a draft, worked out and not saved. */
export interface WorkedChange {
  readonly content: DraftContent;
  /** The fields that were named. */
  readonly fields: readonly DraftField[];
  readonly locked: readonly DraftField[];
}

/** Where drafts are changed and judged; shared by single edits, bulk changes and undo. */
export interface DraftBench {
  readonly known: KnownMarket;
  /** What the gates look at. `pictures` is null before preparation. */
  contextOf(
    owner: { readonly storeId: StoreId; readonly itemNo: ItemNo },
    content: DraftContent,
    lockedFields: readonly DraftField[],
    item: WholesaleItem,
    refusals: readonly StoredRefusal[],
    pictures?: readonly PictureOutcome[] | null,
  ): PreflightContext;
  /** Throws DRAFT_NOT_FOUND, DRAFT_UNREADABLE. */
  mustFind(storeId: StoreId, itemNo: ItemNo): StoredDraft;
  /** Throws DRAFT_CHANGED_MEANWHILE too. */
  mustFindAt(storeId: StoreId, itemNo: ItemNo, basedOnVersion: number): StoredDraft;
  /** The content with the seller's change: made safe, priced anew, its fields locked. */
  withChange(stored: StoredDraft, change: Partial<DraftContent>): WorkedChange;
  /** The content with fields given back to the supplier's data. */
  withGivenBack(stored: StoredDraft, fields: readonly DraftField[]): Omit<WorkedChange, 'fields'>;
  /** The draft as it would be judged now; saves nothing. */
  judged(stored: StoredDraft, content: DraftContent, lockedFields: readonly DraftField[]): Draft;
  /** Judges and saves as the next version. */
  saveChange(
    stored: StoredDraft,
    content: DraftContent,
    lockedFields: readonly DraftField[],
    note: SaveNote,
  ): Draft;
}

/**
 * Knows Naver's lists only as far as `prepare` has read them since the start; until then their
 * gates are silent.
 */
export function createDraftBench(deps: DraftBenchDeps): DraftBench {
  const { clock, store } = deps;
  const known: KnownMarket = {
    addresses: null,
    returnCouriers: null,
    categories: new Map(),
    restrictedTags: new Map(),
  };
  let words: { readonly madeFor: unknown; readonly find: WordFinder } | null = null;
  const findWords = (): WordFinder => {
    const { screening } = deps.settings();
    if (words?.madeFor !== screening) {
      words = { madeFor: screening, find: createWordFinder(screening) };
    }
    return words.find;
  };

  const contextOf: DraftBench['contextOf'] = (
    { storeId, itemNo },
    content,
    lockedFields,
    item,
    refusals,
    pictures = null,
  ) =>
    preflightContext(
      { ...deps, findWords },
      known,
      content,
      lockedFields,
      item,
      {
        ...deps.surroundings.of(storeId, itemNo, content, refusals),
        restrictedTags: known.restrictedTags,
      },
      pictures,
    );

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

  const judged: DraftBench['judged'] = (stored, content, lockedFields) => ({
    ...stored.draft,
    ...judge(
      deps.rules,
      contextOf(stored.draft, content, lockedFields, stored.item, stored.refusals),
      stored.buildReasons,
    ),
    content,
    lockedFields,
  });

  const mustFind: DraftBench['mustFind'] = (storeId, itemNo) => {
    const stored = store.find(storeId, itemNo);
    if (stored === null) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo } });
    return stored;
  };

  return {
    known,
    contextOf,
    mustFind,
    judged,
    mustFindAt: (storeId, itemNo, basedOnVersion) => {
      const stored = mustFind(storeId, itemNo);
      if (stored.draft.version === basedOnVersion) return stored;
      throw new AppError('DRAFT_CHANGED_MEANWHILE', {
        params: { itemNo, version: stored.draft.version, basedOnVersion },
      });
    },
    withChange: (stored, change) => {
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
    },
    withGivenBack: (stored, fields) => {
      const { draft, sourceContent } = stored;
      const locked = draft.lockedFields.filter((field) => !fields.includes(field));
      const given = Object.fromEntries(
        fields.map((field) => [field, sourceContent[field] ?? null]),
      );
      const { price } = draft.content;
      const baseKrw = price.baseAdditionKrw ?? 0;
      const sourceBaseKrw = sourceContent.price.baseAdditionKrw ?? 0;
      const content = settlePrice(
        {
          ...draft.content,
          ...given,
          // Price and options count from one base; what is given back is moved to it.
          price,
          options: fields.includes('options')
            ? rebased(sourceContent.options, baseKrw - sourceBaseKrw)
            : draft.content.options,
        },
        locked,
        fields.some((field) => field === 'price' || PRICED_FROM.includes(field)),
        stored.item,
        deps.settings(),
      );
      return { content, locked };
    },
    saveChange: (stored, content, lockedFields, note) => {
      const { version } = stored.draft;
      const changed: Draft = {
        ...judged(stored, content, lockedFields),
        version: version + 1,
        updatedAtMs: clock.nowMs(),
      };
      store.save({ ...stored, draft: changed }, version, note);
      return changed;
    },
  };
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
