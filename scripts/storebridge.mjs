#!/usr/bin/env node
import { ensureBuild, ensurePackages, runBuilt } from './workspace.mjs';

ensurePackages();
ensureBuild();
runBuilt('cli.js', process.argv.slice(2));
