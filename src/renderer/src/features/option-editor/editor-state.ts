import type { Draft } from '@shared/domain/draft';
import { applyCommand } from '@shared/options/editor/apply';
import type { OptionCommand } from '@shared/options/editor/commands';
import type { OptionEditing } from '@shared/options/editor/editor';
import type { OptionModel } from '@shared/options/model';
import { type OptionSession, startSession } from './session';
import { nextSession, type SessionAction } from './session-actions';

/** The session and what is typed but not yet taken: that is shown, and is in no history. */
export interface EditorState {
  readonly session: OptionSession;
  readonly typing: OptionCommand | null;
}

/**
 * What an editor's parts ask for; `type` is a command that is still being typed, null when it was
 * left.
 */
export type EditorAction =
  | SessionAction
  | { readonly kind: 'type'; readonly command: OptionCommand | null };

/** The editor as it opens on a draft. */
export function startEditor(draft: Draft): EditorState {
  return { session: startSession(draft), typing: null };
}

/** The next state; what was typed is gone once something else is done to the options. */
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
