import type { Draft } from '@shared/domain/draft';
import { carryEditsOver } from '@shared/options/editor/carry-over';
import { commandsOf } from '@shared/options/editor/editor';
import type { OptionModel } from '@shared/options/model';
import { type OptionSession, startSession, taken } from './session';
import { aroundOf, hasSamePrice, type Surroundings } from './surroundings';

/** The history stays, so that a saved edit can still be taken back; a price computed anew is taken over. */
export function afterSave(session: OptionSession, draft: Draft, model: OptionModel): OptionSession {
  const now = aroundOf(draft, session.around.reading);
  const follow = (around: Surroundings): Surroundings =>
    hasSamePrice(around, session.around) ? { ...now, reading: around.reading } : around;
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
export function carriedOver(session: OptionSession, draft: Draft): OptionSession {
  const fresh = startSession(draft);
  const carried = carryEditsOver(
    session.saved.model,
    session.editing.present,
    fresh.editing.present,
  );
  const { around, saved } = session;
  const next = taken(
    fresh,
    {
      kind: 'take-model',
      model: carried.model,
      separator: fresh.readings[0]?.separator ?? null,
      from: 'supplier',
    },
    hasSamePrice(around, saved.around) ? fresh.around : { ...around, reading: 0 },
  );
  return {
    ...next,
    differences: carried.differences,
    refused: carried.reasons[0] ?? null,
    carried: commandsOf(session.editing),
  };
}
