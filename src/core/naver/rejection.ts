import type { DraftField } from '@shared/domain/draft';
import type { Reason } from '@shared/domain/reason';
import type { MessageCode } from '@shared/texts/catalogue';
import type { ErrorAnswer, InvalidInput } from './answer';

/** Rejections by the `type` Naver gives them; the full list is not published (naver-commerce-api.md 3.4, 2026-09). */
const BY_TYPE: Readonly<
  Record<string, { readonly code: MessageCode; readonly field?: DraftField }>
> = {
  NotNull: { code: 'NAVER_REJECTED_REQUIRED' },
  NotEmpty: { code: 'NAVER_REJECTED_REQUIRED' },
  NotBlank: { code: 'NAVER_REJECTED_REQUIRED' },
  NotValidEnum: { code: 'NAVER_REJECTED_CHOICE' },
  NumberMax: { code: 'NAVER_REJECTED_TOO_LARGE' },
  'Restricted.sellerTags': { code: 'NAVER_REJECTED_TAG', field: 'tags' },
  'NotValid.recommendTags.text': { code: 'NAVER_REJECTED_TAG_PAIR', field: 'tags' },
  InvalidImageUrl: { code: 'NAVER_REJECTED_IMAGE_ADDRESS', field: 'images' },
  'Required.product.unitPriceYn': { code: 'NAVER_REJECTED_UNIT_PRICE', field: 'category' },
  'NotAuthority.product.category.id': {
    code: 'NAVER_REJECTED_CATEGORY_RIGHT',
    field: 'category',
  },
  'Empty.product.detailAttribute.certificationInfos.kindType': {
    code: 'NAVER_REJECTED_CERTIFICATION',
    field: 'certification',
  },
  'book.CheckValidationIsbn13': { code: 'NAVER_REJECTED_BOOK', field: 'category' },
};

/**
 * Rejections that come without a telling type, known by the words they were seen with (3.4). Only
 * these few are read that way; everything else keeps its message to the letter.
 */
const BY_WORDS: readonly {
  readonly words: RegExp;
  readonly code: MessageCode;
  readonly field: DraftField;
}[] = [
  { words: /중복된 조합형 옵션/, code: 'NAVER_REJECTED_OPTION_DUPLICATE', field: 'options' },
  { words: /옵션값.*특수문자/, code: 'NAVER_REJECTED_OPTION_CHARACTER', field: 'options' },
  { words: /조합형\s?옵션 재고수량의 합/, code: 'NAVER_REJECTED_OPTION_STOCK', field: 'options' },
  { words: /존재하지 않는 옵션\s?id/i, code: 'NAVER_REJECTED_OPTION_ID', field: 'options' },
  { words: /정상적으로 업로드한 이미지/, code: 'NAVER_REJECTED_IMAGE_ADDRESS', field: 'images' },
  { words: /등록권한이 있어야/, code: 'NAVER_REJECTED_CATEGORY_RIGHT', field: 'category' },
];

/** Where our draft holds what stands at Naver's path; the longest prefix that fits decides. */
const FIELD_BY_PATH: readonly (readonly [path: string, field: DraftField])[] = [
  ['name', 'name'],
  ['leafCategoryId', 'category'],
  ['salePrice', 'price'],
  ['customerBenefit', 'price'],
  ['stockQuantity', 'options'],
  ['images', 'images'],
  ['detailContent', 'detailHtml'],
  ['deliveryInfo', 'delivery'],
  ['detailAttribute.optionInfo', 'options'],
  ['detailAttribute.supplementProductInfo', 'options'],
  ['detailAttribute.originAreaInfo', 'origin'],
  ['detailAttribute.afterServiceInfo', 'afterService'],
  ['detailAttribute.minorPurchasable', 'isMinorPurchasable'],
  ['detailAttribute.taxType', 'taxType'],
  ['detailAttribute.productCertificationInfos', 'certification'],
  ['detailAttribute.certificationTargetExcludeContent', 'certification'],
  ['detailAttribute.seoInfo', 'tags'],
  ['detailAttribute.productInfoProvidedNotice', 'notice'],
  ['detailAttribute.naverShoppingSearchInfo.manufacturerName', 'manufacturer'],
  ['detailAttribute.naverShoppingSearchInfo', 'brand'],
  ['detailAttribute.purchaseQuantityInfo', 'unitQuantity'],
  ['detailAttribute.unitCapacity', 'category'],
];

/** Our draft field for a path of Naver's product format, with or without array indices; null for none. */
export function draftFieldOf(path: string): DraftField | null {
  const plain = path.replace(/\[\d*\]/g, '').replace(/^originProduct\./, '');
  if (plain === 'smartstoreChannelProduct.channelProductName') return 'name';
  let found: readonly [string, DraftField] | null = null;
  for (const entry of FIELD_BY_PATH) {
    const [prefix] = entry;
    const fits = plain === prefix || plain.startsWith(`${prefix}.`);
    if (fits && prefix.length > (found?.[0].length ?? 0)) found = entry;
  }
  return found?.[1] ?? null;
}

/** One reason per wrong input; when Naver names none, one with its general message. Never empty. */
export function rejectionReasons(answer: ErrorAnswer): readonly Reason[] {
  const reasons = answer.invalidInputs.map((input) => reasonOf(input, answer.message));
  if (reasons.length > 0) return reasons;
  return [reasonOf({ name: null, type: null, message: answer.message || null }, answer.message)];
}

function reasonOf(input: InvalidInput, fallback: string): Reason {
  const says = input.message ?? fallback;
  const known = knownRejection(input, says);
  const ownField = input.name === null ? null : draftFieldOf(input.name);
  const field = ownField ?? known?.field ?? input.name;
  const code = known?.code ?? (input.name === null ? 'NAVER_REJECTED' : 'NAVER_REJECTED_FIELD');
  return {
    code,
    severity: 'block',
    ...(field === null ? {} : { field }),
    params: { path: input.name ?? '-', type: input.type ?? '-', says: says || '-' },
    ...(says === '' ? {} : { verbatim: says }),
  };
}

function knownRejection(
  input: InvalidInput,
  says: string,
): { readonly code: MessageCode; readonly field?: DraftField } | null {
  const byType = input.type === null ? undefined : BY_TYPE[input.type];
  if (byType !== undefined && Object.hasOwn(BY_TYPE, input.type ?? '')) return byType;
  const field = input.name === null ? null : draftFieldOf(input.name);
  if (input.type === 'Duplicated' && field === 'options') {
    return { code: 'NAVER_REJECTED_OPTION_DUPLICATE' };
  }
  const byWords = BY_WORDS.find(({ words }) => words.test(says));
  if (byWords !== undefined) return byWords;
  if (input.type === 'NotValid' && field === 'origin') return { code: 'NAVER_REJECTED_ORIGIN' };
  if (field === 'notice') return { code: 'NAVER_REJECTED_NOTICE' };
  return null;
}
