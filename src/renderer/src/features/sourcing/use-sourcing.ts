import type { ItemNo } from '@shared/domain/ids';
import { isSearchable, type SourcingConditions, type SourcingRow } from '@shared/domain/sourcing';
import type { RouteOutput } from '@shared/ipc/registry';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { PAGE_ROWS, type PagedRows, usePagedRows } from '../../ui/use-paged-rows';
import { type Collected, type CollectVerdict, collectInSteps } from './collect-in-steps';

/** Hits are not asked for again within this time: each page costs a call of the day. */
const HITS_FRESH_MS = 10 * 60_000;

/** The hits of a search, page by page as they come into view. Asks nothing for a search that is too wide. */
export function useHits(
  conditions: SourcingConditions,
): PagedRows<SourcingRow, RouteOutput<'sourcing.search'>> {
  const client = useClient();
  const isAsked = isSearchable(conditions);
  return usePagedRows(
    (offset) => {
      const page = offset / PAGE_ROWS + 1;
      return {
        queryKey: queryKeys.sourcing.hits(conditions, page),
        staleTime: HITS_FRESH_MS,
        // Asking the wholesaler again is the client's own business; a person waits.
        retry: false,
        queryFn: () =>
          isAsked
            ? client.request('sourcing.search', { conditions, page })
            : Promise.resolve(nothingFound(page)),
      };
    },
    // A place more than is known: once it comes into view, the next page is asked for.
    ({ rows, totalItems, hasMore, scan }) => ({
      rows,
      total: totalItems + (scan !== null && hasMore && totalItems % PAGE_ROWS === 0 ? 1 : 0),
    }),
    0,
  );
}

function nothingFound(page: number): RouteOutput<'sourcing.search'> {
  return { rows: [], totalItems: 0, page, totalPages: 0, hasMore: false, scan: null };
}

/** Read once; the core keeps them for a day. */
export function useWholesaleCategories() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.sourcing.categories,
    queryFn: () => client.request('sourcing.categories', {}),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Costs a call of the wholesaler's day; shown again within its freshness, it does not. */
export function useSourcingItem(itemNo: ItemNo) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.sourcing.item(itemNo),
    queryFn: () => client.request('sourcing.look', { itemNo }),
    staleTime: HITS_FRESH_MS,
    retry: false,
  });
}

/** The kept searches, newest first, and changes to them. */
export function useSavedSearches() {
  const client = useClient();
  const queries = useQueryClient();
  const put = (saved: RouteOutput<'sourcing.savedSearches'>): void => {
    queries.setQueryData(queryKeys.sourcing.saved, saved);
  };
  return {
    list: useQuery({
      queryKey: queryKeys.sourcing.saved,
      queryFn: () => client.request('sourcing.savedSearches', {}),
    }),
    save: useMutation({
      mutationFn: (search: { readonly name: string; readonly conditions: SourcingConditions }) =>
        client.request('sourcing.saveSearch', search),
      onSuccess: put,
    }),
    remove: useMutation({
      mutationFn: (id: string) => client.request('sourcing.removeSearch', { id }),
      onSuccess: put,
    }),
  };
}

/** Making drafts of many items, request by request. */
export interface Collecting {
  readonly start: (itemNos: readonly ItemNo[]) => void;
  /** Lets the request under way end and sends no other. */
  readonly stop: () => void;
  readonly reset: () => void;
  readonly isPending: boolean;
  readonly progress: { readonly done: number; readonly total: number };
  /** Null until the first run has ended. */
  readonly collected: Collected | null;
}

/** Makes drafts of many items in small steps, with progress and a way to stop. */
export function useCollect(): Collecting {
  const client = useClient();
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const collect = useMutation({
    mutationFn: (itemNos: readonly ItemNo[]) => {
      isStopped.current = false;
      return collectInSteps(itemNos, {
        collect: async (step) =>
          (await client.request('sourcing.collect', { itemNos: [...step] })).verdicts,
        isStopped: () => isStopped.current,
        onProgress: (done) => setProgress({ done, total: itemNos.length }),
      });
    },
    onSettled: async () => {
      // Marks follow what was made; the hits themselves are still good.
      await Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.drafts.all }),
        queries.invalidateQueries({ queryKey: queryKeys.limits }),
      ]);
    },
    onSuccess: ({ verdicts }) => markDrafted(queries, verdicts),
  });
  return {
    start: collect.mutate,
    stop: () => {
      isStopped.current = true;
    },
    reset: collect.reset,
    isPending: collect.isPending,
    progress,
    collected: collect.data ?? null,
  };
}

/** Puts the new marks on hits that are already read: reading them again would cost calls. */
function markDrafted(
  queries: ReturnType<typeof useQueryClient>,
  verdicts: readonly CollectVerdict[],
): void {
  const drafted = new Set(
    verdicts.flatMap(({ kind, itemNo }) => (kind === 'drafted' ? [itemNo] : [])),
  );
  queries.setQueriesData<RouteOutput<'sourcing.search'>>(
    { queryKey: queryKeys.sourcing.allHits },
    (page) =>
      page && {
        ...page,
        rows: page.rows.map((row) =>
          drafted.has(row.itemNo) && row.progress === 'none' ? { ...row, progress: 'draft' } : row,
        ),
      },
  );
  queries.setQueriesData<RouteOutput<'sourcing.look'>>(
    { queryKey: queryKeys.sourcing.allItems },
    (found) =>
      found?.kind === 'item' && drafted.has(found.item.itemNo) && found.item.progress === 'none'
        ? { ...found, item: { ...found.item, progress: 'draft' } }
        : found,
  );
}
