import type { ItemNo } from '@shared/domain/ids';
import { defaultSettings } from '@shared/domain/settings';
import { describe, expect, it } from 'vitest';
import type { PictureOutcome, PreparedFile } from '../images/port';
import { NOTICE_TYPES } from '../naver/notice-types';
import { aDraft } from '../testing/draft';
import { buildProductBody } from './product-body';

const FIRST = 'https://supplier.example/a.jpg';
const SECOND = 'https://supplier.example/b.jpg';
const THIRD = 'https://supplier.example/c.jpg';

function aFile(sha256: string): PreparedFile {
  const contentType = 'image/jpeg';
  return { sha256, path: '', contentType, widthPx: 800, heightPx: 800, sizeBytes: 1 };
}

function prepared(url: string, role: 'product' | 'detail', ...hashes: string[]): PictureOutcome {
  const source = { widthPx: 800, heightPx: 800 };
  return { kind: 'prepared', url, role, files: hashes.map(aFile), warnings: [], source };
}

function detailOf(
  pictures: readonly PictureOutcome[],
  detailHtml: string,
  detailFooter = '',
): string {
  const { content } = aDraft();
  const [noticeType] = NOTICE_TYPES;
  if (noticeType === undefined) throw new Error('there are no notice types');
  const body = buildProductBody({
    itemNo: '1' as ItemNo,
    content: {
      ...content,
      images: { product: [FIRST], detail: [FIRST, SECOND], excluded: [] },
      detailHtml,
    },
    store: { ...defaultSettings().store, detailFooter },
    noticeType,
    mapped: {
      optionInfo: null,
      supplementProductInfo: null,
      stockQuantity: null,
      problems: [],
      repairs: [],
    },
    stock: 1,
    pictures,
    uploaded: new Map(['gallery', 'top', 'bottom'].map((hash) => [hash, `https://n/${hash}`])),
    keepsDetailPicturesAtSource: false,
  });
  return String(Object(body.originProduct).detailContent);
}

describe('the description that goes out', () => {
  it('shows a repeated picture’s slices and not the gallery form of the same address', () => {
    const html = detailOf(
      [
        prepared(FIRST, 'product', 'gallery'),
        prepared(FIRST, 'detail', 'top', 'bottom'),
        { kind: 'duplicate', url: SECOND, role: 'detail', ofUrl: FIRST },
      ],
      `<p>x</p><img src="${SECOND}">`,
    );
    expect([...html.matchAll(/src="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'https://n/top',
      'https://n/bottom',
    ]);
  });

  it('leaves out what the seller took out of the description, though the gallery shows it', () => {
    const html = detailOf(
      [prepared(FIRST, 'product', 'gallery'), prepared(THIRD, 'product', 'top')],
      `<img src="${FIRST}"><img src="${THIRD}">`,
    );
    expect([...html.matchAll(/src="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'https://n/gallery',
    ]);
  });

  it('leaves a dropped picture out', () => {
    const dropped: PictureOutcome = {
      kind: 'dropped',
      url: FIRST,
      role: 'detail',
      reason: { code: 'INTERNAL_FAULT', severity: 'warn', params: { problem: '' } },
    };
    expect(detailOf([dropped], `<p>x</p><img src="${FIRST}">`)).not.toContain('img');
  });

  it('ends with the store’s own words', () => {
    expect(detailOf([], '<p>x</p>', '문의는 톡톡으로')).toBe('<p>x</p><p>문의는 톡톡으로</p>');
  });
});
