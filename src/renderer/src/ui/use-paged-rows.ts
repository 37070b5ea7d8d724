import { hashKey, type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { whenIdle } from './charts/when-idle';

/** Rows asked for at once; a screen of rows needs one page or two. */
export const PAGE_ROWS = 100;

/** How one page of a list is read. */
export interface PageSource<Page> {
  readonly queryKey: QueryKey;
  readonly queryFn: () => Promise<Page>;
  /** For pages that cost something to read: how long they are good. */
  readonly staleTime?: number;
}

export interface PagedRows<Row> {
  /** Rows of the whole list; null before the first answer. */
  readonly total: number | null;
  /** The row at a place, undefined while its page is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which places are in view; their pages are read and kept fresh, others are not. */
  readonly showRange: (first: number, last: number) => void;
  readonly fault: Error | null;
  readonly retry: () => void;
}

/** A long list of which only the pages in view are read. */
export function usePagedRows<Page, Row>(
  sourceOf: (offset: number) => PageSource<Page>,
  partsOf: (page: Page) => { readonly rows: readonly Row[]; readonly total: number },
): PagedRows<Row> {
  const listKey = hashKey(sourceOf(0).queryKey);
  const [scrolled, setScrolled] = useState({ listKey, firstPage: 0, lastPage: 0 });
  // Another list begins at its first page, wherever the one before was scrolled to.
  const isScrolled = scrolled.listKey === listKey;
  const firstPage = isScrolled ? scrolled.firstPage : 0;
  const lastPage = isScrolled ? scrolled.lastPage : 0;
  const results = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, at) =>
      sourceOf((firstPage + at) * PAGE_ROWS),
    ),
  });
  const loaded = results.map(({ data }) => (data === undefined ? null : partsOf(data as Page)));
  const showRange = useCallback(
    (first: number, last: number) => {
      const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
      const to = Math.max(from, Math.floor(last / PAGE_ROWS));
      setScrolled((shown) =>
        shown.listKey === listKey && shown.firstPage === from && shown.lastPage === to
          ? shown
          : { listKey, firstPage: from, lastPage: to },
      );
    },
    [listKey],
  );
  // While the pages scrolled to are on their way, the list is as long as it was.
  const knownTotal = useRef<number | null>(null);
  const total = loaded.find((page) => page !== null)?.total ?? knownTotal.current;
  useEffect(() => {
    knownTotal.current = total;
  }, [total]);
  return {
    total,
    rowAt: (index) => loaded[Math.floor(index / PAGE_ROWS) - firstPage]?.rows[index % PAGE_ROWS],
    showRange,
    fault: results.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) void result.refetch();
    },
  };
}

/** Reads, while the browser rests, the first pages that one press would show: the press then shows them at once. */
export function useReadyPages<Page>(sources: readonly PageSource<Page>[]): void {
  const queries = useQueryClient();
  const latest = useRef(sources);
  useEffect(() => {
    latest.current = sources;
  });
  const listKeys = sources.map(({ queryKey }) => hashKey(queryKey)).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lists are made ready when these are no longer the ones
  useEffect(() => {
    let isOver = false;
    void whenIdle(window).then(async () => {
      for (const source of latest.current) {
        if (!isOver) await queries.prefetchQuery(source);
      }
    });
    return () => {
      isOver = true;
    };
  }, [queries, listKeys]);
}
