import { type ItemNo, parseItemNo } from '@shared/domain/ids';
import type { ItemDelivery, ItemDetail, ItemSupplier, WholesaleItem } from '@shared/domain/item';

/** Overrides of `aWholesaleItem`; the nested groups may be given in part. */
export type WholesaleItemOverrides = Partial<
  Omit<WholesaleItem, 'delivery' | 'supplier' | 'detail'>
> & {
  readonly delivery?: Partial<ItemDelivery>;
  readonly supplier?: Partial<ItemSupplier>;
  readonly detail?: Partial<ItemDetail>;
};

/**
 * A clean item for tests: on sale at Domeme, licensed, taxable, no options, 5,000 won, 100 in stock,
 * fixed prepaid delivery of 3,000 won, Chinese origin, complete legal notice. Override what matters.
 */
export function aWholesaleItem(overrides: WholesaleItemOverrides = {}): WholesaleItem {
  const { delivery, supplier, detail, ...rest } = overrides;
  return {
    itemNo: anItemNo('12345678'),
    status: 'on-sale',
    statusText: '판매중',
    title: '스테인리스 진공 텀블러 500ml',
    keywords: ['텀블러', '보온병', '보냉컵'],
    isAdult: false,
    saleEndsAtMs: null,
    tax: 'taxable',
    isOnDomeme: true,
    supplyPriceTiers: [{ minQuantity: 1, unitPriceKrw: 5000 }],
    resaleMinimumKrw: null,
    resaleRecommendedKrw: null,
    inventory: 100,
    supplyUnit: 1,
    supplyMaxPerOrder: null,
    thumbnail: {
      originalUrl: 'https://pictures.example/12345678/original.jpg',
      largeUrl: 'https://pictures.example/12345678/large.jpg',
      md5: null,
    },
    licence: { isUsable: true, text: '사용가능' },
    descriptionHtml:
      '<div><p>가볍고 튼튼한 텀블러입니다.</p><img src="https://pictures.example/12345678/detail-1.jpg" alt=""></div>',
    selectOpt: null,
    category: {
      path: [
        { name: '생활용품', code: '05_00_00_00_00', depth: 1 },
        { name: '주방용품', code: '05_03_00_00_00', depth: 2 },
        { name: '텀블러', code: '05_03_07_00_00', depth: 3 },
      ],
      code: '05_03_07_00_00',
    },
    returnFeeKrw: 3000,
    isReturnFeeDoubledOnFreeDelivery: false,
    isListingDenied: false,
    supplierMemos: [],
    ...rest,
    delivery: {
      payer: 'prepaid',
      payerText: '선결제',
      fee: { kind: 'fixed', feeKrw: 3000 },
      method: '택배',
      preparationDays: 2,
      jejuExtraKrw: 3000,
      islandsExtraKrw: 5000,
      isFromOversea: false,
      needsCustomsCode: false,
      ...delivery,
    },
    supplier: {
      id: 'goodseller',
      nick: '좋은상사',
      type: '일반',
      isGood: true,
      vacation: null,
      ...supplier,
    },
    detail: {
      countryText: '수입산_아시아_중국',
      manufacturer: '좋은상사 협력업체',
      model: 'TB-500',
      size: '7 x 7 x 20 cm',
      weight: '300g',
      certifications: [],
      infoDuty: {
        type: '기타 재화',
        lines: [
          { kind: 'item', name: '품명 및 모델명', text: '진공 텀블러 TB-500' },
          {
            kind: 'item',
            name: '법에 의한 인증, 허가 등을 받았음을 확인할 수 있는 경우 그에 대한 사항',
            text: '해당없음',
          },
          { kind: 'item', name: '제조국 또는 원산지', text: '중국' },
          {
            kind: 'item',
            name: '제조자, 수입품의 경우 수입자를 함께 표기',
            text: '좋은상사 협력업체',
          },
          { kind: 'item', name: 'A/S 책임자와 전화번호', text: '상품상세설명에 표기' },
        ],
      },
      ...detail,
    },
  };
}

/** `text` as an item number; throws when it is none, because a test that uses it is wrong. */
export function anItemNo(text: string): ItemNo {
  const itemNo = parseItemNo(text);
  if (itemNo === null) throw new TypeError(`not an item number: ${text}`);
  return itemNo;
}
