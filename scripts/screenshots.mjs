// Takes the pictures of docs/screenshots from the built app with the practice market: every screen, in
// both languages, dark too, in two widths. `--into FOLDER` puts them elsewhere, `--only PATTERN` takes
// the screens whose name fits it.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureBuild, ensurePackages, environment, nodePath, root } from './workspace.mjs';

const words = process.argv.slice(2);
const wordAfter = (option) => {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
};
const folder = wordAfter('--into');
const only = wordAfter('--only');
ensurePackages();
ensureBuild();
const result = spawnSync(
  nodePath(),
  [
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    join(root, 'e2e', 'screenshots', 'playwright.config.ts'),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: environment({
      ...(folder ? { STOREBRIDGE_SCREENSHOTS: resolve(folder) } : {}),
      ...(only ? { STOREBRIDGE_SCREENSHOTS_ONLY: only } : {}),
    }),
  },
);
process.exitCode = result.status ?? 1;
