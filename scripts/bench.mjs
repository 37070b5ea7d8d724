import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, fail, root, runBuilt } from './workspace.mjs';

const [name, ...args] = process.argv.slice(2);
ensurePackages();
ensureBuild();
if (!name || !existsSync(join(root, 'out', 'main', 'bench', `${name}.js`))) {
  fail(`There is no bench "${name ?? ''}". See the bench:* scripts in package.json.`);
}
runBuilt(join('bench', `${name}.js`), args);
