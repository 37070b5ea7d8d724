import type { DraftContent } from '@shared/domain/draft';
import { DETAIL_WARN_BYTES } from '../drafts/detail-html';
import { NAME_MAX_LENGTH } from '../drafts/name';
import { FORBIDDEN_NAME_CHARACTERS } from '../drafts/name-noise';
import { missingNoticeFields } from '../drafts/notice-gaps';
import { isImportedCode } from '../drafts/origin';
import { TAGS_MAX } from '../drafts/tags';
import { isLicenceLimited } from './item-rules';
import { type PreflightRule, rule } from './rule';
import { law, naver, OWN_CHECK, REVIEW_SETTINGS } from './sources';

const NOTICE_LAW = law('상품정보제공고시', 'mandatory product information');

const BOOKS = { ko: '도서', en: 'books' };
const ALCOHOL = { ko: '주류', en: 'alcohol' };

/**
 * Flags of categories whose products need data that drafts have no fields for (naver-commerce-api.md 6.3,
 * `exceptionalCategories`; 2026-09), with what the seller calls them.
 */
const SPECIAL_KINDS: ReadonlyMap<string, { readonly ko: string; readonly en: string }> = new Map([
  ['E_COUPON', { ko: 'e쿠폰', en: 'e-coupons' }],
  ['BOOK', BOOKS],
  ['BOOK_CHILD', BOOKS],
  ['BOOK_EBOOK', BOOKS],
  ['BOOK_AUDIO', BOOKS],
  ['BOOK_MAGAZINE', BOOKS],
  ['BOOK_USED', BOOKS],
  ['BOOK_OVERSEAS', BOOKS],
  ['BOOK_FREE', BOOKS],
  ['PERFORMANCE', { ko: '공연·티켓', en: 'tickets' }],
  ['ALCOHOL', ALCOHOL],
  ['TRADITIONAL_ALCOHOL', ALCOHOL],
  ['RENTAL_SUBSCRIPTION', { ko: '렌탈', en: 'rentals' }],
]);

/** Notice types that hold the number of the safety confirmation. */
const SAFE_CRITERION_NOTICES: readonly string[] = ['BIOCHEMISTRY', 'BIOCIDAL'];

/** At most one representative and nine further pictures. */
const PICTURES_MAX = 10;

/** Naver's forms of a telephone number are not published; a digit count keeps obvious slips out. */
const PHONE = /^[\d+][\d\s()-]{6,28}$/;

/** Name, category, pictures, description, notice, origin, contacts and tags (5.12 steps 1 to 3, 5, 6, 8). */
export const CONTENT_RULES: readonly PreflightRule[] = [
  rule(
    'DRAFT_CATEGORY_MISSING',
    'ask',
    'category',
    naver('5.1'),
    ({ content }) => content.category === null,
  ),
  rule('DRAFT_CATEGORY_UNSURE', 'ask', 'category', REVIEW_SETTINGS, ({ content, settings }) => {
    const category = content.category;
    if (category === null || category.decidedBy !== 'inference') return [];
    if (category.confidence >= settings.registration.minCategoryConfidence) return [];
    return [{ path: category.path, percent: Math.round(category.confidence * 100) }];
  }),
  rule(
    'DRAFT_CATEGORY_UNCHECKED',
    'warn',
    'category',
    naver('5.12'),
    ({ content, category }) => content.category !== null && category?.id !== content.category.id,
  ),
  rule(
    'DRAFT_CATEGORY_NOT_LEAF',
    'block',
    'category',
    naver('5.1'),
    ({ category }) => category !== null && !category.isLeaf,
  ),
  rule('DRAFT_CATEGORY_SPECIAL', 'block', 'category', naver('5.4, 6.3'), ({ category }) => {
    const kinds = new Set(category?.exceptions.flatMap((flag) => SPECIAL_KINDS.get(flag) ?? []));
    if (category === null || kinds.size === 0) return [];
    const words = (language: 'ko' | 'en'): string =>
      [...kinds].map((kind) => kind[language]).join(', ');
    return [{ kindsKo: words('ko'), kindsEn: words('en'), path: category.path }];
  }),
  rule(
    'DRAFT_NAME_EMPTY',
    'block',
    'name',
    naver('5.1'),
    ({ content }) => content.name.trim().length < 2,
  ),
  rule(
    'DRAFT_NAME_TOO_LONG',
    'block',
    'name',
    naver('5.1'),
    ({ content }) =>
      content.name.length > NAME_MAX_LENGTH
        ? [{ length: content.name.length, maxLength: NAME_MAX_LENGTH }]
        : [],
    { repair: ({ content }) => ({ name: content.name.slice(0, NAME_MAX_LENGTH).trim() }) },
  ),
  rule(
    'DRAFT_NAME_CHARACTERS',
    'block',
    'name',
    naver('5.1, 8.2'),
    ({ content }) => {
      const marks = [...new Set(content.name.match(FORBIDDEN_NAME_CHARACTERS) ?? [])];
      return marks.length === 0 ? [] : [{ characters: marks.join(' ') }];
    },
    {
      repair: ({ content }) => ({
        name: content.name.replace(FORBIDDEN_NAME_CHARACTERS, ' ').replace(/\s+/g, ' ').trim(),
      }),
    },
  ),
  rule(
    'DRAFT_PICTURE_MISSING',
    'block',
    'images',
    naver('5.1'),
    ({ content, pictures }) => {
      if (content.images.product.length === 0) return true;
      if (pictures === null) return false;
      return !pictures.some((picture) => picture.kind === 'prepared' && picture.role === 'product');
    },
    {
      // Without permission the pictures are missing for that reason, which has its own rule.
      appliesTo: ({ item, lockedFields }) =>
        item.licence.isUsable &&
        (!isLicenceLimited(item.licence) || lockedFields.includes('images')),
    },
  ),
  rule(
    'DRAFT_PICTURES_TOO_MANY',
    'block',
    'images',
    naver('5.1'),
    ({ content }) =>
      content.images.product.length > PICTURES_MAX
        ? [{ count: content.images.product.length, max: PICTURES_MAX }]
        : [],
    {
      repair: ({ content }) => ({
        images: { ...content.images, product: content.images.product.slice(0, PICTURES_MAX) },
      }),
    },
  ),
  rule('DRAFT_PICTURES_DROPPED', 'warn', 'images', OWN_CHECK, ({ pictures }) => {
    const dropped = pictures?.filter((picture) => picture.kind === 'dropped').length ?? 0;
    return dropped === 0 ? [] : [{ count: dropped }];
  }),
  rule(
    'DRAFT_DETAIL_EMPTY',
    'ask',
    'detailHtml',
    naver('5.2'),
    ({ content }) => {
      const hasText = content.detailHtml.replace(/<[^>]*>/g, '').replace(/&nbsp;|\s/g, '') !== '';
      return !hasText && !/<img\b/i.test(content.detailHtml);
    },
    { repair: ({ content }) => ({ detailHtml: plainDescription(content) }) },
  ),
  rule('DRAFT_DETAIL_LARGE', 'warn', 'detailHtml', naver('8.2'), ({ content }) => {
    const sizeBytes = Buffer.byteLength(content.detailHtml);
    return sizeBytes > DETAIL_WARN_BYTES ? [{ sizeBytes, maxBytes: DETAIL_WARN_BYTES }] : [];
  }),
  rule(
    'DRAFT_NOTICE_MISSING',
    'ask',
    'notice',
    NOTICE_LAW,
    ({ content }) => content.notice === null,
  ),
  rule('DRAFT_NOTICE_INCOMPLETE', 'ask', 'notice', NOTICE_LAW, ({ content, noticeType }) => {
    if (content.notice === null || noticeType === null) return [];
    const open = missingNoticeFields(
      noticeType,
      withContacts(content.notice.fields, content.afterService.phone),
    );
    return open.length === 0 ? [] : [{ fields: open.map((field) => field.label).join(', ') }];
  }),
  rule(
    'DRAFT_SAFE_CRITERION_OPEN',
    'ask',
    'notice',
    law('생활화학제품 안전기준', 'safety standard of household chemicals'),
    ({ content, category }) =>
      (category?.exceptions.includes('SAFE_CRITERION') ?? false) &&
      content.notice !== null &&
      !SAFE_CRITERION_NOTICES.includes(content.notice.type)
        ? [{ type: content.notice.type }]
        : [],
    { isSettledByEdit: true },
  ),
  rule(
    'DRAFT_NOTICE_TYPE_UNKNOWN',
    'block',
    'notice',
    naver('appendix A'),
    ({ content, noticeType }) =>
      content.notice !== null && noticeType === null ? [{ type: content.notice.type }] : [],
  ),
  rule(
    'DRAFT_NOTICE_TOO_LONG',
    'block',
    'notice',
    naver('appendix A'),
    ({ content, noticeType }) => {
      if (content.notice === null || noticeType === null) return [];
      const fields = content.notice.fields;
      return noticeType.fields
        .filter(
          (field) =>
            field.maxLength !== null && (fields[field.name]?.length ?? 0) > field.maxLength,
        )
        .map((field) => ({ label: field.label, maxLength: field.maxLength }));
    },
  ),
  rule(
    'DRAFT_AS_PHONE_MISSING',
    'ask',
    'afterService',
    naver('5.4'),
    ({ content }) => content.afterService.phone.trim() === '',
  ),
  rule('DRAFT_AS_PHONE_ODD', 'ask', 'afterService', naver('5.4'), ({ content }) => {
    const phone = content.afterService.phone.trim();
    return phone !== '' && !PHONE.test(phone) ? [{ phone }] : [];
  }),
  rule(
    'DRAFT_AS_GUIDE_MISSING',
    'ask',
    'afterService',
    naver('5.4'),
    ({ content }) => content.afterService.guide.trim() === '',
  ),
  rule(
    'DRAFT_ORIGIN_MISSING',
    'ask',
    'origin',
    law('원산지 표시', 'labelling of origin'),
    ({ content }) => content.origin === null,
  ),
  rule(
    'DRAFT_IMPORTER_MISSING',
    'ask',
    'origin',
    naver('5.4'),
    ({ content }) =>
      content.origin !== null &&
      isImportedCode(content.origin.code) &&
      (content.origin.importer ?? '').trim() === '',
    {
      repair: ({ content, settings }) =>
        content.origin === null || settings.store.importer === ''
          ? null
          : { origin: { ...content.origin, importer: settings.store.importer } },
    },
  ),
  rule(
    'DRAFT_ORIGIN_TEXT_MISSING',
    'block',
    'origin',
    naver('5.4'),
    ({ content }) => content.origin?.code === '04' && (content.origin.content ?? '').trim() === '',
  ),
  rule(
    'DRAFT_TAGS_TOO_MANY',
    'block',
    'tags',
    naver('5.4'),
    ({ content }) =>
      content.tags.length > TAGS_MAX ? [{ count: content.tags.length, max: TAGS_MAX }] : [],
    { repair: ({ content }) => ({ tags: content.tags.slice(0, TAGS_MAX) }) },
  ),
];

/** Contacts are filled in from the settings when the body is built. */
function withContacts(
  fields: Readonly<Record<string, string>>,
  phone: string,
): Readonly<Record<string, string>> {
  return { afterServiceDirector: phone, customerServicePhoneNumber: phone, ...fields };
}

/** The name and the representative picture: the least a description can be, and nothing invented. */
function plainDescription(content: DraftContent): string {
  const asHtml = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const [picture] = content.images.product;
  const image = picture === undefined ? '' : `<img src="${asHtml(picture)}">`;
  return `<div><p>${asHtml(content.name)}</p>${image}</div>`;
}
