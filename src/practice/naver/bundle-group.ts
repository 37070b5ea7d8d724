/** The bundle group that every store has from its first login (naver-commerce-api.md 5.11). */
export const DEFAULT_BUNDLE_GROUP_ID = 54_000_001;
