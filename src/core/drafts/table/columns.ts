import type { DraftContent } from '@shared/domain/draft';
import { textOf } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import type { StoredDraft } from '../draft-rows';
import { draftStateWords, feeTypes, readWord, taxTypes, type Words, wordOf, yesNo } from './words';

/** What a cell becomes: a change of the draft, or what it should have been. */
export type CellReading =
  | { readonly kind: 'change'; readonly content: DraftContent }
  | { readonly kind: 'wrong'; readonly expected: Readonly<Record<Language, string>> };

/** One column of the table of drafts. `key` never changes; it stands in the heading beside the words. */
export interface TableColumn {
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly read: (stored: StoredDraft, language: Language) => string | number;
  /** Absent for columns that are only shown. `content` is that of the columns before. */
  readonly write?: (text: string, content: DraftContent, known: KnownValues) => CellReading;
}

/** Lists that cells refer to. */
export interface KnownValues {
  /** Path of a leaf category; null when there is none of the number. */
  categoryPath(id: string): string | null;
}

const KRW_MAX = 999_999_990;
const TEXT_MAX_CHARS = 2000;
const NAME_MAX_CHARS = 500;

/** Every column in the order of the file. */
export const TABLE_COLUMNS: readonly TableColumn[] = [
  {
    key: 'item_no',
    title: { ko: '상품번호', en: 'Item number' },
    read: ({ draft }) => draft.itemNo,
  },
  {
    key: 'version',
    title: { ko: '판 (고치지 마세요)', en: 'Version (do not edit)' },
    read: ({ draft }) => draft.version,
  },
  {
    key: 'state',
    title: { ko: '상태', en: 'State' },
    read: ({ draft }, language) => wordOf(draftStateWords, draft.state, language),
  },
  {
    key: 'reasons',
    title: { ko: '해결할 것', en: 'To solve' },
    read: ({ draft }, language) =>
      draft.reasons
        .filter(({ severity }) => severity !== 'warn')
        .map(({ code, params }) => textOf(code, language, params).message)
        .join(' / '),
  },
  textColumn('name', { ko: '상품명', en: 'Name' }, NAME_MAX_CHARS, (content) => content.name, {
    put: (content, name) => ({ ...content, name }),
    isRequired: true,
  }),
  {
    key: 'category_id',
    title: { ko: '카테고리 번호', en: 'Category number' },
    read: ({ draft }) => draft.content.category?.id ?? '',
    write: (text, content, known) => {
      const path = known.categoryPath(text);
      if (path === null) {
        return wrong(
          '등록할 수 있는 최하위 카테고리 번호',
          'the number of a lowest-level category',
        );
      }
      const candidates = content.category?.candidates ?? [];
      const category = { id: text, path, confidence: 1, decidedBy: 'seller', candidates } as const;
      return { kind: 'change', content: { ...content, category } };
    },
  },
  {
    key: 'category_path',
    title: { ko: '카테고리', en: 'Category' },
    read: ({ draft }) => draft.content.category?.path ?? '',
  },
  krwColumn('sale_price', { ko: '판매가', en: 'Sale price' }, ({ price }) => price.salePriceKrw, {
    put: (content, salePriceKrw) => ({ ...content, price: { ...content.price, salePriceKrw } }),
    stepKrw: 10,
  }),
  krwColumn(
    'discount',
    { ko: '즉시할인', en: 'Immediate discount' },
    ({ price }) => price.immediateDiscountKrw,
    {
      put: (content, immediateDiscountKrw) => ({
        ...content,
        price: { ...content.price, immediateDiscountKrw },
      }),
      stepKrw: 10,
    },
  ),
  {
    key: 'cost',
    title: { ko: '원가', en: 'Cost' },
    read: ({ draft }) => draft.content.price.costKrw,
  },
  {
    key: 'net_profit',
    title: { ko: '순이익', en: 'Net profit' },
    read: ({ draft }) => draft.content.price.netProfitKrw,
  },
  {
    key: 'tags',
    title: { ko: '태그 (쉼표로 나눔)', en: 'Tags (comma separated)' },
    read: ({ draft }) => draft.content.tags.join(', '),
    write: (text, content) => ({
      kind: 'change',
      content: {
        ...content,
        tags: [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== ''),
      },
    }),
  },
  textColumn('brand', { ko: '브랜드', en: 'Brand' }, 100, (content) => content.brand ?? '', {
    put: (content, brand) => ({ ...content, brand: brand === '' ? null : brand }),
  }),
  textColumn(
    'manufacturer',
    { ko: '제조사', en: 'Manufacturer' },
    100,
    (content) => content.manufacturer ?? '',
    {
      put: (content, text) => ({ ...content, manufacturer: text === '' ? null : text }),
    },
  ),
  {
    key: 'origin_code',
    title: { ko: '원산지 코드', en: 'Origin code' },
    read: ({ draft }) => draft.content.origin?.code ?? '',
    write: (typed, content) => {
      const text = originCodeOf(typed);
      if (text === null) {
        return wrong('네이버 원산지 코드 (숫자 2~7자리)', 'a Naver origin code (2 to 7 digits)');
      }
      const before = content.origin ?? { importer: null, content: null };
      return { kind: 'change', content: { ...content, origin: { ...before, code: text } } };
    },
  },
  textColumn(
    'importer',
    { ko: '수입사', en: 'Importer' },
    100,
    (content) => content.origin?.importer ?? '',
    {
      put: (content, text) =>
        content.origin === null
          ? content
          : { ...content, origin: { ...content.origin, importer: text === '' ? null : text } },
    },
  ),
  wordColumn('tax', { ko: '과세', en: 'Tax' }, taxTypes, ({ taxType }) => taxType, {
    put: (content, taxType) => ({ ...content, taxType }),
  }),
  wordColumn(
    'minors',
    { ko: '미성년자 구매', en: 'Sold to minors' },
    yesNo,
    ({ isMinorPurchasable }) => (isMinorPurchasable ? 'yes' : 'no'),
    { put: (content, word) => ({ ...content, isMinorPurchasable: word === 'yes' }) },
  ),
  wordColumn(
    'delivery_fee_type',
    { ko: '배송비 종류', en: 'Delivery fee type' },
    feeTypes,
    ({ delivery }) => delivery.feeType,
    {
      put: (content, feeType) => ({ ...content, delivery: { ...content.delivery, feeType } }),
    },
  ),
  deliveryColumn('base_fee', { ko: '기본 배송비', en: 'Delivery fee' }, 'baseFeeKrw'),
  deliveryColumn('return_fee', { ko: '반품 배송비', en: 'Return fee' }, 'returnFeeKrw'),
  deliveryColumn('exchange_fee', { ko: '교환 배송비', en: 'Exchange fee' }, 'exchangeFeeKrw'),
  textColumn(
    'as_phone',
    { ko: 'A/S 전화', en: 'Service phone' },
    30,
    (content) => content.afterService.phone,
    {
      put: (content, typed) => ({
        ...content,
        afterService: { ...content.afterService, phone: phoneOf(typed) },
      }),
      isRequired: true,
    },
  ),
  textColumn(
    'as_guide',
    { ko: 'A/S 안내', en: 'Service guide' },
    TEXT_MAX_CHARS,
    (content) => content.afterService.guide,
    {
      put: (content, guide) => ({ ...content, afterService: { ...content.afterService, guide } }),
      isRequired: true,
    },
  ),
];

type Title = TableColumn['title'];

/**
 * Naver's codes have two digits or seven, and all begin with 0 (naver-commerce-api.md 3.4 and 5.4, 2026-09), which
 * a spreadsheet drops from what is typed into it.
 */
function originCodeOf(typed: string): string | null {
  if (!/^\d{1,7}$/.test(typed)) return null;
  const code = typed.padStart(typed.length <= 2 ? 2 : 7, '0');
  return code.startsWith('0') ? code : null;
}

/** Korean numbers that begin with 0: mobile, Seoul, provinces, internet and toll-free; `15881234` does not. */
const PHONE_WITHOUT_ZERO = /^(?:1[016-9]\d{7,8}|2\d{7,8}|[3-6]\d{8}|[578]0\d{7,9})$/;

/** The number with the leading 0 that a spreadsheet drops from what is typed into it. */
function phoneOf(typed: string): string {
  return PHONE_WITHOUT_ZERO.test(typed) ? `0${typed}` : typed;
}

function wrong(ko: string, en: string): CellReading {
  return { kind: 'wrong', expected: { ko, en } };
}

function textColumn(
  key: string,
  title: Title,
  maxLength: number,
  read: (content: DraftContent) => string,
  how: {
    readonly put: (content: DraftContent, text: string) => DraftContent;
    readonly isRequired?: boolean;
  },
): TableColumn {
  return {
    key,
    title,
    read: ({ draft }) => read(draft.content),
    write: (text, content) => {
      if (text.length > maxLength)
        return wrong(`${maxLength}자 이내`, `at most ${maxLength} characters`);
      if (how.isRequired === true && text === '') return wrong('빈 칸이 아닌 값', 'a value');
      return { kind: 'change', content: how.put(content, text) };
    },
  };
}

function krwColumn(
  key: string,
  title: Title,
  read: (content: DraftContent) => number,
  how: {
    readonly put: (content: DraftContent, amountKrw: number) => DraftContent;
    readonly stepKrw: number;
  },
): TableColumn {
  return {
    key,
    title,
    read: ({ draft }) => read(draft.content),
    write: (text, content) => {
      const amountKrw = Number(text.replace(/[\s,원₩]/g, ''));
      const isRight =
        text.trim() !== '' &&
        Number.isSafeInteger(amountKrw) &&
        amountKrw >= 0 &&
        amountKrw <= KRW_MAX &&
        amountKrw % how.stepKrw === 0;
      return isRight
        ? { kind: 'change', content: how.put(content, amountKrw) }
        : wrong(
            how.stepKrw === 1 ? '0 이상의 정수 (원)' : `${how.stepKrw}원 단위의 금액`,
            how.stepKrw === 1 ? 'whole won, 0 or more' : `a multiple of ${how.stepKrw} won`,
          );
    },
  };
}

function deliveryColumn(
  key: string,
  title: Title,
  field: 'baseFeeKrw' | 'returnFeeKrw' | 'exchangeFeeKrw',
): TableColumn {
  return krwColumn(key, title, ({ delivery }) => delivery[field], {
    put: (content, amountKrw) => ({
      ...content,
      delivery: { ...content.delivery, [field]: amountKrw },
    }),
    stepKrw: 1,
  });
}

function wordColumn<Value extends string>(
  key: string,
  title: Title,
  words: Words<Value>,
  read: (content: DraftContent) => Value,
  how: { readonly put: (content: DraftContent, value: Value) => DraftContent },
): TableColumn {
  return {
    key,
    title,
    read: ({ draft }, language) => wordOf(words, read(draft.content), language),
    write: (text, content) => {
      const value = readWord(words, text);
      if (value !== null) return { kind: 'change', content: how.put(content, value) };
      const all = Object.values(words) as readonly Readonly<Record<Language, string>>[];
      return wrong(all.map(({ ko }) => ko).join(', '), all.map(({ en }) => en).join(', '));
    },
  };
}
