import { hashKey, type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { whenIdle } from './charts/when-idle';

/** Rows asked for at once; a screen of rows needs one page or two. */
export const PAGE_ROWS = 100;
/** Rows on either side of the view that are read too: a list scrolled fast finds them there instead of grey bars. */
const AHEAD_ROWS = 50;

/** How one page of a list is read. */
export interface PageSource<Page> {
  readonly queryKey: QueryKey;
  readonly queryFn: () => Promise<Page>;
  /** For pages that cost something to read: how long they are good. */
  readonly staleTime?: number;
  /** `false` where the core has tried again already, so that the seller hears of a fault soon. */
  readonly retry?: false;
}

/** A long list of which only the shown pages are read. */
export interface PagedRows<Row, Page = unknown> {
  /** Rows of the whole list; null before the first answer. */
  readonly total: number | null;
  /** The row at a place, undefined while its page is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which places are in view; their pages are read and kept fresh, others are not. */
  readonly showRange: (first: number, last: number) => void;
  /** The page in view that was answered last, which knows the list as it is now. */
  readonly latest: Page | null;
  readonly fault: Error | null;
  readonly retry: () => void;
}

/**
 * A long list of which only the pages in view are read, and those about to come into view:
 * `aheadRows` of 0 where reading a page costs something. Draws again whenever other pages come
 * into view, so it belongs into a component of little more than the list.
 */
export function usePagedRows<Page, Row>(
  sourceOf: (offset: number) => PageSource<Page>,
  partsOf: (page: Page) => { readonly rows: readonly Row[]; readonly total: number },
  aheadRows = AHEAD_ROWS,
): PagedRows<Row, Page> {
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
  // While the pages scrolled to are on their way, the list is as long as it was.
  const knownTotal = useRef<number | null>(null);
  const wanted = useRef(scrolled);
  const showRange = useCallback(
    (first: number, last: number) => {
      const from = Math.floor(Math.max(0, first - aheadRows) / PAGE_ROWS);
      const end = Math.max(last, Math.min(last + aheadRows, (knownTotal.current ?? 0) - 1));
      const to = Math.max(from, Math.floor(end / PAGE_ROWS));
      const { current: asked } = wanted;
      if (asked.listKey === listKey && asked.firstPage === from && asked.lastPage === to) return;
      wanted.current = { listKey, firstPage: from, lastPage: to };
      // What is read next need not hold up the frame that shows the rows scrolled to.
      startTransition(() => setScrolled(wanted.current));
    },
    [listKey, aheadRows],
  );
  const latestAtMs = Math.max(0, ...results.map(({ dataUpdatedAt }) => dataUpdatedAt));
  const latest = results.findLastIndex(
    ({ data, dataUpdatedAt }) => data !== undefined && dataUpdatedAt === latestAtMs,
  );
  const total = loaded[latest]?.total ?? knownTotal.current;
  useEffect(() => {
    knownTotal.current = total;
  }, [total]);
  return {
    total,
    rowAt: (index) => loaded[Math.floor(index / PAGE_ROWS) - firstPage]?.rows[index % PAGE_ROWS],
    showRange,
    latest: (results[latest]?.data as Page | undefined) ?? null,
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
