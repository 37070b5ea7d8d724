import type { Reason } from '../../domain/reason';
import type { OptionModel } from '../model';
import { mapToNaver, type NaverOptions } from '../naver/map';
import type { NaverTerms } from '../naver/terms';
import { applyCommand } from './apply';
import type { OptionCommand } from './commands';

interface Step {
  readonly command: OptionCommand;
  /** The model before the command. */
  readonly before: OptionModel;
}

/**
 * An editing session as plain data: what was there, what is there, and every command between. All
 * functions on it are pure, so that a screen can keep it in any store.
 */
export interface OptionEditing {
  readonly initial: OptionModel;
  readonly present: OptionModel;
  readonly past: readonly Step[];
  /** Undone commands, the next one to redo last. */
  readonly future: readonly OptionCommand[];
}

/** An edit that was taken, or the unchanged session with the reason why not. */
export interface EditResult {
  readonly editing: OptionEditing;
  readonly refused: Reason | null;
}

/** Steps kept for undo; older ones cannot be taken back. */
const PAST_MAX = 1000;

/** An editing session with nothing to undo. */
export function startEditing(model: OptionModel): OptionEditing {
  return { initial: model, present: model, past: [], future: [] };
}

/** Applies a command; a new command ends what could be redone. */
export function edit(editing: OptionEditing, command: OptionCommand): EditResult {
  const outcome = applyCommand(editing.present, command);
  if (outcome.kind === 'refused') return { editing, refused: outcome.reason };
  const past = [...editing.past, { command, before: editing.present }].slice(-PAST_MAX);
  return { editing: { ...editing, present: outcome.model, past, future: [] }, refused: null };
}

/** Takes the last command back; the session itself when there is none. */
export function undo(editing: OptionEditing): OptionEditing {
  const last = editing.past.at(-1);
  if (last === undefined) return editing;
  return {
    ...editing,
    present: last.before,
    past: editing.past.slice(0, -1),
    future: [...editing.future, last.command],
  };
}

/** Applies the command that was taken back last; the session itself when there is none. */
export function redo(editing: OptionEditing): OptionEditing {
  const next = editing.future.at(-1);
  if (next === undefined) return editing;
  const outcome = applyCommand(editing.present, next);
  if (outcome.kind === 'refused') return editing;
  return {
    ...editing,
    present: outcome.model,
    past: [...editing.past, { command: next, before: editing.present }],
    future: editing.future.slice(0, -1),
  };
}

/** All commands that led from the first to the present model, oldest first. */
export function commandsOf(editing: OptionEditing): readonly OptionCommand[] {
  return editing.past.map((step) => step.command);
}

/** What the present model becomes at Naver: every broken rule with the path it is about, and repairs. */
export function previewAtNaver(editing: OptionEditing, terms: NaverTerms): NaverOptions {
  return mapToNaver(editing.present, terms);
}
