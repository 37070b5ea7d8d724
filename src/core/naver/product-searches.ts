import type { OriginProductNo } from '@shared/domain/ids';
import type { z } from 'zod';
import type { NaverAnswer } from './answer';
import { apiOf, type NaverCall, type NaverCaller, unexpectedAnswer } from './caller';
import { faultOf } from './faults';
import { summariesOf } from './listing-reads';
import { assertSanePaging } from './paging';
import type { CallOptions, NaverClient, ProductBody, ProductSummary, StoredProduct } from './port';
import { storedProductSchema } from './schemas';
import { readSearchPage } from './search-page';

/**
 * Template of one product, for reading, replacing and deleting (naver-commerce-api.md 5 and 6,
 * 2026-09).
 */
export const ORIGIN_PRODUCT_PATH = '/v2/products/origin-products/{originProductNo}';

/** Products of the store by number, by seller code, and page by page (naver-commerce-api.md 6.2, 2026-09). */
export function productSearches(
  caller: NaverCaller,
): Pick<NaverClient, 'findBySellerCode' | 'listProducts' | 'findProduct'> {
  const findProduct = async (
    no: OriginProductNo,
    options: CallOptions,
  ): Promise<StoredProduct | null> => {
    const call: NaverCall = {
      method: 'GET',
      path: ORIGIN_PRODUCT_PATH,
      places: { originProductNo: no },
    };
    const answer = await caller.read(call, options);
    if (isNoSuchProduct(answer)) return null;
    if (answer.kind !== 'ok') throw faultOf(answer, apiOf(call));
    const parsed = storedProductSchema.safeParse(answer.body);
    if (!parsed.success) throw unexpectedAnswer(call, parsed.error, answer.traceId);
    return toStoredProduct(no, parsed.data, answer.body as ProductBody);
  };

  return {
    findProduct,

    findBySellerCode: async (sellerCode, options) => {
      const filter = { searchKeywordType: 'SELLER_CODE', sellerManagementCode: sellerCode };
      const found = new Map<OriginProductNo, ProductSummary>();
      let totalPages = 1;
      for (let page = 1; page <= totalPages; page += 1) {
        assertSanePaging(page, 'POST /v1/products/search');
        const answer = await readSearchPage(caller, filter, page, options);
        totalPages = answer.totalPages;
        for (const product of answer.contents.flatMap(summariesOf)) {
          if (found.has(product.originProductNo)) continue;
          // A hit that does not tell its code may be ours: taken for "none", it would be made twice.
          const code =
            product.sellerCode ??
            (await findProduct(product.originProductNo, options))?.sellerCode ??
            null;
          // The search also finds parts of codes (6.2).
          if (code === sellerCode) found.set(product.originProductNo, { ...product, sellerCode });
        }
      }
      return [...found.values()];
    },

    listProducts: async (page, options) => {
      assertSanePaging(page, 'POST /v1/products/search');
      const answer = await readSearchPage(caller, {}, page, options);
      const products = new Map<OriginProductNo, ProductSummary>();
      for (const product of answer.contents.flatMap(summariesOf)) {
        if (!products.has(product.originProductNo)) products.set(product.originProductNo, product);
      }
      return { products: [...products.values()], totalPages: answer.totalPages };
    },
  };
}

/** True when the API itself says that it has no such product, not when a path is unknown to the gateway. */
export function isNoSuchProduct(answer: NaverAnswer): boolean {
  return answer.kind === 'error' && answer.status === 404 && !answer.code?.startsWith('GW.');
}

function toStoredProduct(
  no: OriginProductNo,
  wire: z.output<typeof storedProductSchema>,
  raw: ProductBody,
): StoredProduct {
  const { originProduct } = wire;
  const { representativeImage, optionalImages } = originProduct.images;
  const { sellerCodeInfo, optionInfo } = originProduct.detailAttribute;
  return {
    originProductNo: no,
    status: originProduct.statusType,
    name: originProduct.name,
    salePriceKrw: originProduct.salePrice,
    discountKrw: discountOf(originProduct.customerBenefit?.immediateDiscountPolicy?.discountMethod),
    stock: originProduct.stockQuantity,
    imageUrls: [
      ...(representativeImage ? [representativeImage.url] : []),
      ...optionalImages.map((image) => image.url),
    ],
    sellerCode: sellerCodeInfo?.sellerManagementCode ?? null,
    optionCombinations: (optionInfo?.optionCombinations ?? []).map((combination) => ({
      id: combination.id,
      values: [combination.optionName1, combination.optionName2, combination.optionName3].filter(
        (value) => value !== null,
      ),
      sourceKey: combination.sellerManagerCode,
      priceKrw: combination.price,
      stock: combination.stockQuantity,
      usable: combination.usable,
    })),
    raw,
  };
}

function discountOf(
  method: { readonly value: number; readonly unitType: string | null } | null | undefined,
): number | null {
  if (!method || method.value === 0) return 0;
  return method.unitType === 'WON' ? method.value : null;
}
