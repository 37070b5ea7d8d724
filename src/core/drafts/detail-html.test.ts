import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureUrlsOf, planDetail, withUploadedPictures } from './detail-html';

describe('planDetail', () => {
  it('keeps layout, text and pictures', () => {
    const html =
      '<div style="text-align:center"><p>도톰한 면</p><img src="https://a.example/1.jpg"></div>';
    expect(planDetail(html, true).value).toContain('도톰한 면');
    expect(pictureUrlsOf(planDetail(html, true).value)).toEqual(['https://a.example/1.jpg']);
  });

  it.each([
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<iframe src="https://a.example"></iframe>',
    '<img src=x onerror=alert(1)>',
    '<img src="javascript:alert(1)">',
    '<img src="data:image/png;base64,AAAA">',
    '<a href="javascript:alert(1)">글</a>',
    '<p onclick="alert(1)" style="background:url(javascript:alert(1))">글</p>',
    '<svg onload=alert(1)><circle/></svg>',
    '<form action="https://a.example"><input name="x"></form>',
    '<scr<script>ipt>alert(1)</script>',
  ])('leaves nothing that could run or lead away of %s', (html) => {
    const clean = planDetail(html, true).value;
    expect(clean).not.toMatch(/script|onerror|onclick|onload|iframe|<form|<svg|<style|href|data:/i);
  });

  it.each([
    '문의 010-1234-5678',
    '전화 02-123-4567',
    '대표번호 1588-1234',
    '문의: 01012345678',
    '메일 help@shop.example.com',
    '카카오톡 아이디: coolshop1',
    '카톡ID:coolshop1',
    '홈페이지 www.shop.co.kr 방문',
    '홈페이지 https://shop.example.com/a',
    '자세한 내용은 coolshop.co.kr',
  ])('takes the contact out of %s and lists it', (text) => {
    const planned = planDetail(`<p>${text}</p>`, true);
    expect(planned.removed.contacts).toHaveLength(1);
    expect(planned.value).not.toContain(planned.removed.contacts[0]);
    expect(planned.reasons[0]?.code).toBe('DRAFT_DETAIL_CONTACTS_REMOVED');
  });

  it.each([
    '크기 10-20-30cm',
    '용량 500ml',
    '모델 TB-500',
    '2026-08-01 제조',
    '가격 1,000-2,000원',
    '1.5m 케이블',
  ])('leaves %s alone', (text) =>
    expect(planDetail(`<p>${text}</p>`, true).removed.contacts).toEqual([]),
  );

  it('removes links but keeps their words, and lists where they led', () => {
    const planned = planDetail('<a href="https://other.example/x">다른 상품</a>', true);
    expect(planned.value).toBe('다른 상품');
    expect(planned.removed.links).toEqual(['https://other.example/x']);
  });

  it('drops every picture without permission', () => {
    expect(planDetail('<p>글<img src="https://a.example/1.jpg"></p>', false).value).toBe(
      '<p>글</p>',
    );
  });

  it('completes protocol-relative and lazy picture addresses', () => {
    const html = '<img src="//a.example/1.jpg"><img ec-data-src="https://a.example/2.jpg">';
    expect(pictureUrlsOf(planDetail(html, true).value)).toEqual([
      'https://a.example/1.jpg',
      'https://a.example/2.jpg',
    ]);
  });

  it('gives the same result when its result is cleaned again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<b>',
            '<img src="//a.example/&amp;1.jpg">',
            '글&lt;b&gt;',
            '<',
            '>',
            '"',
            '<table><td>',
            '010-1234-',
            '5678',
          ),
          { maxLength: 20 },
        ),
        (parts) => {
          const once = planDetail(parts.join(''), true).value;
          const twice = planDetail(once, true).value;
          expect(planDetail(twice, true).value).toBe(twice);
        },
      ),
    );
  });
});

describe('withUploadedPictures', () => {
  it('puts slices in order and removes what was dropped', () => {
    const html = planDetail(
      '<p><img src="https://a.example/1.jpg?x=1&amp;y=2">글<img src="https://a.example/2.jpg"></p>',
      true,
    ).value;
    const final = withUploadedPictures(html, (url) =>
      url === 'https://a.example/1.jpg?x=1&y=2'
        ? ['https://n.example/s1.jpg', 'https://n.example/s2.jpg']
        : null,
    );
    expect(final).toBe(
      '<p><img src="https://n.example/s1.jpg"><img src="https://n.example/s2.jpg">글</p>',
    );
  });
});
