import type { ItemNo } from '@shared/domain/ids';
import { isSearchable, type SourcingConditions, type SourcingRow } from '@shared/domain/sourcing';
import type { RouteOutput } from '@shared/ipc/registry';
import { COLLECT_MAX_ITEMS } from '@shared/ipc/sourcing';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queryKeys } from '../../ipc/query-keys';
import { useClient } from '../../ipc/use-client';
import { PAGE_ROWS, type PagedRows, usePagedRows } from '../../ui/use-paged-rows';

/** Hits are not asked for again within this time: each page costs a call of the day. */
const HITS_FRESH_MS = 10 * 60_000;
/** Items per request, so that progress is seen and can be stopped. */
const COLLECT_STEP = Math.min(25, COLLECT_MAX_ITEMS);

/** The hits of a search, page by page as they come into view. Asks nothing for a search that is too wide. */
export function useHits(conditions: SourcingConditions): PagedRows<SourcingRow> {
  const client = useClient();
  const isAsked = isSearchable(conditions);
  return usePagedRows(
    (offset) => {
      const page = offset / PAGE_ROWS + 1;
      return {
        queryKey: queryKeys.sourcing.hits(conditions, page),
        staleTime: HITS_FRESH_MS,
        queryFn: () =>
          isAsked
            ? client.request('sourcing.search', { conditions, page })
            : Promise.resolve({ rows: [], totalItems: 0, page, totalPages: 0 }),
      };
    },
    ({ rows, totalItems }) => ({ rows, total: totalItems }),
    0,
  );
}

/** Read once; the core keeps them for a day. */
export function useWholesaleCategories() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.sourcing.categories,
    queryFn: () => client.request('sourcing.categories', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Costs a call of the wholesaler's day; shown again within its freshness, it does not. */
export function useSourcingItem(itemNo: ItemNo) {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.sourcing.item(itemNo),
    queryFn: () => client.request('sourcing.look', { itemNo }),
    staleTime: HITS_FRESH_MS,
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

export type CollectVerdict = RouteOutput<'sourcing.collect'>['verdicts'][number];

/** Making drafts of many items, request by request. */
export interface Collecting {
  readonly start: (itemNos: readonly ItemNo[]) => void;
  /** Lets the request under way end and sends no other. */
  readonly stop: () => void;
  readonly reset: () => void;
  readonly isPending: boolean;
  readonly progress: { readonly done: number; readonly total: number };
  readonly verdicts: readonly CollectVerdict[] | null;
  readonly fault: Error | null;
}

/** Makes drafts of many items in small steps, with progress and a way to stop. */
export function useCollect(): Collecting {
  const client = useClient();
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const collect = useMutation({
    mutationFn: async (itemNos: readonly ItemNo[]) => {
      isStopped.current = false;
      const verdicts: CollectVerdict[] = [];
      for (let start = 0; start < itemNos.length && !isStopped.current; start += COLLECT_STEP) {
        setProgress({ done: start, total: itemNos.length });
        const step = itemNos.slice(start, start + COLLECT_STEP);
        const answer = await client.request('sourcing.collect', { itemNos: step });
        verdicts.push(...answer.verdicts);
      }
      return verdicts;
    },
    onSettled: async () => {
      // Marks follow what was made; the hits themselves are still good.
      await Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.drafts.all }),
        queries.invalidateQueries({ queryKey: queryKeys.limits }),
      ]);
    },
    onSuccess: (verdicts) => markDrafted(queries, verdicts),
  });
  return {
    start: collect.mutate,
    stop: () => {
      isStopped.current = true;
    },
    reset: collect.reset,
    isPending: collect.isPending,
    progress,
    verdicts: collect.data ?? null,
    fault: collect.error,
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
    { queryKey: [...queryKeys.sourcing.all, 'hits'] },
    (page) =>
      page && {
        ...page,
        rows: page.rows.map((row) =>
          drafted.has(row.itemNo) && row.progress === 'none' ? { ...row, progress: 'draft' } : row,
        ),
      },
  );
  queries.setQueriesData<RouteOutput<'sourcing.look'>>(
    { queryKey: [...queryKeys.sourcing.all, 'item'] },
    (found) =>
      found?.kind === 'item' && drafted.has(found.item.itemNo) && found.item.progress === 'none'
        ? { ...found, item: { ...found.item, progress: 'draft' } }
        : found,
  );
}
