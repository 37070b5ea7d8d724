import type { DraftImages } from '@shared/domain/draft';
import { MAX_PRODUCT_PICTURES } from '@shared/domain/draft-pictures';
import type { WholesaleItem } from '@shared/domain/item';
import type { Reason } from '@shared/domain/reason';
import type { ImageSettings } from '@shared/domain/settings';
import { pictureTagsOf } from './picture-tags';
import { pictureUrlOf, sameAddressKey } from './picture-url';
import type { PlannedPicture } from './port';

/** Naver states no number for the description; more than this is a scraped page, not a description. */
export const MAX_DETAIL_PICTURES = 100;

/**
 * Words in the permission text that take back what the flag gives: "no open market", "no resale",
 * "no other site". Flag and text are both read, since the text may forbid what the flag allows
 * (domeggook-openapi.md 3.9 and section 6, read 2026-09).
 */
const LICENCE_LIMIT =
  /(오픈\s*마켓|스마트\s*스토어|네이버|타\s*(?:사이트|쇼핑몰|몰)|외부|재\s*판매|온라인)[^.\n]{0,20}?(불가|금지|제한|안\s*됩니다|안\s*됨|허용하지)/;

/**
 * Which pictures of `item` are used, in which role and order, and why others are not. Pure.
 *
 * Product: the representative picture, which is the only clean one an item has; as many of the
 * description's first pictures as the settings ask for follow. Detail: every picture of
 * `descriptionHtml` in order, each address once. An item without the licence gives no description
 * pictures, and by default no representative one either, since the documents leave open whether the
 * flag covers it.
 */
export function planPictures(
  item: Pick<WholesaleItem, 'thumbnail' | 'licence'>,
  settings: ImageSettings,
  descriptionHtml: string,
): DraftImages {
  const excluded: { url: string; reason: Reason }[] = [];
  const licenceReason = licenceReasonOf(item.licence);

  const product: string[] = [];
  const thumbnail = item.thumbnail === null ? null : pictureUrlOf(item.thumbnail.originalUrl);
  if (thumbnail !== null && item.thumbnail !== null) {
    const written = item.thumbnail.originalUrl;
    if (thumbnail.kind !== 'url') excluded.push(refusedAddress(written, thumbnail.kind));
    else if (licenceReason !== null && settings.isThumbnailUnderLicence) {
      excluded.push({ url: thumbnail.url, reason: licenceReason });
    } else product.push(thumbnail.url);
  }

  const detail: string[] = [];
  const seen = new Set<string>();
  for (const tag of pictureTagsOf(descriptionHtml)) {
    const address = pictureUrlOf(tag.src);
    const url = address.kind === 'url' ? address.url : shown(tag.src);
    const key = sameAddressKey(url);
    if (seen.has(key)) continue;
    seen.add(key);
    if (address.kind !== 'url') excluded.push(refusedAddress(tag.src, address.kind));
    else if (licenceReason !== null) excluded.push({ url, reason: licenceReason });
    else if (detail.length >= MAX_DETAIL_PICTURES) {
      excluded.push({ url, reason: overLimit(MAX_DETAIL_PICTURES) });
    } else detail.push(url);
  }

  const taken = new Set(product.map(sameAddressKey));
  const others = detail.filter((url) => !taken.has(sameAddressKey(url)));
  const fromDetail = others.slice(0, settings.galleryPicturesFromDescription);
  return {
    product: [...product, ...fromDetail].slice(0, MAX_PRODUCT_PICTURES),
    detail,
    excluded,
  };
}

/**
 * What has to be prepared for `images`: the product pictures first, then the description's unless
 * they stay on the supplier's host.
 */
export function plannedPictures(
  images: Pick<DraftImages, 'product' | 'detail'>,
  settings: Pick<ImageSettings, 'keepsDetailPicturesAtSource'>,
): readonly PlannedPicture[] {
  const product = images.product
    .slice(0, MAX_PRODUCT_PICTURES)
    .map((url): PlannedPicture => ({ url, role: 'product' }));
  if (settings.keepsDetailPicturesAtSource) return product;
  return [...product, ...images.detail.map((url): PlannedPicture => ({ url, role: 'detail' }))];
}

function licenceReasonOf(licence: WholesaleItem['licence']): Reason | null {
  const params = { licence: licence.text === '' ? '-' : licence.text };
  if (!licence.isUsable) {
    return { code: 'PICTURE_NOT_LICENSED', severity: 'ask', field: 'images', params };
  }
  if (LICENCE_LIMIT.test(licence.text)) {
    return { code: 'PICTURE_LICENCE_LIMITED', severity: 'ask', field: 'images', params };
  }
  return null;
}

function refusedAddress(
  written: string,
  kind: 'embedded' | 'invalid',
): { url: string; reason: Reason } {
  const url = shown(written);
  return kind === 'embedded'
    ? { url, reason: { code: 'PICTURE_EMBEDDED', severity: 'warn', field: 'images' } }
    : {
        url,
        reason: {
          code: 'PICTURE_ADDRESS_INVALID',
          severity: 'warn',
          field: 'images',
          params: { address: url },
        },
      };
}

function overLimit(maxCount: number): Reason {
  return { code: 'PICTURE_OVER_LIMIT', severity: 'ask', field: 'images', params: { maxCount } };
}

/** Long addresses (embedded pictures) are cut: they are shown, not fetched. */
function shown(written: string): string {
  const trimmed = written.trim();
  return trimmed.length > 120 ? `${trimmed.slice(0, 120)}…` : trimmed;
}
