import { COURIERS } from '../couriers';
import { asWhole, type JsonObject } from '../json-value';
import { type Findings, isMissing } from './findings';
import type { ProductContext } from './world';

const PATH = 'originProduct.deliveryInfo';
const ATTRIBUTE_TYPES = [
  'NORMAL',
  'TODAY',
  'OPTION_TODAY',
  'HOPE',
  'TODAY_ARRIVAL',
  'DAWN_ARRIVAL',
  'ARRIVAL_GUARANTEE',
  'SELLER_GUARANTEE',
  'HOPE_SELLER_GUARANTEE',
  'QUICK',
  'PICKUP',
  'QUICK_PICKUP',
];
const FEE_TYPES = ['FREE', 'CONDITIONAL_FREE', 'PAID', 'UNIT_QUANTITY_PAID', 'RANGE_QUANTITY_PAID'];
const PRIORITIES = [
  'PRIMARY',
  ...Array.from({ length: 9 }, (_, index) => `SECONDARY_${index + 1}`),
];
const MAX_BASE_FEE_KRW = 100_000;
const MAX_AREA_FEE_KRW = 200_000;
const MAX_CLAIM_FEE_KRW = 1_000_000;
const MAX_AMOUNT_KRW = 999_999_990;

function checkFee(delivery: JsonObject, findings: Findings): void {
  const fee = findings.object(delivery, PATH, 'deliveryFee', '배송비');
  if (fee === null) return;
  const path = `${PATH}.deliveryFee`;
  const type = findings.choice(fee, path, 'deliveryFeeType', FEE_TYPES, false) ?? 'FREE';
  const isCharged = type !== 'FREE';
  findings.whole(fee, path, 'baseFee', '기본 배송비', {
    isRequired: isCharged,
    min: 0,
    max: MAX_BASE_FEE_KRW,
  });
  findings.choice(
    fee,
    path,
    'deliveryFeePayType',
    ['COLLECT', 'PREPAID', 'COLLECT_OR_PREPAID'],
    isCharged,
  );
  const need = (kind: string, keys: readonly string[], max: number): void => {
    for (const key of keys) {
      findings.whole(fee, path, key, key, { isRequired: type === kind, min: 0, max });
    }
  };
  need('CONDITIONAL_FREE', ['freeConditionalAmount'], MAX_AMOUNT_KRW);
  need('UNIT_QUANTITY_PAID', ['repeatQuantity'], 99_999_999);
  need('RANGE_QUANTITY_PAID', ['secondBaseQuantity', 'secondExtraFee'], 99_999_999);
  if (isMissing(fee.deliveryFeeByArea)) return;
  const area = findings.object(fee, path, 'deliveryFeeByArea', '지역별 추가배송비');
  if (area === null) return;
  const areaPath = `${path}.deliveryFeeByArea`;
  const areaType = findings.choice(area, areaPath, 'deliveryAreaType', ['AREA_2', 'AREA_3'], true);
  findings.whole(area, areaPath, 'area2extraFee', '2권역 추가배송비', {
    min: 0,
    max: MAX_AREA_FEE_KRW,
  });
  findings.whole(area, areaPath, 'area3extraFee', '3권역 추가배송비', {
    isRequired: areaType === 'AREA_3',
    min: 0,
    max: MAX_AREA_FEE_KRW,
  });
}

function checkAddress(
  claim: JsonObject,
  key: 'shippingAddressId' | 'returnAddressId',
  wrongType: string,
  context: ProductContext,
  findings: Findings,
): void {
  const path = `${PATH}.claimDeliveryInfo.${key}`;
  const id = asWhole(claim[key]);
  if (id === null) {
    findings.add(path, 'NotNull', '주소록 번호를 입력해 주세요.');
    return;
  }
  const address = context.world.addresses.get(id);
  if (address === undefined) {
    findings.add(path, 'NotValid.address', `존재하지 않는 주소록 번호입니다. (${id})`);
  } else if (address.addressType === wrongType) {
    findings.add(
      path,
      'NotValid.address',
      `사용할 수 없는 주소 유형입니다. (${address.addressType})`,
    );
  }
}

function checkClaims(delivery: JsonObject, context: ProductContext, findings: Findings): void {
  const claim = findings.object(delivery, PATH, 'claimDeliveryInfo', '반품/교환 배송 정보');
  if (claim === null) return;
  const path = `${PATH}.claimDeliveryInfo`;
  findings.choice(claim, path, 'returnDeliveryCompanyPriorityType', PRIORITIES, false);
  const rule = { isRequired: true, min: 0, max: MAX_CLAIM_FEE_KRW };
  findings.whole(claim, path, 'returnDeliveryFee', '반품 배송비', rule);
  findings.whole(claim, path, 'exchangeDeliveryFee', '교환 배송비', rule);
  if (delivery.deliveryAttributeType === 'ARRIVAL_GUARANTEE') return;
  checkAddress(claim, 'shippingAddressId', 'REFUND_OR_EXCHANGE', context, findings);
  checkAddress(claim, 'returnAddressId', 'RELEASE', context, findings);
}

/** Section 5.3; a body without `deliveryInfo` is a product without delivery. */
export function checkDelivery(
  origin: JsonObject,
  context: ProductContext,
  findings: Findings,
): void {
  if (isMissing(origin.deliveryInfo)) return;
  const delivery = findings.object(origin, 'originProduct', 'deliveryInfo', '배송 정보');
  if (delivery === null) return;
  const type = findings.choice(delivery, PATH, 'deliveryType', ['DELIVERY', 'DIRECT'], true);
  const attribute = findings.choice(delivery, PATH, 'deliveryAttributeType', ATTRIBUTE_TYPES, true);
  if (type === 'DELIVERY') {
    const courier = findings.text(delivery, PATH, 'deliveryCompany', '택배사');
    if (courier !== null && COURIERS[courier] === undefined) {
      const message = `존재하지 않는 택배사 코드입니다. (${courier})`;
      findings.add(`${PATH}.deliveryCompany`, 'NotValid.deliveryCompany', message);
    }
  }
  if (attribute?.endsWith('SELLER_GUARANTEE') === true) {
    findings.text(delivery, PATH, 'outboundLocationId', '출고지');
  }
  findings.flag(delivery, PATH, 'deliveryBundleGroupUsable', '묶음배송 사용 여부', false);
  const group = findings.whole(delivery, PATH, 'deliveryBundleGroupId', '묶음배송 그룹', {});
  if (group !== null && !context.world.isBundleGroup(group)) {
    const message = `존재하지 않는 묶음배송 그룹입니다. (${group})`;
    findings.add(`${PATH}.deliveryBundleGroupId`, 'NotValid.bundleGroup', message);
  }
  checkFee(delivery, findings);
  checkClaims(delivery, context, findings);
}
