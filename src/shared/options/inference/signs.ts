/** Classes of separators. Look-alikes share a class; all kinds of brackets are one class. */
export const SIGN_CLASSES = [
  '-',
  '/',
  '_',
  ',',
  '|',
  '~',
  ':',
  ';',
  '★',
  '♥',
  '·',
  '>',
  '→',
  '▶',
  '=',
  '+',
  '&',
  '*',
  '@',
  '#',
  '^',
  'x',
  '()',
] as const;
/** All kinds of brackets. */
export const BRACKET_BIT = 1 << SIGN_CLASSES.indexOf('()');
/** Signs that join goods rather than separate dimensions (`본품+리필`). */
export const PLUS_BITS = (1 << SIGN_CLASSES.indexOf('+')) | (1 << SIGN_CLASSES.indexOf('&'));

/** The bit of one class. */
export function bitOf(sign: (typeof SIGN_CLASSES)[number]): number {
  return 1 << SIGN_CLASSES.indexOf(sign);
}
