import type { Language } from '@shared/texts/types';
import { type BackendModule, createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
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

/** English words are fetched when they are wanted: most sellers never want them. */
const english: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, _namespace, done) => {
    if (language !== 'en') return done(null, {});
    import('./en').then(
      ({ en }) => done(null, en),
      (fault: Error) => done(fault, false),
    );
  },
};

/** The app's words, Korean first and always there; another language comes from the app's own files. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance
    .use(english)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'ko',
      resources: { ko: { translation: ko } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      // The language before stays on the screen until the next one is there.
      react: { useSuspense: false },
    });
  return instance;
}
