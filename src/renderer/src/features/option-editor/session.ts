import type { Draft, DraftContent } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import { applyCommand } from '@shared/options/editor/apply';
import { carryEditsOver, type OptionDifference } from '@shared/options/editor/carry-over';
import type { OptionCommand } from '@shared/options/editor/commands';
import { edit, type OptionEditing, redo, startEditing, undo } from '@shared/options/editor/editor';
import type { OptionAlternative, OptionModel } from '@shared/options/model';
import type { OptionRepair } from '@shared/options/naver/repairs';

/** What changes together with the options and is taken back with them. Won; absolute, not steps. */
export interface Surroundings {
  readonly salePriceKrw: number;
  readonly discountKrw: number;
  /** Supplier's addition that the cost holds already; the model's additions count from it. */
  readonly baseAdditionKrw: number;
  /** Place of the reading that the options come from. */
  readonly reading: number;
}

/** One seller at one draft's options, as plain data; every function on it is pure. */
export interface OptionSession {
  /** The stored draft that the next save is based on. */
  readonly draft: Draft;
  /** The mapper's readings, the draft's own first; additions count from `readingsBaseKrw`. */
  readonly readings: readonly OptionAlternative[];
  readonly readingsBaseKrw: number;
  readonly editing: OptionEditing;
  readonly around: Surroundings;
  /** Parallel to the editing's past and future. */
  readonly aroundPast: readonly Surroundings[];
  readonly aroundFuture: readonly Surroundings[];
  readonly refused: Reason | null;
  /** Places of combinations. */
  readonly selected: ReadonlySet<number>;
  readonly saved: { readonly model: OptionModel; readonly around: Surroundings };
  /** What the supplier changed below the seller's edits, after they were carried over. */
  readonly differences: readonly OptionDifference[];
}

export type SessionAction =
  | { readonly kind: 'edit'; readonly command: OptionCommand }
  | { readonly kind: 'choose-reading'; readonly reading: number }
  | { readonly kind: 'repair'; readonly repair: OptionRepair }
  | { readonly kind: 'undo' | 'redo' | 'forget-refusal' }
  | { readonly kind: 'select'; readonly places: readonly number[]; readonly isOn: boolean }
  | { readonly kind: 'saved'; readonly draft: Draft; readonly model: OptionModel }
  | { readonly kind: 'restart' | 'carry-over'; readonly draft: Draft };

function modelOf({ type, dimensions, combinations, addOns }: OptionModel): OptionModel {
  return { type, dimensions, combinations, addOns };
}

function aroundOf(draft: Draft, reading: number): Surroundings {
  const { salePriceKrw, immediateDiscountKrw, baseAdditionKrw } = draft.content.price;
  return {
    salePriceKrw,
    discountKrw: immediateDiscountKrw,
    baseAdditionKrw: baseAdditionKrw ?? 0,
    reading,
  };
}

export function startSession(draft: Draft): OptionSession {
  const { options } = draft.content;
  const model = modelOf(options);
  const around = aroundOf(draft, 0);
  return {
    draft,
    readings: [
      { ...model, confidence: options.confidence, separator: options.separator },
      ...options.alternatives,
    ],
    readingsBaseKrw: around.baseAdditionKrw,
    editing: startEditing(model),
    around,
    aroundPast: [],
    aroundFuture: [],
    refused: null,
    selected: new Set(),
    saved: { model, around },
    differences: [],
  };
}

/** The session and what is typed but not yet taken: that is shown, and is in no history. */
export interface EditorState {
  readonly session: OptionSession;
  readonly typing: OptionCommand | null;
}

export type EditorAction =
  | SessionAction
  | { readonly kind: 'type'; readonly command: OptionCommand | null };

export function startEditor(draft: Draft): EditorState {
  return { session: startSession(draft), typing: null };
}

export function nextState(state: EditorState, action: EditorAction): EditorState {
  const { session, typing } = state;
  switch (action.kind) {
    case 'type':
      return {
        session: session.refused === null ? session : { ...session, refused: null },
        typing: action.command,
      };
    case 'select':
    case 'saved':
    case 'forget-refusal':
      return { session: nextSession(session, action), typing };
    default:
      return { session: nextSession(session, action), typing: null };
  }
}

/** The options as they are shown: with what is being typed, where that is allowed. */
export function shownModel(editing: OptionEditing, typing: OptionCommand | null): OptionModel {
  if (typing === null) return editing.present;
  const outcome = applyCommand(editing.present, typing);
  return outcome.kind === 'applied' ? outcome.model : editing.present;
}

export function isDirty({ editing, around, saved }: OptionSession): boolean {
  return editing.present !== saved.model || around !== saved.around;
}

/** The next session; an edit that means nothing leaves everything and says why in `refused`. */
export function nextSession(session: OptionSession, action: SessionAction): OptionSession {
  switch (action.kind) {
    case 'edit':
      return taken(session, action.command, session.around);
    case 'choose-reading':
      return choose(session, action.reading);
    case 'repair':
      return taken(
        session,
        {
          kind: 'take-model',
          model: modelOf(action.repair.model),
          separator: separatorOf(session),
        },
        {
          ...session.around,
          salePriceKrw: action.repair.salePriceKrw,
          discountKrw: action.repair.discountKrw,
          baseAdditionKrw: session.around.baseAdditionKrw + action.repair.shiftKrw,
        },
      );
    case 'undo':
      return undone(session);
    case 'redo':
      return redone(session);
    case 'forget-refusal':
      return { ...session, refused: null };
    case 'select': {
      const selected = new Set(session.selected);
      for (const place of action.places) {
        if (action.isOn) selected.add(place);
        else selected.delete(place);
      }
      return { ...session, selected };
    }
    case 'saved':
      return afterSave(session, action.draft, action.model);
    case 'restart':
      return startSession(action.draft);
    case 'carry-over':
      return carriedOver(session, action.draft);
  }
}

function separatorOf({ readings, around }: OptionSession): string | null {
  return readings[around.reading]?.separator ?? null;
}

function taken(
  session: OptionSession,
  command: OptionCommand,
  around: Surroundings,
): OptionSession {
  const { editing, refused } = edit(session.editing, command);
  if (refused !== null) return { ...session, refused };
  return {
    ...session,
    editing,
    around,
    aroundPast: [...session.aroundPast, session.around].slice(-editing.past.length),
    aroundFuture: [],
    refused: null,
    selected: kept(session, editing),
  };
}

/** Rows keep their places while none comes or goes; then the selection still means the same rows. */
function kept(session: OptionSession, editing: OptionEditing): ReadonlySet<number> {
  const before = session.editing.present.combinations;
  const after = editing.present.combinations;
  const isSame =
    before.length === after.length &&
    before.every((entry, place) => entry.sourceKey === after[place]?.sourceKey);
  return isSame ? session.selected : new Set();
}

function choose(session: OptionSession, place: number): OptionSession {
  const reading = session.readings[place];
  if (reading === undefined) return session;
  return taken(
    session,
    {
      kind: 'take-model',
      separator: reading.separator,
      model: shifted(reading, session.around.baseAdditionKrw - session.readingsBaseKrw),
    },
    { ...session.around, reading: place },
  );
}

/** The model with its additions counted from a base that lies `byKrw` higher. */
function shifted(model: OptionModel, byKrw: number): OptionModel {
  const move = <Row extends { readonly priceKrw: number }>(row: Row): Row => ({
    ...row,
    priceKrw: row.priceKrw - byKrw,
  });
  const own = modelOf(model);
  if (byKrw === 0) return own;
  return { ...own, combinations: own.combinations.map(move), addOns: own.addOns.map(move) };
}

function undone(session: OptionSession): OptionSession {
  const before = session.aroundPast.at(-1);
  if (before === undefined) return session;
  const editing = undo(session.editing);
  return {
    ...session,
    editing,
    around: before,
    aroundPast: session.aroundPast.slice(0, -1),
    aroundFuture: [...session.aroundFuture, session.around],
    refused: null,
    selected: kept(session, editing),
  };
}

function redone(session: OptionSession): OptionSession {
  const next = session.aroundFuture.at(-1);
  if (next === undefined) return session;
  const editing = redo(session.editing);
  return {
    ...session,
    editing,
    around: next,
    aroundPast: [...session.aroundPast, session.around],
    aroundFuture: session.aroundFuture.slice(0, -1),
    refused: null,
    selected: kept(session, editing),
  };
}

/** What `drafts.edit` is asked for. The price is named only where the seller's repairs moved it. */
export function changeOf(session: OptionSession): Partial<DraftContent> {
  const { draft, editing, around, readings, readingsBaseKrw } = session;
  const chosen = readings[around.reading];
  const { price, options } = draft.content;
  const changed = {
    ...options,
    ...editing.present,
    confidence: chosen?.confidence ?? options.confidence,
    separator: chosen === undefined ? options.separator : chosen.separator,
    alternatives: readings
      .filter((_, place) => place !== around.reading)
      .map((reading) => ({
        ...reading,
        ...shifted(reading, around.baseAdditionKrw - readingsBaseKrw),
      })),
  };
  const stored = aroundOf(draft, around.reading);
  const isPriceMoved =
    stored.salePriceKrw !== around.salePriceKrw ||
    stored.discountKrw !== around.discountKrw ||
    stored.baseAdditionKrw !== around.baseAdditionKrw;
  if (!isPriceMoved) return { options: changed };
  return {
    options: changed,
    price: {
      ...price,
      salePriceKrw: around.salePriceKrw,
      immediateDiscountKrw: around.discountKrw,
      baseAdditionKrw: around.baseAdditionKrw,
    },
  };
}

/** The history stays, so that a saved edit can still be taken back; a price computed anew is taken over. */
function afterSave(session: OptionSession, draft: Draft, model: OptionModel): OptionSession {
  const now = aroundOf(draft, session.around.reading);
  const follow = (around: Surroundings): Surroundings =>
    around.salePriceKrw === session.around.salePriceKrw &&
    around.discountKrw === session.around.discountKrw &&
    around.baseAdditionKrw === session.around.baseAdditionKrw
      ? { ...now, reading: around.reading }
      : around;
  const around = follow(session.around);
  return {
    ...session,
    draft,
    around,
    aroundPast: session.aroundPast.map(follow),
    aroundFuture: session.aroundFuture.map(follow),
    saved: { model, around },
    differences: [],
  };
}

/** The seller's edits on the newer draft; its own state is one undo away. */
function carriedOver(session: OptionSession, draft: Draft): OptionSession {
  const fresh = startSession(draft);
  const carried = carryEditsOver(
    session.saved.model,
    session.editing.present,
    fresh.editing.present,
  );
  const { around, saved } = session;
  const isPriceMoved =
    around.salePriceKrw !== saved.around.salePriceKrw ||
    around.discountKrw !== saved.around.discountKrw ||
    around.baseAdditionKrw !== saved.around.baseAdditionKrw;
  const next = taken(
    fresh,
    { kind: 'take-model', model: carried.model, separator: fresh.readings[0]?.separator ?? null },
    isPriceMoved ? { ...around, reading: 0 } : fresh.around,
  );
  return { ...next, differences: carried.differences, refused: carried.reasons[0] ?? null };
}
