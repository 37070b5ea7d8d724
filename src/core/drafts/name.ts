import type { Reason } from '@shared/domain/reason';
import { withoutContacts } from './contacts';
import type { Decision } from './decision';
import { step } from './decision';
import {
  BADGE_WORDS,
  CODE_IN_BRACKETS,
  DECORATION,
  FORBIDDEN_NAME_CHARACTERS,
  LEADING_CODE,
  PROMOTION_WORDS,
  TRAILING_CODE,
} from './name-noise';

/** Naver's longest product name (naver-commerce-api.md 5.1, 2026-09). */
export const NAME_MAX_LENGTH = 100;

/** HTML that a supplier wrote into a title; other words in angle brackets are part of it. */
const MARKUP =
  /<\/?(?:a|b|big|br|center|del|div|em|font|h[1-6]|i|img|mark|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const BRACKETED = /\[([^\]]*)\]|【([^】]*)】|\(([^)]*)\)|\{([^}]*)\}|<([^>]*)>/g;
const STARRED = /[★☆♥♡◆◇■□●○▶◀※]+\s*([^★☆♥♡◆◇■□●○▶◀※]{1,12}?)\s*[★☆♥♡◆◇■□●○▶◀※]+/g;
const promotion = new Set(PROMOTION_WORDS.map(folded));
const badges = new Set([...PROMOTION_WORDS, ...BADGE_WORDS].map(folded));

/**
 * A product name from a supplier's title: no promotion, badges, item codes, markup, contacts, decoration,
 * forbidden characters or repeated words, at most 100 characters cut at a word. For goods sold by the bundle
 * the name says how many. Empty when nothing of the title is left.
 */
export function planName(title: string, unitQuantity: number): Decision<string> {
  const removed: string[] = [];
  const bundle = unitQuantity > 1 ? ` ${unitQuantity}개 묶음` : '';
  let text = title.normalize('NFC').replace(MARKUP, (mark) => {
    removed.push(mark);
    return ' ';
  });
  text = text.replace(/&(?:amp|nbsp|lt|gt|quot);/g, ' ');
  text = withoutContacts(text, removed);
  text = text.replace(BRACKETED, (whole, ...groups: (string | undefined)[]) => {
    const inner = groups.slice(0, 5).find((group) => group !== undefined) ?? '';
    if (isNoise(inner)) {
      removed.push(whole);
      return ' ';
    }
    // A bracket that says something about the goods stays, in round brackets only.
    return whole.startsWith('(') ? whole : ` ${inner} `;
  });
  text = text.replace(STARRED, (whole, inner: string) => {
    if (!isNoise(inner)) return whole;
    removed.push(whole);
    return ' ';
  });
  text = text.replace(DECORATION, (mark) => {
    if (mark.trim() !== '') removed.push(mark);
    return ' ';
  });
  text = text.replace(FORBIDDEN_NAME_CHARACTERS, (mark) => {
    removed.push(mark);
    return ' ';
  });
  for (const pattern of [LEADING_CODE, TRAILING_CODE]) {
    text = text.trim().replace(pattern, (code, _offset: number, all: string) => {
      if (all.length - code.length < 4) return code;
      removed.push(code.trim());
      return ' ';
    });
  }
  const kept: string[] = [];
  const seen = new Set<string>();
  for (const word of text.split(/\s+/)) {
    const plain = folded(word);
    const isEmptyMark = /^[!~_\-/|,.:;+=^@#]*$/.test(word);
    if (isEmptyMark) continue;
    if (promotion.has(plain) || (plain.length > 1 && seen.has(plain))) {
      removed.push(word);
      continue;
    }
    seen.add(plain);
    kept.push(word);
  }
  const whole = kept
    .join(' ')
    .replace(/[!~^]{2,}/g, '')
    .trim();
  const name = `${cutAtWord(whole, NAME_MAX_LENGTH - bundle.length)}${bundle}`.trim();
  const isCut = whole.length > NAME_MAX_LENGTH - bundle.length;
  const reasons: Reason[] = [];
  if (isCut) {
    reasons.push({
      code: 'DRAFT_NAME_CUT',
      severity: 'warn',
      field: 'name',
      params: { maxLength: NAME_MAX_LENGTH, length: whole.length },
    });
  }
  return {
    value: whole === '' ? '' : name,
    reasons,
    steps:
      removed.length === 0
        ? [step('원래 제목 그대로', 'The title as it was')]
        : [
            step(
              `제목에서 뺀 것: ${removed.join(', ')}`,
              `Removed from the title: ${removed.join(', ')}`,
            ),
          ],
  };
}

function isNoise(text: string): boolean {
  const plain = folded(text);
  if (plain === '' || CODE_IN_BRACKETS.test(text.trim())) return true;
  if (badges.has(plain)) return true;
  return text.split(/[\s/,·+&!]+/).every((word) => word === '' || badges.has(folded(word)));
}

function folded(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function cutAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength + 1);
  const space = cut.lastIndexOf(' ');
  const end = space > maxLength / 2 ? space : maxLength;
  // Never half of a surrogate pair.
  return text
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
