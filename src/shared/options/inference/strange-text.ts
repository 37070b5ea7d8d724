import { trimDecoration } from './clean-text';

/** Marks that turn the direction of writing: what is shown is not what stands there. */
const DIRECTION = /[\u200f\u202a-\u202e\u2066-\u2069]/;
/** Tags of web pages; `<M>` and `<FREE>` are brackets around a value. */
const HTML =
  /<\/[a-z][a-z0-9]*\s*>|<(?:br|hr|img|font|span|div|strong|script|style|iframe|center|table|input|svg)\b[^>]*>|<[a-z][a-z0-9]*\s+[a-z-]+\s*=[^>]*>/i;
/** The lowest letter of each pattern decides whether any of them can match. */
const MIGHT_BE_STRANGE = /[<\u200f-\uabff\ud800-\uffff]/;
const EMOJI = /\p{Extended_Pictographic}/u;
const ORDINARY_SIGNS = /[©®™↔↕▪▫▶◀★☆♥♡※]/gu;

/** What makes a name one that a person should look at; null for any ordinary name. */
export type Strangeness = 'direction' | 'html' | 'emoji';

/** @param raw as the supplier wrote it @param cleaned with entities decoded; emoji at its ends only decorate */
export function strangenessOf(raw: string, cleaned: string): Strangeness | null {
  if (!MIGHT_BE_STRANGE.test(raw) && !MIGHT_BE_STRANGE.test(cleaned)) return null;
  if (DIRECTION.test(raw)) return 'direction';
  if (raw.includes('<') && HTML.test(raw)) return 'html';
  return EMOJI.test(trimDecoration(cleaned).replace(ORDINARY_SIGNS, '')) ? 'emoji' : null;
}
