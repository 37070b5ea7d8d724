import { PROMOTION_WORDS } from './name-noise';

/** Naver takes at most ten tags (naver-commerce-api.md 5.4, 2026-09). */
export const TAGS_MAX = 10;
/** Longer keywords are phrases; no limit is published for a tag's text, this is ours. */
const TAG_MAX_LENGTH = 20;

const promotion = new Set(PROMOTION_WORDS);

/** Up to ten search tags of an item's keywords: letters and digits only, each once, no promotion. */
export function planTags(keywords: readonly string[]): readonly string[] {
  const tags = new Set<string>();
  for (const keyword of keywords) {
    const tag = keyword.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
    if (tag.length < 2 || tag.length > TAG_MAX_LENGTH || promotion.has(tag.toLowerCase())) continue;
    if (/^\d+$/.test(tag)) continue;
    tags.add(tag);
    if (tags.size === TAGS_MAX) break;
  }
  return [...tags];
}
