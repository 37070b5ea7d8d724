import type { z } from 'zod';
import type { NaverCaller } from './caller';
import type { CallOptions } from './port';
import { searchPageSchema } from './schemas';

/** Largest page of the product search (naver-commerce-api.md 6.2, 2026-09). */
export const SEARCH_PAGE_SIZE = 500;

/** One page, from 1, of the store's products that `filter` leaves; all of them with an empty one. */
export function readSearchPage(
  caller: NaverCaller,
  filter: Readonly<Record<string, unknown>>,
  page: number,
  options: CallOptions,
): Promise<z.output<typeof searchPageSchema>> {
  return caller.readAs(
    {
      method: 'POST',
      path: '/v1/products/search',
      body: {
        kind: 'json',
        value: { ...filter, page, size: SEARCH_PAGE_SIZE, orderType: 'NO' },
      },
    },
    searchPageSchema,
    options,
  );
}
