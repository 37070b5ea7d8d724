import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureBuild,
  ensurePackages,
  environment,
  nodePath,
  root,
  runBuilt,
  say,
} from './workspace.mjs';

/** The desktop binary may be fetched, but nobody waits longer than this for it. */
const FETCH_TIMEOUT_MS = 20_000;

ensurePackages();
ensureBuild();
const desktop = findElectron() ?? fetchElectron();
if (desktop.path) {
  const child = spawn(desktop.path, [root, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: environment(),
  });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  say(`브라우저 버전을 시작합니다: ${desktop.why.ko}`);
  say(`(Starting the browser version: ${desktop.why.en})`);
  runBuilt('cli.js', ['serve', '--open', ...process.argv.slice(2)]);
}

function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return {
      why: {
        ko: '이 컴퓨터에는 데스크톱 앱을 띄울 화면이 없습니다.',
        en: 'this computer has no display for the desktop app.',
      },
    };
  }
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? { path } : null;
}

function fetchElectron() {
  say('데스크톱 실행 파일(Electron)을 내려받습니다 … (Fetching the desktop runtime)');
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const result = spawnSync(nodePath(), [installer], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: FETCH_TIMEOUT_MS,
    env: environment(),
  });
  const found = findElectron();
  if (found?.path) return found;
  return {
    why:
      result.signal === 'SIGTERM'
        ? {
            ko: '데스크톱 실행 파일(Electron)이 20초 안에 도착하지 않았습니다.',
            en: 'the desktop runtime (Electron) did not arrive within 20 seconds.',
          }
        : {
            ko: '데스크톱 실행 파일(Electron)을 내려받지 못했습니다.',
            en: 'the desktop runtime (Electron) could not be fetched.',
          },
  };
}
