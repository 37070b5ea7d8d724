/** A page that never rests still gets what was put off, after so long. */
const IDLE_LATEST_MS = 3000;
/** For browsers that do not tell when they rest. */
const GUESSED_REST_MS = 300;

/** Resolves when the browser has nothing else to do: for what may come after everything that can be used. */
export function whenIdle(page: Pick<Window, 'setTimeout' | 'requestIdleCallback'>): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in page) {
      page.requestIdleCallback(() => resolve(), { timeout: IDLE_LATEST_MS });
    } else (page as Window).setTimeout(resolve, GUESSED_REST_MS);
  });
}
