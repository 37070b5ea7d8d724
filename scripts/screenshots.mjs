// Takes the pictures of docs/screenshots from the built app with the practice market.
// `--all FOLDER` also takes every screen in both languages, both themes and two widths, into FOLDER.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureBuild, ensurePackages, environment, nodePath, root } from './workspace.mjs';

const [option, folder] = process.argv.slice(2);
ensurePackages();
ensureBuild();
const all =
  option === '--all' && folder
    ? { STOREBRIDGE_SCREENSHOTS: resolve(folder), STOREBRIDGE_SCREENSHOTS_ALL: '1' }
    : {};
const result = spawnSync(
  nodePath(),
  [
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    join(root, 'e2e', 'screenshots', 'playwright.config.ts'),
  ],
  { cwd: root, stdio: 'inherit', env: environment(all) },
);
process.exitCode = result.status ?? 1;
