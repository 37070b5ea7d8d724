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

/** Dice coefficient of the character pairs of two folded texts, 0 to 1. */
export function diceOf(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const left = bigramsOf(a);
  const right = bigramsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const gram of left) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of right) {
    const count = counts.get(gram) ?? 0;
    if (count > 0) {
      shared += 1;
      counts.set(gram, count - 1);
    }
  }
  return (2 * shared) / (left.length + right.length);
}
