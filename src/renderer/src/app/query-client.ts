import { AppError } from '@shared/errors/app-error';
import { QueryClient } from '@tanstack/react-query';

/** Events say when something is stale; this only bounds how long a missed one can be felt. */
const STALE_AFTER_MS = 60_000;
const RETRIES_MAX = 2;

/** Reads again by itself only when the fault says that this can help. Changes are never repeated. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        retry: (failureCount, fault) =>
          fault instanceof AppError && fault.retry.kind !== 'never' && failureCount < RETRIES_MAX,
        retryDelay: (attempt, fault) =>
          fault instanceof AppError && fault.retry.kind === 'after'
            ? fault.retry.delayMs
            : 300 * 2 ** attempt,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
