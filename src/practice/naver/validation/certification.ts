import { asList, asObject, asText, asWhole, type JsonObject } from '../json-value';
import { type Findings, isMissing } from './findings';
import type { ProductContext } from './world';

const DETAIL = 'originProduct.detailAttribute';
const EXCLUDE = `${DETAIL}.certificationTargetExcludeContent`;
const CERTIFICATIONS = `${DETAIL}.productCertificationInfos`;
const KINDS = [
  'KC_CERTIFICATION',
  'CHILD_CERTIFICATION',
  'GREEN_PRODUCTS',
  'PARALLEL_IMPORT',
  'OVERSEAS',
  'ETC',
];
/** Staff answer #704: at most five entries. */
const MAX_ENTRIES = 5;

interface Needs {
  readonly kc: boolean;
  readonly child: boolean;
  readonly green: boolean;
}

/** Reads the seller's statement; true = a certificate of that kind has to be there. */
function readNeeds(detail: JsonObject, context: ProductContext, findings: Findings): Needs {
  const exceptions = context.category?.exceptions ?? [];
  const exclude = asObject(detail.certificationTargetExcludeContent) ?? {};
  const has = (flag: string): boolean => exceptions.includes(flag);
  const kc = findings.choice(
    exclude,
    EXCLUDE,
    'kcCertifiedProductExclusionYn',
    ['TRUE', 'FALSE', 'KC_EXEMPTION_OBJECT'],
    has('KC_CERTIFICATION'),
  );
  if (kc === 'KC_EXEMPTION_OBJECT') {
    const types = ['SAFE_CRITERION', 'OVERSEAS', 'PARALLEL_IMPORT'];
    findings.choice(exclude, EXCLUDE, 'kcExemptionType', types, true);
  }
  const child = findings.flag(
    exclude,
    EXCLUDE,
    'childCertifiedProductExclusionYn',
    '어린이제품 인증 대상 제외 여부',
    has('CHILD_CERTIFICATION'),
  );
  const green = findings.flag(
    exclude,
    EXCLUDE,
    'greenCertifiedProductExclusionYn',
    '친환경 인증 대상 제외 여부',
    has('GREEN_PRODUCTS'),
  );
  return {
    kc: has('KC_CERTIFICATION') && kc === 'FALSE',
    child: has('CHILD_CERTIFICATION') && child === false,
    green: has('GREEN_PRODUCTS') && green === false,
  };
}

function checkEntry(
  raw: unknown,
  index: number,
  context: ProductContext,
  findings: Findings,
): string {
  const path = `${CERTIFICATIONS}[${index}]`;
  const entry = asObject(raw) ?? {};
  const kind = findings.choice(entry, path, 'certificationKindType', KINDS, false) ?? 'ETC';
  const id = findings.whole(entry, path, 'certificationInfoId', '인증 유형', { isRequired: true });
  const info = context.category?.certifications.find((known) => known.id === id);
  if (id !== null && context.category !== null && info === undefined) {
    const message = `카테고리에 등록할 수 없는 인증 유형입니다. (${id})`;
    findings.add(`${path}.certificationInfoId`, 'NotValid.certificationInfoId', message);
  }
  if (info !== undefined && !info.kindTypes.includes(kind)) {
    findings.add(
      null,
      'Empty.product.detailAttribute.certificationInfos.kindType',
      '인증 구분 항목을 확인해 주세요.',
    );
  }
  if (info?.nonEssential !== true) {
    findings.text(entry, path, 'name', '인증 기관', 100);
    findings.text(entry, path, 'certificationNumber', '인증 번호', 100);
  }
  if (info?.companyName === true) findings.text(entry, path, 'companyName', '인증 상호', 100);
  const date = asText(entry.certificationDate);
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    findings.add(`${path}.certificationDate`, 'NotValid', '인증일자는 yyyy-MM-dd 형식입니다.');
  }
  return kind;
}

/** Section 5.7. A category that asks for a certificate wants it, or the seller's statement. */
export function checkCertification(
  detail: JsonObject,
  context: ProductContext,
  findings: Findings,
): void {
  const needs = readNeeds(detail, context, findings);
  const entries = asList(detail.productCertificationInfos);
  if (entries.length > MAX_ENTRIES) {
    findings.add(CERTIFICATIONS, 'SizeMax', `인증 정보는 ${MAX_ENTRIES}개까지 입력할 수 있습니다.`);
  }
  const kinds = new Set(entries.map((entry, index) => checkEntry(entry, index, context, findings)));
  const lacks =
    (needs.kc &&
      !['KC_CERTIFICATION', 'OVERSEAS', 'PARALLEL_IMPORT'].some((kind) => kinds.has(kind))) ||
    (needs.child && !kinds.has('CHILD_CERTIFICATION')) ||
    (needs.green && !kinds.has('GREEN_PRODUCTS'));
  if (lacks) {
    findings.add(
      null,
      'Empty.product.detailAttribute.certificationInfos.kindType',
      '인증 유형 항목을 입력해 주세요.',
    );
  }
  const needsDate = entries.some((raw) => {
    const id = asWhole(asObject(raw)?.certificationInfoId);
    return context.category?.certifications.find((info) => info.id === id)?.certificationDate;
  });
  if (needsDate && isMissing(detail.manufactureDate)) {
    findings.add(`${DETAIL}.manufactureDate`, 'NotNull', '제조일자 항목을 입력해 주세요.');
  }
}
