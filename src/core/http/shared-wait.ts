import { AppError } from '@shared/errors/app-error';

/**
 * Waits for work that others may be waiting for too, and leaves with NETWORK_ABORTED when `signal`
 * aborts; the work goes on for the others. `host` is whom the work asks, for people.
 */
export async function waitUnlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  host: string,
): Promise<T> {
  if (signal === undefined) return work;
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () =>
      reject(new AppError('NETWORK_ABORTED', { params: { host }, retry: { kind: 'now' } }));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
