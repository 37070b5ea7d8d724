/** A labelled list in short form; prices 0, stock 10 and on sale unless said otherwise. */
export interface LabelledCase {
  readonly rule: string;
  readonly values: readonly string[];
  readonly set?: string;
  readonly category?: string;
  readonly title?: string;
  /** Expected dimensions; empty for NONE. Several names separated by `|` are all right. */
  readonly dims: Readonly<Record<string, readonly string[]>>;
  /** The structured additions of the input where they are not 0, parallel to `values`. */
  readonly additionsKrw?: readonly number[];
  /** Expected additions where they matter. */
  readonly pricesKrw?: readonly number[];
  readonly addOns?: readonly string[];
  /** Places that are not usable. */
  readonly unusable?: readonly number[];
  /** Places of rows that cannot be ordered in the input. */
  readonly closed?: readonly number[];
  /** The list may as well stay whole. */
  readonly orWhole?: boolean;
}

/** `'블랙, 화이트'` as a list. */
export const s = (text: string): readonly string[] => text.split(', ');

/** Every left text with every right one, in order. */
export const grid = (
  left: readonly string[],
  sign: string,
  right: readonly string[],
): readonly string[] => left.flatMap((a) => right.map((b) => `${a}${sign}${b}`));

/** Three colours, for cases in short form. */
export const C = s('블랙, 화이트, 네이비');
/** Three sizes, for cases in short form. */
export const Z = s('S, M, L');
export const CZ = { 색상: C, 사이즈: Z };
