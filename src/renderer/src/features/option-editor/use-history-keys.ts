import { useEffect } from 'react';
import { keyNameOf } from '../../ui/key-name';
import type { EditorAction } from './editor-state';

/** Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do again; inside a field that is being typed in they stay the field's own. */
export function useHistoryKeys(dispatch: (action: EditorAction) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = keyNameOf(event);
      if (key !== 'z' && key !== 'y') return;
      const { target } = event;
      const isTypedIn =
        target instanceof HTMLInputElement &&
        (target.dataset.typing !== undefined ||
          (target.type !== 'checkbox' && target.dataset.column === undefined));
      if (isTypedIn) return;
      event.preventDefault();
      dispatch({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [dispatch]);
}
