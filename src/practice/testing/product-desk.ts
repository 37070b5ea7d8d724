import type { JsonObject } from '../naver/json-value';
import { changed, wellFormedBody } from './product-body';
import type { TestMarket } from './test-market';

/** Address of a product by its origin number. */
export const productPath = (no: number): string => `/v2/products/origin-products/${no}`;
/** A narrow update of a product: `option-stock`, `change-status`. */
export const narrowApi = (no: number, what: string): string =>
  `PUT /v1/products/origin-products/${no}/${what}`;

export interface ProductDesk {
  /** A well-formed body; every call gives fresh objects. */
  bodyOf(sellerCode?: string): JsonObject;
  withoutOptions(sellerCode?: string): JsonObject;
  /** Registers and returns the origin product number; throws what the store said otherwise. */
  create(body?: JsonObject): Promise<number>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into stored bodies of many shapes
  storedOrigin(no: number): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  optionsOf(no: number): Promise<any[]>;
}

/** Short ways to products of one practice store, with one uploaded picture. */
export async function openProductDesk(
  market: TestMarket,
  leafCategoryId: string,
): Promise<ProductDesk> {
  const imageUrl = await market.picture();
  const desk: ProductDesk = {
    bodyOf: (sellerCode = 'TEST-1') => wellFormedBody({ leafCategoryId, imageUrl, sellerCode }),
    withoutOptions: (sellerCode) =>
      changed(desk.bodyOf(sellerCode), 'originProduct.detailAttribute.optionInfo', undefined),
    async create(body = desk.bodyOf()) {
      const answer = await market.store('POST /v2/products', body);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body.originProductNo;
    },
    storedOrigin: async (no) => (await market.store(`GET ${productPath(no)}`)).body.originProduct,
    optionsOf: async (no) =>
      (await desk.storedOrigin(no)).detailAttribute.optionInfo.optionCombinations,
  };
  return desk;
}
