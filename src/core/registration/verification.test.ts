import type { OriginProductNo } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import type { ProductBody, StoredProduct } from '../naver/port';
import {
  differencesOf,
  type Expectation,
  expectationOf,
  storedDifferencesOf,
} from './verification';

const PICTURE = 'https://shop-phinf.pstatic.net/20261001_1/1_JPEG/1_1.jpg';

function aBody(change: Record<string, unknown> = {}): ProductBody {
  return {
    originProduct: {
      name: '텀블러',
      salePrice: 9900,
      stockQuantity: 30,
      leafCategoryId: '50000001',
      images: { representativeImage: { url: PICTURE }, optionalImages: [{ url: `${PICTURE}2` }] },
      deliveryInfo: {
        deliveryType: 'DELIVERY',
        deliveryCompany: 'CJGLS',
        deliveryFee: { deliveryFeeType: 'PAID', baseFee: 3000, deliveryFeePayType: 'PREPAID' },
        claimDeliveryInfo: { returnDeliveryFee: 3000, exchangeDeliveryFee: 6000 },
      },
      detailAttribute: {
        optionInfo: {
          optionCombinations: [
            { optionName1: '블랙', price: 0, stockQuantity: 10, usable: true },
            { optionName1: '화이트', price: 500, stockQuantity: 20, usable: true },
          ],
        },
      },
      ...change,
    },
  };
}

function aStored(body: ProductBody, change: Partial<StoredProduct> = {}): StoredProduct {
  return {
    originProductNo: '1' as OriginProductNo,
    status: 'SALE',
    name: '텀블러',
    salePriceKrw: 9900,
    discountKrw: 0,
    stock: 30,
    imageUrls: [PICTURE, `${PICTURE}2`],
    sellerCode: 'SB-1',
    optionCombinations: [
      { id: 1, values: ['블랙'], sourceKey: null, priceKrw: 0, stock: 10, usable: true },
      { id: 2, values: ['화이트'], sourceKey: null, priceKrw: 500, stock: 20, usable: true },
    ],
    raw: body,
    ...change,
  };
}

function expected(): Expectation {
  const expectation = expectationOf(aBody());
  if (expectation === null) throw new TypeError('the body is in the product format');
  return expectation;
}

describe('the read-back', () => {
  it('finds nothing when Naver keeps what was sent', () => {
    expect(storedDifferencesOf(expected(), aStored(aBody()))).toEqual([]);
    expect(differencesOf(expected(), aStored(aBody()))).toEqual([]);
  });

  it('names price, stock, name and category with what was wanted and what is stored', () => {
    const stored = aStored(aBody({ leafCategoryId: '50000002' }), {
      name: '다른 이름',
      salePriceKrw: 8900,
      stock: 0,
    });
    expect(storedDifferencesOf(expected(), stored)).toEqual([
      { field: 'name', detail: null, wanted: '텀블러', stored: '다른 이름' },
      { field: 'salePriceKrw', detail: null, wanted: '9900', stored: '8900' },
      { field: 'stock', detail: null, wanted: '30', stored: '0' },
      { field: 'category', detail: null, wanted: '50000001', stored: '50000002' },
    ]);
  });

  it('names every delivery term that differs', () => {
    const stored = aStored(
      aBody({
        deliveryInfo: {
          deliveryType: 'DELIVERY',
          deliveryCompany: 'CJGLS',
          deliveryFee: { deliveryFeeType: 'FREE' },
          claimDeliveryInfo: { returnDeliveryFee: 3000, exchangeDeliveryFee: 6000 },
        },
      }),
    );
    expect(storedDifferencesOf(expected(), stored)).toEqual([
      { field: 'delivery', detail: 'deliveryFeeType', wanted: 'PAID', stored: 'FREE' },
      { field: 'delivery', detail: 'baseFee', wanted: '3000', stored: null },
      { field: 'delivery', detail: 'deliveryFeePayType', wanted: 'PREPAID', stored: null },
    ]);
    expect(differencesOf(expected(), stored)).toHaveLength(1);
  });

  it('tells options apart that differ, are missing or are too many', () => {
    const stored = aStored(aBody(), {
      optionCombinations: [
        { id: 1, values: ['블랙'], sourceKey: null, priceKrw: 0, stock: 9, usable: false },
        { id: 3, values: ['레드'], sourceKey: null, priceKrw: 0, stock: 1, usable: true },
      ],
    });
    expect(storedDifferencesOf(expected(), stored)).toEqual([
      { field: 'options', detail: '블랙', wanted: '+0 · 10', stored: '+0 · 9 · off' },
      { field: 'options', detail: '화이트', wanted: '+500 · 20', stored: null },
      { field: 'options', detail: '레드', wanted: '', stored: '+0 · 1' },
    ]);
    expect(differencesOf(expected(), stored)).toMatchObject([
      {
        code: 'REGISTRATION_OPTIONS_STORED_DIFFERENTLY',
        params: { differing: 3, sent: 2, kept: 2, example: '블랙' },
      },
    ]);
  });

  it('takes a picture for the same when only its host differs, and tells another file', () => {
    const moved = PICTURE.replace('shop-phinf', 'shop1');
    const stored = aStored(aBody(), { imageUrls: [moved, `${PICTURE}9`] });
    expect(storedDifferencesOf(expected(), stored)).toEqual([
      { field: 'picture', detail: '2', wanted: `${PICTURE}2`, stored: `${PICTURE}9` },
    ]);
  });

  it('compares as much as an earlier version wrote down', () => {
    const { name, salePriceKrw, stock, pictureCount, combinations } = expected();
    const old = { name, salePriceKrw, stock, pictureCount, combinations };
    const read = { ...old, categoryId: null, pictureUrls: [], delivery: {} };
    expect(storedDifferencesOf(read, aStored(aBody(), { stock: 1 }))).toEqual([
      { field: 'stock', detail: null, wanted: '30', stored: '1' },
    ]);
  });
});
