import type { Severity } from '../domain/reason';

/** Fields of law that word packs are kept by (subjects named in peers.md 5, 2026-09). */
export const WORD_PACK_IDS = [
  'food-labelling',
  'health-food',
  'cosmetics',
  'pharmaceutical',
  'medical-device',
  'counterfeit',
  'trademark',
  'superlative',
] as const;
export type WordPackId = (typeof WORD_PACK_IDS)[number];

/** A word that is looked for, and where it does not count. */
export interface PackWord {
  readonly word: string;
  /** Longer words that hold it and are harmless: “베스트” is a vest, too. */
  readonly except?: readonly string[];
}

/** Words that may not be said about goods, with the field of law they belong to. */
export interface WordPack {
  readonly id: WordPackId;
  readonly title: { readonly ko: string; readonly en: string };
  /** Why these words are looked for, as the seller reads it. */
  readonly basis: { readonly ko: string; readonly en: string };
  /** What it does where the seller has not chosen otherwise. */
  readonly severity: Severity;
  /** Looked for only where the category's path holds one of these; absent = everywhere. */
  readonly onlyIn?: readonly string[];
  /** Not looked for where the category's path holds one of these. */
  readonly notIn?: readonly string[];
  readonly words: readonly PackWord[];
  /** Where subject and exceptions come from, with date. */
  readonly source: string;
  /** The words themselves are a choice of this program, not an official list. */
  readonly isOwnJudgement: true;
}
