import { asObject, asText, asWhole, type JsonObject } from '../json-value';
import { type Findings, isMissing } from './findings';

const MAX_DISCOUNT = 10_000_000;

function minuteOf(text: string): number | null {
  const match = /T\d{2}:(\d{2})/.exec(text);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** Section 5.8: start at minute 00, 10, …, 50; end at minute 09, 19, …, 59. */
function checkTenMinutes(method: JsonObject, path: string, findings: Findings): void {
  const rule: readonly [string, number][] = [
    ['startDate', 0],
    ['endDate', 9],
  ];
  for (const [key, digit] of rule) {
    const text = asText(method[key]);
    if (isMissing(method[key])) continue;
    const minute = text === null ? null : minuteOf(text);
    if (minute === null || minute % 10 !== digit) {
      findings.add(`${path}.${key}`, 'NotValid.saleDate', '할인 기간의 분 단위를 확인해 주세요.');
    }
  }
}

/** Checks one `immediateDiscountPolicy`; also used by the narrow update calls. */
export function checkImmediateDiscount(
  policy: JsonObject,
  policyPath: string,
  salePriceKrw: number | null,
  findings: Findings,
): void {
  const path = `${policyPath}.discountMethod`;
  const method = asObject(policy.discountMethod);
  if (method === null) return;
  const unit = findings.choice(method, path, 'unitType', ['PERCENT', 'WON'], true);
  const value = findings.whole(method, path, 'value', '할인 값', {
    isRequired: true,
    min: 1,
    max: MAX_DISCOUNT,
  });
  checkTenMinutes(method, path, findings);
  if (value === null || unit === null) return;
  const isWrong =
    unit === 'PERCENT'
      ? value > 99
      : value < 10 || value % 10 !== 0 || (salePriceKrw !== null && value >= salePriceKrw);
  if (isWrong) {
    findings.add(`${path}.value`, 'NotValid.discount', '할인 값을 확인해 주세요.');
  }
}

/** Section 5.8. */
export function checkBenefit(
  origin: JsonObject,
  salePriceKrw: number | null,
  findings: Findings,
): void {
  const benefit = asObject(origin.customerBenefit);
  const path = 'originProduct.customerBenefit';
  for (const key of ['immediateDiscountPolicy', 'reservedDiscountPolicy']) {
    const policy = asObject(benefit?.[key]);
    if (policy !== null) {
      checkImmediateDiscount(policy, `${path}.${key}`, salePriceKrw, findings);
    }
  }
  const points = asObject(benefit?.purchasePointPolicy);
  if (points === null) return;
  const pointPath = `${path}.purchasePointPolicy`;
  findings.whole(points, pointPath, 'value', '적립 값', { isRequired: true, min: 1 });
  findings.choice(points, pointPath, 'unitType', ['PERCENT', 'WON'], true);
}

/** Final price after an immediate discount, for the search's `discountedPrice`. */
export function discountedPriceKrw(origin: JsonObject): number {
  const sale = asWhole(origin.salePrice) ?? 0;
  const policy = asObject(asObject(origin.customerBenefit)?.immediateDiscountPolicy);
  const method = asObject(policy?.discountMethod);
  const value = asWhole(method?.value);
  if (value === null) return sale;
  return method?.unitType === 'PERCENT' ? Math.floor((sale * (100 - value)) / 100) : sale - value;
}
