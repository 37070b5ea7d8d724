import type { NotificationLine } from '@shared/domain/notification';
import { textOf } from '@shared/texts/catalogue';
import type { CodeText, Language } from '@shared/texts/types';

/** What a line says in `language`. */
export function wordsOf(
  { code, params }: Pick<NotificationLine, 'code' | 'params'>,
  language: Language,
): CodeText {
  return textOf(code, language, params);
}
