import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { useUnsaved } from '../../../state/unsaved';

export interface SaveBeforeLeavingProps {
  readonly isDirty: boolean;
  /** Saves; rejects when it could not, and the page then stays. */
  readonly settle: () => Promise<unknown>;
}

/** Saves what is unsaved before another screen is shown or the desktop window closes, and has a browser ask before the page is closed. */
export function SaveBeforeLeaving({ isDirty, settle }: SaveBeforeLeavingProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useUnsaved('draft', isDirty, settle);
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const { proceed, reset } = blocker;
    // A refused save is shown by the editor; leaving would lose it.
    latest.current().then(
      () => proceed(),
      () => reset(),
    );
  }, [blocker]);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return null;
}
