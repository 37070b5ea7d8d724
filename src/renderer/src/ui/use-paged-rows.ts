import { keepPreviousData, type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

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
  const [range, setRange] = useState({ firstPage: 0, lastPage: 0 });
  const pages = useMemo(
    () =>
      Array.from({ length: range.lastPage - range.firstPage + 1 }, (_, at) => range.firstPage + at),
    [range],
  );
  const results = useQueries({
    queries: pages.map((page) => ({
      ...sourceOf(page * PAGE_ROWS),
      placeholderData: keepPreviousData,
    })),
  });
  const loaded = results.map(({ data, isPlaceholderData }) =>
    data === undefined ? null : { ...partsOf(data as Page), isPlaceholderData },
  );
  const showRange = useCallback((first: number, last: number) => {
    const firstPage = Math.floor(Math.max(0, first) / PAGE_ROWS);
    const lastPage = Math.max(firstPage, Math.floor(last / PAGE_ROWS));
    setRange((shown) =>
      shown.firstPage === firstPage && shown.lastPage === lastPage
        ? shown
        : { firstPage, lastPage },
    );
  }, []);
  // While the pages scrolled to are on their way, the list is as long as it was.
  const knownTotal = useRef<number | null>(null);
  const total = loaded.find((page) => page !== null)?.total ?? knownTotal.current;
  useEffect(() => {
    knownTotal.current = total;
  }, [total]);
  return {
    total,
    rowAt: (index) =>
      loaded[Math.floor(index / PAGE_ROWS) - range.firstPage]?.rows[index % PAGE_ROWS],
    showRange,
    fault: results.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) void result.refetch();
    },
  };
}
