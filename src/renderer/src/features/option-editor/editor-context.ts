import { createContext, useContext } from 'react';
import type { EditorAction } from './editor-state';
import type { OptionRow, OptionView } from './option-view';
import type { OptionSession } from './session';

/** Never changes while the editor is open, so that cells need not be drawn again. */
export const DispatchContext = createContext<((action: EditorAction) => void) | null>(null);

/** Throws outside of an editor, which is a slip of ours. */
export function useDispatch(): (action: EditorAction) => void {
  const dispatch = useContext(DispatchContext);
  if (dispatch === null) throw new TypeError('no DispatchContext around this component');
  return dispatch;
}

/** The session without what is being typed: what depends on it rests while somebody types. */
export const SessionContext = createContext<OptionSession | null>(null);

/** Throws outside of an editor, which is a slip of ours. */
export function useSession(): OptionSession {
  const session = useContext(SessionContext);
  if (session === null) throw new TypeError('no SessionContext around this component');
  return session;
}

/** The options as they are shown now, checked. */
export interface ShownOptions {
  readonly view: OptionView;
  /** Rows that the filter lets through. */
  readonly shownRows: readonly OptionRow[];
}

/** Null outside of an editor. */
export const ShownContext = createContext<ShownOptions | null>(null);

/** The options as they are shown; a component that uses it is drawn again with every keystroke. */
export function useShown(): ShownOptions {
  const shown = useContext(ShownContext);
  if (shown === null) throw new TypeError('no ShownContext around this component');
  return shown;
}
