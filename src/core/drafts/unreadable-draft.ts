import type { Draft, DraftContent } from '@shared/domain/draft';
import type { ItemNo, StoreId } from '@shared/domain/ids';

/** What can still be told of a stored draft that cannot be read. */
export interface UnreadableRow {
  readonly storeId: StoreId;
  readonly itemNo: ItemNo;
  readonly name: string;
  readonly version: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** Stands in lists for a draft that cannot be read: blocked, with the reason, and nothing to send. */
export function unreadableDraft(row: UnreadableRow): Draft {
  const { name, ...rest } = row;
  return {
    ...rest,
    state: 'blocked',
    reasons: [{ code: 'DRAFT_UNREADABLE', severity: 'block', params: { itemNo: row.itemNo } }],
    content: { ...EMPTY_CONTENT, name },
    lockedFields: [],
  };
}

const EMPTY_CONTENT: DraftContent = {
  name: '',
  category: null,
  price: {
    costKrw: 0,
    salePriceKrw: 0,
    immediateDiscountKrw: 0,
    optionFactor: 1,
    netProfitKrw: 0,
    marginRate: 0,
    resaleMinimumKrw: null,
  },
  options: {
    type: 'NONE',
    dimensions: [],
    combinations: [],
    addOns: [],
    confidence: 0,
    separator: null,
    steps: [],
    notes: [],
    alternatives: [],
  },
  images: { product: [], detail: [], excluded: [] },
  detailHtml: '',
  notice: null,
  origin: null,
  delivery: {
    feeType: 'FREE',
    baseFeeKrw: 0,
    repeatQuantity: null,
    freeConditionalKrw: null,
    payType: 'PREPAID',
    jejuExtraKrw: 0,
    islandsExtraKrw: 0,
    returnFeeKrw: 0,
    exchangeFeeKrw: 0,
    courierCode: '',
    shippingAddressId: null,
    returnAddressId: null,
    supplierFeeKrw: 0,
  },
  afterService: { phone: '', guide: '' },
  taxType: 'TAX',
  isMinorPurchasable: false,
  certification: { kind: 'not-asked' },
  tags: [],
  manufacturer: null,
  brand: null,
  unitQuantity: 1,
};
