import type { DraftContent, DraftField } from '@shared/domain/draft';
import { isMessageCode, textOf } from '@shared/texts/catalogue';
import { describe, expect, it } from 'vitest';
import {
  around,
  cleanContent,
  cleanContext,
  codesOf,
  GATES_AT_MS,
  kcCategory,
  returnAddress,
  shippingAddress,
  withContent,
  withScreening,
} from '../testing/preflight-context';
import { anItemNo, aWholesaleItem } from '../testing/wholesale-item';
import { PREFLIGHT_RULES, type PreflightContext, runPreflight } from './index';
import { vacationPhase } from './item-rules';

const options = (additions: readonly number[]): DraftContent['options'] => ({
  ...cleanContent.options,
  type: 'SIMPLE',
  dimensions: [{ name: '색상', values: additions.map((_, at) => `색${at}`) }],
  combinations: additions.map((priceKrw, at) => ({
    values: [`색${at}`],
    priceKrw,
    stock: 10,
    usable: true,
    sourceKey: null,
  })),
});

const entry = {
  certificationInfoId: 7,
  kindType: 'KC_CERTIFICATION',
  name: '안전확인',
  number: 'HU100-1',
  companyName: '좋은상사',
};

describe('preflight rules', () => {
  it('find nothing on a clean draft', () => {
    expect(codesOf(cleanContext)).toEqual([]);
  });

  it('are told apart by code, name a source and have words in both languages', () => {
    for (const rule of PREFLIGHT_RULES) {
      expect(isMessageCode(rule.code)).toBe(true);
      expect(rule.source).not.toBe('');
      expect(textOf(rule.code, 'ko').fix).not.toBe('');
    }
    expect(new Set(PREFLIGHT_RULES.map((rule) => rule.code)).size).toBe(PREFLIGHT_RULES.length);
  });

  const broken: readonly (readonly [code: string, context: PreflightContext])[] = [
    [
      'DRAFT_ITEM_NOT_ON_SALE',
      { ...cleanContext, item: aWholesaleItem({ status: 'sale-ended', statusText: '판매종료' }) },
    ],
    [
      'DRAFT_ITEM_ENDED',
      { ...cleanContext, item: aWholesaleItem({ saleEndsAtMs: GATES_AT_MS - 1 }) },
    ],
    ['DRAFT_ITEM_NOT_ON_DOMEME', { ...cleanContext, item: aWholesaleItem({ isOnDomeme: false }) }],
    [
      'DRAFT_ITEM_LISTING_DENIED',
      { ...cleanContext, item: aWholesaleItem({ isListingDenied: true }) },
    ],
    [
      'DRAFT_ITEM_ADULT',
      { ...withContent({ isMinorPurchasable: false }), item: aWholesaleItem({ isAdult: true }) },
    ],
    [
      'DRAFT_ADULT_OPEN_TO_MINORS',
      { ...cleanContext, category: { ...kcCategory, exceptions: ['ADULT'] } },
    ],
    [
      'DRAFT_ITEM_SUPPLIER_AWAY',
      {
        ...cleanContext,
        item: aWholesaleItem({
          supplier: { vacation: { startText: '2026-09-28', endText: '2026-10-02' } },
        }),
      },
    ],
    [
      'DRAFT_ITEM_SUPPLIER_LEAVING',
      {
        ...cleanContext,
        item: aWholesaleItem({
          supplier: { vacation: { startText: '2026-10-05', endText: '2026-10-09' } },
        }),
      },
    ],
    [
      'DRAFT_ITEM_FROM_OVERSEA',
      { ...cleanContext, item: aWholesaleItem({ delivery: { isFromOversea: true } }) },
    ],
    ['DRAFT_SOLD_OUT', { ...cleanContext, stock: 0 }],
    ['DRAFT_STOCK_UNKNOWN', { ...cleanContext, stock: null }],
    [
      'DRAFT_LICENCE_MISSING',
      {
        ...cleanContext,
        item: aWholesaleItem({ licence: { isUsable: false, text: '불가' } }),
        content: { ...cleanContent, images: { ...cleanContent.images, product: [] } },
      },
    ],
    [
      'DRAFT_LICENCE_LIMITED',
      {
        ...cleanContext,
        item: aWholesaleItem({
          licence: { isUsable: true, text: '사용 가능. 단, 오픈마켓 판매는 금지합니다.' },
        }),
      },
    ],
    [
      'DRAFT_SUPPLIER_MEMO',
      { ...cleanContext, item: aWholesaleItem({ supplierMemos: ['블랙 품절'] }) },
    ],
    ['DRAFT_CATEGORY_MISSING', withContent({ category: null })],
    [
      'DRAFT_CATEGORY_UNSURE',
      withContent({
        category: { ...kcCategory, decidedBy: 'inference', confidence: 0.59, candidates: [] },
      }),
    ],
    ['DRAFT_CATEGORY_UNCHECKED', { ...cleanContext, category: null }],
    [
      'DRAFT_CATEGORY_NOT_LEAF',
      { ...cleanContext, category: { ...kcCategory, exceptions: [], isLeaf: false } },
    ],
    [
      'DRAFT_CATEGORY_SPECIAL',
      { ...cleanContext, category: { ...kcCategory, exceptions: ['E_COUPON'] } },
    ],
    ['DRAFT_NAME_EMPTY', withContent({ name: ' ' })],
    ['DRAFT_NAME_TOO_LONG', withContent({ name: '가'.repeat(101) })],
    ['DRAFT_NAME_CHARACTERS', withContent({ name: '컵 "대용량"' })],
    ['DRAFT_PICTURE_MISSING', withContent({ images: { product: [], detail: [], excluded: [] } })],
    [
      'DRAFT_PICTURES_TOO_MANY',
      withContent({
        images: {
          product: Array.from({ length: 11 }, (_, at) => `https://a.example/${at}.jpg`),
          detail: [],
          excluded: [],
        },
      }),
    ],
    ['DRAFT_DETAIL_EMPTY', withContent({ detailHtml: '<p>&nbsp;</p>' })],
    ['DRAFT_DETAIL_LARGE', withContent({ detailHtml: 'a'.repeat(1_000_001) })],
    ['DRAFT_NOTICE_MISSING', withContent({ notice: null })],
    [
      'DRAFT_NOTICE_INCOMPLETE',
      withContent({ notice: { type: 'ETC', fields: { itemName: '컵' } } }),
    ],
    ['DRAFT_NOTICE_TYPE_UNKNOWN', { ...cleanContext, noticeType: null }],
    [
      'DRAFT_NOTICE_TOO_LONG',
      withContent({
        notice: {
          type: 'ETC',
          fields: { ...cleanContent.notice?.fields, itemName: '가'.repeat(51) },
        },
      }),
    ],
    ['DRAFT_AS_PHONE_MISSING', withContent({ afterService: { phone: '', guide: '안내' } })],
    ['DRAFT_AS_PHONE_ODD', withContent({ afterService: { phone: '고객센터', guide: '안내' } })],
    ['DRAFT_AS_GUIDE_MISSING', withContent({ afterService: { phone: '02-000-0000', guide: '' } })],
    ['DRAFT_ORIGIN_MISSING', withContent({ origin: null })],
    [
      'DRAFT_IMPORTER_MISSING',
      withContent({ origin: { code: '0200037', importer: null, content: null } }),
    ],
    [
      'DRAFT_ORIGIN_TEXT_MISSING',
      withContent({ origin: { code: '04', importer: null, content: '' } }),
    ],
    [
      'DRAFT_TAGS_TOO_MANY',
      withContent({ tags: Array.from({ length: 11 }, (_, at) => `태그${at}`) }),
    ],
    ['DRAFT_PRICE_BOUNDS', withContent({ price: { ...cleanContent.price, salePriceKrw: 12_005 } })],
    [
      'DRAFT_DISCOUNT_BOUNDS',
      withContent({ price: { ...cleanContent.price, immediateDiscountKrw: 15 } }),
    ],
    [
      'DRAFT_PRICE_BELOW_FLOOR',
      { ...cleanContext, item: aWholesaleItem({ resaleMinimumKrw: 12_001 }) },
    ],
    [
      'DRAFT_PRICE_LOSS',
      withContent({ price: { ...cleanContent.price, immediateDiscountKrw: 8000 } }),
    ],
    [
      'DRAFT_OPTIONS_UNSURE',
      withContent({ options: { ...cleanContent.options, confidence: 0.5 } }),
    ],
    [
      'OPTIONS_SUPPLIER_CHANGED',
      withContent({
        options: {
          ...cleanContent.options,
          supplierChanges: [
            { kind: 'removed', sourceKey: '00', name: '블랙', before: '블랙', after: null },
          ],
        },
      }),
    ],
    ['DRAFT_CERTIFICATION_OPEN', { ...cleanContext, category: kcCategory }],
    [
      'DRAFT_CERTIFICATION_ENTRY',
      {
        ...withContent({
          certification: { kind: 'certified', entries: [{ ...entry, companyName: null }] },
        }),
        category: kcCategory,
      },
    ],
    [
      'DRAFT_COURIER_MISSING',
      withContent({ delivery: { ...cleanContent.delivery, courierCode: '' } }),
    ],
    [
      'DRAFT_COURIER_UNKNOWN',
      withContent({ delivery: { ...cleanContent.delivery, courierCode: 'ABCX' } }),
    ],
    [
      'DRAFT_DELIVERY_FEES',
      withContent({ delivery: { ...cleanContent.delivery, baseFeeKrw: 100_001 } }),
    ],
    [
      'DRAFT_DELIVERY_COLLECT_AS_FREE',
      {
        ...withContent({
          delivery: { ...cleanContent.delivery, feeType: 'FREE', baseFeeKrw: 0, supplierFeeKrw: 0 },
        }),
        item: aWholesaleItem({ delivery: { payer: 'collect' } }),
      },
    ],
    [
      'DRAFT_SHIPPING_ADDRESS',
      withContent({ delivery: { ...cleanContent.delivery, shippingAddressId: 2 } }),
    ],
    [
      'DRAFT_RETURN_ADDRESS',
      withContent({ delivery: { ...cleanContent.delivery, returnAddressId: null } }),
    ],
    [
      'DRAFT_SHIPPING_FROM_OVERSEA',
      {
        ...cleanContext,
        addresses: [{ ...shippingAddress, isOversea: true }, returnAddress],
      },
    ],
    [
      'DRAFT_SAFE_CRITERION_OPEN',
      { ...cleanContext, category: { ...kcCategory, exceptions: ['SAFE_CRITERION'] } },
    ],
    ['DRAFT_BUNDLE', withContent({ unitQuantity: 2 })],
    [
      'DRAFT_CERTIFICATIONS_TOO_MANY',
      withContent({ certification: { kind: 'certified', entries: Array(6).fill(entry) } }),
    ],
    [
      'DRAFT_PICTURES_DROPPED',
      {
        ...cleanContext,
        pictures: [
          {
            kind: 'dropped',
            url: 'https://a.example/1.jpg',
            role: 'detail',
            reason: { code: 'DRAFT_PICTURE_MISSING', severity: 'warn' },
          },
        ],
      },
    ],
    ['DRAFT_RETURN_COURIER_MISSING', { ...cleanContext, returnCouriers: [] }],
    ['DRAFT_ITEM_BANNED', withScreening({ bannedItemNos: ['12345678'] })],
    ['DRAFT_SUPPLIER_BANNED', withScreening({ bannedSuppliers: ['goodseller'] })],
    ['DRAFT_NAME_WORD', withContent({ name: '나이키 텀블러' })],
    ['DRAFT_BRAND_WORD', withContent({ brand: '스타벅스' })],
    ['DRAFT_TAG_WORD', withContent({ tags: ['디즈니컵'] })],
    ['DRAFT_DETAIL_WORD', withContent({ detailHtml: '<p>미러급 제품</p>' })],
    ['DRAFT_NAME_PROMOTION', withContent({ name: '텀블러 무료배송' })],
    ['DRAFT_TAG_RESTRICTED', around({ restrictedTags: new Map([['텀블러', true]]) })],
    [
      'DRAFT_UNIT_PRICE_MISSING',
      { ...cleanContext, category: { ...kcCategory, exceptions: ['UNIT_PRICE'] } },
    ],
    [
      'DRAFT_UNIT_PRICE_INVALID',
      withContent({ unitPrice: { isShown: true, totalCapacity: 0, perCapacity: 100, unit: 'ml' } }),
    ],
    ['DRAFT_CATEGORY_NO_RIGHT', around({ refusedCategoryIds: new Set(['50000001']) })],
    [
      'DRAFT_DUPLICATE_NAME',
      around({ sameNames: [{ itemNo: anItemNo('87654321'), supplierId: 'other' }] }),
    ],
    ['DRAFT_ALREADY_REGISTERED', around({ isRegistered: true })],
    ['DRAFT_PRODUCT_CAP', around({ productCount: 1000 })],
    ['DRAFT_PRODUCT_CAP_NEAR', around({ productCount: 900 })],
    ['DRAFT_ORDER_UNIT', { ...cleanContext, item: aWholesaleItem({ supplyUnit: 3 }) }],
  ];

  it.each(broken)('%s is found where it is broken', (code, context) => {
    expect(codesOf(context)).toContain(code);
  });

  it('all have a draft here that breaks them', () => {
    const shown = new Set(broken.map(([code]) => code));
    expect(PREFLIGHT_RULES.filter((rule) => !shown.has(rule.code))).toEqual([]);
  });

  it('name what a category is for that has no fields here, each kind once', () => {
    const exceptions = ['BOOK', 'BOOK_CHILD', 'ALCOHOL', 'OPTION_PRICE'];
    const context = { ...cleanContext, category: { ...kcCategory, exceptions } };
    const found = runPreflight(PREFLIGHT_RULES, context).find(
      ({ code }) => code === 'DRAFT_CATEGORY_SPECIAL',
    );
    expect(found).toMatchObject({ severity: 'block', params: { kindsKo: '도서, 주류' } });
    const { message } = textOf('DRAFT_CATEGORY_SPECIAL', 'ko', found?.params);
    expect(message).toMatch(/도서, 주류 상품에만 있는 정보/);
  });

  it('take the resale minimum times the pieces of a bundle, and with the cheapest option', () => {
    const item = aWholesaleItem({ resaleMinimumKrw: 11_000 });
    expect(codesOf({ ...cleanContext, item })).toEqual([]);
    expect(codesOf({ ...withContent({ unitQuantity: 2 }), item })).toContain(
      'DRAFT_PRICE_BELOW_FLOOR',
    );
    expect(codesOf({ ...withContent({ options: options([0, -1000]) }), item })).toContain(
      'DRAFT_PRICE_BELOW_FLOOR',
    );
  });

  it('accept a certificate, a recorded exemption, or a mix of both', () => {
    const both = { ...kcCategory, exceptions: ['KC_CERTIFICATION', 'GREEN_PRODUCTS'] };
    const certified = { kind: 'certified', entries: [entry] } as const;
    expect(codesOf({ ...withContent({ certification: certified }), category: kcCategory })).toEqual(
      [],
    );
    expect(codesOf({ ...withContent({ certification: certified }), category: both })).toContain(
      'DRAFT_CERTIFICATION_OPEN',
    );
    expect(
      codesOf({
        ...withContent({ certification: { ...certified, exemptKinds: ['GREEN'] } }),
        category: both,
      }),
    ).toEqual([]);
    expect(
      codesOf({
        ...withContent({ certification: { kind: 'stated-exempt', kinds: ['KC'], statedAtMs: 1 } }),
        category: kcCategory,
      }),
    ).toEqual([]);
  });

  it('take the seller’s own edit of a field as the decision that was asked for', () => {
    const unsure = withContent({ options: { ...cleanContent.options, confidence: 0.5 } });
    const lockedFields: readonly DraftField[] = ['options'];
    expect(codesOf({ ...unsure, lockedFields })).toEqual([]);
  });
});

describe('vacationPhase', () => {
  it('counts days in Korean time, the last one included', () => {
    const vacation = { startText: '2026-10-01', endText: '2026-10-02' };
    expect(vacationPhase(vacation, Date.UTC(2026, 8, 30, 14, 59))).toBe('ahead');
    expect(vacationPhase(vacation, Date.UTC(2026, 8, 30, 15))).toBe('now');
    expect(vacationPhase(vacation, Date.UTC(2026, 9, 2, 14, 59))).toBe('now');
    expect(vacationPhase(vacation, Date.UTC(2026, 9, 2, 15))).toBe('over');
    expect(vacationPhase({ startText: '?', endText: '' }, GATES_AT_MS)).toBe('unknown');
  });
});
