import { expect, it } from 'vitest';
import { framedDetail } from './detail-frame';

it('puts the store’s lines above and below the description', () => {
  const frame = { detailHeader: '공지\n\n 오늘 출발 ', detailFooter: '감사합니다' };
  expect(framedDetail('<div>상품</div>', frame)).toBe(
    '<p>공지</p><p>오늘 출발</p><div>상품</div><p>감사합니다</p>',
  );
});

it('leaves a description alone where the store has nothing to add', () => {
  expect(framedDetail('<p>상품</p>', { detailHeader: '', detailFooter: ' \n' })).toBe(
    '<p>상품</p>',
  );
});

it('shows what looks like a tag instead of obeying it', () => {
  const frame = { detailHeader: '<script>1 & 2</script>', detailFooter: '' };
  expect(framedDetail('', frame)).toBe('<p>&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>');
});
