import { AppError } from '@shared/errors/app-error';
import type { ErrorAnswer, NaverAnswer } from './answer';
import { apiOf, type NaverCall, type NaverCaller } from './caller';
import { faultOf } from './faults';
import type { CallOptions, ListingUpdate, NaverClient, UpdateOutcome } from './port';
import { rejectionReasons } from './rejection';

/** No maximum is published; the reference advises to stay at this (naver-commerce-api.md 8.2 no. 12, 2026-09). */
export const LISTINGS_PER_UPDATE = 50;

const PLACE = /multiProductUpdateRequestVos\[(\d+)\]/;

/** The writes that change price, stock and status alone (naver-commerce-api.md 6.1, 2026-09). */
export function listingUpdates(
  caller: NaverCaller,
): Pick<NaverClient, 'updateListings' | 'updateOptions'> {
  const send = async (call: NaverCall, options: CallOptions): Promise<UpdateOutcome> => {
    let answer: NaverAnswer;
    try {
      answer = await caller.write(call, options);
    } catch (fault) {
      if (fault instanceof AppError && fault.retry.kind === 'look-up') {
        return { kind: 'unknown', cause: fault };
      }
      throw fault;
    }
    if (answer.kind === 'ok') return { kind: 'done' };
    const fault = faultOf(answer, apiOf(call));
    if (answer.kind === 'unusable' || answer.status >= 500) {
      return { kind: 'unknown', cause: fault };
    }
    if (fault.code !== 'NAVER_REFUSED' && fault.code !== 'NAVER_NOT_FOUND') throw fault;
    return { kind: 'refused', reasons: rejectionReasons(answer), places: placesOf(answer) };
  };
  return {
    updateListings: (updates, options) =>
      send(
        {
          method: 'PATCH',
          path: '/v1/products/origin-products/multi-update',
          body: {
            kind: 'json',
            value: { multiProductUpdateRequestVos: updates.map(wireUpdate) },
          },
        },
        options,
      ),
    updateOptions: (no, update, options) =>
      send(
        {
          method: 'PUT',
          path: '/v1/products/origin-products/{originProductNo}/option-stock',
          places: { originProductNo: no },
          body: {
            kind: 'json',
            value: {
              productSalePrice: { salePrice: update.salePriceKrw },
              optionInfo: {
                optionCombinations: update.options.map((option) => ({
                  id: option.id,
                  stockQuantity: option.stock,
                  price: option.priceKrw,
                  usable: option.usable,
                })),
                useStockManagement: true,
              },
            },
          },
        },
        options,
      ),
  };
}

function wireUpdate(update: ListingUpdate): Record<string, unknown> {
  return {
    originProductNo: Number(update.originProductNo),
    multiUpdateTypes: [
      ...(update.salePriceKrw === undefined ? [] : ['SALE_PRICE']),
      ...(update.stock === undefined ? [] : ['STOCK']),
      ...(update.status === undefined ? [] : [`PRODUCT_STATUS_${update.status}`]),
    ],
    ...(update.salePriceKrw === undefined
      ? {}
      : { productSalePrice: { salePrice: update.salePriceKrw } }),
    ...(update.stock === undefined ? {} : { stockQuantity: update.stock }),
  };
}

/** Naver may name the wrong entries by index or not at all (8.2 no. 16). */
function placesOf(answer: ErrorAnswer): readonly number[] {
  const places = answer.invalidInputs.flatMap((input) => {
    const place = PLACE.exec(input.name ?? '')?.[1];
    return place === undefined ? [] : [Number(place)];
  });
  return [...new Set(places)];
}
