import { json, type PracticeAnswer } from '../gateway/http';
import { readJsonBody } from './body';
import { badRequest, INVALID_DATA, type InvalidInput, notFound } from './errors';
import type { Route, RouteCall } from './gateway';
import { asList, asObject, asObjects, asText, asWhole, child, type JsonObject } from './json-value';
import { type ProductRouteParts, productView } from './product-routes';
import { type StoredProduct, settleStatus } from './product-store';
import { checkImmediateDiscount } from './validation/benefit';
import { createFindings, type Findings } from './validation/findings';
import { checkOptions, combinationStock, STOCK_SUM_MESSAGE } from './validation/options';

const DONE = { code: 'SUCCESS', message: '정상적으로 처리되었습니다.', data: {} };
const MAX_PRICE_KRW = 999_999_990;

function isOptionProduct(product: StoredProduct): boolean {
  const info = asObject(child(product.origin, 'detailAttribute').optionInfo);
  return combinationStock(info) !== null;
}

function checkSalePrice(parent: JsonObject, path: string, key: string, findings: Findings) {
  const price = findings.whole(parent, path, key, '판매가', {
    isRequired: true,
    min: 10,
    max: MAX_PRICE_KRW,
  });
  if (price !== null && price % 10 !== 0) {
    findings.add(`${path}.${key}`, 'NotMultipleOf10', '판매가는 10원 단위로 입력해 주세요.');
  }
  return price;
}

function setDiscount(product: StoredProduct, policy: JsonObject | null): void {
  if (policy === null) return;
  const benefit = child(product.origin, 'customerBenefit');
  product.origin.customerBenefit = { ...benefit, immediateDiscountPolicy: policy };
}

/** Options as they would be after the call; a missing field of a listed option gets its default (6.1). */
function mergeOptions(
  stored: readonly JsonObject[],
  sent: readonly unknown[],
): { options: JsonObject[]; unknownId: number | null } {
  const options = stored.map((option) => ({ ...option }));
  for (const raw of sent) {
    const change = asObject(raw) ?? {};
    const id = asWhole(change.id);
    const option = options.find((known) => known.id === id);
    if (option === undefined) return { options, unknownId: id ?? 0 };
    option.stockQuantity = asWhole(change.stockQuantity) ?? 0;
    option.price = asWhole(change.price) ?? 0;
    option.usable = change.usable ?? true;
  }
  return { options, unknownId: null };
}

async function changeOptionStock(
  { request, params }: RouteCall,
  parts: ProductRouteParts,
): Promise<PracticeAnswer> {
  const nowMs = parts.time.nowMs();
  const read = await readJsonBody(request, nowMs);
  if (read.kind === 'refused') return read.answer;
  const product = parts.store.find(Number(params.originProductNo));
  if (product === null) return notFound('상품', nowMs);
  const body = read.value;
  const findings = createFindings();
  const salePart = asObject(body.productSalePrice);
  const sale =
    salePart === null
      ? asWhole(product.origin.salePrice)
      : checkSalePrice(salePart, 'productSalePrice', 'salePrice', findings);
  const discount = asObject(body.immediateDiscountPolicy);
  if (discount !== null)
    checkImmediateDiscount(discount, 'immediateDiscountPolicy', sale, findings);
  const sent = findings.object(body, '', 'optionInfo', '옵션 정보');
  const detail = child(product.origin, 'detailAttribute');
  const info = child(detail, 'optionInfo');
  const stored = asObjects(info.optionCombinations);
  const merged = mergeOptions(stored, asList(sent?.optionCombinations));
  if (merged.unknownId !== null) {
    const message = `존재하지 않는 옵션id가 있습니다. (optionId : ${merged.unknownId})`;
    return badRequest(message, nowMs, [{ type: 'NotExist.optionId', message }]);
  }
  const nextInfo = { ...info, optionCombinations: merged.options };
  const category = parts.world.categories.get(asText(product.origin.leafCategoryId) ?? '') ?? null;
  if (stored.length > 0) {
    const context = { world: parts.world, category, salePriceKrw: sale, mode: 'update' } as const;
    checkOptions({ optionInfo: nextInfo }, null, context, findings);
  }
  if (findings.list.length > 0) return badRequest(INVALID_DATA, nowMs, findings.list);
  if (stored.length > 0) {
    detail.optionInfo = nextInfo;
    product.origin.stockQuantity = combinationStock(nextInfo);
  }
  if (sale !== null) product.origin.salePrice = sale;
  setDiscount(product, discount);
  settleStatus(product.origin, false);
  parts.store.touch(product);
  return json(200, productView(product, true));
}

const ALLOWED_FROM: Readonly<Record<string, readonly string[]>> = {
  OUTOFSTOCK: ['SALE', 'OUTOFSTOCK'],
  SALE: ['SUSPENSION', 'OUTOFSTOCK', 'SALE'],
  SUSPENSION: ['SALE', 'OUTOFSTOCK', 'WAIT', 'SUSPENSION'],
};

function applyStatus(
  product: StoredProduct,
  wanted: string,
  stock: number | null,
): InvalidInput | null {
  const now = asText(product.origin.statusType) ?? '';
  if (ALLOWED_FROM[wanted]?.includes(now) !== true) {
    return {
      name: 'statusType',
      type: 'NotValid',
      message: `${now}에서 ${wanted}(으)로 변경할 수 없습니다.`,
    };
  }
  const sum = combinationStock(asObject(child(product.origin, 'detailAttribute').optionInfo));
  if (wanted === 'OUTOFSTOCK') {
    product.origin.stockQuantity = 0;
    product.origin.statusType = 'OUTOFSTOCK';
    return null;
  }
  if (wanted === 'SALE' && now === 'OUTOFSTOCK' && stock === null && sum === null) {
    return { name: 'stockQuantity', type: 'NotNull', message: '재고수량 항목을 입력해 주세요.' };
  }
  if (stock !== null && sum !== null && stock !== sum) {
    return { name: 'stockQuantity', type: 'NotValid.optionStockSum', message: STOCK_SUM_MESSAGE };
  }
  if (stock !== null || sum !== null) product.origin.stockQuantity = stock ?? sum;
  product.origin.statusType = wanted;
  settleStatus(product.origin, false);
  return null;
}

async function changeStatus(
  { request, params }: RouteCall,
  parts: ProductRouteParts,
): Promise<PracticeAnswer> {
  const nowMs = parts.time.nowMs();
  const read = await readJsonBody(request, nowMs);
  if (read.kind === 'refused') return read.answer;
  const product = parts.store.find(Number(params.originProductNo));
  if (product === null) return notFound('상품', nowMs);
  const findings = createFindings();
  const path = 'changeStatus';
  const wanted = findings.choice(read.value, path, 'statusType', Object.keys(ALLOWED_FROM), true);
  const stock = findings.whole(read.value, path, 'stockQuantity', '재고수량', { min: 0 });
  if (findings.list.length > 0 || wanted === null) {
    return badRequest(INVALID_DATA, nowMs, findings.list);
  }
  const refusal = applyStatus(product, wanted, stock);
  if (refusal !== null) return badRequest(refusal.message, nowMs, [refusal]);
  parts.store.touch(product);
  return json(200, DONE);
}

/** One entry of a multi-update on a copy; a refusal leaves everything as it was. */
function planMultiUpdate(
  raw: unknown,
  path: string,
  parts: ProductRouteParts,
  findings: Findings,
): (() => void) | null {
  const entry = asObject(raw) ?? {};
  const no = findings.whole(entry, path, 'originProductNo', '원상품번호', { isRequired: true });
  const product = no === null ? null : parts.store.find(no);
  if (product === null) {
    findings.add(`${path}.originProductNo`, 'NotValid', `존재하지 않는 상품입니다. (${no})`);
    return null;
  }
  const types = asList(entry.multiUpdateTypes);
  const known = [
    'SALE_PRICE',
    'IMMEDIATE_DISCOUNT',
    'STOCK',
    'PRODUCT_STATUS_SALE',
    'PRODUCT_STATUS_SUSPENSION',
  ];
  if (types.length === 0 || types.some((type) => !known.includes(String(type)))) {
    findings.choice({}, path, 'multiUpdateTypes', known, true);
    return null;
  }
  const draft: StoredProduct = { ...product, origin: structuredClone(product.origin) };
  if (types.includes('SALE_PRICE')) {
    const part = findings.object(entry, path, 'productSalePrice', '판매가');
    const price = checkSalePrice(part ?? {}, `${path}.productSalePrice`, 'salePrice', findings);
    if (price !== null) draft.origin.salePrice = price;
  }
  if (types.includes('IMMEDIATE_DISCOUNT')) {
    const policy = findings.object(entry, path, 'immediateDiscountPolicy', '즉시할인');
    const sale = asWhole(draft.origin.salePrice);
    checkImmediateDiscount(policy ?? {}, `${path}.immediateDiscountPolicy`, sale, findings);
    setDiscount(draft, policy);
  }
  if (types.includes('STOCK')) {
    const stock = findings.whole(entry, path, 'stockQuantity', '재고수량', {
      isRequired: true,
      min: 0,
    });
    const sum = combinationStock(asObject(child(draft.origin, 'detailAttribute').optionInfo));
    if (stock !== null && sum !== null && stock !== sum) {
      findings.add(`${path}.stockQuantity`, 'NotValid.optionStockSum', STOCK_SUM_MESSAGE);
    }
    if (stock !== null) draft.origin.stockQuantity = stock;
  }
  if (isOptionProduct(draft) && types.includes('SALE_PRICE')) {
    const category = parts.world.categories.get(asText(draft.origin.leafCategoryId) ?? '') ?? null;
    const context = {
      world: parts.world,
      category,
      salePriceKrw: asWhole(draft.origin.salePrice),
      mode: 'update',
    } as const;
    checkOptions(child(draft.origin, 'detailAttribute'), null, context, findings);
  }
  if (types.includes('PRODUCT_STATUS_SALE')) draft.origin.statusType = 'SALE';
  if (types.includes('PRODUCT_STATUS_SUSPENSION')) draft.origin.statusType = 'SUSPENSION';
  settleStatus(draft.origin, false);
  return () => {
    product.origin = draft.origin;
    parts.store.touch(product);
  };
}

async function multiUpdate({ request }: RouteCall, parts: ProductRouteParts) {
  const nowMs = parts.time.nowMs();
  const read = await readJsonBody(request, nowMs);
  if (read.kind === 'refused') return read.answer;
  const findings = createFindings();
  const entries = asList(read.value.multiProductUpdateRequestVos);
  if (entries.length === 0) {
    findings.add('multiProductUpdateRequestVos', 'NotEmpty', '변경할 상품을 입력해 주세요.');
  }
  const plans = entries.map((raw, index) =>
    planMultiUpdate(raw, `multiProductUpdateRequestVos[${index}]`, parts, findings),
  );
  if (findings.list.length > 0) return badRequest(INVALID_DATA, nowMs, findings.list);
  for (const plan of plans) plan?.();
  return json(200, DONE);
}

function bulkPrice(price: number, change: JsonObject): number {
  const value = asWhole(change.value) ?? 0;
  const amount =
    change.productSalePriceChangerUnitType === 'PERCENT'
      ? Math.floor((price * value) / 100)
      : value;
  const raised = { UP: price + amount, DOWN: price - amount, TO: value };
  const next = raised[change.productSalePriceChangerType as keyof typeof raised] ?? price;
  return Math.max(10, Math.floor(next / 10) * 10);
}

const BULK_TYPES = [
  'IMMEDIATE_DISCOUNT',
  'SALE_PRICE',
  'SALE_PERIOD',
  'DELIVERY',
  'DELIVERY_ATTRIBUTE',
  'DELIVERY_HOPE',
  'PURCHASE_BENEFIT',
  'PURCHASE_QUANTITY_LIMIT',
];

async function bulkUpdate({ request }: RouteCall, parts: ProductRouteParts) {
  const nowMs = parts.time.nowMs();
  const read = await readJsonBody(request, nowMs);
  if (read.kind === 'refused') return read.answer;
  const body = read.value;
  const findings = createFindings();
  const type = findings.choice(body, 'bulkUpdate', 'productBulkUpdateType', BULK_TYPES, true);
  const numbers = asList(body.originProductNos).map(Number);
  if (numbers.length === 0)
    findings.add('originProductNos', 'NotEmpty', '상품번호를 입력해 주세요.');
  const products = numbers.map((no) => parts.store.find(no));
  if (products.includes(null))
    findings.add('originProductNos', 'NotValid', '존재하지 않는 상품이 있습니다.');
  const price =
    type === 'SALE_PRICE' ? findings.object(body, '', 'productSalePrice', '판매가') : null;
  const discount =
    type === 'IMMEDIATE_DISCOUNT'
      ? findings.object(body, '', 'immediateDiscountPolicy', '즉시할인')
      : null;
  if (discount !== null)
    checkImmediateDiscount(discount, 'immediateDiscountPolicy', null, findings);
  if (findings.list.length > 0) return badRequest(INVALID_DATA, nowMs, findings.list);
  for (const product of products) {
    if (product === null) continue;
    if (price !== null) {
      product.origin.salePrice = bulkPrice(asWhole(product.origin.salePrice) ?? 0, price);
    }
    setDiscount(product, discount);
    if (type === 'DELIVERY') {
      product.origin.deliveryInfo = {
        ...child(product.origin, 'deliveryInfo'),
        ...child(body, 'deliveryInfo'),
      };
    }
    parts.store.touch(product);
  }
  return json(200, DONE);
}

/** The writes that change little (naver-commerce-api.md 6.1). All-or-nothing per call. */
export function createNarrowUpdateRoutes(parts: ProductRouteParts): readonly Route[] {
  const base = '/v1/products/origin-products';
  return [
    {
      api: `PUT ${base}/{originProductNo}/option-stock`,
      handle: (call) => changeOptionStock(call, parts),
    },
    {
      api: `PUT ${base}/{originProductNo}/change-status`,
      handle: (call) => changeStatus(call, parts),
    },
    { api: `PATCH ${base}/multi-update`, handle: (call) => multiUpdate(call, parts) },
    { api: `PUT ${base}/bulk-update`, handle: (call) => bulkUpdate(call, parts) },
  ];
}
