import type { Language } from '@shared/texts/types';
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { ko } from './ko';

/** Every text's key as one path: `settings.themes.dark`. */
type PathOf<Texts, Before extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? `${Before}${Key}`
    : PathOf<Texts[Key], `${Before}${Key}.`>;
}[keyof Texts & string];

declare module 'i18next' {
  interface CustomTypeOptions {
    // Flat for the compiler only, which gives up on walking so many nested texts at each use.
    keySeparator: false;
    resources: { translation: Record<PathOf<typeof ko>, string> };
  }
}

/** The app's words, Korean first. Both languages are in the page, so that switching is immediate. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ko',
    resources: { ko: { translation: ko }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return instance;
}
