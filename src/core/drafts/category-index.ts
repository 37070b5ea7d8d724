import type { NaverCategory } from '../naver/port';
import { AUDIENCES, SHARED_AUDIENCE } from './category-audience';
import { CATEGORY_SYNONYMS } from './category-synonyms';
import { bigramsOf, diceOf, foldText } from './text-similarity';

/** What speaks for a category. */
export interface CategoryEvidence {
  /** The supplier's category, top first. */
  readonly path: readonly string[];
  readonly title: string;
  readonly keywords: readonly string[];
}

/** A leaf that could be meant. */
export interface CategoryCandidate {
  readonly id: string;
  readonly path: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Ready for many look-ups; built once per category list. */
export interface CategoryIndex {
  /** Best first, at most `limit`. Deterministic. */
  search(evidence: CategoryEvidence, limit: number): readonly CategoryCandidate[];
}

interface IndexedLeaf {
  readonly id: string;
  readonly path: string;
  /** Folded parts of the leaf's own name (`컵/잔` gives two), synonyms resolved. */
  readonly nameParts: readonly string[];
  /** Folded parts of the names above it, nearest first. */
  readonly ancestorParts: readonly (readonly string[])[];
  /** Positions in the list of audiences that the path names. */
  readonly audiences: readonly number[];
  readonly isForEverybody: boolean;
  readonly parentPath: string;
  /** Telling parts of the name that no other leaf has. */
  readonly uniqueParts: readonly string[];
}

/** Leaves that get the exact comparison after the quick one. */
const SHORTLIST = 40;
/** Terms in more than this share of the leaves say nothing. */
const COMMON_SHARE = 0.25;

const NAMESAKE_BONUS = 0.12;
/** Shorter names mean too many things to decide by themselves. */
const NAMESAKE_MIN_LENGTH = 3;

const WEIGHT_OWN = 3;
const WEIGHT_TITLE = 1.2;
const WEIGHT_KEYWORD = 1;
const WEIGHT_ANCESTOR = 0.8;

const canonical: ReadonlyMap<string, string> = new Map(
  CATEGORY_SYNONYMS.flatMap((group) => {
    const first = foldText(group[0] ?? '');
    return group.map((word) => [foldText(word), first] as const);
  }),
);

/**
 * Index over leaf categories by words and character pairs of their names. A look-up first ranks all
 * leaves by shared terms weighted by rarity, then compares the best ones by name, path and title.
 */
export function createCategoryIndex(leaves: readonly NaverCategory[]): CategoryIndex {
  const owners = new Map<string, number>();
  for (const leaf of leaves) {
    for (const part of partsOf(leaf.name)) owners.set(part, (owners.get(part) ?? 0) + 1);
  }
  const indexed = leaves.map((leaf) => indexLeaf(leaf, owners));
  const postings = new Map<string, { readonly leaf: number; readonly weight: number }[]>();
  indexed.forEach((leaf, position) => {
    for (const [term, weight] of leafTerms(leaf)) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [{ leaf: position, weight }]);
      else list.push({ leaf: position, weight });
    }
  });
  const total = Math.max(1, indexed.length);
  const maxPostings = Math.max(20, total * COMMON_SHARE);
  return {
    search: (evidence, limit) => {
      const scores = new Float64Array(indexed.length);
      for (const [term, weight] of evidenceTerms(evidence)) {
        const list = postings.get(term);
        if (list === undefined || list.length > maxPostings) continue;
        const rarity = Math.log(1 + total / list.length) * weight;
        for (const posting of list) {
          scores[posting.leaf] = (scores[posting.leaf] ?? 0) + rarity * posting.weight;
        }
      }
      const shortlist = topPositions(scores, SHORTLIST);
      const read = readEvidence(evidence);
      const compared = shortlist.flatMap((position) => {
        const leaf = indexed[position];
        return leaf === undefined ? [] : [{ leaf, likeness: likenessOf(leaf, read) }];
      });
      lowerOtherwiseNamed(compared, read.headNoun);
      compared.sort((a, b) => b.likeness - a.likeness || a.leaf.id.localeCompare(b.leaf.id));
      const second = compared[1]?.likeness ?? 0;
      return compared.slice(0, limit).map(({ leaf, likeness }, rank) => ({
        id: leaf.id,
        path: leaf.path,
        confidence: confidenceOf(likeness, rank === 0 ? likeness - second : 0),
      }));
    },
  };
}

interface ReadEvidence {
  readonly ownParts: readonly string[];
  readonly ancestorParts: readonly string[];
  readonly title: string;
  readonly titleWords: readonly string[];
  /** The title's last word that is not a quantity: in Korean the thing itself. */
  readonly headNoun: string;
  readonly keywords: readonly string[];
  /** Everything that is said, folded, for looking words up. */
  readonly said: string;
  readonly audiences: readonly number[];
}

function readEvidence(evidence: CategoryEvidence): ReadEvidence {
  const own = evidence.path.at(-1) ?? '';
  const said = foldText([...evidence.path, evidence.title, ...evidence.keywords].join(' '));
  const words = evidence.title
    .split(/[\s/,()[\]]+/)
    .map(foldText)
    .filter((word) => word.length > 1);
  return {
    ownParts: partsOf(own),
    ancestorParts: evidence.path.slice(0, -1).flatMap(partsOf),
    title: foldText(evidence.title),
    headNoun: words.findLast((word) => !/\d/.test(word)) ?? '',
    titleWords: [...words, ...words.map(canonicalOf)],
    keywords: evidence.keywords.map((keyword) => foldText(keyword)),
    said,
    audiences: audiencesOf(said),
  };
}

function audiencesOf(folded: string): readonly number[] {
  return AUDIENCES.flatMap((audience, position) =>
    audience.words.some((word) => folded.includes(word)) ? [position] : [],
  );
}

/**
 * A title that ends in the name of a neighbouring leaf speaks against a leaf, even where the supplier's
 * own category has its name: suppliers file a cross bag under shopping bags.
 */
function lowerOtherwiseNamed(
  compared: { readonly leaf: IndexedLeaf; likeness: number }[],
  headNoun: string,
): void {
  const named = compared.filter(({ leaf }) => leaf.nameParts.includes(headNoun));
  for (const entry of compared) {
    if (entry.leaf.nameParts.includes(headNoun)) continue;
    if (named.some(({ leaf }) => leaf.parentPath === entry.leaf.parentPath)) {
      entry.likeness -= 0.15;
    }
  }
}

/**
 * 0 to 1: name of the own category against the leaf's name, what the title and keywords say about the
 * leaf's name, and the paths above.
 */
function likenessOf(leaf: IndexedLeaf, evidence: ReadEvidence): number {
  const own = bestPair(evidence.ownParts, leaf.nameParts);
  const spoken = spokenOf(leaf.nameParts, evidence);
  const above = leaf.ancestorParts.flat();
  // The supplier's leaf may be as coarse as an ancestor here, and the other way round.
  const ownAbove = bestPair(evidence.ownParts, above);
  const path = Math.max(
    averageBest(evidence.ancestorParts, [...above, ...leaf.nameParts]),
    0.8 * ownAbove,
  );
  const byName = Math.max(own, 0.25 * ownAbove);
  // Where the supplier's own category is too general to compare, title and path still can agree.
  const likeness = Math.max(
    0.5 * byName + 0.27 * spoken + 0.23 * path,
    0.75 * (0.1 * byName + 0.55 * spoken + 0.35 * path),
  );
  const audience = audienceOf(leaf, evidence);
  const isNamesake = leaf.uniqueParts.some((part) => evidence.ownParts.includes(part));
  // A telling name that no other leaf has decides by itself, whatever branch it hangs on.
  if (isNamesake) return likeness + NAMESAKE_BONUS + Math.max(audience, -0.05);
  return likeness + qualifierOf(leaf, evidence) + audience;
}

/** A compound's front part (wireless charger) should be said somewhere, or the leaf is too special. */
function qualifierOf(leaf: IndexedLeaf, evidence: ReadEvidence): number {
  let best = -0.05;
  for (const part of leaf.nameParts) {
    for (const own of evidence.ownParts) {
      if (part === own || own.length < 2 || !part.endsWith(own)) {
        best = Math.max(best, 0);
        continue;
      }
      if (evidence.said.includes(part.slice(0, -own.length))) best = Math.max(best, 0.04);
    }
  }
  return evidence.ownParts.length === 0 ? 0 : best;
}

/** A leaf for somebody in particular loses when the item does not say so, and the other way round. */
function audienceOf(leaf: IndexedLeaf, evidence: ReadEvidence): number {
  let change = 0;
  for (const position of leaf.audiences) {
    if (evidence.audiences.includes(position)) change += 0.04;
    else change -= AUDIENCES[position]?.isNarrow === true ? 0.25 : 0.03;
  }
  for (const position of evidence.audiences) {
    if (!leaf.audiences.includes(position)) change -= 0.06;
  }
  if (leaf.isForEverybody && evidence.audiences.length === 0) change += 0.06;
  return change;
}

/** How clearly the title or the keywords name the goods of the leaf. */
function spokenOf(nameParts: readonly string[], evidence: ReadEvidence): number {
  let best = 0;
  for (const part of nameParts) {
    if (part.length < 2) continue;
    if (evidence.titleWords.includes(part)) best = Math.max(best, 1);
    else if (evidence.titleWords.some((word) => word.endsWith(part))) best = Math.max(best, 0.92);
    else if (evidence.title.includes(part)) best = Math.max(best, 0.85);
    else if (evidence.keywords.some((keyword) => keyword === part)) best = Math.max(best, 0.8);
    else if (evidence.keywords.some((keyword) => keyword.includes(part)))
      best = Math.max(best, 0.65);
    else {
      for (const word of evidence.titleWords) best = Math.max(best, 0.6 * diceOf(word, part));
    }
  }
  return best;
}

function bestPair(left: readonly string[], right: readonly string[]): number {
  let best = 0;
  for (const a of left) for (const b of right) best = Math.max(best, likeParts(a, b));
  return best;
}

function averageBest(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0) return 0;
  let sum = 0;
  for (const part of left) sum += bestPair([part], right);
  return sum / left.length;
}

function likeParts(a: string, b: string): number {
  if (a === b) return 1;
  const canonicalA = canonicalOf(a);
  const canonicalB = canonicalOf(b);
  if (canonicalA === canonicalB) return 0.93;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // In Korean compounds the last word names the thing: a water cup is a cup.
  if (short.length >= 2 && long.endsWith(short)) return 0.85;
  if (short.length >= 2 && long.startsWith(short)) return 0.7;
  return 0.8 * diceOf(a, b);
}

/**
 * Likeness and lead over the runner-up as a probability-like figure: an exact name in a fitting path
 * reaches 0.9, a name that two branches share without other evidence stays near 0.5.
 */
function confidenceOf(likeness: number, lead: number): number {
  const base = 1 / (1 + Math.exp(-11 * (likeness - 0.55)));
  const certainty = 0.55 + 0.45 * Math.min(1, lead / 0.05);
  return Math.round(base * certainty * 1000) / 1000;
}

function indexLeaf(leaf: NaverCategory, owners: ReadonlyMap<string, number>): IndexedLeaf {
  const levels = leaf.path.split('>').map((level) => level.trim());
  const above = levels.slice(0, -1).reverse();
  return {
    id: leaf.id,
    path: leaf.path,
    nameParts: partsOf(leaf.name),
    uniqueParts: partsOf(leaf.name).filter(
      (part) => part.length >= NAMESAKE_MIN_LENGTH && owners.get(part) === 1,
    ),
    ancestorParts: above.map(partsOf),
    audiences: audiencesOf(foldText(leaf.path)),
    parentPath: levels.slice(0, -1).join('>'),
    isForEverybody: SHARED_AUDIENCE.some((word) => leaf.path.includes(word)),
  };
}

function* leafTerms(leaf: IndexedLeaf): Iterable<readonly [string, number]> {
  const weights = new Map<string, number>();
  const add = (part: string, weight: number): void => {
    for (const term of termsOf(part)) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  for (const part of leaf.nameParts) add(part, 1);
  leaf.ancestorParts.forEach((parts, distance) => {
    for (const part of parts) add(part, 0.5 / (distance + 1));
  });
  yield* weights;
}

function evidenceTerms(evidence: CategoryEvidence): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (part: string, weight: number): void => {
    for (const term of termsOf(part)) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  for (const keyword of evidence.keywords) add(foldText(keyword), WEIGHT_KEYWORD);
  for (const word of evidence.title.split(/[\s/,()[\]]+/)) add(foldText(word), WEIGHT_TITLE);
  evidence.path.forEach((level, position) => {
    const weight = position === evidence.path.length - 1 ? WEIGHT_OWN : WEIGHT_ANCESTOR;
    for (const part of partsOf(level)) add(part, weight);
  });
  return weights;
}

function* termsOf(part: string): Iterable<string> {
  if (part === '') return;
  // Whole words are marked, so that they never meet a pair of characters.
  yield `=${canonicalOf(part)}`;
  yield* bigramsOf(part);
}

function canonicalOf(part: string): string {
  return canonical.get(part) ?? part;
}

function partsOf(name: string): readonly string[] {
  const parts = name
    .split(/[/·,&+()]|\s및\s/)
    .map(foldText)
    .filter((part) => part !== '');
  return parts.length > 0 ? parts : [foldText(name)].filter((part) => part !== '');
}

function topPositions(scores: Float64Array, count: number): readonly number[] {
  const positions: number[] = [];
  for (let position = 0; position < scores.length; position += 1) {
    if ((scores[position] ?? 0) > 0) positions.push(position);
  }
  positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return positions.slice(0, count);
}
