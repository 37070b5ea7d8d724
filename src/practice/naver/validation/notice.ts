import { asObject, type JsonObject } from '../json-value';
import {
  LEGAL_TEXTS,
  NOTICE_TYPES_WITHOUT_OBJECT,
  type NoticeField,
  type NoticeType,
} from '../notice-types';
import { type Findings, isMissing, NOT_VALID_ENUM } from './findings';
import type { ProductContext } from './world';

const PATH = 'originProduct.detailAttribute.productInfoProvidedNotice';
const MAX_LEGAL_TEXT = 1500;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Fields of which one is enough: `packDate` with `packDateText`, the three stores of a gift card. */
function groupOf(type: NoticeType, field: NoticeField): readonly NoticeField[] {
  if (type.type === 'ETC' && field.flag === 'P') {
    return type.fields.filter((other) =>
      ['afterServiceDirector', 'customerServicePhoneNumber'].includes(other.name),
    );
  }
  if (field.name.startsWith('useStore')) {
    return type.fields.filter((other) => other.name.startsWith('useStore'));
  }
  const stem = field.name.replace(/Text$/, '');
  return type.fields.filter((other) => other.name === stem || other.name === `${stem}Text`);
}

function checkValue(value: unknown, field: NoticeField, path: string, findings: Findings): void {
  const wrong = (message: string): void => {
    findings.add(path, 'NotValid.noticeFormat', `${field.label} 항목: ${message}`);
  };
  if (field.form === 'boolean') {
    if (typeof value !== 'boolean') wrong('true 또는 false로 입력해 주세요.');
    return;
  }
  if (field.form === 'integer') {
    if (!Number.isSafeInteger(value)) wrong('정수로 입력해 주세요.');
    return;
  }
  if (typeof value !== 'string') {
    findings.add(path, 'TypeMismatch', `${field.label} 항목은 문자열이어야 합니다.`);
    return;
  }
  if (value.trim() === '') {
    findings.add(path, 'NotEmpty', `${field.label} 항목을 입력해 주세요.`);
    return;
  }
  if (field.form === 'month' && !MONTH.test(value)) wrong('yyyy-MM 형식으로 입력해 주세요.');
  if (field.form === 'day' && !DAY.test(value)) wrong('yyyy-MM-dd 형식으로 입력해 주세요.');
  if (field.maxLength !== null && [...value].length > field.maxLength) {
    findings.add(
      path,
      'LengthMax',
      `${field.label} 항목은 ${field.maxLength}자 이하로 입력해 주세요.`,
    );
  }
}

function checkFields(type: NoticeType, content: JsonObject, findings: Findings): void {
  for (const field of type.fields) {
    const path = `${PATH}.${type.key}.${field.name}`;
    const value = content[field.name];
    if (!isMissing(value)) {
      checkValue(value, field, path, findings);
      continue;
    }
    const isNeeded =
      field.flag === 'R' ||
      (field.flag === 'P' && groupOf(type, field).every((other) => isMissing(content[other.name])));
    if (isNeeded) findings.add(path, 'NotNull', `${field.label} 항목을 입력해 주세요.`);
  }
  for (const name of LEGAL_TEXTS) {
    findings.optionalText(content, `${PATH}.${type.key}`, name, name, MAX_LEGAL_TEXT);
  }
}

/** Section 5.9 and appendix A. A stored notice survives an update that leaves it out. */
export function checkNotice(detail: JsonObject, context: ProductContext, findings: Findings): void {
  if (isMissing(detail.productInfoProvidedNotice)) {
    if (context.mode === 'create') {
      findings.add(PATH, 'NotNull', '상품정보제공고시 항목을 입력해 주세요.');
    }
    return;
  }
  const notice = asObject(detail.productInfoProvidedNotice) ?? {};
  const name = notice.productInfoProvidedNoticeType;
  const typePath = `${PATH}.productInfoProvidedNoticeType`;
  if (typeof name !== 'string') {
    findings.add(typePath, 'NotNull', '상품정보제공고시 유형을 입력해 주세요.');
    return;
  }
  if ((NOTICE_TYPES_WITHOUT_OBJECT as readonly string[]).includes(name)) return;
  const type = context.world.noticeTypes.get(name);
  if (type === undefined) {
    findings.add(typePath, 'NotValidEnum', NOT_VALID_ENUM);
    return;
  }
  const others = Object.keys(notice).filter(
    (key) => key !== 'productInfoProvidedNoticeType' && key !== type.key && !isMissing(notice[key]),
  );
  if (others.length > 0) {
    const message = `유형과 맞지 않는 상품정보제공고시입니다. (${others.join(', ')})`;
    findings.add(PATH, 'NotValid.noticeObject', message);
  }
  const content = asObject(notice[type.key]);
  if (content === null) {
    findings.add(`${PATH}.${type.key}`, 'NotNull', '상품정보제공고시 항목을 입력해 주세요.');
    return;
  }
  checkFields(type, content, findings);
}
