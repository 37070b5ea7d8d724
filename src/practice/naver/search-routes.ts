import { koreanTimestamp } from '../gateway/clock';
import { json, type PracticeAnswer } from '../gateway/http';
import { readJsonBody } from './body';
import { badRequest, INVALID_DATA, notFound } from './errors';
import type { Route, RouteCall } from './gateway';
import { asList, asText, asWhole, child } from './json-value';
import type { ProductRouteParts } from './product-routes';
import { type StoredProduct, sellerCodeOf } from './product-store';
import { discountedPriceKrw } from './validation/benefit';
import { createFindings } from './validation/findings';

/** What searches work on. */
export interface SearchRouteParts extends ProductRouteParts {
  /** How long a new product stays out of the search. */
  searchDelayMs(): number;
}

const MAX_SIZE = 500;
const DEFAULT_SIZE = 50;
const KEYWORD_TYPES = ['CHANNEL_PRODUCT_NO', 'PRODUCT_NO', 'GROUP_PRODUCT_NO', 'SELLER_CODE'];

function wholeIds(parts: ProductRouteParts, categoryId: string): string {
  const ids: string[] = [];
  let category = parts.world.categories.get(categoryId);
  while (category !== undefined) {
    ids.unshift(category.id);
    category =
      category.parentId === null ? undefined : parts.world.categories.get(category.parentId);
  }
  return ids.join('>');
}

function contentOf(product: StoredProduct, parts: ProductRouteParts): object {
  const { origin } = product;
  const detail = child(origin, 'detailAttribute');
  const delivery = child(origin, 'deliveryInfo');
  const claim = child(delivery, 'claimDeliveryInfo');
  const shopping = child(detail, 'naverShoppingSearchInfo');
  const categoryId = asText(origin.leafCategoryId) ?? '';
  return {
    originProductNo: product.originProductNo,
    channelProducts: [
      {
        originProductNo: product.originProductNo,
        channelProductNo: product.channelProductNo,
        channelServiceType: 'STOREFARM',
        categoryId,
        wholeCategoryName: parts.world.categories.get(categoryId)?.path ?? '',
        wholeCategoryId: wholeIds(parts, categoryId),
        name: product.channel.channelProductName ?? origin.name,
        sellerManagementCode: sellerCodeOf(product) ?? undefined,
        statusType: origin.statusType,
        channelProductDisplayStatusType: product.channel.channelProductDisplayStatusType,
        salePrice: origin.salePrice,
        discountedPrice: discountedPriceKrw(origin),
        stockQuantity: origin.stockQuantity,
        deliveryAttributeType: delivery.deliveryAttributeType,
        deliveryFee: asWhole(child(delivery, 'deliveryFee').baseFee) ?? 0,
        returnFee: claim.returnDeliveryFee,
        exchangeFee: claim.exchangeDeliveryFee,
        representativeImage: child(origin, 'images').representativeImage,
        brandName: shopping.brandName,
        manufacturerName: shopping.manufacturerName,
        sellerTags: asList(child(detail, 'seoInfo').sellerTags),
        regDate: koreanTimestamp(product.registeredAtMs),
        modifiedDate: koreanTimestamp(product.modifiedAtMs),
      },
    ],
  };
}

type Order = (one: StoredProduct, other: StoredProduct) => number;

const price = (product: StoredProduct): number => asWhole(product.origin.salePrice) ?? 0;
const ORDERS: Readonly<Record<string, Order>> = {
  NO: (one, other) => other.originProductNo - one.originProductNo,
  NAME: (one, other) => String(one.origin.name).localeCompare(String(other.origin.name), 'ko'),
  SELLER_CODE: (one, other) => (sellerCodeOf(one) ?? '').localeCompare(sellerCodeOf(other) ?? ''),
  LOW_PRICE: (one, other) => price(one) - price(other),
  HIGH_PRICE: (one, other) => price(other) - price(one),
  REG_DATE: (one, other) => other.registeredAtMs - one.registeredAtMs,
  MOD_DATE: (one, other) => other.modifiedAtMs - one.modifiedAtMs,
};

async function search({ request }: RouteCall, parts: SearchRouteParts): Promise<PracticeAnswer> {
  const nowMs = parts.time.nowMs();
  const read = await readJsonBody(request, nowMs);
  if (read.kind === 'refused') return read.answer;
  const body = read.value;
  const findings = createFindings();
  findings.choice(body, 'search', 'searchKeywordType', KEYWORD_TYPES, false);
  const page = findings.whole(body, 'search', 'page', '페이지', { min: 1 }) ?? 1;
  const size =
    findings.whole(body, 'search', 'size', '크기', { min: 1, max: MAX_SIZE }) ?? DEFAULT_SIZE;
  if (findings.list.length > 0) return badRequest(INVALID_DATA, nowMs, findings.list);

  const numbers = (key: string): ReadonlySet<number> => new Set(asList(body[key]).map(Number));
  const channels = numbers('channelProductNos');
  const origins = numbers('originProductNos');
  // Similar match, not equal: a client has to compare by itself (#1828).
  const code = (asText(body.sellerManagementCode) ?? '').toLowerCase();
  const statuses = new Set(asList(body.productStatusTypes).map(String));
  const found = parts.store
    .all()
    .filter((product) => product.registeredAtMs + parts.searchDelayMs() <= nowMs)
    .filter((product) => channels.size === 0 || channels.has(product.channelProductNo))
    .filter((product) => origins.size === 0 || origins.has(product.originProductNo))
    .filter((product) => code === '' || (sellerCodeOf(product) ?? '').toLowerCase().includes(code))
    .filter((product) => statuses.size === 0 || statuses.has(String(product.origin.statusType)))
    .sort(ORDERS[asText(body.orderType) ?? 'NO'] ?? ORDERS.NO);
  const totalPages = Math.ceil(found.length / size);
  return json(200, {
    contents: found.slice((page - 1) * size, page * size).map((one) => contentOf(one, parts)),
    page,
    size,
    totalElements: found.length,
    totalPages,
    sort: { sorted: true, fields: [{ name: asText(body.orderType) ?? 'NO', direction: 'DESC' }] },
    first: page === 1,
    last: page >= totalPages,
  });
}

function listInspections({ request }: RouteCall, parts: ProductRouteParts): PracticeAnswer {
  const page = Number(request.query.get('page') ?? 1);
  const size = Number(request.query.get('size') ?? 10);
  if (![10, 50, 100].includes(size)) {
    return badRequest(INVALID_DATA, parts.time.nowMs(), [
      { name: 'size', type: 'NotValid', message: 'size는 10, 50, 100 중 하나여야 합니다.' },
    ]);
  }
  const blocked = parts.store.all().filter((product) => product.inspection !== null);
  return json(200, {
    contents: blocked.slice((page - 1) * size, page * size).map((product) => ({
      channelProductNo: product.channelProductNo,
      reason: product.inspection?.reason,
      action: product.inspection?.action,
      restorationRequestAvailable: true,
    })),
    page,
    size,
    totalElements: blocked.length,
    totalPages: Math.ceil(blocked.length / size),
  });
}

function restore({ params }: RouteCall, parts: ProductRouteParts): PracticeAnswer {
  const product = parts.store.findByChannel(Number(params.channelProductNo));
  if (product === null) return notFound('상품', parts.time.nowMs());
  product.inspection = null;
  product.origin.statusType = 'UNADMISSION';
  parts.store.touch(product);
  return json(200, {});
}

/** Search and inspection (naver-commerce-api.md 6.2). */
export function createSearchRoutes(parts: SearchRouteParts): readonly Route[] {
  return [
    { api: 'POST /v1/products/search', handle: (call) => search(call, parts) },
    {
      api: 'GET /v1/product-inspections/channel-products',
      handle: (call) => listInspections(call, parts),
    },
    {
      api: 'PUT /v1/product-inspections/channel-product/{channelProductNo}/restore',
      handle: (call) => restore(call, parts),
    },
  ];
}
