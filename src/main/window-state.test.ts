import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeClock } from '@core/testing/fake-clock';
import { createRecordingLogger } from '@core/testing/recording-logger';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepWindowState, placeWindow, readWindowState } from './window-state';

const LEFT = { x: 0, y: 0, width: 1920, height: 1040 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 984 };
const state = (x: number, y: number, width = 1000, height = 700) => ({
  x,
  y,
  width,
  height,
  isMaximised: false,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storebridge-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['as it was', state(100, 50), { x: 100, y: 50, width: 1000, height: 700 }],
  ['on the second display', state(2000, 10), { x: 2000, y: 10, width: 1000, height: 700 }],
  ['half outside', state(-700, 50), { x: -700, y: 50, width: 1000, height: 700 }],
  ['lost to the left', state(-950, 50), { width: 1280, height: 860 }],
  ['above the display', state(100, -30), { width: 1280, height: 860 }],
  ['below the display', state(100, 1020), { width: 1280, height: 860 }],
  ['larger than the display', state(0, 0, 4000, 3000), { x: 0, y: 0, width: 1920, height: 1040 }],
  ['too small', state(0, 0, 100, 100), { x: 0, y: 0, width: 800, height: 560 }],
  ['never seen', null, { width: 1280, height: 860 }],
])('places a window that is %s', (_, saved, place) => {
  expect(placeWindow(saved, [LEFT, RIGHT])).toEqual(place);
});

it('finds its way back when the second display is gone', () => {
  expect(placeWindow(state(2000, 10), [LEFT])).toEqual({ width: 1280, height: 860 });
});

it('always leaves the top edge where it can be taken hold of', () => {
  const edge = fc.integer({ min: -5000, max: 5000 });
  const size = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(edge, edge, size, size, (x, y, width, height) => {
      const place = placeWindow({ ...state(x, y), width, height }, [LEFT, RIGHT]);
      if (place.x === undefined || place.y === undefined) return;
      const { x: atX, y: atY } = place;
      const holds = [LEFT, RIGHT].some(
        (area) =>
          atY >= area.y &&
          atY < area.y + area.height &&
          atX < area.x + area.width &&
          atX + place.width > area.x,
      );
      expect(holds).toBe(true);
    }),
  );
});

it.each(['{"x":1', '{"x":0,"y":0,"width":1e9,"height":1,"isMaximised":false}', '[]'])(
  'goes on without %s and says so',
  (text) => {
    const logger = createRecordingLogger();
    const path = join(folder, 'window.json');
    expect(readWindowState(path, logger)).toBeNull();
    expect(logger.entries).toEqual([]);
    writeFileSync(path, text);
    expect(readWindowState(path, logger)).toBeNull();
    expect(logger.entries).toMatchObject([{ level: 'warn' }]);
  },
);

it('writes once after a window came to rest, and where it was when it closed', async () => {
  const clock = createFakeClock();
  const path = join(folder, 'window.json');
  let bounds = LEFT;
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => bounds,
    isMaximized: () => true,
    isDestroyed: () => false,
  });
  keepWindowState(window, { path, clock, logger: createRecordingLogger() });
  for (let step = 0; step < 20; step += 1) {
    bounds = { ...LEFT, x: step };
    window.emit('move');
    await clock.advance(100);
  }
  expect(readdirSync(folder)).toEqual([]);
  await clock.advance(500);
  const saved = () => JSON.parse(readFileSync(path, 'utf8'));
  expect(saved()).toEqual({ ...LEFT, x: 19, isMaximised: true });
  bounds = { ...LEFT, x: 77 };
  window.emit('resize');
  window.emit('close');
  expect(saved()).toMatchObject({ x: 77 });
  expect(clock.sleeperCount()).toBe(0);
  expect(readdirSync(folder)).toEqual(['window.json']);
});
