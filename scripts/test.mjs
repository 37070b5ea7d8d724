import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, environment, nodePath, root, say } from './workspace.mjs';

const REPORTS = join(root, 'out', 'test');
const counts = { passed: 0, failed: 0, skipped: 0 };

ensurePackages();
ensureSystemPackages();
ensureBuild();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

check('Formatting', 'biome', ['format', '.']);
check('Lint', 'biome', ['lint', '--error-on-warnings', '.']);
check('Types of core, shells and tests', 'tsc', ['-p', 'tsconfig.node.json', '--noEmit']);
check('Types of the renderer', 'tsc', ['-p', 'tsconfig.web.json', '--noEmit']);
unitAndIntegration();
endToEnd();

say('');
process.stdout.write(
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);

/** Redis and a browser belong to the tests; only on Debian as root can we install them ourselves. */
function ensureSystemPackages() {
  const missing = [
    { command: 'redis-server', package: 'redis-server' },
    { command: 'chromium', package: 'chromium' },
  ].filter(({ command }) => !isOnPath(command));
  if (missing.length === 0) return;
  const names = missing.map((entry) => entry.package).join(' ');
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot) {
    say(`Not installed: ${names}. The tests that need them are skipped and counted as skipped.`);
    say(
      `On Debian or Ubuntu: sudo apt-get install -y ${names}. On macOS: brew install redis chromium.`,
    );
    return;
  }
  say(`Installing ${names} …`);
  const apt = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  if (apt(['update', '-qq']) !== 0 || apt(['install', '-y', '-qq', ...names.split(' ')]) !== 0) {
    say(`apt-get could not install ${names}; the tests that need them will be counted as skipped.`);
  }
}

function isOnPath(command) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}

function check(title, command, args) {
  say(`\n— ${title}`);
  const result = run(command, args);
  if (result.status === 0) return;
  counts.failed += 1;
  say(`${title}: failed`);
}

function unitAndIntegration() {
  say('\n— Unit and integration tests');
  const report = join(REPORTS, 'vitest.json');
  const result = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const summary = readReport(report);
  const failed = summary?.numFailedTests ?? 0;
  counts.passed += summary?.numPassedTests ?? 0;
  counts.skipped += (summary?.numPendingTests ?? 0) + (summary?.numTodoTests ?? 0);
  counts.failed += failed;
  // A file that cannot be loaded or a fault outside any test fails the run without failing a test.
  if (failed === 0 && result.status !== 0) counts.failed += 1;
}

function endToEnd() {
  say('\n— End-to-end tests');
  const report = join(root, 'test-results', 'e2e.json');
  rmSync(report, { force: true });
  const result = run('playwright', ['test', '-c', 'e2e/playwright.config.ts']);
  const stats = readReport(report)?.stats;
  const failed = stats?.unexpected ?? 0;
  counts.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  counts.skipped += stats?.skipped ?? 0;
  counts.failed += failed;
  if (failed === 0 && result.status !== 0) counts.failed += 1;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function run(command, args) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: environment({ npm_node_execpath: nodePath() }),
  });
}
