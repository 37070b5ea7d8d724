import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

interface ImportLine {
  readonly file: string;
  /** A package's name, or a path below the project's root for our own files. */
  readonly target: string;
}

function importsBelow(folder: string, isTestCounted: boolean): readonly ImportLine[] {
  return globSync('**/*.{ts,tsx}', { cwd: join(root, folder) })
    .filter((file) => isTestCounted || !file.includes('.test.'))
    .flatMap((file) => {
      const path = join(root, folder, file);
      return [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => ({
        file: join(folder, file),
        target: targetOf(match[1] ?? '', path),
      }));
    });
}

function targetOf(specifier: string, from: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(dirname(from), specifier));
  return specifier.replace(/^@(core|shared)\//, 'src/$1/');
}

function offenders(
  lines: readonly ImportLine[],
  isForbidden: (target: string) => boolean,
): readonly string[] {
  return lines
    .filter((line) => isForbidden(line.target))
    .map((line) => `${line.file} imports ${line.target}`);
}

const isPackage = (target: string, ...names: readonly string[]): boolean =>
  names.some((name) => target === name || target.startsWith(`${name}/`));

describe('who may import whom', () => {
  it('core imports no Electron, no React and none of its hosts', () => {
    const forbidden = (target: string): boolean =>
      isPackage(target, 'electron', 'react', 'react-dom') ||
      /^src\/(main|preload|host|cli|practice|renderer)(\/|$)/.test(target);
    expect(offenders(importsBelow('src/core', false), forbidden)).toEqual([]);
  });

  it('shared imports no Node, no Electron, no React and no core', () => {
    const forbidden = (target: string): boolean =>
      target.startsWith('node:') ||
      isPackage(target, 'electron', 'react', 'react-dom') ||
      /^src\/(?!shared)/.test(target);
    expect(offenders(importsBelow('src/shared', false), forbidden)).toEqual([]);
  });

  it('the renderer reaches the core over the contract only', () => {
    const forbidden = (target: string): boolean =>
      target.startsWith('node:') ||
      isPackage(target, 'electron') ||
      /^src\/(core|main|host|cli|practice|preload)(\/|$)/.test(target);
    expect(offenders(importsBelow('src/renderer', false), forbidden)).toEqual([]);
  });

  it('the practice market knows neither the core nor its users', () => {
    const forbidden = (target: string): boolean => /^src\/(?!practice|shared)/.test(target);
    expect(offenders(importsBelow('src/practice', false), forbidden)).toEqual([]);
  });

  it('each technology is imported by its own adapters only', () => {
    const homes: Readonly<Record<string, RegExp>> = {
      electron: /^src\/(main|preload)\//,
      ioredis: /^src\/core\/(limiter|redis|testing)\//,
      'better-sqlite3': /^src\/core\/storage\//,
      sharp: /^src\/(core\/images|practice\/pictures)\//,
      undici: /^src\/core\/(http|images)\//,
    };
    const wrong = importsBelow('src', false).filter((line) => {
      const home = homes[line.target];
      return home !== undefined && !home.test(line.file);
    });
    expect(wrong).toEqual([]);
  });
});

describe('what the screens keep to', () => {
  it('lets every control that is only an icon show its words', () => {
    const bareIcon =
      /<(Button|AriaButton|button|Link)\b(?:(?!<\/?\1\b)[\s\S])*?aria-label=(?:(?!<\/?\w)[\s\S])*?<\w+ aria-hidden="true"[^<>]*\/>\s*<\/\1>/g;
    // A tooltip on the handle would lie over the places where a picture is dropped.
    const dragHandle = 'slot="drag"';
    const screens = join(root, 'src', 'renderer', 'src');
    const bare = globSync('**/*.tsx', { cwd: screens })
      .filter((path) => !/^ui[\\/]Icon(Button|Link)\.tsx$/.test(path))
      .flatMap((path) =>
        [...readFileSync(join(screens, path), 'utf8').matchAll(bareIcon)]
          .filter(([control]) => !control.includes(dragHandle))
          .map(([control]) => `${path}: ${control.slice(0, 80)}`),
      );
    expect(bare).toEqual([]);
  });
});

describe('what the documents say', () => {
  it('lists every room of the core and of what is shared', () => {
    const page = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `src/'));
    const unlisted = ['core', 'shared'].flatMap((above) => {
      const own = rows.filter((row) => row.startsWith(`| \`src/${above}/`)).join('\n');
      return readdirSync(join(root, 'src', above), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .filter((name) => !new RegExp(`\`(?:src/${above}/)?${name}\``).test(own));
    });
    expect(unlisted).toEqual([]);
  });

  it('names only paths that exist', () => {
    const missing = globSync('{README.md,docs/**/*.md}', { cwd: root }).flatMap((page) =>
      [
        ...readFileSync(join(root, page), 'utf8').matchAll(
          /`((?:src|docs|bench|e2e|scripts|resources)\/[\w./-]+)`/g,
        ),
      ]
        .map((match) => match[1] ?? '')
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${page}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
