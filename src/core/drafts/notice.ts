import type { DraftNotice } from '@shared/domain/draft';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { StoreSettings } from '@shared/domain/settings';
import type { NoticeField, NoticeType } from '../naver/notice-types';
import { type Decision, step } from './decision';
import { NOTICE_CLASSES } from './notice-classes';
import {
  FIELDS_FOR_SOME_GOODS,
  FIELDS_WITHOUT_REFERENCE,
  LABEL_SYNONYMS,
  SEE_DETAIL_PAGE,
  STATUTORY_WARRANTY,
} from './notice-labels';
import { isNotApplicable, isPlaceholder } from './placeholder';
import { diceOf, foldText } from './text-similarity';

/** Labels less alike than this are taken for different points. */
const LABEL_THRESHOLD = 0.6;

const CATEGORY_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  NOTICE_CLASSES.map(({ type, categoryWords }) => [type, categoryWords.map(foldText)]),
);

interface StatedLine {
  readonly labels: readonly string[];
  readonly text: string;
}

/**
 * The legal notice of an item from the supplier's class and lines. Texts are the supplier's; a
 * required field that the supplier only points at says so ("see the product page") and is listed in a
 * warning; A/S contacts are always the seller's own. Null when the class cannot be told.
 */
export function planNotice(
  item: WholesaleItem,
  categoryPath: string | null,
  store: StoreSettings,
  types: readonly NoticeType[],
): Decision<DraftNotice | null> {
  const stated = item.detail.infoDuty;
  const byClass = stated === null ? null : noticeTypeOfClass(stated.type);
  const byCategory = noticeTypeOfCategory(categoryPath, item);
  const typeName = byClass ?? byCategory;
  const type = types.find((candidate) => candidate.type === typeName);
  if (type === undefined) {
    return {
      value: null,
      reasons: [
        {
          code: 'DRAFT_NOTICE_CLASS_UNKNOWN',
          severity: 'ask',
          field: 'notice',
          params: { text: stated?.type ?? '' },
        },
      ],
      steps: [],
    };
  }
  const lines = (stated?.lines ?? []).map((line) => ({
    labels: labelParts(line.name),
    text: line.text.trim(),
  }));
  const fields: Record<string, string> = {};
  const referenced: string[] = [];
  for (const field of type.fields) {
    if (field.requirement === 'deprecated') continue;
    fillField(field, type, item, lines, store, fields, referenced);
  }
  const reasons: Reason[] = [];
  if (referenced.length > 0) {
    reasons.push({
      code: 'DRAFT_NOTICE_PLACEHOLDERS',
      severity: 'warn',
      field: 'notice',
      params: { fields: referenced.join(', ') },
    });
  }
  if (byClass === 'ETC' && byCategory !== null && byCategory !== 'ETC') {
    reasons.push({
      code: 'DRAFT_NOTICE_CLASS_DOUBTFUL',
      severity: 'warn',
      field: 'notice',
      params: { type: 'ETC', likely: byCategory },
    });
  }
  return {
    value: { type: type.type, fields },
    reasons,
    steps: [
      byClass === null
        ? step(
            `고시 유형은 카테고리로 판단: ${type.type}`,
            `Notice type from the category: ${type.type}`,
          )
        : step(
            `고시 유형은 공급사 분류 ‘${stated?.type ?? ''}’ → ${type.type}`,
            `Notice type from the supplier's class ‘${stated?.type ?? ''}’ → ${type.type}`,
          ),
    ],
  };
}

/** Naver's notice type for a Domeggook class, or null when the class is not known. */
export function noticeTypeOfClass(className: string): string | null {
  const folded = foldText(className);
  if (folded === '') return null;
  let best: { readonly type: string; readonly length: number } | null = null;
  for (const noticeClass of NOTICE_CLASSES) {
    for (const word of noticeClass.words) {
      if (!folded.includes(word)) continue;
      // A class that starts with the word is named by it; elsewhere it may be an example.
      const weight = word.length + (folded.startsWith(word) ? 10 : 0);
      if (best === null || weight > best.length) best = { type: noticeClass.type, length: weight };
    }
  }
  return best?.type ?? null;
}

/** The type that the marketplace category, else the supplier's category, speaks for. */
function noticeTypeOfCategory(
  categoryPath: string | null,
  item: Pick<WholesaleItem, 'category'>,
): string | null {
  const own = categoryPath?.split('>') ?? [];
  const supplied = item.category?.path.map((level) => level.name) ?? [];
  // A top level holds everything from kitchens to cleaning: it tells no class.
  const paths = [own, supplied].map((path) => (path.length > 1 ? path.slice(1) : path));
  if (paths.flat().some((level) => speaksFor(level, 'ETC'))) return 'ETC';
  for (const path of paths) {
    for (const level of path.toReversed()) {
      const match = NOTICE_CLASSES.find((noticeClass) => speaksFor(level, noticeClass.type));
      if (match !== undefined) return match.type;
    }
  }
  return null;
}

function speaksFor(level: string, type: string): boolean {
  const folded = foldText(level);
  const words = CATEGORY_WORDS.get(type) ?? [];
  // A single character is a word of its own only: tea is not part of everything written with it.
  return words.some((word) => (word.length > 1 ? folded.includes(word) : folded === word));
}

function fillField(
  field: NoticeField,
  type: NoticeType,
  item: WholesaleItem,
  lines: readonly StatedLine[],
  store: StoreSettings,
  fields: Record<string, string>,
  referenced: string[],
): void {
  const put = (name: string, text: string, maxLength: number | null): void => {
    fields[name] = maxLength === null ? text : text.slice(0, maxLength).trim();
  };
  if (field.name === 'afterServiceDirector' || field.name === 'customerServicePhoneNumber') {
    if (store.afterServicePhone !== '') put(field.name, store.afterServicePhone, field.maxLength);
    return;
  }
  if (field.name.endsWith('Text') && fields[field.name.slice(0, -4)] !== undefined) return;
  if (fields[field.name] !== undefined) return;
  const stated = statedText(field, lines);
  switch (field.format) {
    case 'boolean':
      if (stated !== null && isNotApplicable(stated)) put(field.name, 'false', null);
      return;
    case 'integer':
      return;
    case 'month':
    case 'date': {
      // “from August 2026 on” is no date: it goes into the free text as it stands.
      const isPlain = stated !== null && !VAGUE_DATE.test(stated);
      const date = isPlain ? readDate(stated, field.format) : null;
      if (date !== null) put(field.name, date, null);
      else if (field.requirement === 'one-of-group') {
        const isUseful = stated !== null && !isPlaceholder(stated);
        const name = `${field.name}Text`;
        const partner = type.fields.find((other) => other.name === name);
        put(name, isUseful ? stated : SEE_DETAIL_PAGE, partner?.maxLength ?? null);
        if (!isUseful) referenced.push(field.label);
      }
      return;
    }
    case 'text': {
      // Of a group of texts the first stands for all; the text beside a date has its own rule.
      const isGroupHead = type.alternatives.some((group) => group[0] === field.name);
      if (field.requirement === 'one-of-group' && !isGroupHead) return;
      const isNeeded = field.requirement === 'required' || isGroupHead;
      const text = stated !== null && !isPlaceholder(stated) ? stated : ownKnowledge(field, item);
      if (text !== null) put(field.name, text, field.maxLength);
      else if (isNeeded && mayRefer(field, item)) {
        // A stated "not applicable" is itself the information.
        const isStatedNone = stated !== null && isNotApplicable(stated);
        put(field.name, isStatedNone ? '해당없음' : SEE_DETAIL_PAGE, field.maxLength);
        if (!isStatedNone) referenced.push(field.label);
      }
    }
  }
}

function mayRefer(field: NoticeField, item: WholesaleItem): boolean {
  if (FIELDS_WITHOUT_REFERENCE.has(field.name)) return false;
  const goods = FIELDS_FOR_SOME_GOODS[field.name];
  if (goods === undefined) return true;
  const levels = item.category?.path.map((level) => level.name) ?? [];
  return !goods.test([item.title, ...levels].join(' '));
}

/** What the item's other fields say about a notice field; only the supplier's own data. */
function ownKnowledge(field: NoticeField, item: WholesaleItem): string | null {
  const useful = (text: string | null): string | null =>
    text === null || isPlaceholder(text) ? null : text.trim();
  switch (field.name) {
    case 'modelName':
      return useful(item.detail.model);
    case 'manufacturer':
      return useful(item.detail.manufacturer);
    case 'size':
      return useful(item.detail.size);
    case 'weight':
      return useful(item.detail.weight);
    case 'itemName':
    case 'productName':
    case 'foodItem':
      return useful(item.category?.path.at(-1)?.name ?? null);
    case 'warrantyPolicy':
      return STATUTORY_WARRANTY;
    case 'producer':
      return field.label.startsWith('제조국')
        ? useful(item.detail.countryText?.split('_').at(-1) ?? null)
        : useful(item.detail.manufacturer);
    default:
      return null;
  }
}

function statedText(field: NoticeField, lines: readonly StatedLine[]): string | null {
  const wanted = [field.label, ...(LABEL_SYNONYMS[field.name] ?? [])].flatMap(labelParts);
  let best: { readonly text: string; readonly score: number } | null = null;
  for (const line of lines) {
    if (line.text === '') continue;
    let score = 0;
    line.labels.forEach((label, position) => {
      for (const target of wanted) {
        // The first part of a joined label is what the line is mainly about.
        score = Math.max(score, diceOf(label, target, LABEL_THRESHOLD) - position * 0.02);
      }
    });
    if (score >= LABEL_THRESHOLD && (best === null || score > best.score)) {
      best = { text: line.text, score };
    }
  }
  return best?.text ?? null;
}

/** A label as a whole and its parts: `품명 및 모델명` speaks about both. */
function labelParts(label: string): readonly string[] {
  const bare = label.replace(/\([^)]*\)?/g, ' ');
  const parts = bare.split(/\s및\s|,|\s또는\s|·|ㆍ/).map(foldText);
  return [...new Set([foldText(bare), ...parts])].filter((part) => part !== '');
}

const DATE = /(20\d{2}|19\d{2})\s*[.\-/년]\s*(\d{1,2})(?:\s*[.\-/월]\s*(\d{1,2}))?/;
const VAGUE_DATE = /이후|이전|경|부터|까지|순차|~|내외|별도|로부터/;
const COMPACT_DATE = /\b(20\d{2})(0[1-9]|1[0-2])(\d{2})?\b/;

/** `2025년 3월`, `2025.03.15`, `202503` as `yyyy-MM` or `yyyy-MM-dd`; null when it is not such a date. */
export function readDate(text: string, format: 'month' | 'date'): string | null {
  const match = DATE.exec(text) ?? COMPACT_DATE.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (year === undefined || month === undefined) return null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (format === 'month') return yearMonth;
  if (day === undefined || Number(day) < 1 || Number(day) > 31) return null;
  return `${yearMonth}-${day.padStart(2, '0')}`;
}
