import type { DraftContent, DraftField } from '@shared/domain/draft';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { isMessageCode, textOf } from '@shared/texts/catalogue';
import { createWordFinder } from '@shared/words/find-words';
import { describe, expect, it } from 'vitest';
import { NOTICE_TYPES } from '../naver/notice-types';
import { anItemNo, aWholesaleItem } from '../testing/wholesale-item';
import {
  EMPTY_SURROUNDINGS,
  findRepairs,
  PREFLIGHT_RULES,
  type PreflightContext,
  runPreflight,
  type Surroundings,
} from './index';
import { vacationPhase } from './item-rules';

const NOW_MS = Date.UTC(2026, 9, 1);

const content: DraftContent = {
  name: '진공 텀블러 500ml',
  category: {
    id: '50000001',
    path: '생활/건강>주방용품>텀블러',
    confidence: 0.95,
    decidedBy: 'inference',
    candidates: [],
  },
  price: {
    costKrw: 5000,
    salePriceKrw: 12_000,
    immediateDiscountKrw: 0,
    optionFactor: 1.3,
    netProfitKrw: 5000,
    marginRate: 0.4,
    resaleMinimumKrw: null,
  },
  options: {
    type: 'NONE',
    dimensions: [],
    combinations: [],
    addOns: [],
    confidence: 1,
    separator: null,
    steps: [],
    notes: [],
    alternatives: [],
  },
  images: { product: ['https://a.example/1.jpg'], detail: [], excluded: [] },
  detailHtml: '<p>가볍고 튼튼한 텀블러</p>',
  notice: {
    type: 'ETC',
    fields: {
      itemName: '텀블러',
      modelName: 'TB-1',
      manufacturer: '좋은상사',
      customerServicePhoneNumber: '02-000-0000',
    },
  },
  origin: { code: '0200037', importer: '수입상사', content: null },
  delivery: {
    feeType: 'PAID',
    baseFeeKrw: 3000,
    repeatQuantity: null,
    freeConditionalKrw: null,
    payType: 'PREPAID',
    jejuExtraKrw: 3000,
    islandsExtraKrw: 5000,
    returnFeeKrw: 3000,
    exchangeFeeKrw: 6000,
    courierCode: 'CJGLS',
    shippingAddressId: 1,
    returnAddressId: 2,
    supplierFeeKrw: 3000,
  },
  afterService: { phone: '02-000-0000', guide: '평일 10시부터 17시까지' },
  taxType: 'TAX',
  isMinorPurchasable: true,
  certification: { kind: 'not-asked' },
  tags: ['텀블러'],
  manufacturer: null,
  brand: null,
  unitQuantity: 1,
};

const address = { id: 1, name: '', type: 'RELEASE', address: '', phone: null, isOversea: false };

const clean: PreflightContext = {
  content,
  lockedFields: [],
  item: aWholesaleItem(),
  settings: defaultSettings(),
  nowMs: NOW_MS,
  category: {
    id: '50000001',
    name: '텀블러',
    path: '생활/건강>주방용품>텀블러',
    isLeaf: true,
    exceptions: [],
    certifications: [],
  },
  addresses: [address, { ...address, id: 2, type: 'REFUND_OR_EXCHANGE' }],
  returnCouriers: [{ id: '1', name: '택배', priority: 'PRIMARY' }],
  noticeType: NOTICE_TYPES.find((type) => type.type === 'ETC') ?? null,
  mapped: {
    optionInfo: null,
    supplementProductInfo: null,
    stockQuantity: null,
    problems: [],
    repairs: [],
  },
  stock: 100,
  pictures: null,
  surroundings: EMPTY_SURROUNDINGS,
  findWords: createWordFinder(defaultSettings().screening),
};

function withContent(change: Partial<DraftContent>): PreflightContext {
  return { ...clean, content: { ...content, ...change } };
}

function withScreening(change: Partial<Settings['screening']>): PreflightContext {
  const settings = defaultSettings();
  const screening = { ...settings.screening, ...change };
  return { ...clean, settings: { ...settings, screening }, findWords: createWordFinder(screening) };
}

function around(change: Partial<Surroundings>, context = clean): PreflightContext {
  return { ...context, surroundings: { ...EMPTY_SURROUNDINGS, ...change } };
}

function codes(context: PreflightContext): readonly string[] {
  return runPreflight(PREFLIGHT_RULES, context).map((reason) => reason.code);
}

const options = (additions: readonly number[]): DraftContent['options'] => ({
  ...content.options,
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

const kcCategory = {
  ...clean.category,
  id: '50000001',
  name: '충전기',
  path: 'x',
  isLeaf: true,
  exceptions: ['KC_CERTIFICATION'],
  certifications: [
    {
      id: 7,
      name: '안전확인',
      kindTypes: ['KC_CERTIFICATION'],
      isNumberOptional: false,
      isCompanyNameRequired: true,
    },
  ],
};
const entry = {
  certificationInfoId: 7,
  kindType: 'KC_CERTIFICATION',
  name: '안전확인',
  number: 'HU100-1',
  companyName: '좋은상사',
};

describe('preflight rules', () => {
  it('find nothing on a clean draft', () => {
    expect(codes(clean)).toEqual([]);
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
      { ...clean, item: aWholesaleItem({ status: 'sale-ended', statusText: '판매종료' }) },
    ],
    ['DRAFT_ITEM_ENDED', { ...clean, item: aWholesaleItem({ saleEndsAtMs: NOW_MS - 1 }) }],
    ['DRAFT_ITEM_NOT_ON_DOMEME', { ...clean, item: aWholesaleItem({ isOnDomeme: false }) }],
    ['DRAFT_ITEM_LISTING_DENIED', { ...clean, item: aWholesaleItem({ isListingDenied: true }) }],
    [
      'DRAFT_ITEM_ADULT',
      { ...withContent({ isMinorPurchasable: false }), item: aWholesaleItem({ isAdult: true }) },
    ],
    [
      'DRAFT_ADULT_OPEN_TO_MINORS',
      { ...clean, category: { ...kcCategory, exceptions: ['ADULT'] } },
    ],
    [
      'DRAFT_ITEM_SUPPLIER_AWAY',
      {
        ...clean,
        item: aWholesaleItem({
          supplier: { vacation: { startText: '2026-09-28', endText: '2026-10-02' } },
        }),
      },
    ],
    [
      'DRAFT_ITEM_SUPPLIER_LEAVING',
      {
        ...clean,
        item: aWholesaleItem({
          supplier: { vacation: { startText: '2026-10-05', endText: '2026-10-09' } },
        }),
      },
    ],
    [
      'DRAFT_ITEM_FROM_OVERSEA',
      { ...clean, item: aWholesaleItem({ delivery: { isFromOversea: true } }) },
    ],
    ['DRAFT_SOLD_OUT', { ...clean, stock: 0 }],
    ['DRAFT_STOCK_UNKNOWN', { ...clean, stock: null }],
    [
      'DRAFT_LICENCE_MISSING',
      {
        ...clean,
        item: aWholesaleItem({ licence: { isUsable: false, text: '불가' } }),
        content: { ...content, images: { ...content.images, product: [] } },
      },
    ],
    [
      'DRAFT_LICENCE_LIMITED',
      {
        ...clean,
        item: aWholesaleItem({
          licence: { isUsable: true, text: '사용 가능. 단, 오픈마켓 판매는 금지합니다.' },
        }),
      },
    ],
    ['DRAFT_SUPPLIER_MEMO', { ...clean, item: aWholesaleItem({ supplierMemos: ['블랙 품절'] }) }],
    ['DRAFT_CATEGORY_MISSING', withContent({ category: null })],
    [
      'DRAFT_CATEGORY_UNSURE',
      withContent({
        category: { ...kcCategory, decidedBy: 'inference', confidence: 0.59, candidates: [] },
      }),
    ],
    ['DRAFT_CATEGORY_UNCHECKED', { ...clean, category: null }],
    [
      'DRAFT_CATEGORY_NOT_LEAF',
      { ...clean, category: { ...kcCategory, exceptions: [], isLeaf: false } },
    ],
    ['DRAFT_CATEGORY_SPECIAL', { ...clean, category: { ...kcCategory, exceptions: ['E_COUPON'] } }],
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
    ['DRAFT_NOTICE_TYPE_UNKNOWN', { ...clean, noticeType: null }],
    [
      'DRAFT_NOTICE_TOO_LONG',
      withContent({
        notice: { type: 'ETC', fields: { ...content.notice?.fields, itemName: '가'.repeat(51) } },
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
    ['DRAFT_PRICE_BOUNDS', withContent({ price: { ...content.price, salePriceKrw: 12_005 } })],
    [
      'DRAFT_DISCOUNT_BOUNDS',
      withContent({ price: { ...content.price, immediateDiscountKrw: 15 } }),
    ],
    ['DRAFT_PRICE_BELOW_FLOOR', { ...clean, item: aWholesaleItem({ resaleMinimumKrw: 12_001 }) }],
    ['DRAFT_PRICE_LOSS', withContent({ price: { ...content.price, immediateDiscountKrw: 8000 } })],
    ['DRAFT_OPTIONS_UNSURE', withContent({ options: { ...content.options, confidence: 0.5 } })],
    [
      'OPTIONS_SUPPLIER_CHANGED',
      withContent({
        options: {
          ...content.options,
          supplierChanges: [
            { kind: 'removed', sourceKey: '00', name: '블랙', before: '블랙', after: null },
          ],
        },
      }),
    ],
    ['DRAFT_CERTIFICATION_OPEN', { ...clean, category: kcCategory }],
    [
      'DRAFT_CERTIFICATION_ENTRY',
      {
        ...withContent({
          certification: { kind: 'certified', entries: [{ ...entry, companyName: null }] },
        }),
        category: kcCategory,
      },
    ],
    ['DRAFT_COURIER_MISSING', withContent({ delivery: { ...content.delivery, courierCode: '' } })],
    [
      'DRAFT_COURIER_UNKNOWN',
      withContent({ delivery: { ...content.delivery, courierCode: 'ABCX' } }),
    ],
    [
      'DRAFT_DELIVERY_FEES',
      withContent({ delivery: { ...content.delivery, baseFeeKrw: 100_001 } }),
    ],
    [
      'DRAFT_DELIVERY_COLLECT_AS_FREE',
      {
        ...withContent({
          delivery: { ...content.delivery, feeType: 'FREE', baseFeeKrw: 0, supplierFeeKrw: 0 },
        }),
        item: aWholesaleItem({ delivery: { payer: 'collect' } }),
      },
    ],
    [
      'DRAFT_SHIPPING_ADDRESS',
      withContent({ delivery: { ...content.delivery, shippingAddressId: 2 } }),
    ],
    [
      'DRAFT_RETURN_ADDRESS',
      withContent({ delivery: { ...content.delivery, returnAddressId: null } }),
    ],
    [
      'DRAFT_SHIPPING_FROM_OVERSEA',
      {
        ...clean,
        addresses: [
          { ...address, isOversea: true },
          { ...address, id: 2, type: 'REFUND_OR_EXCHANGE' },
        ],
      },
    ],
    [
      'DRAFT_SAFE_CRITERION_OPEN',
      { ...clean, category: { ...kcCategory, exceptions: ['SAFE_CRITERION'] } },
    ],
    ['DRAFT_BUNDLE', withContent({ unitQuantity: 2 })],
    [
      'DRAFT_CERTIFICATIONS_TOO_MANY',
      withContent({ certification: { kind: 'certified', entries: Array(6).fill(entry) } }),
    ],
    [
      'DRAFT_PICTURES_DROPPED',
      {
        ...clean,
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
    ['DRAFT_RETURN_COURIER_MISSING', { ...clean, returnCouriers: [] }],
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
      { ...clean, category: { ...kcCategory, exceptions: ['UNIT_PRICE'] } },
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
    ['DRAFT_ORDER_UNIT', { ...clean, item: aWholesaleItem({ supplyUnit: 3 }) }],
  ];

  it.each(broken)('%s is found where it is broken', (code, context) => {
    expect(codes(context)).toContain(code);
  });

  it('all have a draft here that breaks them', () => {
    const shown = new Set(broken.map(([code]) => code));
    expect(PREFLIGHT_RULES.filter((rule) => !shown.has(rule.code))).toEqual([]);
  });

  it('take the resale minimum times the pieces of a bundle, and with the cheapest option', () => {
    const item = aWholesaleItem({ resaleMinimumKrw: 11_000 });
    expect(codes({ ...clean, item })).toEqual([]);
    expect(codes({ ...withContent({ unitQuantity: 2 }), item })).toContain(
      'DRAFT_PRICE_BELOW_FLOOR',
    );
    expect(codes({ ...withContent({ options: options([0, -1000]) }), item })).toContain(
      'DRAFT_PRICE_BELOW_FLOOR',
    );
  });

  it('accept a certificate, a recorded exemption, or a mix of both', () => {
    const both = { ...kcCategory, exceptions: ['KC_CERTIFICATION', 'GREEN_PRODUCTS'] };
    const certified = { kind: 'certified', entries: [entry] } as const;
    expect(codes({ ...withContent({ certification: certified }), category: kcCategory })).toEqual(
      [],
    );
    expect(codes({ ...withContent({ certification: certified }), category: both })).toContain(
      'DRAFT_CERTIFICATION_OPEN',
    );
    expect(
      codes({
        ...withContent({ certification: { ...certified, exemptKinds: ['GREEN'] } }),
        category: both,
      }),
    ).toEqual([]);
    expect(
      codes({
        ...withContent({ certification: { kind: 'stated-exempt', kinds: ['KC'], statedAtMs: 1 } }),
        category: kcCategory,
      }),
    ).toEqual([]);
  });

  it('take the seller’s own edit of a field as the decision that was asked for', () => {
    const unsure = withContent({ options: { ...content.options, confidence: 0.5 } });
    const lockedFields: readonly DraftField[] = ['options'];
    expect(codes({ ...unsure, lockedFields })).toEqual([]);
  });
});

describe('decisions of the seller against a rule', () => {
  const override = {
    code: 'DRAFT_NAME_WORD',
    subject: '나이키',
    note: '정품 증빙 보관',
    madeBy: 'kim',
    atMs: NOW_MS,
  };

  it('let exactly the finding pass that was decided on, and stay visible', () => {
    const named = withContent({ name: '나이키 텀블러' });
    const [found] = runPreflight(PREFLIGHT_RULES, around({ overrides: [override] }, named));
    expect(found).toMatchObject({
      code: 'DRAFT_OVERRIDDEN',
      severity: 'warn',
      params: { subject: '나이키', madeBy: 'kim', note: '정품 증빙 보관' },
    });
    const other = withContent({ name: '나이키 샤넬 텀블러' });
    expect(codes(around({ overrides: [override] }, other))).toContain('DRAFT_NAME_WORD');
  });

  it('never let a block pass', () => {
    const blocked = withContent({ name: '짝퉁 텀블러' });
    const decided = { ...override, subject: '짝퉁' };
    expect(codes(around({ overrides: [decided] }, blocked))).toEqual(['DRAFT_NAME_WORD']);
  });
});

describe('what the marketplace refused', () => {
  it('stops the draft until it is changed or the seller says that it is settled there', () => {
    const refusal = {
      code: 'NAVER_REJECTED_CATEGORY_RIGHT',
      severity: 'block',
      field: 'category',
      params: { path: '-' },
    } as const;
    expect(codes(around({ refusals: [refusal] }))).toEqual(['NAVER_REJECTED_CATEGORY_RIGHT']);
    const settled = { code: refusal.code, subject: '-', note: '', madeBy: 'kim', atMs: NOW_MS };
    expect(codes(around({ refusals: [refusal], overrides: [settled] }))).toEqual([
      'DRAFT_OVERRIDDEN',
    ]);
  });
});

describe('repairs', () => {
  it('offer changes after which the rule is silent', () => {
    const cases = [
      withContent({ name: '컵 "대용량"' }),
      withContent({ name: '가'.repeat(120) }),
      withContent({ tags: Array.from({ length: 11 }, (_, at) => `태그${at}`) }),
      withContent({ name: '나이키 샤넬 진공 텀블러' }),
      withContent({ name: '진공 텀블러 무료배송 특가' }),
      withContent({ tags: ['디즈니컵', '보온병'] }),
      around({ restrictedTags: new Map([['텀블러', true]]) }),
    ];
    for (const context of cases) {
      const [repair] = findRepairs(PREFLIGHT_RULES, context);
      expect(repair).toBeDefined();
      expect(codes({ ...context, content: { ...context.content, ...repair?.change } })).toEqual([]);
    }
  });

  it('leave the stock of a bundled product in pieces', () => {
    const row = { values: ['가*나'], priceKrw: 0, stock: 11, usable: true, sourceKey: '00' };
    const options = {
      ...content.options,
      type: 'SIMPLE' as const,
      dimensions: [{ name: '색상', values: ['가*나'] }],
      combinations: [row],
    };
    const sold = { ...row, values: ['가나'], stock: 2 };
    const context: PreflightContext = {
      ...withContent({ options, unitQuantity: 5 }),
      mapped: {
        ...clean.mapped,
        problems: [{ code: 'OPTIONS_DUPLICATE_LEFT_OUT', severity: 'block', field: 'options' }],
        repairs: [
          {
            kind: 'rename',
            salePriceKrw: 0,
            discountKrw: 0,
            shiftKrw: 0,
            explanation: { ko: '', en: '' },
            changes: [],
            model: {
              type: 'SIMPLE',
              dimensions: [{ name: '색상', values: ['가나'] }],
              combinations: [sold],
              addOns: [],
            },
          },
        ],
      },
    };
    const [repair] = findRepairs(PREFLIGHT_RULES, context).filter((found) => found.change.options);
    expect(repair?.change.options?.combinations).toEqual([{ ...row, values: ['가나'] }]);
  });

  it('offer nothing on a clean draft', () => {
    expect(findRepairs(PREFLIGHT_RULES, clean)).toEqual([]);
  });
});

describe('vacationPhase', () => {
  it('counts days in Korean time, the last one included', () => {
    const vacation = { startText: '2026-10-01', endText: '2026-10-02' };
    expect(vacationPhase(vacation, Date.UTC(2026, 8, 30, 14, 59))).toBe('ahead');
    expect(vacationPhase(vacation, Date.UTC(2026, 8, 30, 15))).toBe('now');
    expect(vacationPhase(vacation, Date.UTC(2026, 9, 2, 14, 59))).toBe('now');
    expect(vacationPhase(vacation, Date.UTC(2026, 9, 2, 15))).toBe('over');
    expect(vacationPhase({ startText: '?', endText: '' }, NOW_MS)).toBe('unknown');
  });
});
