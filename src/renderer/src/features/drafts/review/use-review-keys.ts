import { useEffect, useRef } from 'react';
import { keyNameOf } from '../../../ui/key-name';

/** Where keys have a meaning of their own; what lies behind a dialog must not be changed from within it. */
const OWN_KEYS = 'input, textarea, [role="listbox"], [role="menu"], [role="dialog"]';

/**
 * Runs what a key stands for (its name in lower case), unless the person is typing, is in a menu or a dialog, or presses a
 * button: there the key has its own meaning.
 */
export function useReviewKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof HTMLElement) {
        if (event.target.closest(OWN_KEYS) !== null) return;
        const isPressed = event.key === 'Enter' || event.key === ' ';
        if (isPressed && event.target.closest('button, a') !== null) return;
      }
      const name = keyNameOf(event);
      const run = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
