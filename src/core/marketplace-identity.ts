import { createHash } from 'node:crypto';
import type { Settings } from '@shared/domain/settings';

/**
 * Short names under which something is kept for one counterpart: not to be read back, and never shown.
 * What is kept for one market, key or application must not be found for another.
 */

/** What was read from this pair of markets with this application. */
export function marketsOf({
  domeggookUrl,
  naverUrl,
  naverClientId,
}: Pick<Settings, 'domeggookUrl' | 'naverUrl' | 'naverClientId'>): string {
  return shortHash(`${domeggookUrl} ${naverUrl} ${naverClientId}`);
}

/** Items of this wholesaler, whoever reads them. */
export function wholesalerOf({ domeggookUrl }: Pick<Settings, 'domeggookUrl'>): string {
  return shortHash(domeggookUrl);
}

/** The application whose calls Naver counts together (naver-commerce-api.md section 2, 2026-09). */
export function naverApplicationOf({
  naverUrl,
  naverClientId,
}: Pick<Settings, 'naverUrl' | 'naverClientId'>): string {
  return shortHash(`${naverUrl} ${naverClientId}`);
}

/** The key whose calls Domeggook counts together; per key or per member is not documented (domeggook-openapi.md 1.6, 2026-09). */
export function domeggookAccountOf(key: string): string {
  return `domeggook ${shortHash(key)}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
