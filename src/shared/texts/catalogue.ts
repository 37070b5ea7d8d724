import { backupTexts } from './backup';
import { domeggookTexts } from './domeggook';
import { draftDeliveryTexts } from './draft-delivery';
import { draftItemTexts } from './draft-item';
import { draftLawTexts } from './draft-law';
import { draftsTexts } from './drafts';
import { imagesTexts } from './images';
import { intakeTexts } from './intake';
import { ipcTexts } from './ipc';
import { limiterTexts } from './limiter';
import { metricsTexts } from './metrics';
import { naverTexts } from './naver';
import { networkTexts } from './network';
import { notificationsTexts } from './notifications';
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

/** Every code that a person can meet, with its words. One file per domain, joined here. */
export const catalogue = {
  ...backupTexts,
  ...domeggookTexts,
  ...draftDeliveryTexts,
  ...draftItemTexts,
  ...draftLawTexts,
  ...draftsTexts,
  ...imagesTexts,
  ...intakeTexts,
  ...ipcTexts,
  ...limiterTexts,
  ...metricsTexts,
  ...naverTexts,
  ...networkTexts,
  ...notificationsTexts,
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
} as const;

export type MessageCode = keyof typeof catalogue;

/** True for a code of this version's catalogue; a stored code of a newer version may not be. */
export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(catalogue, code);
}

const PLACE = /\{(\w+)\}/g;

/** The text of `code` with its places filled; a place without a parameter stays visible as `{name}`. */
export function textOf(code: MessageCode, language: Language, params: TextParams = {}): CodeText {
  const text: CodeText = catalogue[code][language];
  const fill = (template: string): string =>
    template.replace(PLACE, (place, name: string) => {
      const value = params[name];
      return value === undefined || value === null ? place : formatted(value, language);
    });
  return { message: fill(text.message), fix: fill(text.fix) };
}

function formatted(value: string | number | boolean, language: Language): string {
  if (typeof value === 'number') return value.toLocaleString(language === 'ko' ? 'ko-KR' : 'en-US');
  return String(value);
}
