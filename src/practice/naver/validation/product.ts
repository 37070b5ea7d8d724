import type { InvalidInput } from '../errors';
import { asList, asObject, asText, asWhole, type JsonObject } from '../json-value';
import { checkBenefit } from './benefit';
import { checkDelivery } from './delivery';
import { checkDetailAttribute } from './detail-attribute';
import { createFindings, type Findings, isMissing } from './findings';
import type { ProductContext, ProductWorld } from './world';

const ORIGIN = 'originProduct';
const MAX_NAME = 100;
const MAX_SALE_PRICE_KRW = 999_999_990;
const MAX_STOCK = 99_999_999;
const MAX_OPTIONAL_IMAGES = 9;
const FORBIDDEN_IN_NAME = /[\\*?"<>]/;

function checkImageUrl(raw: unknown, path: string, world: ProductWorld, findings: Findings): void {
  const url = findings.text(asObject(raw) ?? {}, path, 'url', '이미지 URL');
  if (url !== null && !world.isUploaded(url)) {
    findings.add(`${path}.url`, 'InvalidImageUrl', '정상적으로 업로드한 이미지만 등록 가능합니다.');
  }
}

function checkImages(origin: JsonObject, world: ProductWorld, findings: Findings): void {
  const images = findings.object(origin, ORIGIN, 'images', '이미지');
  if (images === null) return;
  const path = `${ORIGIN}.images`;
  if (findings.object(images, path, 'representativeImage', '대표 이미지') !== null) {
    checkImageUrl(images.representativeImage, `${path}.representativeImage`, world, findings);
  }
  const optional = asList(images.optionalImages);
  if (optional.length > MAX_OPTIONAL_IMAGES) {
    const message = `추가 이미지는 ${MAX_OPTIONAL_IMAGES}개까지 등록할 수 있습니다.`;
    findings.add(`${path}.optionalImages`, 'SizeMax', message);
  }
  optional.forEach((image, index) => {
    checkImageUrl(image, `${path}.optionalImages[${index}]`, world, findings);
  });
}

function checkCategory(
  origin: JsonObject,
  world: ProductWorld,
  mode: 'create' | 'update',
  findings: Findings,
): ProductContext['category'] {
  const path = `${ORIGIN}.leafCategoryId`;
  if (mode === 'update' && isMissing(origin.leafCategoryId)) {
    const shopping = asObject(asObject(origin.detailAttribute)?.naverShoppingSearchInfo);
    if (!isMissing(shopping?.modelId)) {
      findings.add(path, 'NotNull', '카테고리 항목을 입력해 주세요.');
    }
    return null;
  }
  const id = findings.text(origin, ORIGIN, 'leafCategoryId', '카테고리');
  if (id === null) return null;
  const category = world.categories.get(id) ?? null;
  if (category === null || !category.isLeaf) {
    findings.add(
      path,
      'NotValid.leafCategoryId',
      `최하위 카테고리가 아니거나 없는 카테고리입니다. (${id})`,
    );
    return null;
  }
  if (!category.hasSaleRight) {
    const message = '등록권한이 있어야만 판매가 가능합니다.';
    findings.add(null, 'NotAuthority.product.category.id', message);
  }
  return category;
}

function checkSaleDates(origin: JsonObject, findings: Findings): void {
  for (const [key, minute] of [
    ['saleStartDate', '00'],
    ['saleEndDate', '59'],
  ] as const) {
    if (isMissing(origin[key])) continue;
    const text = asText(origin[key]) ?? '';
    if (!new RegExp(`T\\d{2}:${minute}`).test(text)) {
      const message = `판매 기간의 분은 ${minute}분이어야 합니다.`;
      findings.add(`${ORIGIN}.${key}`, 'NotValid.saleDate', message);
    }
  }
}

function checkBasics(
  origin: JsonObject,
  mode: 'create' | 'update',
  findings: Findings,
): { salePriceKrw: number | null; stockQuantity: number | null } {
  // An update to no stock ignores the status, so that a product read back can be sent as it is.
  const statuses = [
    'SALE',
    'SUSPENSION',
    ...(mode === 'update' && origin.stockQuantity === 0 ? ['OUTOFSTOCK'] : []),
  ];
  findings.choice(origin, ORIGIN, 'statusType', statuses, true);
  findings.choice(origin, ORIGIN, 'saleType', ['NEW', 'OLD'], false);
  const name = findings.text(origin, ORIGIN, 'name', '상품명', MAX_NAME);
  if (name !== null && FORBIDDEN_IN_NAME.test(name)) {
    const message = '상품명 항목에 등록불가인 특수문자가 포함되어 있습니다.';
    findings.add(`${ORIGIN}.name`, 'NotValid.productName', message);
  }
  if (mode === 'create' || !isMissing(origin.detailContent)) {
    findings.text(origin, ORIGIN, 'detailContent', '상품 상세 정보');
  }
  checkSaleDates(origin, findings);
  const salePriceKrw = findings.whole(origin, ORIGIN, 'salePrice', '판매가', {
    isRequired: true,
    min: 10,
    max: MAX_SALE_PRICE_KRW,
  });
  if (salePriceKrw !== null && salePriceKrw % 10 !== 0) {
    findings.add(`${ORIGIN}.salePrice`, 'NotMultipleOf10', '판매가는 10원 단위로 입력해 주세요.');
  }
  const stockQuantity = findings.whole(origin, ORIGIN, 'stockQuantity', '재고수량', {
    isRequired: mode === 'create',
    min: 0,
    max: MAX_STOCK,
  });
  return { salePriceKrw, stockQuantity };
}

function shipsFromAbroad(origin: JsonObject, world: ProductWorld): boolean {
  const claim = asObject(asObject(origin.deliveryInfo)?.claimDeliveryInfo);
  const id = asWhole(claim?.shippingAddressId);
  return id !== null && world.addresses.get(id)?.overseasAddress === true;
}

function checkChannels(body: JsonObject, isNeeded: boolean, findings: Findings): void {
  const path = 'smartstoreChannelProduct';
  if (isMissing(body[path]) && !isNeeded) return;
  const channel = findings.object(body, '', path, '스마트스토어 채널상품');
  if (channel === null) return;
  findings.flag(channel, path, 'naverShoppingRegistration', '네이버쇼핑 등록 여부', true);
  const statuses = ['ON', 'SUSPENSION'];
  findings.choice(channel, path, 'channelProductDisplayStatusType', statuses, true);
  findings.optionalText(channel, path, 'channelProductName', '채널 상품명', MAX_NAME);
}

/**
 * Which call the body came with; a changed category of a stored product is told by
 * `storedCategoryId`.
 */
export interface ProductCheck {
  readonly mode: 'create' | 'update';
  /** False for an update by channel product number (6.1). */
  readonly needsChannel: boolean;
  readonly storedCategoryId?: string;
}

/** Every rule of section 5 that the practice market knows; empty when the body is right. */
export function checkProduct(
  body: JsonObject,
  world: ProductWorld,
  check: ProductCheck,
): readonly InvalidInput[] {
  const findings = createFindings();
  const origin = findings.object(body, '', ORIGIN, '원상품');
  checkChannels(body, check.needsChannel, findings);
  if (origin === null) return findings.list;
  const chosen = checkCategory(origin, world, check.mode, findings);
  const stored = world.categories.get(check.storedCategoryId ?? '') ?? null;
  const basics = checkBasics(origin, check.mode, findings);
  const context: ProductContext = {
    world,
    category: chosen ?? stored,
    salePriceKrw: basics.salePriceKrw,
    mode: check.mode,
  };
  checkImages(origin, world, findings);
  checkDelivery(origin, context, findings);
  const facts = {
    stockQuantity: basics.stockQuantity,
    shipsFromAbroad: shipsFromAbroad(origin, world),
  };
  checkDetailAttribute(origin, facts, context, findings);
  checkBenefit(origin, basics.salePriceKrw, findings);
  return findings.list;
}
