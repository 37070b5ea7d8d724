export type Language = 'ko' | 'en';

/**
 * What a person reads about one code: what happened and what to do.
 * `{name}` places are filled from the parameters that travel with the code.
 */
export interface CodeText {
  readonly message: string;
  readonly fix: string;
}

/** One domain's codes with their texts in both languages. */
export type CodeTexts = Readonly<Record<string, Readonly<Record<Language, CodeText>>>>;

export type TextParams = Readonly<Record<string, string | number | boolean | null>>;
