import { catalogue, type MessageCode } from '@shared/texts/catalogue';
import type { Language } from '@shared/texts/types';

/** The message of `code` for a whole group: what differs from case to case is left open. */
export function reasonHeadline(code: MessageCode, language: Language): string {
  return catalogue[code][language].message
    .replace(/\{\w+(?::\w+)?\}/g, '…')
    .replace(/\s*\([^()]*…[^()]*\)/g, '')
    .replace(/…(?:[,\s]*…)+/g, '…')
    .replace(/\s*:\s*…\.?$/, '');
}
