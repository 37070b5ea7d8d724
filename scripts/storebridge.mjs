#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensurePackages, isRunningNodeRecent, root, runBuilt } from './workspace.mjs';

ensurePackages();
ensureBuild();
if (isRunningNodeRecent()) {
  // In this very process, so that whoever ends it ends the work and not only a wrapper.
  const cli = join(root, 'out', 'main', 'cli.js');
  process.argv.splice(1, 1, cli);
  await import(pathToFileURL(cli).href);
} else {
  runBuilt('cli.js', process.argv.slice(2));
}
