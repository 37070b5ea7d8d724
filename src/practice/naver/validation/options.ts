import { asList, asObject, asText, asWhole, child, type JsonObject } from '../json-value';
import { type Findings, isMissing } from './findings';
import type { ProductContext } from './world';

const PATH = 'originProduct.detailAttribute.optionInfo';
const MAX_TEXT = 25;
const MAX_AXES = 3;
const MAX_CUSTOM = 5;
const MAX_STOCK = 99_999_999;
const MAX_PRICE = 999_999_990;
const FORBIDDEN = /[\\*?"<>]/;
const FORBIDDEN_MESSAGE =
  '옵션값 항목에 등록불가인 특수문자가 포함되어 있습니다. 등록불가 특수문자 : \\ * ? " < >';
/** naver-commerce-api.md 5.5: from 2026-09-16 no combination may cost less than this. */
const FLOOR_KRW = 10;

/** Window of the extra price for a price before discount (5.5, seller notices 100001516 and 2283). */
export function optionPriceWindow(salePriceKrw: number): { minKrw: number; maxKrw: number } {
  if (salePriceKrw < 2_000) return { minKrw: 0, maxKrw: salePriceKrw };
  const half = Math.floor(salePriceKrw / 2);
  if (salePriceKrw < 10_000) return { minKrw: -half, maxKrw: salePriceKrw };
  return { minKrw: -half, maxKrw: half };
}

function checkWord(word: string, path: string, findings: Findings): void {
  if ([...word].length > MAX_TEXT) {
    findings.add(
      path,
      'LengthMax',
      `옵션명과 옵션값은 ${MAX_TEXT}자 이하로 입력해 주세요. (${word})`,
    );
  }
  if (FORBIDDEN.test(word)) findings.add(path, 'NotValid.optionCharacter', FORBIDDEN_MESSAGE);
}

interface Combination {
  readonly values: readonly string[];
  readonly priceKrw: number;
  readonly stock: number;
  readonly isUsable: boolean;
}

function readAxes(info: JsonObject, findings: Findings): string[] {
  const names = asObject(info.optionCombinationGroupNames);
  const path = `${PATH}.optionCombinationGroupNames`;
  if (names === null) {
    findings.add(path, 'NotNull', '조합형 옵션명 항목을 입력해 주세요.');
    return [];
  }
  const axes: string[] = [];
  for (let axis = 1; axis <= MAX_AXES; axis += 1) {
    const key = `optionGroupName${axis}`;
    const name = axis === 1 ? findings.text(names, path, key, '옵션명') : asText(names[key]);
    if (name === null || name === '') {
      if (axes.length < axis - 1 || axis === 1) continue;
      break;
    }
    if (axes.length < axis - 1) {
      findings.add(`${path}.${key}`, 'NotValid.optionAxes', '옵션명은 순서대로 입력해 주세요.');
    }
    checkWord(name, `${path}.${key}`, findings);
    axes.push(name);
  }
  if (new Set(axes).size !== axes.length) {
    findings.add(path, 'Duplicated', '중복된 옵션명이 있습니다.');
  }
  return axes;
}

function readCombination(
  raw: unknown,
  index: number,
  axisCount: number,
  findings: Findings,
): Combination {
  const path = `${PATH}.optionCombinations[${index}]`;
  const entry = asObject(raw) ?? {};
  const values: string[] = [];
  for (let axis = 1; axis <= MAX_AXES; axis += 1) {
    const key = `optionName${axis}`;
    if (axis > axisCount) {
      if (!isMissing(entry[key]) && entry[key] !== '') {
        findings.add(`${path}.${key}`, 'NotValid.optionAxes', '옵션명이 없는 옵션값이 있습니다.');
      }
      continue;
    }
    const value = findings.text(entry, path, key, '옵션값');
    if (value !== null) checkWord(value, `${path}.${key}`, findings);
    values.push(value ?? '');
  }
  const stock = findings.whole(entry, path, 'stockQuantity', '재고수량', {
    min: 0,
    max: MAX_STOCK,
  });
  const price = findings.whole(entry, path, 'price', '옵션가', { min: -MAX_PRICE, max: MAX_PRICE });
  if (price !== null && price % 10 !== 0) {
    findings.add(`${path}.price`, 'NotMultipleOf10', '옵션가는 10원 단위로 입력해 주세요.');
  }
  const usable = findings.flag(entry, path, 'usable', '사용 여부', false);
  findings.optionalText(entry, path, 'sellerManagerCode', '판매자 관리 코드', 50);
  return { values, priceKrw: price ?? 0, stock: stock ?? 0, isUsable: usable ?? true };
}

function checkPrices(
  combinations: readonly Combination[],
  context: ProductContext,
  findings: Findings,
): void {
  const path = `${PATH}.optionCombinations`;
  const sale = context.salePriceKrw;
  if (!combinations.some((entry) => entry.priceKrw === 0 && entry.isUsable && entry.stock > 0)) {
    findings.add(
      path,
      'NotValid.optionZeroPrice',
      '옵션가가 0원인 판매 가능한 옵션이 하나 이상 있어야 합니다.',
    );
  }
  if (sale === null) return;
  const exceptions = context.category?.exceptions ?? [];
  if (exceptions.includes('BOOK') && combinations.some((entry) => entry.priceKrw < 0)) {
    findings.add(
      path,
      'NotValid.optionPriceRange',
      '도서 카테고리는 옵션가를 0원 이상으로 입력해 주세요.',
    );
  }
  const window = optionPriceWindow(sale);
  const outside = combinations.find(
    (entry) => entry.priceKrw < window.minKrw || entry.priceKrw > window.maxKrw,
  );
  if (outside !== undefined && !exceptions.includes('OPTION_PRICE')) {
    findings.add(
      path,
      'NotValid.optionPriceRange',
      `옵션가는 ${window.minKrw}원 ~ ${window.maxKrw}원 사이로 입력해 주세요. (${outside.values.join(', ')})`,
    );
  }
  if (combinations.some((entry) => sale + entry.priceKrw < FLOOR_KRW)) {
    findings.add(
      path,
      'NotValid.optionPriceFloor',
      `판매가와 옵션가의 합은 ${FLOOR_KRW}원 이상이어야 합니다.`,
    );
  }
}

/** Naver's sentence for a stock that is not the sum of its options. */
export const STOCK_SUM_MESSAGE =
  '조합형 옵션 상품인 경우 상품의 재고수량과 조합형옵션 재고수량의 합은 같아야 합니다.';

function checkCombinations(
  info: JsonObject,
  stockQuantity: number | null,
  context: ProductContext,
  findings: Findings,
): void {
  const axes = readAxes(info, findings);
  const combinations = asList(info.optionCombinations).map((raw, index) =>
    readCombination(raw, index, axes.length, findings),
  );
  const seen = new Set<string>();
  for (const { values } of combinations) {
    const key = JSON.stringify(values);
    if (seen.has(key)) {
      const message = `중복된 조합형 옵션이 있습니다 (${values.join(', ')})`;
      findings.add(`${PATH}.optionCombinations`, 'Duplicated', message);
    }
    seen.add(key);
  }
  checkPrices(combinations, context, findings);
  const sum = combinations.reduce((total, entry) => total + entry.stock, 0);
  if (stockQuantity !== null && stockQuantity !== sum) {
    findings.add('originProduct.stockQuantity', 'NotValid.optionStockSum', STOCK_SUM_MESSAGE);
  }
}

function checkSimple(info: JsonObject, findings: Findings): void {
  const groups = new Set<string>();
  const seen = new Set<string>();
  asList(info.optionSimple).forEach((raw, index) => {
    const path = `${PATH}.optionSimple[${index}]`;
    const entry = asObject(raw) ?? {};
    const group = findings.text(entry, path, 'groupName', '옵션명') ?? '';
    const name = findings.text(entry, path, 'name', '옵션값') ?? '';
    checkWord(group, `${path}.groupName`, findings);
    checkWord(name, `${path}.name`, findings);
    groups.add(group);
    const key = JSON.stringify([group, name]);
    if (seen.has(key)) {
      findings.add(
        `${PATH}.optionSimple`,
        'Duplicated',
        `중복된 단독형 옵션이 있습니다 (${group}, ${name})`,
      );
    }
    seen.add(key);
  });
  if (groups.size > MAX_AXES) {
    findings.add(
      `${PATH}.optionSimple`,
      'SizeMax',
      `단독형 옵션명은 ${MAX_AXES}개까지 입력할 수 있습니다.`,
    );
  }
}

function checkCustom(info: JsonObject, findings: Findings): void {
  const inputs = asList(info.optionCustom);
  inputs.forEach((raw, index) => {
    const path = `${PATH}.optionCustom[${index}]`;
    const name = findings.text(asObject(raw) ?? {}, path, 'groupName', '옵션명');
    if (name !== null) checkWord(name, `${path}.groupName`, findings);
  });
  if (inputs.length > MAX_CUSTOM) {
    findings.add(
      `${PATH}.optionCustom`,
      'SizeMax',
      `직접입력형 옵션은 ${MAX_CUSTOM}개까지 입력할 수 있습니다.`,
    );
  }
}

/** Section 5.5. `stockQuantity` is the product's; null when the body leaves it out. */
export function checkOptions(
  detail: JsonObject,
  stockQuantity: number | null,
  context: ProductContext,
  findings: Findings,
): void {
  if (isMissing(detail.optionInfo)) return;
  const info = child(detail, 'optionInfo');
  const has = (key: string): boolean => asList(info[key]).length > 0;
  const kinds = [has('optionSimple'), has('optionCombinations'), has('optionStandards')];
  if (kinds.filter(Boolean).length > 1) {
    const message = '단독형, 조합형, 표준형 옵션은 함께 등록할 수 없습니다.';
    findings.add(PATH, 'NotValid.optionKinds', message);
  }
  if (!kinds.some(Boolean) && !has('optionCustom')) {
    findings.add(PATH, 'NotEmpty', '옵션 항목을 하나 이상 입력해 주세요.');
  }
  if (has('optionCombinations')) checkCombinations(info, stockQuantity, context, findings);
  if (has('optionSimple')) checkSimple(info, findings);
  if (has('optionCustom')) checkCustom(info, findings);
}

/** Section 5.6. */
export function checkSupplements(detail: JsonObject, findings: Findings): void {
  if (isMissing(detail.supplementProductInfo)) return;
  const path = 'originProduct.detailAttribute.supplementProductInfo';
  const info = child(detail, 'supplementProductInfo');
  findings.choice(info, path, 'sortType', ['CREATE', 'ABC', 'LOW_PRICE', 'HIGH_PRICE'], false);
  const seen = new Set<string>();
  asList(info.supplementProducts).forEach((raw, index) => {
    const entryPath = `${path}.supplementProducts[${index}]`;
    const entry = asObject(raw) ?? {};
    const group = findings.text(entry, entryPath, 'groupName', '추가상품명', MAX_TEXT);
    const name = findings.text(entry, entryPath, 'name', '추가상품값', MAX_TEXT);
    findings.whole(entry, entryPath, 'price', '추가상품가', { min: 0, max: MAX_PRICE });
    findings.whole(entry, entryPath, 'stockQuantity', '재고수량', { min: 0, max: MAX_STOCK });
    const key = JSON.stringify([group, name]);
    if (seen.has(key)) {
      findings.add(
        `${path}.supplementProducts`,
        'Duplicated',
        `중복된 추가상품이 있습니다 (${name})`,
      );
    }
    seen.add(key);
  });
}

/** Sum of the stock of all combinations, or null without combinations. */
export function combinationStock(optionInfo: JsonObject | null): number | null {
  const combinations = asList(optionInfo?.optionCombinations);
  if (combinations.length === 0) return null;
  return combinations.reduce<number>(
    (total, raw) => total + (asWhole(asObject(raw)?.stockQuantity) ?? 0),
    0,
  );
}
