/** Letters and digits only, lower case: how labels and category names are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Overlapping pairs of characters; a single character counts as itself. */
export function bigramsOf(folded: string): readonly string[] {
  if (folded.length < 2) return folded === '' ? [] : [folded];
  const grams: string[] = [];
  for (let at = 0; at + 1 < folded.length; at += 1) grams.push(folded.slice(at, at + 2));
  return grams;
}

/** Longest text whose pairs fit the bits of a small integer. */
const MASK_LENGTH = 31;

/**
 * Dice coefficient of the character pairs of two folded texts, 0 to 1. Texts whose lengths alone rule
 * out `atLeast` give 0 without a comparison.
 */
export function diceOf(a: string, b: string, atLeast = 0): number {
  if (a === b) return a === '' ? 0 : 1;
  const pairsA = a.length - 1;
  const pairsB = b.length - 1;
  // One character has no pair to share with a different text.
  if (pairsA < 1 || pairsB < 1) return 0;
  const all = pairsA + pairsB;
  if ((2 * Math.min(pairsA, pairsB)) / all < atLeast) return 0;
  return (2 * sharedPairs(a, b)) / all;
}

/** How many pairs of `a` find a pair of `b` of their own. Compared very often: allocates nothing when short. */
function sharedPairs(a: string, b: string): number {
  if (b.length > MASK_LENGTH) return sharedPairsOfLong(a, b);
  let taken = 0;
  let shared = 0;
  for (let at = 0; at + 1 < a.length; at += 1) {
    const first = a.charCodeAt(at);
    const second = a.charCodeAt(at + 1);
    for (let other = 0; other + 1 < b.length; other += 1) {
      const bit = 1 << other;
      if ((taken & bit) !== 0) continue;
      if (b.charCodeAt(other) !== first || b.charCodeAt(other + 1) !== second) continue;
      taken |= bit;
      shared += 1;
      break;
    }
  }
  return shared;
}

function sharedPairsOfLong(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const gram of bigramsOf(a)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of bigramsOf(b)) {
    const count = counts.get(gram) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(gram, count - 1);
  }
  return shared;
}
