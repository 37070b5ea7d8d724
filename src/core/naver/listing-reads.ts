import type { OriginProductNo } from '@shared/domain/ids';
import { AppError } from '@shared/errors/app-error';
import type { z } from 'zod';
import type { NaverCaller } from './caller';
import type { NaverClient, ProductInspection, ProductSummary } from './port';
import { inspectionPageSchema, type searchPageSchema } from './schemas';
import { readSearchPage, SEARCH_PAGE_SIZE } from './search-page';

const INSPECTIONS_PER_PAGE = 100;
/** More pages than this means that the paging itself is broken. */
const MAX_INSPECTION_PAGES = 200;

type SearchContent = z.output<typeof searchPageSchema>['contents'][number];

/** The store's own products and inspections (naver-commerce-api.md 6.2, 2026-09). */
export function listingReads(
  caller: NaverCaller,
): Pick<NaverClient, 'findListings' | 'fetchInspections'> {
  return {
    findListings: async (nos, options) => {
      const wanted = new Set(nos);
      const found = new Map<OriginProductNo, ProductSummary>();
      for (let start = 0; start < nos.length; start += SEARCH_PAGE_SIZE) {
        const chunk = nos.slice(start, start + SEARCH_PAGE_SIZE);
        const filter = { searchKeywordType: 'PRODUCT_NO', originProductNos: chunk.map(Number) };
        const answer = await readSearchPage(caller, filter, 1, options);
        for (const summary of answer.contents.flatMap(summariesOf)) {
          const no = summary.originProductNo;
          if (wanted.has(no) && !found.has(no)) found.set(no, summary);
        }
      }
      return [...found.values()];
    },
    fetchInspections: async (options) => {
      const inspections: ProductInspection[] = [];
      let totalPages = 1;
      for (let page = 1; page <= totalPages; page += 1) {
        if (page > MAX_INSPECTION_PAGES) {
          throw new AppError('NAVER_ANSWER_UNEXPECTED', {
            params: { api: 'GET /v1/product-inspections/channel-products', problem: 'totalPages' },
          });
        }
        const answer = await caller.readAs(
          {
            method: 'GET',
            path: '/v1/product-inspections/channel-products',
            query: { page: String(page), size: String(INSPECTIONS_PER_PAGE) },
          },
          inspectionPageSchema,
          options,
        );
        totalPages = answer.totalPages;
        inspections.push(
          ...answer.contents.map((entry) => ({
            channelProductNo: entry.channelProductNo,
            reason: entry.reason ?? '',
            action: entry.action ?? '',
            isRestorable: entry.restorationRequestAvailable,
          })),
        );
      }
      return inspections;
    },
  };
}

/** The listings of one product, the store's own first; deleted ones, which Naver keeps for a while, are left out. */
export function summariesOf(content: SearchContent): readonly ProductSummary[] {
  const isOwn = (product: { readonly channelServiceType: string | null }): number =>
    product.channelServiceType === 'STOREFARM' ? 0 : 1;
  return content.channelProducts
    .filter((product) => product.statusType !== 'DELETE')
    .toSorted((a, b) => isOwn(a) - isOwn(b))
    .map((listed) => ({
      originProductNo: content.originProductNo,
      channelProductNo: listed.channelProductNo,
      name: listed.name ?? '',
      sellerCode: listed.sellerManagementCode,
      status: listed.statusType ?? '',
      salePriceKrw: listed.salePrice,
      discountKrw: listed.discountedPrice > 0 ? listed.salePrice - listed.discountedPrice : null,
      stock: listed.stockQuantity,
    }));
}
