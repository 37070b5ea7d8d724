import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Screens that answer `?` with a list of their own. */
const OWN_HELP: readonly string[] = ['/drafts/review'];

/** Calls `onHelp` for `?`, except while something is typed and where a screen has help of its own. */
export function useHelpKey(onHelp: () => void): void {
  const { pathname } = useLocation();
  const latest = useRef(onHelp);
  useEffect(() => {
    latest.current = onHelp;
  });
  const isOwn = OWN_HELP.includes(pathname);
  useEffect(() => {
    if (isOwn) return;
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
  }, [isOwn]);
}
