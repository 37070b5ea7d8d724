import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { thirdPartyLicences } from './scripts/third-party-licences';

const alias = {
  '@shared': resolve('src/shared'),
  '@core': resolve('src/core'),
};

/** Every bench is an entry of its own, so that it measures the code that ships. */
const benchEntries = Object.fromEntries(
  readdirSync('bench')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [`bench/${basename(file, '.ts')}`, resolve('bench', file)]),
);

/** What only the benches use: loaded as installed, never bundled. */
const BENCH_RIVALS = [
  'bottleneck',
  'rate-limiter-flexible',
  '@playwright/test',
  'write-excel-file',
];

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      externalizeDeps: { include: BENCH_RIVALS },
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          cli: resolve('src/cli/index.ts'),
          ...benchEntries,
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    resolve: { alias },
    plugins: [react(), tailwindcss(), thirdPartyLicences(import.meta.dirname)],
    build: { minify: true, rollupOptions: { input: resolve('src/renderer/index.html') } },
  },
});
