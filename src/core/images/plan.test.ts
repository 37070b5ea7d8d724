import { defaultSettings, type ImageSettings } from '@shared/domain/settings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aWholesaleItem } from '../testing/wholesale-item';
import { MAX_DETAIL_PICTURES, plannedPictures, planPictures } from './plan';

const THUMBNAIL = 'https://cdn1.domeggook.com/upload/item/a_img_760?hash=0f';

function plan(html: string, overrides: Parameters<typeof aWholesaleItem>[0] = {}, images = {}) {
  const item = aWholesaleItem({
    thumbnail: { originalUrl: THUMBNAIL, largeUrl: null, md5: null },
    ...overrides,
  });
  return planPictures(item, settings(images), html);
}

function settings(images: Partial<ImageSettings> = {}): ImageSettings {
  return { ...defaultSettings().images, ...images };
}

function codes(excluded: ReturnType<typeof plan>['excluded']): readonly string[] {
  return excluded.map((entry) => entry.reason.code);
}

describe('which pictures are used', () => {
  test('the representative picture is the product’s and the description’s follow in its order', () => {
    const html = '<img src="https://a.example/2.jpg"><p><img src="https://a.example/1.jpg"></p>';
    expect(plan(html)).toEqual({
      product: [THUMBNAIL],
      detail: ['https://a.example/2.jpg', 'https://a.example/1.jpg'],
      excluded: [],
    });
  });

  test.each([
    ['//a.example/1.jpg', 'https://a.example/1.jpg'],
    ['  http://a.example/1.jpg\n', 'http://a.example/1.jpg'],
    ['/upload/1.jpg', 'https://domeggook.com/upload/1.jpg'],
    ['https://a.example/사진 1.jpg', 'https://a.example/%EC%82%AC%EC%A7%84%201.jpg'],
    ['https://a.example/1.jpg?w=1&amp;h=2#top', 'https://a.example/1.jpg?w=1&h=2'],
  ])('the address %j is read as a browser does', (src, url) => {
    expect(plan(`<img src="${src}">`).detail).toEqual([url]);
  });

  test('a picture that a script would load later is found under its own attribute', () => {
    const html = '<img src="data:image/gif;base64,R0" ec-data-src="//a.example/late.jpg">';
    expect(plan(html).detail).toEqual(['https://a.example/late.jpg']);
  });

  test('an address that occurs twice, also once with http, is planned once', () => {
    const html = ['http:', 'https:', ''].map((scheme) => `<img src="${scheme}//a.example/1.jpg">`);
    expect(plan(html.join('')).detail).toEqual(['http://a.example/1.jpg']);
  });

  test('pictures in comments are not pictures', () => {
    expect(plan('<!-- <img src="https://a.example/1.jpg"> -->').detail).toEqual([]);
  });

  test('the gallery takes the description’s first pictures when the seller wants that', () => {
    const html = [1, 2, 3].map((n) => `<img src="https://a.example/${n}.jpg">`).join('');
    const planned = plan(html, {}, { galleryPicturesFromDescription: 2 });
    expect(planned.product).toEqual([
      THUMBNAIL,
      'https://a.example/1.jpg',
      'https://a.example/2.jpg',
    ]);
    expect(planned.detail).toHaveLength(3);
  });

  test('one representative picture and nine more is the most the gallery takes', () => {
    const html = Array.from({ length: 20 }, (_unused, n) => `<img src="//a.example/${n}.jpg">`);
    const { product, detail } = plan(html.join(''), {}, { galleryPicturesFromDescription: 9 });
    expect(product).toHaveLength(1 + 9);
    expect(product[0]).toBe(THUMBNAIL);
    expect(detail).toHaveLength(20);
    const written = { product: [...product, 'https://a.example/too-many.jpg'], detail };
    const roles = plannedPictures(written, settings()).map((picture) => picture.role);
    expect(roles.filter((role) => role === 'product')).toHaveLength(1 + 9);
  });

  test('a description that begins with the representative picture gives the gallery the next ones', () => {
    const html = `<img src="${THUMBNAIL}"><img src="//a.example/1.jpg"><img src="//a.example/2.jpg">`;
    expect(plan(html, {}, { galleryPicturesFromDescription: 2 }).product).toEqual([
      THUMBNAIL,
      'https://a.example/1.jpg',
      'https://a.example/2.jpg',
    ]);
  });

  test('an item without a representative picture has no product picture', () => {
    expect(plan('', { thumbnail: null }).product).toEqual([]);
  });
});

describe('which pictures are left out, and why', () => {
  const html = '<img src="https://a.example/1.jpg">';
  const unlicensed = { licence: { isUsable: false, text: '사용불가' } };

  test('without a licence no picture is used and each says so', () => {
    const planned = plan(html, unlicensed);
    expect([planned.product, planned.detail]).toEqual([[], []]);
    expect(planned.excluded.map((entry) => entry.url)).toEqual([
      THUMBNAIL,
      'https://a.example/1.jpg',
    ]);
    expect(codes(planned.excluded)).toEqual(['PICTURE_NOT_LICENSED', 'PICTURE_NOT_LICENSED']);
  });

  test('the representative picture stays when the seller decided that the flag is not about it', () => {
    const planned = plan(html, unlicensed, { isThumbnailUnderLicence: false });
    expect(planned.product).toEqual([THUMBNAIL]);
    expect(planned.detail).toEqual([]);
  });

  test.each([
    '사용가능하나 오픈마켓 판매는 금지입니다',
    '타 사이트 사용 불가',
    '스마트스토어 등록을 제한합니다',
  ])('a limit in the permission text is put to the seller: %s', (text) => {
    const planned = plan(html, { licence: { isUsable: true, text } });
    expect(planned.detail).toEqual([]);
    expect(codes(planned.excluded)).toContain('PICTURE_LICENCE_LIMITED');
  });

  test.each(['사용가능', '온라인 오픈마켓에서 자유롭게 사용 가능합니다', ''])(
    'a permission without limits is taken as one: %j',
    (text) => {
      expect(plan(html, { licence: { isUsable: true, text } }).detail).toHaveLength(1);
    },
  );

  test('embedded pictures and addresses of other schemes are left out', () => {
    const planned = plan(
      '<img src="data:image/png;base64,AAAA"><img src="file:///c:/a.jpg"><img src="javascript:x()">' +
        '<img src="https://user:word@a.example/1.jpg">',
    );
    expect(planned.detail).toEqual([]);
    expect(codes(planned.excluded)).toEqual([
      'PICTURE_EMBEDDED',
      'PICTURE_ADDRESS_INVALID',
      'PICTURE_ADDRESS_INVALID',
      'PICTURE_ADDRESS_INVALID',
    ]);
  });

  test('300 description pictures are cut to the limit and the rest is put to the seller', () => {
    const many = Array.from({ length: 300 }, (_unused, n) => `<img src="//a.example/${n}.jpg">`);
    const planned = plan(many.join(''));
    expect(planned.detail).toHaveLength(MAX_DETAIL_PICTURES);
    expect(planned.excluded).toHaveLength(300 - MAX_DETAIL_PICTURES);
    expect(planned.excluded[0]?.reason).toMatchObject({
      code: 'PICTURE_OVER_LIMIT',
      severity: 'ask',
    });
  });

  test('whatever the HTML is, every planned address is http or https and planned once', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('<img src=', '"', "'", '>', '//a.b/c', 'data:x', '<!--', '-->', 'src="'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { detail } = plan(pieces.join(''));
        expect(new Set(detail).size).toBe(detail.length);
        for (const url of detail) expect(new URL(url).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});

describe('what has to be prepared', () => {
  const images = { product: ['https://a.example/0.jpg'], detail: ['https://a.example/1.jpg'] };

  test('product pictures come first, then the description’s', () => {
    expect(plannedPictures(images, settings())).toEqual([
      { url: 'https://a.example/0.jpg', role: 'product' },
      { url: 'https://a.example/1.jpg', role: 'detail' },
    ]);
  });

  test('description pictures that stay on the supplier’s host are not prepared', () => {
    const kept = plannedPictures(images, settings({ keepsDetailPicturesAtSource: true }));
    expect(kept.map((picture) => picture.role)).toEqual(['product']);
  });
});
