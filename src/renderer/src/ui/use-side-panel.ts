import { type RefObject, useEffect, useRef } from 'react';

/** A panel that takes the focus when it opens and gives it back. */
export interface SidePanel {
  /** For the panel itself, which has to take focus (`tabIndex={-1}`). */
  readonly ref: RefObject<HTMLElement | null>;
  readonly close: () => void;
}

/**
 * A panel beside a list for the keyboard: what `subject` names is begun with at once, Escape closes
 * it, and focus goes back to the row that opened it.
 */
export function useSidePanel(subject: string, onClose: () => void): SidePanel {
  const ref = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const close = (): void => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject was opened from another row
  useEffect(() => {
    opener.current = document.activeElement;
    ref.current?.focus({ preventScroll: true });
  }, [subject]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // A field empties itself first, a window above closes first.
      if (event.target instanceof HTMLInputElement) return;
      if (document.querySelector('[role=dialog], [role=listbox]') !== null) return;
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { ref, close };
}
