import sharp from 'sharp';
import type { Shape } from '../catalogue/model';
import type { PictureFormat, PictureSpec } from './plan';

/** Outlines in a 100 x 100 box. */
const OUTLINES: Readonly<Record<Shape, string>> = {
  shirt:
    'M30 12 L42 18 Q50 24 58 18 L70 12 L92 30 L80 44 L74 38 L74 90 L26 90 L26 38 L20 44 L8 30 Z',
  trousers: 'M30 8 L70 8 L78 92 L58 92 L50 36 L42 92 L22 92 Z',
  dress: 'M38 8 L46 16 L54 16 L62 8 L66 40 L84 90 L16 90 L34 40 Z',
  shoe: 'M8 40 L32 40 Q44 58 66 58 Q92 60 92 78 L8 78 Z',
  bag: 'M20 38 L80 38 L88 92 L12 92 Z M36 38 Q36 12 50 12 Q64 12 64 38 L58 38 Q58 20 50 20 Q42 20 42 38 Z',
  phone:
    'M34 6 H66 Q74 6 74 14 V86 Q74 94 66 94 H34 Q26 94 26 86 V14 Q26 6 34 6 Z M38 14 h14 v16 h-14 Z',
  bed: 'M8 34 Q8 26 16 26 H84 Q92 26 92 34 V74 H84 V66 H16 V74 H8 Z',
  bottle: 'M42 6 H58 V22 Q70 28 70 42 V86 Q70 94 62 94 H38 Q30 94 30 86 V42 Q30 28 42 22 Z',
  pot: 'M14 36 H70 V40 H96 V48 H70 V70 Q70 82 58 82 H26 Q14 82 14 70 Z',
  box: 'M12 30 L50 12 L88 30 L88 76 L50 94 L12 76 Z',
  tool: 'M44 6 H56 V52 H64 V92 Q64 96 60 96 H40 Q36 96 36 92 V52 H44 Z',
  toy: 'M24 20 a14 14 0 1 1 14 8 h24 a14 14 0 1 1 14 -8 q12 16 8 40 q-6 32 -34 32 q-28 0 -34 -32 q-4 -24 8 -40 Z',
  paw: 'M50 48 q26 14 22 34 q-4 12 -22 8 q-18 4 -22 -8 q-4 -20 22 -34 Z M20 34 a9 12 0 1 0 1 0 Z M40 14 a9 12 0 1 0 1 0 Z M60 14 a9 12 0 1 0 1 0 Z M80 34 a9 12 0 1 0 1 0 Z',
  car: 'M8 58 L20 54 L32 34 H66 L80 54 L92 60 V74 H8 Z M26 68 a9 9 0 1 0 1 0 Z M72 68 a9 9 0 1 0 1 0 Z',
  lamp: 'M32 10 H68 L84 52 H16 Z M46 52 H54 V84 H70 V92 H30 V84 H46 Z',
  cable:
    'M8 30 H32 V24 H44 V48 H32 V42 H20 V66 Q20 78 32 78 H60 V72 H88 V92 H60 V86 H30 Q10 86 10 66 V42 H8 Z',
  sock: 'M34 6 H62 V50 Q62 58 68 62 L84 74 Q90 84 80 90 Q70 94 60 86 L40 72 Q34 68 34 58 Z',
  leaf: 'M50 6 Q90 36 70 76 Q62 90 50 94 Q38 90 30 76 Q10 36 50 6 Z',
  pen: 'M64 8 L80 18 L40 86 L22 96 L24 74 Z',
  ring: 'M50 22 a34 34 0 1 0 1 0 Z M50 34 a23 23 0 1 1 -1 0 Z M40 4 h20 l8 12 l-18 10 l-18 -10 Z',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function hsl(hue: number, saturation: number, lightness: number): string {
  return `hsl(${((hue % 360) + 360) % 360}, ${saturation}%, ${lightness}%)`;
}

function outline(
  spec: PictureSpec,
  xPx: number,
  yPx: number,
  sizePx: number,
  turn: number,
): string {
  const scale = (sizePx / 100).toFixed(3);
  const fill = hsl(spec.hue + 180, 55, 46);
  return (
    `<g transform="translate(${xPx.toFixed(1)} ${yPx.toFixed(1)}) scale(${scale}) rotate(${turn} 50 50)">` +
    `<path d="${OUTLINES[spec.shape]}" fill="${fill}" stroke="${hsl(spec.hue + 180, 60, 22)}" stroke-width="2"/></g>`
  );
}

const CAPTIONS = ['정면', '측면', '후면', '확대', '구성', '사이즈', '색상', '포장'] as const;

function caption(text: string, xPx: number, yPx: number, sizePx: number): string {
  return `<text x="${xPx}" y="${yPx}" font-family="Noto Sans CJK KR, Malgun Gothic, sans-serif" font-size="${sizePx}" text-anchor="middle" fill="#222">${escapeXml(text)}</text>`;
}

function contentOf(spec: PictureSpec): string {
  const { widthPx, heightPx, variant } = spec;
  const edge = Math.min(widthPx, heightPx);
  const name = spec.title.slice(0, 18);
  const middle = widthPx / 2;
  if (spec.motif === 'hero') {
    const size = edge * 0.66;
    const mark = outline(spec, middle - size / 2, heightPx * 0.12, size, 0);
    return mark + caption(name, middle, heightPx * 0.93, Math.round(edge * 0.05));
  }
  if (spec.motif === 'banner') {
    return caption(name, middle, heightPx * 0.6, Math.round(heightPx * 0.2));
  }
  if (spec.motif === 'long') {
    const steps = 5;
    return Array.from({ length: steps }, (_, index) => {
      const yPx = (heightPx / steps) * index;
      const mark = outline(
        spec,
        widthPx * (index % 2 ? 0.3 : 0.15),
        yPx + 120,
        widthPx * 0.5,
        index * 14,
      );
      return mark + caption(`${index + 1}. ${name}`, middle, yPx + 70, 40);
    }).join('');
  }
  const size = edge * 0.5;
  const angle = (variant * 37) % 90;
  return (
    outline(spec, widthPx * 0.06 + (variant % 3) * 40, heightPx * 0.14, size, angle) +
    outline(spec, widthPx * 0.52, heightPx * 0.4, size * 0.8, -angle) +
    caption(
      `${CAPTIONS[variant % CAPTIONS.length]} · ${name}`,
      middle,
      heightPx * 0.94,
      Math.round(edge * 0.045),
    )
  );
}

function svgOf(spec: PictureSpec): string {
  const background = hsl(spec.hue + spec.variant * 11, 45, spec.motif === 'banner' ? 78 : 90);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${spec.widthPx}" height="${spec.heightPx}">` +
    `<rect width="100%" height="100%" fill="${background}"/>${contentOf(spec)}</svg>`
  );
}

/** The content type that each format is served with. */
export const CONTENT_TYPES: Readonly<Record<PictureFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Renders a picture; the same spec gives the same bytes on one machine. */
export async function renderPicture(spec: PictureSpec): Promise<Buffer> {
  const image = sharp(Buffer.from(svgOf(spec)));
  switch (spec.format) {
    case 'jpeg':
      // Default Huffman tables: a third faster on tall pictures, a quarter larger.
      return image.flatten().jpeg({ quality: 82, optimiseCoding: false }).toBuffer();
    case 'png':
      return image.png({ compressionLevel: 3, palette: false }).toBuffer();
    case 'gif':
      return image.gif({ effort: 1 }).toBuffer();
    case 'webp':
      return image.webp({ quality: 78, effort: 0 }).toBuffer();
  }
}
