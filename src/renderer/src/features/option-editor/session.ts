import type { Draft } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import type { OptionCommand } from '@shared/options/editor/commands';
import { edit, type OptionEditing, redo, startEditing, undo } from '@shared/options/editor/editor';
import type { OptionAlternative, OptionDifference, OptionModel } from '@shared/options/model';
import { aroundOf, type Surroundings } from './surroundings';

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

/** A session at the draft as it is stored. */
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

/** True while a save would change something. */
export function isDirty({ editing, around, saved }: OptionSession): boolean {
  return editing.present !== saved.model || around !== saved.around;
}

/** The model alone, of anything that carries more. */
export function modelOf({ type, dimensions, combinations, addOns }: OptionModel): OptionModel {
  return { type, dimensions, combinations, addOns };
}

/** The session after an edit; one that means nothing leaves everything and says why in `refused`. */
export function taken(
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

/** The session before its last edit. */
export function undone(session: OptionSession): OptionSession {
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

/** The session after the edit that was taken back last. */
export function redone(session: OptionSession): OptionSession {
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
