import { defineConfig } from '@playwright/test';
import type { WayOptions } from './fixtures';

/** What every way has to do, and what only a desktop window has. */
const DESKTOP_SPECS = ['app/*.spec.ts', 'desktop/*.spec.ts'];

export default defineConfig<WayOptions>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  tsconfig: '../tsconfig.node.json',
  // Generous: a machine that is busy with other things is no fault of the app.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
  },
  projects: [
    { name: 'terminal', testMatch: 'terminal/*.spec.ts' },
    { name: 'host', testMatch: ['app/*.spec.ts', 'browser/*.spec.ts'], use: { way: 'host' } },
    { name: 'double', testMatch: DESKTOP_SPECS, use: { way: 'double' } },
    { name: 'electron', testMatch: DESKTOP_SPECS, use: { way: 'electron' } },
  ],
});
