import { useEffect, useRef } from 'react';

/** Calls `onHelp` for `?`, except while something is typed. */
export function useHelpKey(onHelp: () => void): void {
  const latest = useRef(onHelp);
  useEffect(() => {
    latest.current = onHelp;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof HTMLElement &&
        (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if (event.key !== '?' || event.defaultPrevented || isTyping) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
