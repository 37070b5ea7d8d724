import type { DraftContent, DraftField } from '@shared/domain/draft';
import type { Severity } from '@shared/domain/reason';
import type { TextParams } from '@shared/texts/types';
import { withoutWord } from '@shared/words/find-words';
import { BADGE_WORDS, PROMOTION_WORDS } from '../drafts/name-noise';
import { unitQuantityOf } from '../pricing/supply-cost';
import { type GateSource, type PreflightContext, type PreflightRule, rule } from './rule';
import { business, law, naver, OWN_LIST } from './sources';

/** From this share of the seller's cap on, the seller is told. */
const CAP_WARN_SHARE = 0.9;

const WORD_SOURCE: GateSource = {
  ko: '금지어 묶음 (분야는 표시·광고와 상표 관련 의무, 낱말은 자체 판단. 설정에서 바꿀 수 있음)',
  en: 'Word packs (fields: advertising and trademark duties; the words are our own judgement, editable in settings)',
};

/** What may not go out at all or only knowingly: bans, words, tags, doubles, caps (5.11, 5.12 steps 1, 2, 8, 9). */
export const SCREENING_RULES: readonly PreflightRule[] = [
  rule('DRAFT_ITEM_BANNED', 'block', 'name', OWN_LIST, ({ item, settings }) =>
    settings.screening.bannedItemNos.includes(item.itemNo),
  ),
  rule('DRAFT_SUPPLIER_BANNED', 'block', 'name', OWN_LIST, ({ item, settings }) =>
    settings.screening.bannedSuppliers.includes(item.supplier.id)
      ? [{ supplier: item.supplier.nick ?? item.supplier.id }]
      : [],
  ),
  wordRule('DRAFT_NAME_WORD', 'name', ({ name }) => name, {
    repairOf: (content, word) => ({ name: withoutWord(content.name, word) }),
  }),
  wordRule('DRAFT_BRAND_WORD', 'brand', ({ brand }) => brand ?? '', {
    repairOf: () => ({ brand: null }),
  }),
  wordRule('DRAFT_TAG_WORD', 'tags', ({ tags }) => tags.join('\n'), {
    repairOf: (content, word) => ({
      tags: content.tags.filter((tag) => withoutWord(tag, word) === tag),
    }),
  }),
  wordRule('DRAFT_DETAIL_WORD', 'detailHtml', ({ detailHtml }) => textOfHtml(detailHtml), {
    // A description is the supplier's text and mostly pictures: told, and stopped only by a ban.
    weaken: (severity) => (severity === 'ask' ? 'warn' : severity),
  }),
  rule(
    'DRAFT_NAME_PROMOTION',
    'ask',
    'name',
    naver('5.1'),
    ({ content }) => {
      const found = promotionIn(content.name);
      return found.length === 0 ? [] : [{ words: found.join(', ') }];
    },
    {
      overrideSubject: ({ words }) => String(words),
      repair: ({ content }) => ({
        name: content.name
          .split(/\s+/)
          .filter((part) => promotionIn(part).length === 0)
          .join(' '),
      }),
    },
  ),
  rule(
    'DRAFT_TAG_RESTRICTED',
    'block',
    'tags',
    naver('5.12, 6.3'),
    (context) => {
      const tags = restrictedTags(context);
      return tags.length === 0 ? [] : [{ tags: tags.join(', ') }];
    },
    {
      repair: (context) => {
        const tags = restrictedTags(context);
        return { tags: context.content.tags.filter((tag) => !tags.includes(tag)) };
      },
    },
  ),
  rule('DRAFT_UNIT_PRICE_MISSING', 'ask', 'unitPrice', unitPriceLaw(), ({ content, category }) =>
    needsUnitPrice(category) && (content.unitPrice ?? null) === null
      ? [{ path: category?.path ?? '' }]
      : [],
  ),
  rule('DRAFT_UNIT_PRICE_INVALID', 'block', 'unitPrice', naver('5.4'), ({ content }) => {
    const unitPrice = content.unitPrice ?? null;
    if (unitPrice === null || !unitPrice.isShown) return false;
    return !(
      unitPrice.totalCapacity > 0 &&
      unitPrice.perCapacity >= 1 &&
      unitPrice.unit.trim() !== ''
    );
  }),
  rule(
    'DRAFT_CATEGORY_NO_RIGHT',
    'ask',
    'category',
    naver('3.4, 5.12'),
    ({ content, surroundings }) =>
      content.category !== null && surroundings.refusedCategoryIds.has(content.category.id)
        ? [{ path: content.category.path, id: content.category.id }]
        : [],
    { overrideSubject: ({ id }) => String(id) },
  ),
  rule(
    'DRAFT_DUPLICATE_NAME',
    'ask',
    'name',
    business('같은 상품 중복 등록', 'the same goods listed twice'),
    ({ item, surroundings }) => {
      const { sameNames } = surroundings;
      const [first] = sameNames;
      if (first === undefined) return [];
      const isSameSupplier = sameNames.some(({ supplierId }) => supplierId === item.supplier.id);
      return [
        {
          itemNos: sameNames.map(({ itemNo }) => itemNo).join(', '),
          first: first.itemNo,
          isSameSupplier,
        },
      ];
    },
    {
      severityOf: ({ isSameSupplier }) => (isSameSupplier === true ? 'ask' : 'warn'),
      overrideSubject: ({ first }) => String(first),
    },
  ),
  rule(
    'DRAFT_ALREADY_REGISTERED',
    'warn',
    'name',
    naver('5.12'),
    ({ surroundings }) => surroundings.isRegistered,
  ),
  rule('DRAFT_PRODUCT_CAP', 'ask', 'name', naver('5.11'), ({ surroundings, settings }) => {
    const cap = settings.screening.productCap;
    const count = surroundings.productCount;
    return cap !== null && !surroundings.isRegistered && count >= cap ? [{ count, cap }] : [];
  }),
  rule('DRAFT_PRODUCT_CAP_NEAR', 'warn', 'name', naver('5.11'), ({ surroundings, settings }) => {
    const cap = settings.screening.productCap;
    const count = surroundings.productCount;
    const isNear = cap !== null && count >= cap * CAP_WARN_SHARE && count < cap;
    return isNear && !surroundings.isRegistered ? [{ count, cap }] : [];
  }),
  rule(
    'DRAFT_ORDER_UNIT',
    'block',
    'unitQuantity',
    business('주문 단위', 'order unit'),
    ({ content, item }) => {
      const least = unitQuantityOf(item.supplyPriceTiers, item.supplyUnit);
      const unit = Math.max(1, Math.floor(item.supplyUnit));
      const isRight = content.unitQuantity >= least && content.unitQuantity % unit === 0;
      return isRight ? [] : [{ unitQuantity: content.unitQuantity, unit, least }];
    },
    {
      appliesTo: ({ item }) => item.isOnDomeme,
      repair: ({ item }) => ({
        unitQuantity: unitQuantityOf(item.supplyPriceTiers, item.supplyUnit),
      }),
    },
  ),
];

/** True when the category's products have to show a price per unit of measure. */
function needsUnitPrice(category: { readonly exceptions: readonly string[] } | null): boolean {
  return category?.exceptions.includes('UNIT_PRICE') ?? false;
}

function unitPriceLaw(): GateSource {
  return law(
    '단위가격 표시 대상 카테고리 (네이버 커머스API 3.4, 5.4, 2026-09)',
    'category on the price-labelling list (Naver Commerce API 3.4, 5.4, 2026-09)',
  );
}

function wordRule(
  code: PreflightRule['code'],
  field: DraftField,
  textIn: (content: DraftContent) => string,
  how: {
    readonly repairOf?: (content: DraftContent, word: string) => Partial<DraftContent>;
    readonly weaken?: (severity: Severity) => Severity;
  },
): PreflightRule {
  const find = ({ content, findWords }: PreflightContext): readonly TextParams[] =>
    findWords(textIn(content), content.category?.path ?? null).map(
      ({ word, severity, pack, note }) => ({
        word,
        severity: how.weaken?.(severity) ?? severity,
        packKo: pack?.title.ko ?? '내 금지어',
        packEn: pack?.title.en ?? 'your own list',
        basisKo: pack?.basis.ko ?? (note === '' ? '직접 적은 금지어' : note),
        basisEn: pack?.basis.en ?? (note === '' ? 'a word of your own list' : note),
      }),
    );
  const { repairOf } = how;
  return rule(code, 'ask', field, WORD_SOURCE, find, {
    severityOf: ({ severity }) => severityFrom(severity),
    overrideSubject: ({ word }) => String(word),
    ...(repairOf === undefined
      ? {}
      : {
          repair: (context: PreflightContext) => {
            let content = context.content;
            let change: Partial<DraftContent> = {};
            for (const { word } of find(context)) {
              change = repairOf(content, String(word));
              content = Object.assign({}, content, change);
            }
            return change;
          },
        }),
  });
}

function severityFrom(value: unknown): Severity {
  return value === 'block' || value === 'warn' ? value : 'ask';
}

function restrictedTags({ content, surroundings }: PreflightContext): readonly string[] {
  return content.tags.filter((tag) => surroundings.restrictedTags.get(tag) === true);
}

/** Whole words of a name that promote instead of naming the goods. */
function promotionIn(name: string): readonly string[] {
  const badges = new Set(
    [...name.matchAll(/[[(【★]\s*([^\])】★]+?)\s*[\])】★]/g)].map(([, badge]) =>
      (badge ?? '').toLowerCase(),
    ),
  );
  const parts = name
    .toLowerCase()
    .split(/[\s[\]()【】★|/,]+/)
    .filter((part) => part !== '');
  return [
    ...new Set(
      parts.filter(
        (part) =>
          PROMOTION_WORDS.includes(part) || (BADGE_WORDS.includes(part) && badges.has(part)),
      ),
    ),
  ];
}

function textOfHtml(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ');
}
