import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './chromium';
import type { WayOptions } from './fixtures';

export default defineConfig<WayOptions>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  tsconfig: '../tsconfig.node.json',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
  },
  projects: [
    { name: 'terminal', testDir: './terminal' },
    { name: 'host', testDir: './app', use: { way: 'host' } },
    { name: 'double', testDir: './app', use: { way: 'double' } },
    { name: 'electron', testDir: './app', use: { way: 'electron' } },
  ],
});
