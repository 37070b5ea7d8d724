import { asList, asObject, asText, asWhole, type JsonObject } from '../json-value';
import { checkCertification } from './certification';
import { type Findings, isMissing } from './findings';
import { checkNotice } from './notice';
import { checkOptions, checkSupplements } from './options';
import type { ProductContext } from './world';

const PATH = 'originProduct.detailAttribute';
const MAX_TAGS = 10;
const MAX_SELLER_CODE = 30;
/** Words that the practice market refuses in tags; the real list is not published. */
export const RESTRICTED_TAG_WORDS = [
  '최저가',
  '무료배송',
  '짝퉁',
  '정품보장',
  '1위',
  '특가세일',
] as const;

function checkOrigin(detail: JsonObject, context: ProductContext, findings: Findings): void {
  const origin = findings.object(detail, PATH, 'originAreaInfo', '원산지 정보');
  if (origin === null) return;
  const path = `${PATH}.originAreaInfo`;
  const code = findings.text(origin, path, 'originAreaCode', '원산지 코드');
  if (code === null) return;
  if (!context.world.originAreaCodes.has(code)) {
    findings.add(
      `${path}.originAreaCode`,
      'NotValid',
      '원산지 상세 지역 코드가 유효하지 않습니다.',
    );
  }
  if (code.startsWith('02')) findings.text(origin, path, 'importer', '수입사');
  if (code === '04') findings.text(origin, path, 'content', '원산지 직접 입력');
  findings.flag(origin, path, 'plural', '복수 원산지 여부', false);
}

function checkTags(detail: JsonObject, context: ProductContext, findings: Findings): void {
  const seo = asObject(detail.seoInfo);
  if (seo === null) return;
  const path = `${PATH}.seoInfo`;
  findings.optionalText(seo, path, 'pageTitle', '페이지 타이틀', 100);
  findings.optionalText(seo, path, 'metaDescription', '메타 설명', 160);
  const tags = asList(seo.sellerTags);
  if (tags.length > MAX_TAGS) {
    findings.add(`${path}.sellerTags`, 'SizeMax', `태그는 ${MAX_TAGS}개까지 입력할 수 있습니다.`);
  }
  const refused: string[] = [];
  tags.forEach((raw, index) => {
    const tag = asObject(raw) ?? {};
    const text = findings.text(tag, `${path}.sellerTags[${index}]`, 'text', '태그');
    if (text === null) return;
    if (RESTRICTED_TAG_WORDS.some((word) => text.includes(word))) refused.push(text);
    const code = asWhole(tag.code);
    if (code !== null && context.world.recommendedTagText(code) !== text) {
      findings.add(
        `${path}.sellerTags[${index}].text`,
        'NotValid.recommendTags.text',
        '추천 태그의 코드와 이름이 일치하지 않습니다.',
      );
    }
  });
  if (refused.length > 0) {
    const message = `태그 항목에 등록불가인 단어(${refused.join(', ')})가 포함되어 있습니다.`;
    findings.add(`${path}.sellerTags`, 'Restricted.sellerTags', message);
  }
}

/** ISBN-13 check digit; `*` stands for a masked digit and is let through. */
function isIsbn(text: string): boolean {
  if (!/^[\d*]{13}$/.test(text)) return false;
  if (text.includes('*')) return true;
  const sum = [...text].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

function checkBook(detail: JsonObject, context: ProductContext, findings: Findings): void {
  if (context.category?.exceptions.includes('BOOK') !== true) return;
  const isbn = asText(asObject(detail.isbnInfo)?.isbn13);
  if (isbn === null || !isIsbn(isbn)) {
    const message = 'ISBN 항목을 확인해 주세요.';
    findings.add(`${PATH}.isbnInfo.isbn13`, 'book.CheckValidationIsbn13', message);
  }
  const book = findings.object(detail, PATH, 'bookInfo', '도서 정보');
  if (book === null) return;
  findings.text(book, `${PATH}.bookInfo`, 'publishDay', '출간일');
}

function checkUnitPrice(detail: JsonObject, context: ProductContext, findings: Findings): void {
  if (context.category?.exceptions.includes('UNIT_PRICE') !== true) return;
  const capacity = asObject(detail.unitCapacity);
  const path = `${PATH}.unitCapacity`;
  if (capacity === null || isMissing(capacity.unitPriceYn)) {
    const message = '단위가격 사용 여부 항목을 입력해 주세요.';
    findings.add(`${path}.unitPriceYn`, 'Required.product.unitPriceYn', message);
    return;
  }
  if (findings.flag(capacity, path, 'unitPriceYn', '단위가격 사용 여부', true) !== true) return;
  if (typeof capacity.totalCapacityValue !== 'number') {
    findings.add(`${path}.totalCapacityValue`, 'NotNull', '총 용량 항목을 입력해 주세요.');
  }
  findings.whole(capacity, path, 'unitCapacity', '표시 용량', { isRequired: true, min: 1 });
  findings.text(capacity, path, 'indicationUnit', '표시 단위');
}

function checkMinors(detail: JsonObject, context: ProductContext, findings: Findings): void {
  const isOpen = findings.flag(detail, PATH, 'minorPurchasable', '미성년자 구매 가능 여부', true);
  if (isOpen === true && context.category?.exceptions.includes('ADULT') === true) {
    const message = '성인 카테고리 상품은 미성년자가 구매할 수 없습니다.';
    findings.add(`${PATH}.minorPurchasable`, 'NotValid.adultCategory', message);
  }
}

function checkCustomsTax(detail: JsonObject, shipsFromAbroad: boolean, findings: Findings): void {
  const types = ['NOT_APPLICABLE', 'INCLUDED', 'EXCLUDED'];
  findings.choice(detail, PATH, 'customsTaxType', types, shipsFromAbroad);
}

/** What the check of the details needs to know of the rest of the product. */
export interface DetailFacts {
  readonly stockQuantity: number | null;
  readonly shipsFromAbroad: boolean;
}

/** Section 5.4 with all its parts. */
export function checkDetailAttribute(
  origin: JsonObject,
  facts: DetailFacts,
  context: ProductContext,
  findings: Findings,
): void {
  const detail = findings.object(origin, 'originProduct', 'detailAttribute', '상품 상세 속성');
  if (detail === null) return;
  const service = findings.object(detail, PATH, 'afterServiceInfo', 'A/S 정보');
  if (service !== null) {
    const path = `${PATH}.afterServiceInfo`;
    findings.text(service, path, 'afterServiceTelephoneNumber', 'A/S 전화번호', 30);
    findings.text(service, path, 'afterServiceGuideContent', 'A/S 안내', 2000);
  }
  const quantity = asObject(detail.purchaseQuantityInfo);
  if (quantity !== null) {
    const path = `${PATH}.purchaseQuantityInfo`;
    findings.whole(quantity, path, 'minPurchaseQuantity', '최소 구매 수량', {
      min: 1,
      max: 10_000,
    });
    findings.whole(quantity, path, 'maxPurchaseQuantityPerId', '1인 최대 구매 수량', {
      min: 1,
      max: 99_999_999,
    });
    findings.whole(quantity, path, 'maxPurchaseQuantityPerOrder', '1회 최대 구매 수량', {
      min: 1,
      max: 10_000,
    });
  }
  checkOrigin(detail, context, findings);
  const codes = asObject(detail.sellerCodeInfo);
  if (codes !== null) {
    const path = `${PATH}.sellerCodeInfo`;
    findings.optionalText(codes, path, 'sellerManagementCode', '판매자 상품코드', MAX_SELLER_CODE);
  }
  checkOptions(detail, facts.stockQuantity, context, findings);
  checkSupplements(detail, findings);
  findings.choice(detail, PATH, 'taxType', ['TAX', 'DUTYFREE', 'SMALL'], false);
  checkCustomsTax(detail, facts.shipsFromAbroad, findings);
  checkCertification(detail, context, findings);
  checkMinors(detail, context, findings);
  checkNotice(detail, context, findings);
  checkTags(detail, context, findings);
  checkBook(detail, context, findings);
  checkUnitPrice(detail, context, findings);
}
