import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

// Draws every icon of the desktop app from the one mark: `node scripts/icons.mjs`. The files are kept
// beside the code, so that packaging needs no drawing.

const folder = resolve(import.meta.dirname, '..', 'resources', 'icons');
const BRIDGE = 'M5 19h18M7.5 19v-4.5M20.5 19v-4.5M5 16c4-7.5 14-7.5 18 0M14 19v-8.4';
const BLUE = '#2f54d1';
/** State by its dot; none = nothing to say. */
const DOTS = {
  idle: null,
  working: '#17a34a',
  attention: '#f59e0b',
  paused: '#8b95a5',
  fault: '#dc2626',
};

const svg = (body) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">${body}</svg>`);
const line = (colour, width) =>
  `<path d="${BRIDGE}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`;
const plate = `<rect width="28" height="28" rx="7" fill="${BLUE}"/>`;
const dot = (colour) =>
  `<circle cx="21.5" cy="21.5" r="6" fill="${colour}" stroke="#fff" stroke-width="1.6"/>`;

const write = (drawing, edgePx, name) =>
  sharp(drawing, { density: (72 * edgePx) / 28 })
    .resize(edgePx, edgePx)
    .png({ compressionLevel: 9, palette: edgePx < 64 })
    .toFile(join(folder, name));

mkdirSync(folder, { recursive: true });
await write(
  svg(`<g transform="translate(1.4 1.4) scale(0.9)">${plate}${line('#fff', 1.9)}</g>`),
  1024,
  'app.png',
);
await write(
  svg(dot('#dc2626').replace('21.5" cy="21.5" r="6"', '14" cy="14" r="11"')),
  16,
  'overlay.png',
);
for (const [edgePx, suffix] of [
  [16, ''],
  [32, '@2x'],
]) {
  for (const [state, colour] of Object.entries(DOTS)) {
    const body = `${plate}${line('#fff', 2.4)}${colour === null ? '' : dot(colour)}`;
    await write(svg(body), edgePx, `tray-${state}${suffix}.png`);
  }
  // A Mac takes the shape only and colours it as its menu bar is.
  await write(svg(line('#000', 2.4)), edgePx, `trayTemplate${suffix}.png`);
}
