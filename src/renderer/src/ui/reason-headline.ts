import { catalogue, type MessageCode } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';
import { REASON_NAMES } from './reason-names';

/** What a whole group with `code` is called: its short name, or its message with what differs from case to case left open. */
export function reasonHeadline(code: MessageCode, language: Language): string {
  const name = REASON_NAMES[code]?.[language];
  if (name !== undefined) return name;
  return catalogue[code][language].message
    .replace(/\{\w+(?::\w+)?\}/g, '…')
    .replace(/\s*\([^()]*…[^()]*\)/g, '')
    .replace(/…(?:[,\s]*…)+/g, '…')
    .replace(/\s*:\s*…\.?$/, '');
}
