import type { Language } from '@shared/texts/types';
import { useTranslation } from 'react-i18next';

/** The language shown now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ko';
}
