import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IpcClient } from './client';
import { alwaysOpen } from './connection';
import { keepFresh } from './event-invalidation';
import { queryKeys } from './query-keys';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function createWorld() {
  const listeners = new Map<string, (payload: never) => void>();
  const client: Pick<IpcClient, 'subscribe'> = {
    subscribe: (topic, listener) => {
      listeners.set(topic, listener as (payload: never) => void);
      return () => listeners.delete(topic);
    },
  };
  const queries = new QueryClient();
  const stop = keepFresh(client as IpcClient, alwaysOpen, queries);
  return {
    queries,
    stop,
    tell: (topic: string, payload: object) => listeners.get(topic)?.(payload as never),
  };
}

describe('what is shown after jobs moved on', () => {
  it('marks the hits of a search anew, once for many changes, and leaves the category tree alone', () => {
    const { queries, tell, stop } = createWorld();
    const hits = queryKeys.sourcing.hits({ keyword: '컵' }, 1);
    const item = queryKeys.sourcing.item('1001');
    const { categories } = queryKeys.sourcing;
    for (const key of [hits, item, categories]) queries.setQueryData(key, {});
    const isStale = (key: readonly unknown[]): boolean | undefined =>
      queries.getQueryState(key)?.isInvalidated;
    tell('registration.jobChanged', { jobs: [] });
    tell('registration.jobChanged', { jobs: [] });
    expect(vi.getTimerCount()).toBe(1);
    vi.runAllTimers();
    expect([hits, item, categories].map(isStale)).toEqual([true, true, false]);
    stop();
    queries.clear();
  });
});
