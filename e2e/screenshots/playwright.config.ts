import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import type { WayOptions } from '../fixtures';

const chromium = findChromium();

/** Not part of the tests: `node scripts/screenshots.mjs` runs it. */
export default defineConfig<WayOptions>({
  testDir: '.',
  testMatch: 'take.spec.ts',
  outputDir: '../../test-results/screenshots',
  tsconfig: '../../tsconfig.node.json',
  timeout: 1_200_000,
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: 'line',
  use: {
    way: 'host',
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [...CHROMIUM_ARGS, '--font-render-hinting=none'],
    },
  },
});
