import { readFileSync } from 'node:fs';
import { writeFileAtomically } from '@core/platform/atomic-file';
import type { Clock } from '@core/platform/clock';
import type { Logger } from '@core/platform/logger';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

const edgeSchema = z.int().min(-100_000).max(100_000);
const sizeSchema = z.int().min(1).max(100_000);
const windowStateSchema = z.strictObject({
  x: edgeSchema,
  y: edgeSchema,
  width: sizeSchema,
  height: sizeSchema,
  isMaximised: z.boolean(),
});
/** Place and size of the window as it is when not maximised, in device-independent pixels. */
export type WindowState = z.infer<typeof windowStateSchema>;

/** In pixels of the screen's scale; the page is laid out down to this. */
export const WINDOW_MIN = { width: 800, height: 560 } as const;
const WINDOW_USUAL = { width: 1280, height: 860 } as const;
/** So much of the window's top edge has to lie on a display for it to be found and moved. */
const GRIP = { width: 120, height: 40 } as const;
/** Moving and sizing tell of every step; what is written is where it ended. */
const SAVE_AFTER_MS = 500;

/** What of a window is put into its options. */
export type WindowPlace = Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>;

/**
 * Where the window goes: as it was, when a display still shows enough of it to move it, and never
 * larger than that display; else in the usual size where the system puts it. `workAreas`: of the
 * displays there are now, the primary one first.
 */
export function placeWindow(
  saved: WindowState | null,
  workAreas: readonly Rectangle[],
): WindowPlace {
  if (saved !== null) {
    const { x, y } = saved;
    for (const area of workAreas) {
      // Made smaller first: what reached into the display may not do so any more.
      const place = { x, y, ...fitted(saved, area) };
      if (isReachable(place, area)) return place;
    }
  }
  const [primary] = workAreas;
  return primary === undefined ? WINDOW_USUAL : fitted(WINDOW_USUAL, primary);
}

function fitted(size: Pick<Rectangle, 'width' | 'height'>, area: Rectangle) {
  const within = (wanted: number, least: number, most: number): number =>
    Math.max(least, Math.min(wanted, most));
  return {
    width: within(size.width, WINDOW_MIN.width, area.width),
    height: within(size.height, WINDOW_MIN.height, area.height),
  };
}

function isReachable(place: Rectangle, area: Rectangle): boolean {
  const widthPx = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const isTopOn = place.y >= area.y && place.y + GRIP.height <= area.y + area.height;
  return isTopOn && widthPx >= GRIP.width;
}

/** The state that was kept in `path`; null when none was, or none that can be read, which is logged. */
export function readWindowState(path: string, logger: Logger): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    const isFirstStart = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    if (!isFirstStart) logger.warn({ err: fault }, 'the window state could not be read');
    return null;
  }
}

/** Where the window's place is kept. */
export interface WindowStateDependencies {
  readonly path: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

type KeptWindow = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized' | 'isDestroyed'> & {
  on(event: string, listener: () => void): unknown;
};

/** Writes where `window` is, half a second after it came to rest and when it closes. */
export function keepWindowState(
  window: KeptWindow,
  { path, clock, logger }: WindowStateDependencies,
): void {
  let pending: AbortController | null = null;
  const save = (): void => {
    if (window.isDestroyed()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const state: WindowState = { x, y, width, height, isMaximised: window.isMaximized() };
    try {
      writeFileAtomically(path, JSON.stringify(state));
    } catch (fault) {
      // The window is only less well placed next time.
      logger.warn({ err: fault }, 'the window state could not be written');
    }
  };
  const saveLater = (): void => {
    pending?.abort();
    const waiting = new AbortController();
    pending = waiting;
    clock.sleep(SAVE_AFTER_MS, waiting.signal).then(save, () => undefined);
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize']) window.on(event, saveLater);
  window.on('close', () => {
    pending?.abort();
    save();
  });
  window.on('closed', () => pending?.abort());
}
