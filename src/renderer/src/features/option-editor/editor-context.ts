import { createContext, useContext } from 'react';
import type { OptionRow, OptionView } from './option-view';
import type { OptionSession, SessionAction } from './session';

/** Never changes while the editor is open, so that cells need not be drawn again. */
export const DispatchContext = createContext<((action: SessionAction) => void) | null>(null);

export interface Editor {
  readonly session: OptionSession;
  readonly view: OptionView;
  /** Rows that the filter lets through. */
  readonly shownRows: readonly OptionRow[];
}

export const EditorContext = createContext<Editor | null>(null);

export function useDispatch(): (action: SessionAction) => void {
  const dispatch = useContext(DispatchContext);
  if (dispatch === null) throw new TypeError('no DispatchContext around this component');
  return dispatch;
}

/** The editor's present state; a component that uses it is drawn again with every keystroke. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new TypeError('no EditorContext around this component');
  return editor;
}
