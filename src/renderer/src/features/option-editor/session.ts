import type { Draft, DraftContent } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import { wholeReadingOf } from '@shared/options/correction';
import { applyCommand } from '@shared/options/editor/apply';
import { carryEditsOver } from '@shared/options/editor/carry-over';
import type { OptionCommand } from '@shared/options/editor/commands';
import {
  commandsOf,
  edit,
  type OptionEditing,
  redo,
  startEditing,
  undo,
} from '@shared/options/editor/editor';
import { splitAtSign } from '@shared/options/editor/split-at';
import type { OptionAlternative, OptionDifference, OptionModel } from '@shared/options/model';
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
  /** Edits of an earlier draft that were carried over; they are learnt with the ones made since. */
  readonly carried: readonly OptionCommand[];
}

export type SessionAction =
  | { readonly kind: 'edit'; readonly command: OptionCommand }
  | { readonly kind: 'choose-reading'; readonly reading: number }
  | { readonly kind: 'split-at-sign'; readonly sign: string }
  | {
      readonly kind: 'take-correction';
      readonly model: OptionModel;
      readonly separator: string | null;
    }
  | { readonly kind: 'repair'; readonly repair: OptionRepair }
  | { readonly kind: 'undo' | 'redo' | 'forget-refusal' }
  | { readonly kind: 'select'; readonly places: readonly number[]; readonly isOn: boolean }
  | { readonly kind: 'saved'; readonly draft: Draft; readonly model: OptionModel }
  | { readonly kind: 'restart' | 'carry-over'; readonly draft: Draft };

/** Other readings kept with a draft. */
const ALTERNATIVES_MAX = 20;

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
    differences: options.supplierChanges ?? [],
    carried: [],
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
    case 'split-at-sign':
      return splitAt(session, action.sign);
    case 'take-correction':
      return taken(
        session,
        {
          kind: 'take-model',
          model: modelOf(action.model),
          separator: action.separator,
          from: 'correction',
        },
        session.around,
      );
    case 'repair':
      return taken(
        session,
        {
          kind: 'take-model',
          model: modelOf(action.repair.model),
          separator: separatorOf(session),
          from: 'repair',
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
      from: 'reading',
    },
    { ...session.around, reading: place },
  );
}

/** What the sign that the seller typed would make of the values; null when no value has it. */
export function previewSplit({ readings, draft }: OptionSession, sign: string) {
  const whole = wholeReadingOf(readings);
  if (whole === null) return null;
  const { name, category, options } = draft.content;
  return splitAtSign(whole, sign, {
    title: name,
    category: category?.path ?? '',
    setName: options.sourceName ?? '',
  });
}

/** Values cut at the seller's own sign become one more reading, and the chosen one. */
function splitAt(session: OptionSession, sign: string): OptionSession {
  const split = previewSplit(session, sign);
  if (split === null) {
    return {
      ...session,
      refused: { code: 'OPTIONS_EDIT_NO_SEPARATOR', severity: 'warn', field: 'options' },
    };
  }
  const typed: OptionAlternative = {
    ...split.model,
    separator: sign,
    // The seller said so: nothing is left to be unsure about.
    confidence: 1,
  };
  const readings = [...session.readings, typed];
  const chosen = choose({ ...session, readings }, readings.length - 1);
  const { command, before } = chosen.editing.past.at(-1) ?? {};
  if (command?.kind !== 'take-model' || before === undefined) return chosen;
  const past = [
    ...chosen.editing.past.slice(0, -1),
    { command: { ...command, from: 'typed-sign' as const }, before },
  ];
  return { ...chosen, editing: { ...chosen.editing, past } };
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

/** Every edit since the stored draft, for what there is to learn of them. */
export function commandsToLearn({ editing, carried }: OptionSession): readonly OptionCommand[] {
  const own = commandsOf(editing);
  const [first] = own;
  const isCarried = first?.kind === 'take-model' && first.from === 'supplier';
  return isCarried ? [...carried, ...own] : own;
}

/** What is saved. The price is named only where the seller's repairs moved it. */
export function changeOf(session: OptionSession): Partial<DraftContent> {
  const { draft, editing, around, readings, readingsBaseKrw } = session;
  const chosen = readings[around.reading];
  const { price, options } = draft.content;
  // Whoever saves has seen what the supplier changed.
  const { supplierChanges: _seen, ...stored } = options;
  const changed = {
    ...stored,
    ...editing.present,
    confidence: chosen?.confidence ?? options.confidence,
    separator: chosen === undefined ? options.separator : chosen.separator,
    alternatives: readings
      .filter((_, place) => place !== around.reading)
      .slice(0, ALTERNATIVES_MAX)
      .map((reading) => ({
        ...reading,
        ...shifted(reading, around.baseAdditionKrw - readingsBaseKrw),
      })),
  };
  const before = aroundOf(draft, around.reading);
  const isPriceMoved =
    before.salePriceKrw !== around.salePriceKrw ||
    before.discountKrw !== around.discountKrw ||
    before.baseAdditionKrw !== around.baseAdditionKrw;
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
    {
      kind: 'take-model',
      model: carried.model,
      separator: fresh.readings[0]?.separator ?? null,
      from: 'supplier',
    },
    isPriceMoved ? { ...around, reading: 0 } : fresh.around,
  );
  return {
    ...next,
    differences: carried.differences,
    refused: carried.reasons[0] ?? null,
    carried: commandsOf(session.editing),
  };
}
