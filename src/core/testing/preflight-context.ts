import type { DraftContent } from '@shared/domain/draft';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import { createWordFinder } from '@shared/words/find-words';
import { NOTICE_TYPES } from '../naver/notice-types';
import {
  EMPTY_SURROUNDINGS,
  PREFLIGHT_RULES,
  type PreflightContext,
  runPreflight,
  type Surroundings,
} from '../preflight';
import { aDraft } from './draft';
import { aWholesaleItem } from './wholesale-item';

/** The moment at which the gates below look. */
export const GATES_AT_MS = Date.UTC(2026, 9, 1);

/** Content that no gate finds fault with: no options, 12,000 won, one picture, a complete notice. */
export const cleanContent: DraftContent = aDraft({
  content: {
    name: '진공 텀블러 500ml',
    price: {
      costKrw: 5000,
      salePriceKrw: 12_000,
      immediateDiscountKrw: 0,
      optionFactor: 1.3,
      netProfitKrw: 5000,
      marginRate: 0.4,
      resaleMinimumKrw: null,
    },
    images: { product: ['https://a.example/1.jpg'], detail: [], excluded: [] },
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
    tags: ['텀블러'],
  },
}).content;

const category = {
  id: '50000001',
  name: '텀블러',
  path: '생활/건강>주방용품>텀블러',
  isLeaf: true,
  exceptions: [],
  certifications: [],
};

/** The only address of `cleanContext` to send from; number 2 takes returns. */
export const shippingAddress = {
  id: 1,
  name: '',
  type: 'RELEASE',
  address: '',
  phone: null,
  isOversea: false,
};
export const returnAddress = { ...shippingAddress, id: 2, type: 'REFUND_OR_EXCHANGE' };

/** Everything around `cleanContent`, as the gates get it. */
export const cleanContext: PreflightContext = {
  content: cleanContent,
  lockedFields: [],
  item: aWholesaleItem(),
  settings: defaultSettings(),
  nowMs: GATES_AT_MS,
  category,
  addresses: [shippingAddress, returnAddress],
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

/** A category whose products need a KC certificate. */
export const kcCategory = {
  ...category,
  name: '충전기',
  path: 'x',
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

export function withContent(change: Partial<DraftContent>): PreflightContext {
  return { ...cleanContext, content: { ...cleanContent, ...change } };
}

export function withScreening(change: Partial<Settings['screening']>): PreflightContext {
  const settings = defaultSettings();
  const screening = { ...settings.screening, ...change };
  return {
    ...cleanContext,
    settings: { ...settings, screening },
    findWords: createWordFinder(screening),
  };
}

export function around(
  change: Partial<Surroundings>,
  context: PreflightContext = cleanContext,
): PreflightContext {
  return { ...context, surroundings: { ...EMPTY_SURROUNDINGS, ...change } };
}

/** Codes of all that the gates find. */
export function codesOf(context: PreflightContext): readonly string[] {
  return runPreflight(PREFLIGHT_RULES, context).map((reason) => reason.code);
}
