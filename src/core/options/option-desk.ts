import type { Draft, DraftContent } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import {
  type CorrectionOffer,
  type LearnedCommand,
  learnedFrom,
  offerCorrection,
  patternKeyOf,
  withCorrection,
} from '@shared/options/correction';
import type { OptionCommand } from '@shared/options/editor/commands';
import type { OptionModel, OptionReading } from '@shared/options/model';
import type { MessageCode } from '@shared/texts/catalogue';
import type { StoredDraft } from '../drafts/draft-rows';
import type { DraftStore } from '../drafts/draft-store';
import type { DraftDesk } from '../drafts/service';
import type { UntouchedOptions } from '../drafts/supplier-drafts';
import type { Database } from '../storage/database';
import type { OptionMemory, ReadItem } from './option-memory';

/** A remembered correction as it would change one draft. */
export interface KnownCorrection extends CorrectionOffer {
  /** How often the seller took it for items of this supplier. */
  readonly takenCount: number;
}

/** Another draft of the supplier that the same correction would change. */
export interface SimilarDraft {
  readonly itemNo: ItemNo;
  readonly name: string;
  readonly version: number;
  readonly before: OptionModel;
  readonly after: OptionModel;
}

/** A draft at the version that a batch left it at. */
export interface DraftAtVersion {
  readonly itemNo: ItemNo;
  readonly version: number;
}

/** What became of a batch, draft by draft. */
export interface BatchOutcome {
  readonly done: readonly DraftAtVersion[];
  /** Left as they are: changed meanwhile, or the correction means nothing there any more. */
  readonly skipped: readonly { readonly itemNo: ItemNo; readonly code: MessageCode }[];
}

/** Options of drafts together with what is remembered of the seller's corrections. */
export interface OptionDesk {
  /**
   * Saves the seller's edit and remembers what it teaches, both or neither. `commands` are the edits
   * of the session, from what it began with to what is saved. Throws what `edit` of the drafts throws.
   */
  save(
    storeId: StoreId,
    itemNo: ItemNo,
    change: Partial<DraftContent>,
    commands: readonly OptionCommand[],
    basedOnVersion: number,
  ): Draft;
  /** The remembered correction for a draft whose options nobody has edited; null when there is none. */
  offer(storeId: StoreId, itemNo: ItemNo): KnownCorrection | null;
  /** Other drafts of the same supplier and pattern that the remembered correction would change. */
  similar(storeId: StoreId, itemNo: ItemNo): readonly SimilarDraft[];
  /** Applies the correction remembered for `itemNo` to drafts that the seller selected, all in one transaction. */
  apply(storeId: StoreId, itemNo: ItemNo, targets: readonly DraftAtVersion[]): BatchOutcome;
  /** Gives drafts of a batch their supplier's options back; a draft that changed since is left alone. */
  undo(storeId: StoreId, batch: readonly DraftAtVersion[]): BatchOutcome;
  /** No more offers for items like this one. */
  forget(storeId: StoreId, itemNo: ItemNo): void;
}

export interface OptionDeskDeps {
  readonly database: Database;
  readonly memory: OptionMemory;
  readonly drafts: DraftDesk;
  readonly store: Pick<DraftStore, 'find'>;
  readonly untouchedOf: (storeId: StoreId, supplierId: string) => readonly UntouchedOptions[];
}

/**
 * The desk on the data folder. What names a draft throws DRAFT_NOT_FOUND when there is none; in a
 * batch that skips the draft.
 */
export function createOptionDesk(deps: OptionDeskDeps): OptionDesk {
  const { database, memory, drafts, store } = deps;

  const mustFind = (storeId: StoreId, itemNo: ItemNo): StoredDraft => {
    const stored = store.find(storeId, itemNo);
    if (stored === null) throw new AppError('DRAFT_NOT_FOUND', { params: { itemNo } });
    return stored;
  };

  const offerFor = (stored: StoredDraft): KnownCorrection | null => {
    if (isEdited(stored)) return null;
    const item = untouchedItem(stored);
    const supplierId = stored.item.supplier.id;
    const offer = memory.offer(supplierId, item);
    return offer === null ? null : { ...offer, takenCount: memory.takenCount(supplierId, item) };
  };

  const learn = (
    stored: StoredDraft,
    saved: Partial<DraftContent>,
    commands: readonly OptionCommand[],
  ): void => {
    const supplierId = stored.item.supplier.id;
    const item = sourceItem(stored);
    const remembered = memory.recall(supplierId, item);
    if (saved.options === undefined) return;
    if (isSameShape(saved.options, item.reading)) {
      // Whoever takes the correction back does not want it offered; another edit says nothing of it.
      const wasCorrected = !isSameShape(stored.draft.content.options, item.reading);
      if (wasCorrected) memory.forget(supplierId, item);
      return;
    }
    const learned = learnedFrom(commands, remembered);
    const isContinued =
      !leadsTo(item, learned, saved.options) &&
      leadsTo(item, [...remembered, ...learned], saved.options);
    memory.learn(supplierId, item, isContinued ? [...remembered, ...learned] : learned);
    const isTaken = commands.some(
      (command) => command.kind === 'take-model' && command.from === 'correction',
    );
    if (isTaken) memory.markTaken(supplierId, item);
  };

  /** Does each in one transaction; one that was changed meanwhile is skipped, any other fault ends all. */
  const batch = (
    targets: readonly DraftAtVersion[],
    change: (target: DraftAtVersion) => Draft | MessageCode,
  ): BatchOutcome => {
    const done: DraftAtVersion[] = [];
    const skipped: { itemNo: ItemNo; code: MessageCode }[] = [];
    const run = database.transaction(() => {
      for (const target of targets) {
        const { itemNo } = target;
        const outcome = skippable(() => change(target));
        if (typeof outcome === 'string') skipped.push({ itemNo, code: outcome });
        else done.push({ itemNo, version: outcome.version });
      }
    });
    run.immediate();
    return { done, skipped };
  };

  return {
    save: (storeId, itemNo, change, commands, basedOnVersion) => {
      const run = database.transaction(() => {
        const before = mustFind(storeId, itemNo);
        const draft = drafts.edit(storeId, itemNo, change, basedOnVersion);
        learn(before, change, commands);
        return draft;
      });
      return run.immediate();
    },

    offer: (storeId, itemNo) => {
      const stored = store.find(storeId, itemNo);
      return stored === null ? null : offerFor(stored);
    },

    similar: (storeId, itemNo) => {
      const stored = mustFind(storeId, itemNo);
      const item = sourceItem(stored);
      const learned = memory.recall(stored.item.supplier.id, item);
      if (learned.length === 0) return [];
      const pattern = patternKeyOf(item.reading, item.context.setName);
      return deps
        .untouchedOf(storeId, stored.item.supplier.id)
        .flatMap(({ options, categoryPath, ...other }): readonly SimilarDraft[] => {
          const setName = options.sourceName ?? '';
          if (other.itemNo === itemNo || patternKeyOf(options, setName) !== pattern) return [];
          const context = { category: categoryPath, title: other.name, setName };
          const offer = offerCorrection(options, learned, context);
          if (offer === null) return [];
          const { itemNo: no, name, version } = other;
          return [{ itemNo: no, name, version, before: modelOf(options), after: offer.model }];
        });
    },

    apply: (storeId, itemNo, targets) => {
      const source = mustFind(storeId, itemNo);
      const supplierId = source.item.supplier.id;
      const pattern = patternOf(sourceItem(source));
      return batch(targets, (target) => {
        const stored = mustFind(storeId, target.itemNo);
        const offer = offerFor(stored);
        const isAlike =
          stored.item.supplier.id === supplierId && patternOf(sourceItem(stored)) === pattern;
        if (offer === null || !isAlike) return 'OPTIONS_CORRECTION_GONE';
        const { options } = stored.draft.content;
        const draft = drafts.edit(
          storeId,
          target.itemNo,
          { options: withCorrection(options, offer) },
          target.version,
        );
        memory.markTaken(supplierId, untouchedItem(stored));
        return draft;
      });
    },

    undo: (storeId, applied) =>
      batch(applied, ({ itemNo, version }) => drafts.unlock(storeId, itemNo, ['options'], version)),

    forget: (storeId, itemNo) => {
      const stored = mustFind(storeId, itemNo);
      memory.forget(stored.item.supplier.id, sourceItem(stored));
    },
  };
}

/** A draft that changed or went meanwhile is no reason to leave the others undone. */
function skippable(change: () => Draft | MessageCode): Draft | MessageCode {
  try {
    return change();
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    if (fault.code !== 'DRAFT_CHANGED_MEANWHILE' && fault.code !== 'DRAFT_NOT_FOUND') throw fault;
    return fault.code;
  }
}

function isEdited({ draft }: StoredDraft): boolean {
  return draft.lockedFields.includes('options');
}

function itemOf({ draft, item }: StoredDraft, reading: OptionReading): ReadItem {
  return {
    reading,
    context: {
      category: draft.content.category?.path ?? '',
      title: item.title,
      setName: reading.sourceName ?? '',
    },
  };
}

/** What was read of the supplier's data, whatever the seller made of it. */
function sourceItem(stored: StoredDraft): ReadItem {
  return itemOf(stored, stored.sourceContent.options);
}

/** The draft's own options, which nobody has edited: its additions count from the draft's base. */
function untouchedItem(stored: StoredDraft): ReadItem {
  return itemOf(stored, stored.draft.content.options);
}

function patternOf({ reading, context }: ReadItem): string {
  return patternKeyOf(reading, context.setName);
}

/** True when `learned` makes of the reading what was saved: then it is the whole correction. */
function leadsTo(
  { reading, context }: ReadItem,
  learned: readonly LearnedCommand[],
  saved: OptionModel | undefined,
): boolean {
  const made = offerCorrection(reading, learned, context);
  return made !== null && saved !== undefined && isSameShape(made.model, saved);
}

function isSameShape(left: OptionModel, right: OptionModel): boolean {
  const shapeOf = ({ type, dimensions, combinations, addOns }: OptionModel): string =>
    JSON.stringify([
      type,
      dimensions.map(({ name, values }) => [name, values]),
      combinations.map(({ values }) => values),
      addOns.map(({ name }) => name),
    ]);
  return shapeOf(left) === shapeOf(right);
}

function modelOf({ type, dimensions, combinations, addOns }: OptionModel): OptionModel {
  return { type, dimensions, combinations, addOns };
}
