import { useEffect, useRef } from 'react';
import { keyNameOf } from './key-name';

/** Calls `save` for Ctrl+S (⌘S); the browser's own saving of the page never opens here. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || keyNameOf(event) !== 's') return;
      event.preventDefault();
      // A field that takes what was typed with this key has been drawn by then.
      queueMicrotask(() => latest.current());
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
