import { useEffect, useRef } from 'react';

/**
 * Runs what a key stands for (its name in lower case), unless the person is typing, uses a menu or presses a button: there the
 * key has its own meaning.
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
        if (event.target.closest('input, textarea, [role="listbox"], [role="menu"]') !== null)
          return;
        const isPressed = event.key === 'Enter' || event.key === ' ';
        if (isPressed && event.target.closest('button, a') !== null) return;
      }
      const name = event.key.toLowerCase();
      const run = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
