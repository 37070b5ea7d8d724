import type { PracticeCategory } from '../naver/category-tree';
import type { JsonObject } from '../naver/json-value';

/** A leaf by the end of its path (`여성의류>티셔츠`). */
export function leafEndingWith(
  categories: Iterable<PracticeCategory>,
  ending: string,
): PracticeCategory {
  for (const category of categories) {
    if (category.isLeaf && category.path.endsWith(ending)) return category;
  }
  throw new Error(`no leaf ends with ${ending}`);
}

export interface BodyParts {
  readonly leafCategoryId: string;
  readonly imageUrl: string;
  readonly sellerCode?: string;
}

/** A product with a two-axis option that satisfies every rule. Fresh objects on every call. */
export function wellFormedBody(parts: BodyParts): JsonObject {
  const combination = (one: string, other: string, stockQuantity: number, price: number) => ({
    optionName1: one,
    optionName2: other,
    stockQuantity,
    price,
    usable: true,
  });
  return {
    originProduct: {
      statusType: 'SALE',
      saleType: 'NEW',
      leafCategoryId: parts.leafCategoryId,
      name: '연습용 코튼 라운드 티셔츠',
      detailContent: '<div><p>도톰한 티셔츠</p></div>',
      images: {
        representativeImage: { url: parts.imageUrl },
        optionalImages: [{ url: parts.imageUrl }],
      },
      salePrice: 19_800,
      stockQuantity: 60,
      deliveryInfo: {
        deliveryType: 'DELIVERY',
        deliveryAttributeType: 'NORMAL',
        deliveryCompany: 'CJGLS',
        deliveryBundleGroupUsable: false,
        deliveryFee: { deliveryFeeType: 'PAID', baseFee: 3000, deliveryFeePayType: 'PREPAID' },
        claimDeliveryInfo: {
          returnDeliveryCompanyPriorityType: 'PRIMARY',
          returnDeliveryFee: 3000,
          exchangeDeliveryFee: 6000,
          shippingAddressId: 310_000_001,
          returnAddressId: 310_000_002,
        },
      },
      detailAttribute: {
        afterServiceInfo: {
          afterServiceTelephoneNumber: '02-0000-1234',
          afterServiceGuideContent: '평일 10시에서 17시',
        },
        originAreaInfo: { originAreaCode: '0200037', importer: '연습상사' },
        sellerCodeInfo: { sellerManagementCode: parts.sellerCode ?? 'TEST-1' },
        optionInfo: {
          optionCombinationSortType: 'CREATE',
          optionCombinationGroupNames: { optionGroupName1: '색상', optionGroupName2: '사이즈' },
          optionCombinations: [
            combination('블랙', 'M', 30, 0),
            combination('블랙', 'L', 20, 1500),
            combination('아이보리', 'M', 10, 0),
          ],
          useStockManagement: true,
        },
        taxType: 'TAX',
        minorPurchasable: true,
        productInfoProvidedNotice: {
          productInfoProvidedNoticeType: 'WEAR',
          wear: {
            material: '면 100%',
            color: '블랙, 아이보리',
            size: 'M, L',
            manufacturer: '연습섬유',
            caution: '찬물 세탁',
            packDate: '2026-08',
            warrantyPolicy: '소비자분쟁해결기준에 따름',
            afterServiceDirector: '연습상사 02-0000-1234',
          },
        },
      },
    },
    smartstoreChannelProduct: {
      naverShoppingRegistration: true,
      channelProductDisplayStatusType: 'ON',
    },
  };
}

/** Sets or (with undefined) removes the value at a dotted path such as `originProduct.images`. */
export function changed(body: JsonObject, path: string, value: unknown): JsonObject {
  const copy = structuredClone(body);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let target = copy;
  for (const key of keys) target = target[key] as JsonObject;
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}
