import type { CatalogueItem } from '../catalogue/model';
import type { Supplier } from '../catalogue/suppliers';
import { detailPictures } from '../pictures/plan';

/** `http://127.0.0.1:port`, or `//127.0.0.1:port` on items with that quirk. */
function address(origin: string, isRelative: boolean, path: string): string {
  return `${isRelative ? origin.replace(/^https?:/, '') : origin}${path}`;
}

const DIRTY_PARTS = [
  '<script>window.open("https://shop.example/ad");</script>',
  '<p>문의 전화 02-0000-5678, 카카오톡 practice_shop</p>',
  '<p><a href="https://other-market.example/shop">다른 상품 보러가기</a></p>',
  '<div onclick="alert(1)" style="position:fixed">상담 010-0000-9876</div>',
  '<iframe src="https://video.example/embed/1"></iframe>',
] as const;

/** The main description: pictures, some text, and on many items what a careful tool takes out. */
export function descriptionHtml(
  item: CatalogueItem,
  supplier: Supplier,
  origin: string,
  isRelative: boolean,
): string {
  const pictures = detailPictures(item)
    .map(
      (picture) =>
        `<img src="${address(origin, isRelative, `/img/detail/${picture.name}`)}" alt="">`,
    )
    .join('<br>');
  const shared =
    item.index % 3 === 0
      ? `<p><img src="${address(origin, isRelative, `/img/shared/${supplier.id}.jpg`)}"></p>`
      : '';
  const dirty = item.index % 4 === 1 ? (DIRTY_PARTS[item.index % DIRTY_PARTS.length] ?? '') : '';
  const points = item.keywords.map((word) => `<li>${word}</li>`).join('');
  return (
    `<div align="center">${shared}<h2>${item.title}</h2><ul>${points}</ul>${pictures}` +
    `<table border="1"><tr><th>제조사</th><td>${item.manufacturer}</td></tr><tr><th>모델명</th><td>${item.model}</td></tr></table>${dirty}</div>`
  );
}
