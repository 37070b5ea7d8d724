import type { GateSource } from './rule';

/** Naver's rule of one section of the engineering reference (naver-commerce-api.md, 2026-09). */
export function naver(section: string): GateSource {
  return {
    ko: `네이버 커머스API 규칙 (${section}절, 2026-09 확인)`,
    en: `Naver Commerce API, section ${section} (as of 2026-09)`,
  };
}

/** What a reseller has to keep by the wholesaler (domeggook-openapi.md 6, 2026-09). */
export const BUSINESS: GateSource = {
  ko: '도매꾹·도매매 재판매 조건 (2026-09 확인)',
  en: 'Terms of resale at Domeggook and Domeme (as of 2026-09)',
};

/** A term of the wholesaler with what it is about. */
export function business(ko: string, en: string): GateSource {
  return { ko: `${BUSINESS.ko}: ${ko}`, en: `${BUSINESS.en}: ${en}` };
}

/**
 * A duty by law. The references name the subject, not the article, so that no article is cited here
 * (peers.md 5 and naver-commerce-api.md 5.7 to 5.9, 2026-09).
 */
export function law(ko: string, en: string): GateSource {
  return { ko: `법으로 정한 의무: ${ko}`, en: `Duty by law: ${en}` };
}

/** The seller's own thresholds. */
export const REVIEW_SETTINGS: GateSource = {
  ko: '설정에서 정한 검토 기준',
  en: 'Your review settings',
};

/** A check that the program makes by itself. */
export const OWN_CHECK: GateSource = {
  ko: '스토어브리지의 자체 점검',
  en: 'StoreBridge’s own check',
};

/** What the seller entered under forbidden words, items and suppliers. */
export const OWN_LIST: GateSource = {
  ko: '설정에 직접 적은 금지 목록',
  en: 'Your own list of what must not go out',
};
