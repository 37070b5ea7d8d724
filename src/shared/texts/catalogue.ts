import { backupTexts } from './backup';
import { certificationNeedsEn, certificationNeedsKo } from './certification-needs';
import { commandLineTexts } from './command-line';
import { domeggookTexts } from './domeggook';
import { draftDeliveryTexts } from './draft-delivery';
import { draftItemTexts } from './draft-item';
import { draftLawTexts } from './draft-law';
import { draftsTexts } from './drafts';
import { imagesTexts } from './images';
import { intakeTexts } from './intake';
import { ipcTexts } from './ipc';
import { limiterTexts } from './limiter';
import { naverTexts } from './naver';
import { naverRejectionTexts } from './naver-rejections';
import { networkTexts } from './network';
import { noticeTypesEn, noticeTypesKo } from './notice-types';
import { notificationsTexts } from './notifications';
import { optionEditTexts } from './option-edits';
import { optionsTexts } from './options';
import { pricingTexts } from './pricing';
import { registrationTexts } from './registration';
import { screeningTexts } from './screening';
import { settingsTexts } from './settings';
import { shellTexts } from './shell';
import { sourcingTexts } from './sourcing';
import { storageTexts } from './storage';
import { storesTexts } from './stores';
import type { CodeText, Language, TextParams } from './types';
import { watchTexts } from './watch';
import { watchChangesTexts } from './watch-changes';
import { watchQuestionsTexts } from './watch-questions';

/** Every code that a person can meet, with its words. One file per domain, joined here. */
export const catalogue = {
  ...backupTexts,
  ...commandLineTexts,
  ...domeggookTexts,
  ...draftDeliveryTexts,
  ...draftItemTexts,
  ...draftLawTexts,
  ...draftsTexts,
  ...imagesTexts,
  ...intakeTexts,
  ...ipcTexts,
  ...limiterTexts,
  ...naverTexts,
  ...naverRejectionTexts,
  ...networkTexts,
  ...notificationsTexts,
  ...optionEditTexts,
  ...optionsTexts,
  ...pricingTexts,
  ...registrationTexts,
  ...screeningTexts,
  ...settingsTexts,
  ...shellTexts,
  ...sourcingTexts,
  ...storageTexts,
  ...storesTexts,
  ...watchTexts,
  ...watchChangesTexts,
  ...watchQuestionsTexts,
} as const;

export type MessageCode = keyof typeof catalogue;

/** True for a code of this version's catalogue; a stored code of a newer version may not be. */
export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(catalogue, code);
}

/** `{name}`, or `{name:list}` where the parameter holds names of a list that have words of their own. */
const PLACE = /\{(\w+)(?::(\w+))?\}/g;
const ASIDE = / ?\([^()]*\)/g;

const WORDS: Readonly<
  Record<string, Readonly<Record<Language, Readonly<Record<string, string>>>>>
> = {
  noticeType: { ko: noticeTypesKo, en: noticeTypesEn },
  certification: { ko: certificationNeedsKo, en: certificationNeedsEn },
};

/**
 * The text of `code` with its places filled; a place without a parameter stays visible as `{name}`. An
 * aside in brackets whose parameters are all empty is left out with its brackets.
 */
export function textOf(code: MessageCode, language: Language, params: TextParams = {}): CodeText {
  const text: CodeText = catalogue[code][language];
  const isEmptyAside = (aside: string): boolean => {
    const names = [...aside.matchAll(PLACE)].map(([, name = '']) => name);
    return names.length > 0 && names.every((name) => params[name] === '');
  };
  const fill = (template: string): string =>
    template
      .replace(ASIDE, (aside) => (isEmptyAside(aside) ? '' : aside))
      .replace(PLACE, (place, name: string, list: string | undefined) => {
        const value = params[name];
        if (value === undefined || value === null) return place;
        return list === undefined
          ? formatted(value, language)
          : named(String(value), list, language);
      });
  return { message: fill(text.message), fix: fill(text.fix) };
}

/** The names of `value`, which are parted by commas, in words; one of a newer version stays as it is. */
function named(value: string, list: string, language: Language): string {
  const words = WORDS[list]?.[language] ?? {};
  return value
    .split(', ')
    .map((name) => words[name] ?? name)
    .join(', ');
}

function formatted(value: string | number | boolean, language: Language): string {
  if (typeof value === 'number') return value.toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US');
  return String(value);
}
