import type { Draft, DraftContent } from '@shared/domain/draft';
import { MAIN_STORE } from '@shared/domain/ids';
import { FAKE_START_AT_MS } from './fake-clock';
import { anItemNo } from './wholesale-item';

/** Overrides of `aDraft`; the content may be given in part. */
export type DraftOverrides = Partial<Omit<Draft, 'content'>> & {
  readonly content?: Partial<DraftContent>;
};

/** A draft that passes every gate: no options, 9,900 won, free of certificates. Override what matters. */
export function aDraft(overrides: DraftOverrides = {}): Draft {
  const { content, ...rest } = overrides;
  return {
    storeId: MAIN_STORE,
    itemNo: anItemNo('12345678'),
    state: 'ready',
    reasons: [],
    lockedFields: [],
    version: 1,
    createdAtMs: FAKE_START_AT_MS,
    updatedAtMs: FAKE_START_AT_MS,
    ...rest,
    content: {
      name: '스테인리스 진공 텀블러 500ml',
      category: {
        id: '50000001',
        path: '생활/건강>주방용품>텀블러',
        confidence: 0.9,
        decidedBy: 'inference',
        candidates: [],
      },
      price: {
        costKrw: 5000,
        salePriceKrw: 9900,
        immediateDiscountKrw: 0,
        optionFactor: 1,
        netProfitKrw: 2100,
        marginRate: 0.21,
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
      images: { product: [], detail: [], excluded: [] },
      detailHtml: '<p>가볍고 튼튼한 텀블러입니다.</p>',
      notice: { type: 'ETC', fields: {} },
      origin: { code: '0200037', importer: null, content: null },
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
      afterService: { phone: '02-0000-0000', guide: '평일 10시부터 17시까지' },
      taxType: 'TAX',
      isMinorPurchasable: true,
      certification: { kind: 'not-asked' },
      tags: [],
      manufacturer: null,
      brand: null,
      unitQuantity: 1,
      ...content,
    },
  };
}
