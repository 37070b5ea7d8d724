import type { WholesaleItem } from '@shared/domain/item';
import type { PictureOutcome } from '../images/port';

/** One product picture and one of the description in two parts, all prepared. */
export function outcomesOf(item: WholesaleItem): readonly PictureOutcome[] {
  const file = (sha256: string) => ({
    sha256,
    path: '',
    contentType: 'image/jpeg' as const,
    widthPx: 1000,
    heightPx: 1000,
    sizeBytes: 1,
  });
  return [
    {
      kind: 'prepared',
      url: item.thumbnail?.originalUrl ?? '',
      role: 'product',
      files: [file('a')],
      warnings: [],
      source: { widthPx: 1000, heightPx: 1000 },
    },
    {
      kind: 'prepared',
      url: 'https://pictures.example/12345678/detail-1.jpg',
      role: 'detail',
      files: [file('b'), file('c')],
      warnings: [],
      source: { widthPx: 1000, heightPx: 1000 },
    },
  ];
}

/** Where those files are once they are uploaded. */
export const uploaded = new Map([
  ['a', 'https://shop.example/a.jpg'],
  ['b', 'https://shop.example/b.jpg'],
  ['c', 'https://shop.example/c.jpg'],
]);
